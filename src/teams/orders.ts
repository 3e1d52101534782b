import type { Turn } from './turn.ts'

const opening = '(?:(?:hei|hi|hello|ja|yes|ok|please|vennligst)[,.!]?\\s+)*'
const order =
  '(?:minn meg|påminn meg|hugs å minne meg|remind me|f[øy]lg(?! (?:opp|med))|follow(?! up)|unfollow|slutt å f[øy]lg[jet]*|stop following|meld (?:meg|oss) (?:inn|på|av|ut)|sign (?:me|us) up|register (?:me|us)|bli med|join)(?![\\p{L}])'
const begins = new RegExp(`^${opening}${order}`, 'iu')
const seam = new RegExp(`(?:\\s*[,;]?\\s+(?:og så|og|samt|and then|and|then)|[.;!])\\s+(?=${order})`, 'iu')

/** What somebody orders in one message, one after the other: «meld meg inn og minn meg på fristen». Else the text as it is. */
export function ordersIn(text: string): string[] {
  if (!begins.test(text.trim())) return [text]
  return text.split(seam).filter((part) => part.trim() !== '')
}

/** The same turn, as if this had been written in it. */
export function withText(turn: Turn, text: string): Turn {
  return { ...turn, text, in: (language) => withText(turn.in(language), text) }
}
