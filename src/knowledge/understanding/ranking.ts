import { aspects, gatheringsTopic, isAbout, isProgramme } from '../taxonomy.ts'
import type { Scores } from './classifier.ts'
import { outOfScope, talkedAbout } from './examples.ts'
import { type Model, predict } from './model.ts'
import type { Candidate } from './pairs.ts'
import type { Reading } from './reader.ts'

/** What was talked about before a question. */
export type Talk = {
  /** The topic of what was asked before. */
  topic?: string | undefined
  /** The aspect that goes on being asked about: «og Nordplus?». */
  aspect?: string | undefined
  /** The programmes that were offered last, where it was none in particular. */
  offered?: readonly string[] | undefined
}

/**
 * How much the topic that was talked about has ahead of the others (as a logarithm), and how much what is out of scope
 * lies behind: who talks about a programme goes on about it.
 */
const headStart = { programme: 2, unnamed: 2, subject: 3, aspect: 6, outside: -1 }
/** What is suggested when nobody can tell which programme a question is about: those that are asked about most. */
const commonProgrammes = ['erasmus-plus', 'interreg', 'horizon-europe']
/** The answer that finds programmes by their themes, and what it answers where no programme is named. */
export const finder = 'guide/choose'
const foundByTheme: readonly string[] = ['funds', 'eligibility', 'apply']
export const alternativeCount = 4
const kept = alternativeCount + 2

/** Gives the likeliest ids for a reading, best first. */
export function createRanking(
  model: Model,
  isKnown: (id: string) => boolean,
): (reading: Reading, talk: Talk, hasTheme: boolean) => Candidate[] {
  const others = model.acts
    .map((id, act) => ({ id, act }))
    .slice(aspects.length)
    .filter(({ id }) => isKnown(id))
  const programmes = model.topics.flatMap((topic, number) =>
    aspects.map((aspect, act) => ({ id: `${topic}/${aspect}`, topic: number, act })).filter(({ id }) => isKnown(id)),
  )
  const themed = aspects.map((aspect) => foundByTheme.includes(aspect))
  const unnamed = model.topics.indexOf(talkedAbout)

  return (reading, talk, hasTheme) => {
    const { topics, acts } = predict(model, reading, favouring(model, talk, hasTheme))
    const ofTheme = hasTheme && !isProgrammeTalkedAbout(talk) ? (topics[unnamed] ?? 0) : 0
    const shares = sharesOf(model, topics[unnamed] ?? 0, talk)
    const programme = acts.subarray(0, aspects.length).reduce((sum, probability) => sum + probability, 0)
    const best: Candidate[] = []
    const consider = (id: string, probability: number) => {
      if (best.length === kept && probability <= (best.at(-1)?.probability ?? 0)) return
      const place = best.findIndex((candidate) => candidate.probability < probability)
      best.splice(place < 0 ? best.length : place, 0, { id, probability })
      if (best.length > kept) best.pop()
    }
    const byTheme = themed.reduce((sum, isThemed, act) => (isThemed ? sum + (acts[act] ?? 0) : sum), 0) * ofTheme
    /** Of what is talked about: gatherings have one too. */
    const deadlines = ((topics[unnamed] ?? 0) * (acts[aspects.indexOf('deadlines')] ?? 0)) / programme
    const gained = (id: string) => (id === finder ? byTheme : id === talk.topic ? deadlines : 0)
    for (const { id, act } of others) consider(id, (acts[act] ?? 0) + gained(id))
    for (const { id, topic, act } of programmes) {
      const share = ofTheme > 0 && themed[act] ? 0 : (shares.get(topic) ?? 0)
      consider(id, (((topics[topic] ?? 0) + share) * (acts[act] ?? 0)) / programme)
    }
    return best
  }
}

/** Gives what was talked about a head start. */
function favouring(model: Model, { topic, aspect, offered = [] }: Talk, hasTheme: boolean): (scores: Scores) => void {
  return ({ topics, acts }) => {
    if (aspect !== undefined) raise(acts, model.acts.indexOf(aspect), headStart.aspect)
    if (topic === undefined && offered.length > 0) raise(topics, model.topics.indexOf(talkedAbout), headStart.unnamed)
    if (topic === undefined) return
    raise(acts, model.acts.indexOf(outOfScope), headStart.outside)
    const number = model.topics.indexOf(topic)
    if (number >= 0) {
      raise(topics, number, headStart.programme)
      raise(topics, model.topics.indexOf(talkedAbout), headStart.unnamed)
    } else if (!isProgramme(topic)) {
      const unnamed = model.topics.indexOf(talkedAbout)
      if (topic === gatheringsTopic) raise(topics, unnamed, headStart.unnamed)
      else if (!hasTheme) topics[unnamed] = Number.NEGATIVE_INFINITY
      model.acts.forEach((id, act) => {
        if (isAbout(id, topic)) raise(acts, act, headStart.subject)
      })
    }
  }
}

function isProgrammeTalkedAbout({ topic }: Talk): boolean {
  return topic !== undefined && isProgramme(topic)
}

function raise(scores: Float64Array, at: number, by: number): void {
  if (at >= 0) scores[at] = (scores[at] ?? 0) + by
}

/** Takes "the programme talked about" to be the one that was, or else one of those offered or asked about often. */
function sharesOf(model: Model, unnamed: number, { topic, offered }: Talk): Map<number, number> {
  const talked = model.topics.indexOf(topic ?? '')
  const others = topic === gatheringsTopic ? [] : commonProgrammes
  const among = offered && offered.length > 0 ? offered : others
  const numbers = talked >= 0 ? [talked] : among.map((each) => model.topics.indexOf(each))
  return new Map(numbers.map((number) => [number, unnamed / numbers.length]))
}
