import type { Language } from '../taxonomy.ts'

/** A number as it is meant, whether written in digits or words. */
export type NumberMeant = {
  value: number
  /** Null where none stands beside it. */
  unit: 'percent' | 'euro' | 'kroner' | null
}

const words: Record<Language, Readonly<Record<string, number>>> = {
  nb: { to: 2, tre: 3, fire: 4, fem: 5, seks: 6, sju: 7, syv: 7, åtte: 8, ni: 9, ti: 10, elleve: 11, tolv: 12 },
  nn: { to: 2, tre: 3, fire: 4, fem: 5, seks: 6, sju: 7, åtte: 8, ni: 9, ti: 10, elleve: 11, tolv: 12 },
  en: { two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12 },
}

const months: Record<Language, readonly string[]> = {
  nb: 'januar februar mars april mai juni juli august september oktober november desember'.split(' '),
  nn: 'januar februar mars april mai juni juli august september oktober november desember'.split(' '),
  en: 'january february march april may june july august september october november december'.split(' '),
}

const factors: readonly [pattern: RegExp, factor: number][] = [
  [/^\s?(?:tusen|thousand)\b/i, 1e3],
  [/^\s?(?:millioner|millionar|million|mill\.?)(?![\p{L}])/iu, 1e6],
  [/^\s?(?:milliarder|milliardar|milliard|mrd\.?|billion|bn)(?![\p{L}])/iu, 1e9],
]
const unitsBehind: readonly [pattern: RegExp, unit: NonNullable<NumberMeant['unit']>][] = [
  [/^\s?(?:%|prosent|per cent|percent)/i, 'percent'],
  [/^\s?(?:€|euro|eur)(?![\p{L}])/iu, 'euro'],
  [/^\s?(?:kroner|kr|nok)(?![\p{L}])/iu, 'kroner'],
]
const unitsBefore: readonly [pattern: RegExp, unit: NonNullable<NumberMeant['unit']>][] = [
  [/(?:€|eur|euro)\s?$/i, 'euro'],
  [/(?:nok|kr\.?|kroner)\s?$/i, 'kroner'],
]

/** «30 000 eller 60 000 euro», «25–50 prosent»: both have the unit. */
const nextOfSeries = /^(?:\s?[–-]\s?|,? (?:eller|og|til|or|and|to) )\d[\d .,]*\d?(?=\D)/

const digits = /(?<![\p{L}\d.,])(?:\d{1,3}(?:[ .,]\d{3})+(?!\d)|\d+)(?:[.,]\d+)?(?!\d)/gu

/** Every number of a text, but those that belong to a name (KA122) or to the day of a date. */
export function numbersIn(text: string, language: Language): NumberMeant[] {
  const plain = evenSpaces(text)
  const inDigits = [...withoutDates(plain, language).matchAll(digits)].map(({ 0: written, index }) =>
    numberAt(plain, index, written, meaning(written)),
  )
  const inWords = [...plain.matchAll(/\p{L}+/gu)].flatMap(({ 0: word, index }) => {
    const value = words[language][word.toLowerCase()]
    return value === undefined ? [] : [numberAt(plain, index, word, value)]
  })
  return [...inDigits, ...inWords]
}

/** Day and month of every date, and a month that stands alone, as `19-2` and `2`. */
export function datesIn(text: string, language: Language): string[] {
  const plain = evenSpaces(text)
  return [
    ...[...plain.matchAll(namedDate(language))].map(({ groups }) => {
      const month = months[language].indexOf((groups?.month ?? '').toLowerCase()) + 1
      const day = groups?.before ?? groups?.after
      return day === undefined ? String(month) : `${Number(day)}-${month}`
    }),
    ...[...plain.matchAll(numericDate)].map(([, day, month]) => `${Number(day)}-${Number(month)}`),
  ]
}

const numericDate = /(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.(?=\s?\d{4}|\D|$)/g

/** «May» is a month only beside a number: it begins many an English sentence. */
function namedDate(language: Language): RegExp {
  const names = months[language].filter((month) => month !== 'may').join('|')
  const may = language === 'en' ? '|(?:(?<=(?<!\\d)\\d{1,2}\\.? )may|may(?= \\d))' : ''
  return new RegExp(
    `(?:(?<!\\d)(?<before>\\d{1,2})\\.? )?\\b(?<month>${names}${may})\\b(?: (?<after>\\d{1,2})(?!\\d))?`,
    'giu',
  )
}

/** Dates blanked out at the same length; years stay, since they are numbers to be found. */
function withoutDates(text: string, language: Language): string {
  const blank = (match: string) => match.replace(/\d/g, ' ')
  return text.replace(numericDate, blank).replace(namedDate(language), blank)
}

function numberAt(text: string, index: number, written: string, value: number): NumberMeant {
  const before = text.slice(0, index)
  let behind = text.slice(index + written.length)
  let meant = value
  for (const [pattern, factor] of factors) {
    const match = pattern.exec(behind)
    if (match === null) continue
    meant = Math.round(value * factor)
    behind = behind.slice(match[0].length)
  }
  const unit =
    unitsBehind.find(([pattern]) => pattern.test(behind))?.[1] ??
    unitsBefore.find(([pattern]) => pattern.test(before))?.[1] ??
    unitsBehind.find(([pattern]) => pattern.test(behind.replace(nextOfSeries, '')))?.[1] ??
    null
  return { value: meant, unit }
}

/** «30 000», «30.000» and «30,000» are thirty thousand; «26,2» and «26.2» are not two hundred and sixty-two. */
function meaning(written: string): number {
  const grouped = /^\d{1,3}(?:[ .,]\d{3})+/.exec(written)?.[0] ?? ''
  const rest = written.slice(grouped.length)
  return Number(`${grouped.replace(/\D/g, '')}${rest.replace(',', '.')}`)
}

function evenSpaces(text: string): string {
  return text.replace(/[\u00a0\u2009\u202f]/g, ' ')
}
