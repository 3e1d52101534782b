import { isCommand } from '../commands.ts'
import { createAnswerReader } from '../guide/read-answer.ts'
import type { Content } from '../load.ts'
import { type Language, topicOf } from '../taxonomy.ts'
import type { Section } from '../topic-file.ts'
import { withoutCourtesy } from './courtesy.ts'
import { equivalentOf } from './equivalents.ts'
import { outOfScope } from './examples.ts'
import { createLanguageGuesser } from './language.ts'
import type { Model } from './model.ts'
import { type Candidate, createPairFinder } from './pairs.ts'
import { alternativeCount, createRanking, finder, type Talk } from './ranking.ts'
import { createReader, type Reading } from './reader.ts'

export type Understanding = {
  /** The language that the answer should have. */
  language: Language
  kind: 'answer' | 'suggest' | 'command' | 'handoff'
  /** The answer or command that was understood, the likeliest with `suggest`; null with `handoff`. */
  id: string | null
  /** The next likeliest ids, best first. */
  alternatives: string[]
  /** How probable it is that `id` is right, from 0 to 1; with `handoff`, that nothing is. */
  confidence: number
  /** The ids of both answers, in the order asked, where a question has two parts. */
  parts?: string[]
  /** The counties that are named, themselves or by one of their municipalities. */
  counties: string[]
  /** Clearly about what the network has nothing to do with, such as the weather. */
  isOutside: boolean
  /** The programme or subject talked about, for understanding what comes next. */
  topic: string | null
}

/** What is known beside the question itself. */
export type QuestionContext = Talk & {
  /** The language of what was asked before. */
  language?: Language | undefined
  /** The language that the person has chosen. */
  preferred?: Language | undefined
}

export type Understander = {
  understand: (question: string, context?: QuestionContext) => Understanding
  /** Sections of content that have something to do with the question, best first. */
  retrieve: (question: string, language: Language, count?: number) => Section[]
  /** The programmes that a text calls by name, in the order of the text. */
  programmesIn: (text: string) => string[]
}

/** From which confidence on something is answered or done without asking back. */
const sure = 0.7
/**
 * What people ask is plainer than the examples that were learned from: this much (as a logarithm of odds) more often than
 * it was said to be, the likeliest id is right. Found by leaving examples out.
 */
const modesty = 0.55
/**
 * From which probability of being out of scope on the adviser is offered instead of an answer: more where a programme is
 * named, or a theme that there are programmes for.
 */
const outside = { known: 0.6, unknown: 0.2 }
/** From which probability on it has clearly nothing to do with the network, unless it names a programme. */
const clearlyOutside = 0.9
/** What is said of another programme than before, with its name and little else. */
const goingOn = /^(?:og|and|men|but|enn)\s|^(?:hva|kva|ka|what|how)\s+(?:med|about)\s/i
const mostToGoOn = 6
/** Below which probability even the likeliest is not worth suggesting. */
const hopeless = 0.08

export function createUnderstander(
  content: Pick<Content, 'topics' | 'lexicon' | 'finder'>,
  model: Model,
): Understander {
  const read = createReader(content, model.vocabulary)
  const { read: readNeed } = content.finder
    ? createAnswerReader(content.finder, content.lexicon.places)
    : { read: () => ({ who: undefined }) }
  const guessLanguage = createLanguageGuesser(model.language)
  const known = new Set(content.topics.flatMap(({ sections }) => sections.map(({ id }) => id)))
  const rankAll = createRanking(model, (id) => id === outOfScope || isCommand(id) || known.has(id))

  const pairOf = createPairFinder({
    read,
    rank,
    isAnswer: (id) => known.has(id),
    isSure: (probability) => calibrate(probability) >= sure,
  })

  function rank(reading: Reading, talk: Talk, hasTheme = false): Candidate[] {
    const isNamed = reading.programmes.length > 0
    return rankAll(reading, isNamed ? { aspect: talk.aspect } : talk, hasTheme)
  }

  function understand(question: string, context: QuestionContext = {}): Understanding {
    const { language, isForeign } = guessLanguage(question, context.preferred ?? context.language)
    const asked = withoutCourtesy(question)
    const reading = read(asked)
    const talk = { ...context, aspect: goesOn(asked, reading) ? context.aspect : undefined }
    const hasTheme = reading.programmes.length === 0 && readNeed(asked).who !== undefined
    const candidates = reading.wordCount > 0 ? rank(reading, talk, hasTheme) : []
    const outsideProbability = candidates.find(({ id }) => id === outOfScope)?.probability ?? 0
    const isOutside = !isForeign && outsideProbability >= clearlyOutside && reading.programmes.length === 0
    const base = { language, counties: reading.counties, isOutside }
    const [best, ...others] = candidates.filter(({ id }) => id !== outOfScope)
    const isNamed = reading.programmes.length > 0
    const limit = isNamed || (hasTheme && best?.id === finder) ? outside.known : outside.unknown
    const alternatives = others.slice(0, alternativeCount).map(({ id }) => id)
    if (!best || isForeign || isRefused(best.probability, outsideProbability, limit, isNamed)) {
      const confidence = !best || isForeign ? 1 : Math.max(outsideProbability, 1 - best.probability)
      return { ...base, kind: 'handoff', id: null, alternatives, confidence, topic: context.topic ?? null }
    }
    const { id } = best
    const confidence = calibrate(best.probability + probabilityOf(candidates, equivalentOf(id)))
    const topic = isCommand(id) ? (context.topic ?? null) : topicOf(id)
    const parts = isCommand(id) ? undefined : pairOf({ question: asked, reading, candidates, topic: context.topic })
    if (parts) {
      const [first = id] = parts
      const rest = [...parts.slice(1), id, ...alternatives].filter((other) => other !== first)
      const next = [...new Set(rest)].slice(0, alternativeCount)
      return { ...base, kind: 'answer', id: first, alternatives: next, confidence, topic, parts }
    }
    const kind = confidence < sure ? 'suggest' : isCommand(id) ? 'command' : 'answer'
    return { ...base, kind, id, alternatives, confidence, topic }
  }

  function retrieve(question: string, language: Language, count = 5): Section[] {
    const sections = content.topics.filter((topic) => topic.language === language).flatMap((topic) => topic.sections)
    return rank(read(question), {})
      .flatMap(({ id }) => sections.find((section) => section.id === id) ?? [])
      .slice(0, count)
  }

  return { understand, retrieve, programmesIn: (text) => read(text).programmes }
}

function calibrate(probability: number): number {
  const odds = (probability / Math.max(1 - probability, 1e-9)) * Math.exp(modesty)
  return odds / (1 + odds)
}

/** Who names a programme gets at least suggestions, unless much speaks against it. */
function isRefused(best: number, outsideProbability: number, limit: number, isNamed: boolean): boolean {
  if (outsideProbability >= limit) return true
  return !isNamed && (best < hopeless || outsideProbability > best)
}

/** «Og i Nordplus?»: the same as before, of another programme. */
function goesOn(question: string, { programmes, wordCount }: Reading): boolean {
  return programmes.length > 0 && wordCount <= mostToGoOn && goingOn.test(question)
}

function probabilityOf(candidates: readonly Candidate[], id: string | undefined): number {
  return candidates.find((candidate) => candidate.id === id)?.probability ?? 0
}
