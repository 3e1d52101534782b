import { linksIn } from './load.ts'
import type { Mistake } from './mistakes.ts'
import type { Language } from './taxonomy.ts'
import type { Section, TopicFile } from './topic-file.ts'
import { datesIn, numbersIn } from './wording/numbers.ts'

/** Bokmål, as most texts are written in it first: the others are held against it. */
const original: Language = 'nb'
/** Up to here a number is as often a word, and words need not be the same in every language. */
const smallest = 12

/** Answers whose numbers, dates or links are others than in bokmål: one was changed, and the others forgotten. */
export function differingTranslations(topics: readonly TopicFile[]): Mistake[] {
  const originals = topics.filter(({ language }) => language === original)
  return originals.flatMap(({ topic, sections }) =>
    topics
      .filter((file) => file.topic === topic && file.language !== original)
      .flatMap((file) =>
        sections.flatMap((section) => {
          const translated = file.sections.find(({ id }) => id === section.id)
          return translated === undefined ? [] : differences(section, translated, file.language)
        }),
      ),
  )
}

function differences(section: Section, translated: Section, language: Language): Mistake[] {
  const [there, here] = [claimsOf(section.body, original), claimsOf(translated.body, language)]
  const missing = [...there.sure].filter((claim) => !here.all.has(claim))
  const added = [...here.sure].filter((claim) => !there.all.has(claim))
  const { file, bodyLine: line } = translated
  const other = `${section.file}:${section.bodyLine}`
  return [
    ...missing.map((claim) => ({ file, line, message: `${claim} stands in ${other}, and not here` })),
    ...added.map((claim) => ({ file, line, message: `${claim} stands here, and not in ${other}` })),
  ]
}

/** What a text says that is the same in every language. `sure`: not merely by a word such as "two". */
function claimsOf(body: string, language: Language): { sure: Set<string>; all: Set<string> } {
  const text = body.replace(/\]\(answer:[^)]*\)/g, ']')
  const isWritten = (value: number) => new RegExp(`(?<!\\d)${value}(?!\\d)`).test(text)
  const numbers = numbersIn(text, language).map(({ value }) => value)
  const days = datesIn(text, language).filter((date) => date.includes('-'))
  const links = linksIn(body).map(({ id }) => `answer:${id}`)
  const sure = numbers.filter((value) => value > smallest || (value > 1 && isWritten(value)))
  const others = [...days.map((day) => `the date ${day.replace('-', '.')}`), ...links]
  const named = (values: readonly number[]) => values.map((value) => `the number ${value}`)
  return { sure: new Set([...named(sure), ...others]), all: new Set([...named(numbers), ...others]) }
}
