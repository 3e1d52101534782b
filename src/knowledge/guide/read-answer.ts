import type { Lexicon } from '../phrases.ts'
import { fold, words } from '../understanding/tokens.ts'
import { type Answers, type Choice, type QuestionId, type Questions, undecided } from './schema.ts'

export type AnswerReader = {
  /** Every question that the text answers, in people's own words. */
  read: (text: string) => Answers
  /** The county of a place that the text names; `sure` tells that it says so («i Modum», «Modum kommune»). */
  countyIn: (text: string) => { county: string; sure: boolean } | null
}

type Matcher = (word: string) => boolean

const dontKnow = new Set(['vet ikke', 'veit ikkje', 'veit ikke', 'vet ikke enna', 'usikker', 'dont know', 'not sure'])
const before = new Set(['i', 'fra', 'in', 'from', 'pa'])
const behind = new Set(['kommune', 'kommunen', 'fylke', 'fylket', 'county', 'municipality'])

export function createAnswerReader(questions: Questions, places: Lexicon['places']): AnswerReader {
  const choices = Object.entries(questions).flatMap(([question, asked]) =>
    'choices' in asked
      ? Object.entries(asked.choices).map(([id, choice]) => ({ question, id, matches: matcherOf(choice, places) }))
      : [],
  )
  const countries = namesOf(Object.values(places.countries).flat())
  const named = placesByName(places)

  function read(text: string): Answers {
    const found = new Map<string, { id: string; count: number; first: number }>()
    const textWords = words(text)
    for (const { question, id, matches } of choices) {
      const positions = textWords.flatMap((word, position) => (matches(word) ? [position] : []))
      const [first] = positions
      if (first === undefined) continue
      const best = found.get(question)
      const count = positions.length
      if (!best || count > best.count || (count === best.count && first < best.first)) {
        found.set(question, { id, count, first })
      }
    }
    const place = countyIn(text)
    return {
      ...Object.fromEntries([...found].map(([question, { id }]) => [question, id])),
      ...(place?.sure ? { place: place.county } : {}),
    }
  }

  function countyIn(text: string): { county: string; sure: boolean } | null {
    const textWords = words(text)
    for (const { written, name, county } of named) {
      const at = textWords.findIndex((_, start) => name.every((word, offset) => textWords[start + offset] === word))
      if (at < 0 || countries(textWords[at] ?? '')) continue
      const isSaid = before.has(textWords[at - 1] ?? '') || behind.has(textWords[at + name.length] ?? '')
      return { county, sure: isSaid && text.includes(written) }
    }
    return null
  }

  return { read, countyIn }
}

/** Reads the answer to one question; what answers others is in there too. */
export function readAnswer(reader: AnswerReader, question: QuestionId, text: string): Answers {
  if (dontKnow.has(words(text).join(' '))) return { [question]: undecided }
  const answers = reader.read(text)
  if (question !== 'place') return answers
  const place = reader.countyIn(text)
  return place ? { ...answers, place: place.county } : answers
}

function matcherOf(choice: Choice, places: Lexicon['places']): Matcher {
  const patterns = choice.words.map(wordMatcher)
  const countries = namesOf(choice.countries.flatMap((group) => places.countries[group] ?? []))
  return (word) => countries(word) || patterns.some((matches) => matches(word))
}

/** Names of countries and towns abroad, with the s of the genitive or without. */
function namesOf(names: readonly string[]): Matcher {
  const known = new Set(names.map(fold))
  return (word) => known.has(word) || (word.endsWith('s') && known.has(word.slice(0, -1)))
}

function wordMatcher(notation: string): Matcher {
  const [anywhere, begins] = [notation.startsWith('-'), notation.endsWith('-')]
  const core = fold(notation.replace(/^-|-$/g, ''))
  if (anywhere) return (word) => word.includes(core)
  return begins ? (word) => word.startsWith(core) : (word) => word === core
}

type Place = { written: string; name: string[]; county: string }

/** The longest names first, so that «Nore og Uvdal» is not taken for a part of it. */
function placesByName({ counties, municipalities }: Lexicon['places']): Place[] {
  return Object.keys(counties)
    .flatMap((county) =>
      [county, ...(municipalities[county] ?? [])].map((written) => ({ written, name: words(written), county })),
    )
    .toSorted((a, b) => b.name.length - a.name.length)
}
