import type { Language } from '../taxonomy.ts'
import { createNameFinder, namesIn } from './names.ts'
import { datesIn, type NumberMeant, numbersIn } from './numbers.ts'

export type Unfounded = 'number' | 'date' | 'name' | 'link' | 'markup'

const links = /https?:\/\/[^\s)\]>]+|www\.[^\s)\]>]+|[\p{L}\d._%+-]+@[\p{L}\d.-]+\.\p{L}{2,}/giu
const markup = /<\/?[a-z]|!\[|\]\(|```/i

/**
 * What a text states that none of its sources has: the kind of it, or null when all is founded. Only what can be seen in
 * the words is found: a number put beside the wrong thing is not.
 * @param isCommonWord whether a word in lower case is an ordinary one, so that its capital at the start of a sentence means nothing
 */
export function findUnfounded(
  text: string,
  sources: readonly string[],
  language: Language,
  isCommonWord: (word: string) => boolean,
): Unfounded | null {
  if (markup.test(text)) return 'markup'
  const all = sources.join('\n')
  if ([...text.matchAll(links)].some(([link]) => !all.includes(link.replace(/[.,;:]+$/, '')))) return 'link'
  const dates = new Set(datesIn(all, language))
  if (datesIn(text, language).some((date) => !dates.has(date))) return 'date'
  const numbers = numbersIn(all, language)
  if (numbersIn(text, language).some((number) => !numbers.some((other) => isSame(number, other)))) return 'number'
  const isNamed = createNameFinder(sources)
  return namesIn(text, isCommonWord).some((name) => !isNamed(name)) ? 'name' : null
}

function isSame(a: NumberMeant, b: NumberMeant): boolean {
  return a.value === b.value && (a.unit === b.unit || a.unit === null || b.unit === null)
}

/** Words that only one of the three languages has, as far as everyday text goes. */
const telling: Record<Language, ReadonlySet<string>> = {
  nb: new Set(
    'ikke jeg dere deres hva noe noen hvordan hvilke hvem fra mer også være gjøre søker søke skole skoler flere bare penger kommuner partnere ett en'.split(
      ' ',
    ),
  ),
  nn: new Set(
    'ikkje eg dykk dykkar kva noko nokon nokre korleis kven frå meir òg vere gjere søkjer søkje skule skular fleire berre pengar kommunar partnarar eitt ein ei'.split(
      ' ',
    ),
  ),
  en: new Set(
    'the of and is are you your with can this that which not from must municipality municipalities'.split(' '),
  ),
}

/** Whether a text is in the language, or may be: short ones often have no word that tells. */
export function isIn(language: Language, text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  const count = (each: Language) => words.filter((word) => telling[each].has(word)).length
  const [nb, nn, en] = [count('nb'), count('nn'), count('en')]
  const counts = { nb, nn, en }
  const others = Math.max(
    ...(['nb', 'nn', 'en'] as const).filter((each) => each !== language).map((each) => counts[each]),
  )
  return counts[language] >= others
}
