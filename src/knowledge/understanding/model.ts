import { z } from 'zod'
import type { Content } from '../load.ts'
import { aspects } from '../taxonomy.ts'
import { type Scores, score, toProbabilities, train } from './classifier.ts'
import { collectPhrases, type Phrase } from './examples.ts'
import { featureCount } from './features.ts'
import { learnLanguages } from './language.ts'
import { compressMatrix, type Matrix, matrixSchema } from './matrix.ts'
import { createReader, type Reading } from './reader.ts'
import { words } from './tokens.ts'

export const modelSchema = z.object({
  /** Words that people use, the commonest first. */
  vocabulary: z.array(z.string()),
  topics: z.array(z.string()),
  /** Aspects first. */
  acts: z.array(z.string()),
  topic: matrixSchema,
  act: matrixSchema,
  language: z.object({
    languages: z.array(z.string()),
    matrix: matrixSchema,
    alike: z.record(z.string(), z.array(z.string())),
  }),
})

/** What was learned from the content. */
export type Model = z.infer<typeof modelSchema>

/** Learns from content. Takes seconds. The same content gives the same model. */
export function trainModel(content: Content): Model {
  const random = createRandom()
  return trainOn(collectPhrases(content, random), content, random)
}

/** Learns from some of the phrases in a content. */
export function trainOn(phrases: readonly Phrase[], content: Content, random: () => number): Model {
  const vocabulary = collectVocabulary(phrases)
  const read = createReader(content, vocabulary)
  const topics = [...new Set(phrases.flatMap(({ topic }) => topic ?? []))].sort()
  const others = [...new Set(phrases.flatMap(({ act }) => act ?? []))].filter((act) => !isAspect(act)).sort()
  const acts = [...aspects, ...others]
  const numberOf = (names: readonly string[], name: string | null) => (name === null ? -1 : names.indexOf(name))
  const examples = phrases.map(({ text, topic, act, weight }) => {
    const { topic: topicFeatures, act: actFeatures } = read(text)
    return { topicFeatures, actFeatures, topic: numberOf(topics, topic), act: numberOf(acts, act), weight }
  })
  const shape = { features: featureCount, topics: topics.length, acts: acts.length, aspects: aspects.length }
  const weights = train(examples, shape, random)
  return {
    vocabulary,
    topics,
    acts,
    topic: compressMatrix(weights.topic, topics.length),
    act: compressMatrix(weights.act, acts.length),
    language: learnLanguages(content),
  }
}

/** How often a word has to be written to be taken as well spelt. */
const oftenEnough = 3

function collectVocabulary(phrases: readonly Phrase[]): string[] {
  const counts = new Map<string, number>()
  for (const { text } of phrases) for (const word of words(text)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts]
    .filter(([, count]) => count >= oftenEnough)
    .sort(([, a], [, b]) => b - a)
    .map(([word]) => word)
}

/**
 * @param favour changes the scores before they become probabilities, for what is known from elsewhere than the text
 */
export function predict(model: Model, reading: Reading, favour: (scores: Scores) => void = () => {}): Scores {
  const scores = { topics: scoresOf(model.topic, reading.topic), acts: scoresOf(model.act, reading.act) }
  favour(scores)
  toProbabilities(scores, aspects.length)
  return scores
}

function scoresOf({ weights, scales }: Matrix, features: Reading['topic']): Float64Array {
  const scores = new Float64Array(scales.length)
  score(weights, features, scores)
  return scores.map((each, column) => each * (scales[column] ?? 0))
}

function isAspect(act: string): boolean {
  return aspects.some((aspect) => aspect === act)
}

/** Chance that is the same each time (a linear congruential generator), so that training can be repeated. */
export function createRandom(): () => number {
  let state = 1
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}
