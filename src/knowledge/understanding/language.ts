import type { Content } from '../load.ts'
import { type Language, languages } from '../taxonomy.ts'
import { score } from './classifier.ts'
import { hashOf, mix } from './features.ts'
import { compressMatrix, type Matrix } from './matrix.ts'
import { remembered } from './remembered.ts'

export type LanguageGuess = {
  /** The language that the answer should have. */
  language: Language
  /** The text is in a language that the bot does not speak; `language` is then the nearest that it does. */
  isForeign: boolean
}

/** What tells languages apart: for each word and sequence of letters, how likely it is in each of them. */
export type LanguageModel = {
  languages: string[]
  matrix: Matrix
  /** What is written alike in several languages («hei»), and in which. */
  alike: Record<string, string[]>
}

type Sample = { language: string; text: string }

const slots = 131_072
const shortestSequence = 2
const longestSequence = 4
/** How large a share of a text something has that has never been seen. */
const smoothing = 1e-6
/**
 * How many times likelier (as a logarithm) another language has to be than the one that somebody usually has: more where
 * they have written or chosen it, as bokmål and nynorsk share most of a short sentence.
 */
const headStart = { short: 5, long: 2.5, known: 9 }
/** The same, for taking a text to be in none of the bot's languages. Short ones are too like each other for that. */
const foreignHeadStart = 3
const fewWords = 2
const nearest: Record<string, Language> = { nb: 'nb', nn: 'nn', en: 'en', sv: 'nb', da: 'nb' }

/** Counts words and sequences of letters in texts whose language is known (naive Bayes). */
export function learnLanguages(content: Content): LanguageModel {
  const samples = collectSamples(content)
  const known = [...new Set(samples.map(({ language }) => language))]
  const counts = new Float32Array(slots * known.length)
  const totals = new Float64Array(known.length)
  for (const { language, text } of samples) {
    const column = known.indexOf(language)
    for (const slot of slotsOf(text)) {
      const position = slot * known.length + column
      counts[position] = (counts[position] ?? 0) + 1
      totals[column] = (totals[column] ?? 0) + 1
    }
  }
  for (let slot = 0; slot < slots; slot++) {
    const row = counts.subarray(slot * known.length, (slot + 1) * known.length)
    if (row.every((count) => count === 0)) continue
    const logs = row.map((count, column) => Math.log(count / (totals[column] ?? 1) + smoothing))
    const mean = logs.reduce((sum, log) => sum + log, 0) / known.length
    row.set(logs.map((log) => log - mean))
  }
  return { languages: known, matrix: compressMatrix(counts, known.length), alike: collectAlike(samples) }
}

function collectAlike(samples: readonly Sample[]): Record<string, string[]> {
  const languagesOf = Map.groupBy(samples, ({ text }) => plain(text))
  return Object.fromEntries(
    [...languagesOf]
      .map(([text, same]): [string, string[]] => [text, [...new Set(same.map(({ language }) => language))]])
      .filter(([, those]) => those.length > 1),
  )
}

function plain(text: string): string {
  return (text.toLowerCase().match(/\p{L}+/gu) ?? []).join(' ')
}

/** Gives a function that guesses a text's language: the known one, or else bokmål, if it might have any. */
export function createLanguageGuesser({ languages: known, matrix, alike }: LanguageModel) {
  const scores = new Float64Array(known.length)
  const languagesAlike = new Map(Object.entries(alike))
  const ofWord = remembered(slotsOfWord)

  return (text: string, knownLanguage: Language | undefined): LanguageGuess => {
    const usual = knownLanguage ?? 'nb'
    if (isOtherScript(text)) return { language: 'en', isForeign: true }
    if (languagesAlike.get(plain(text))?.includes(usual)) return { language: usual, isForeign: false }
    const isShort = text.trim().split(/\s+/).length <= fewWords
    const ahead = knownLanguage !== undefined ? headStart.known : isShort ? headStart.short : headStart.long
    const indices = Int32Array.from(slotsOf(text, ofWord))
    score(matrix.weights, { indices, values: new Float32Array(indices.length).fill(1) }, scores)
    let best = usual
    let bestScore = Number.NEGATIVE_INFINITY
    let foreign: string | undefined
    let foreignScore = Number.NEGATIVE_INFINITY
    known.forEach((name, column) => {
      const total = (scores[column] ?? 0) * (matrix.scales[column] ?? 0) + (name === usual ? ahead : 0)
      const own = languages.find((language) => language === name)
      if (own && total > bestScore) {
        best = own
        bestScore = total
      } else if (!own && total > foreignScore) {
        foreign = name
        foreignScore = total
      }
    })
    if (isShort || foreign === undefined || foreignScore < bestScore + foreignHeadStart) {
      return { language: best, isForeign: false }
    }
    const near = nearest[foreign]
    return { language: near ?? 'en', isForeign: near === undefined }
  }
}

/** Written with letters that none of the bot's languages has. */
function isOtherScript(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? []
  return letters.filter((letter) => !/\p{Script=Latin}/u.test(letter)).length > letters.length / 2
}

/** The words of a text and all sequences of letters in them, as numbers. */
function slotsOf(text: string, ofWord: (word: string) => number[] = slotsOfWord): number[] {
  return (text.toLowerCase().match(/\p{L}+/gu) ?? []).flatMap((word) => ofWord(word))
}

function slotsOfWord(word: string): number[] {
  const padded = ` ${word} `
  const found = [mix(hashOf(padded, longestSequence + 1)) % slots]
  for (let size = shortestSequence; size <= longestSequence; size++) {
    for (let start = 0; start + size <= padded.length; start++) {
      found.push(mix(hashOf(padded, size, start, start + size)) % slots)
    }
  }
  return found
}

function collectSamples({ topics, examples }: Content): Sample[] {
  const own = languages.flatMap((language) => {
    const sections = topics.filter((topic) => topic.language === language).flatMap((topic) => topic.sections)
    const patterns = examples.aspects.get(language)
    const texts = [
      ...sections.flatMap(({ body, questions }) => [body, ...questions.map(({ text }) => text)]),
      ...Object.values(examples.commands.get(language) ?? {}).flatMap((command) => command.phrases),
      ...(patterns ? [patterns.programme, patterns.followUp].flatMap((each) => Object.values(each).flat()) : []),
      ...(examples.outOfScope.get(language)?.questions ?? []),
    ]
    return texts.map((text) => ({ language, text: text.replace('{programme}', '') }))
  })
  const others = Object.entries(examples.otherLanguages).flatMap(([language, texts]) =>
    texts.map((text) => ({ language, text })),
  )
  return [...own, ...others]
}
