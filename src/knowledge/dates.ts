const months = [
  ['januar', 'january'],
  ['februar', 'february'],
  ['mars', 'march'],
  ['april'],
  ['mai', 'may'],
  ['juni', 'june'],
  ['juli', 'july'],
  ['august'],
  ['september'],
  ['oktober', 'october'],
  ['november'],
  ['desember', 'december'],
]
const datePattern = new RegExp(`(\\d{1,2})\\.? (${months.flat().join('|')}) (\\d{4})`, 'giu')
const comingPattern =
  /(?<!\p{L})(?:(?:neste|next) (?:frist|søknadsfrist|utlysning|utlysing|runde|call|deadline|round)|åpner|opnar|opens?|stenger|stengjer|closes|lukkes|(?:fristen|deadline|søknadsfristen) (?:er|blir|is)|(?:er|is) (?:åpen|åpent|open|ope)|søk(?:je|e)? innan|søk innen|apply by|vil|will|skal|kommer|kjem)(?!\p{L})/iu
const pastPattern =
  /(?<!\p{L})(?:var|vart|ble|blei|hadde|kom|stengte|was|were|had|closed|came|opened|åpnet|opna)(?!\p{L})/iu

export type DatedSentence = { date: Temporal.PlainDate; index: number; soundsComing: boolean }

/** The days named in a text, with whether the sentence around tells them as something to come. */
export function datedSentences(text: string): DatedSentence[] {
  return [...text.matchAll(datePattern)].flatMap((match) => {
    const [, day = '', name = '', year = ''] = match
    const month = 1 + months.findIndex((names) => names.includes(name.toLowerCase()))
    const sentence = sentenceAround(text, match.index)
    const soundsComing = comingPattern.test(sentence) && !pastPattern.test(sentence)
    const date = Temporal.PlainDate.from({ year: Number(year), month, day: Number(day) })
    return [{ date, index: match.index, soundsComing }]
  })
}

/** A full stop ends a sentence when a capital follows; the one in "19. februar" does not. */
function sentenceAround(text: string, index: number): string {
  const ends = [...text.matchAll(/[.!?]\s+(?=[\p{Lu}*«"])|\n\n/gu)].map((match) => match.index + 1)
  const start = ends.filter((end) => end <= index).at(-1) ?? 0
  const end = ends.find((each) => each > index) ?? text.length
  return text.slice(start, end)
}
