import { isCommand } from '../commands.ts'
import { aspects, gatheringsTopic, isAbout, isProgramme, type Language, topicOf } from '../taxonomy.ts'
import type { Section } from '../topic-file.ts'
import type { Scores } from './classifier.ts'
import { equivalentOf } from './equivalents.ts'
import { outOfScope, talkedAbout } from './examples.ts'
import { createLanguageGuesser } from './language.ts'
import { type Model, predict } from './model.ts'
import { type Candidate, createPairFinder } from './pairs.ts'
import { createReader, type ReaderContent, type Reading } from './reader.ts'

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
export type QuestionContext = {
  /** The topic of what was asked before. */
  topic?: string | undefined
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
/** From which probability of being out of scope on the adviser is offered instead of an answer. */
const outside = 0.2
/** From which probability on it has clearly nothing to do with the network, unless it names a programme. */
const clearlyOutside = 0.9
/** Below which probability even the likeliest is not worth suggesting. */
const hopeless = 0.08
/**
 * How much the topic that was talked about has ahead of the others (as a logarithm), and how much what is out of scope
 * lies behind: who talks about a programme goes on about it.
 */
const headStart = { programme: 2, unnamed: 2, subject: 3, outside: -1 }
/** What is suggested when nobody can tell which programme a question is about: those that are asked about most. */
const commonProgrammes = ['erasmus-plus', 'interreg', 'horizon-europe']
const alternativeCount = 4

export function createUnderstander(content: ReaderContent, model: Model): Understander {
  const read = createReader(content, model.vocabulary)
  const guessLanguage = createLanguageGuesser(model.language)
  const known = new Set(content.topics.flatMap(({ sections }) => sections.map(({ id }) => id)))
  const rankAll = createRanking(model, (id) => id === outOfScope || isCommand(id) || known.has(id))

  const pairOf = createPairFinder({
    read,
    rank,
    isAnswer: (id) => known.has(id),
    isSure: (probability) => calibrate(probability) >= sure,
  })

  function rank(reading: Reading, topic: string | undefined): Candidate[] {
    return rankAll(reading, reading.programmes.length > 0 ? undefined : topic)
  }

  function understand(question: string, context: QuestionContext = {}): Understanding {
    const { language, isForeign } = guessLanguage(question, context.preferred ?? context.language)
    const reading = read(question)
    const candidates = reading.wordCount > 0 ? rank(reading, context.topic) : []
    const outsideProbability = candidates.find(({ id }) => id === outOfScope)?.probability ?? 0
    const isOutside = !isForeign && outsideProbability >= clearlyOutside && reading.programmes.length === 0
    const base = { language, counties: reading.counties, isOutside }
    const [best, ...others] = candidates.filter(({ id }) => id !== outOfScope)
    const alternatives = others.slice(0, alternativeCount).map(({ id }) => id)
    if (!best || isForeign || isRefused(best.probability, outsideProbability)) {
      const confidence = !best || isForeign ? 1 : Math.max(outsideProbability, 1 - best.probability)
      return { ...base, kind: 'handoff', id: null, alternatives, confidence, topic: context.topic ?? null }
    }
    const { id } = best
    const confidence = calibrate(best.probability + probabilityOf(candidates, equivalentOf(id)))
    const topic = isCommand(id) ? (context.topic ?? null) : topicOf(id)
    const parts = isCommand(id) ? undefined : pairOf({ question, reading, candidates, topic: context.topic })
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
    return rank(read(question), undefined)
      .flatMap(({ id }) => sections.find((section) => section.id === id) ?? [])
      .slice(0, count)
  }

  return { understand, retrieve, programmesIn: (text) => read(text).programmes }
}

function calibrate(probability: number): number {
  const odds = (probability / Math.max(1 - probability, 1e-9)) * Math.exp(modesty)
  return odds / (1 + odds)
}

function isRefused(best: number, outsideProbability: number): boolean {
  return best < hopeless || outsideProbability >= outside || outsideProbability > best
}

/** The likeliest ids for a reading, best first. */
function createRanking(
  model: Model,
  isKnown: (id: string) => boolean,
): (reading: Reading, context: string | undefined) => Candidate[] {
  const others = model.acts
    .map((id, act) => ({ id, act }))
    .slice(aspects.length)
    .filter(({ id }) => isKnown(id))
  const programmes = model.topics.flatMap((topic, number) =>
    aspects.map((aspect, act) => ({ id: `${topic}/${aspect}`, topic: number, act })).filter(({ id }) => isKnown(id)),
  )
  const kept = alternativeCount + 2

  return (reading, context) => {
    const { topics, acts } = predict(model, reading, favouring(model, context))
    shareOut(model, topics, context)
    const programme = acts.subarray(0, aspects.length).reduce((sum, probability) => sum + probability, 0)
    const best: Candidate[] = []
    const consider = (id: string, probability: number) => {
      if (best.length === kept && probability <= (best.at(-1)?.probability ?? 0)) return
      const place = best.findIndex((candidate) => candidate.probability < probability)
      best.splice(place < 0 ? best.length : place, 0, { id, probability })
      if (best.length > kept) best.pop()
    }
    for (const { id, act } of others)
      consider(id, (acts[act] ?? 0) + (id === context ? deadlineOf(model, topics, acts) / programme : 0))
    for (const { id, topic, act } of programmes) consider(id, ((topics[topic] ?? 0) * (acts[act] ?? 0)) / programme)
    return best
  }
}

/** Gives the topic talked about a head start. */
function favouring(model: Model, context: string | undefined): (scores: Scores) => void {
  return ({ topics, acts }) => {
    if (context === undefined) return
    const outside = model.acts.indexOf(outOfScope)
    acts[outside] = (acts[outside] ?? 0) + headStart.outside
    const number = model.topics.indexOf(context)
    if (number >= 0) {
      const unnamed = model.topics.indexOf(talkedAbout)
      topics[number] = (topics[number] ?? 0) + headStart.programme
      topics[unnamed] = (topics[unnamed] ?? 0) + headStart.unnamed
    } else if (!isProgramme(context)) {
      const unnamed = model.topics.indexOf(talkedAbout)
      const isOfGatherings = context === gatheringsTopic
      topics[unnamed] = isOfGatherings ? (topics[unnamed] ?? 0) + headStart.unnamed : Number.NEGATIVE_INFINITY
      model.acts.forEach((id, act) => {
        if (isAbout(id, context)) acts[act] = (acts[act] ?? 0) + headStart.subject
      })
    }
  }
}

/** Takes "the programme talked about" to be the one that was, or else one that is asked about often. */
function shareOut(model: Model, topics: Float64Array, context: string | undefined): void {
  const unnamed = topics[model.topics.indexOf(talkedAbout)] ?? 0
  const number = model.topics.indexOf(context ?? '')
  const others = context === gatheringsTopic ? [] : commonProgrammes
  const numbers = number >= 0 ? [number] : others.map((topic) => model.topics.indexOf(topic))
  for (const each of numbers) if (each >= 0) topics[each] = (topics[each] ?? 0) + unnamed / numbers.length
}

/** That of what is talked about: gatherings have one too. */
function deadlineOf(model: Model, topics: Float64Array, acts: Float64Array): number {
  return (topics[model.topics.indexOf(talkedAbout)] ?? 0) * (acts[aspects.indexOf('deadlines')] ?? 0)
}

function probabilityOf(candidates: readonly Candidate[], id: string | undefined): number {
  return candidates.find((candidate) => candidate.id === id)?.probability ?? 0
}
