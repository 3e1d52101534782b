import type { Features } from './features.ts'

/**
 * Tells topic and act of a text at once. An answer about a programme is a topic and an aspect, anything else (a subject,
 * an order, out of scope) is an act alone; all of them compete:
 *   P(topic, aspect) ∝ exp(topic score + aspect score)        P(act) ∝ exp(act score)
 * So what is learned of an aspect holds for all programmes, and what is learned of a programme for all its aspects.
 */
export type Shape = {
  features: number
  topics: number
  acts: number
  /** The first so many acts are aspects. */
  aspects: number
}

/** A row of weights for each feature, one for each topic or act. */
export type Weights = { topic: Float32Array; act: Float32Array }

/** A text with what it means. Topic or act may be unknown (-1), of an aspect. */
export type Example = { topicFeatures: Features; actFeatures: Features; topic: number; act: number; weight: number }

/** Probabilities. Those of the topics add up to that of all aspects together. */
export type Scores = { topics: Float64Array; acts: Float64Array }

/** Rounds over the examples, and how far to step at first. More of either fits the examples better, and others worse. */
const rounds = 3
/** Chance decides what a single run makes of doubtful cases; the mean of several is steadier. */
const runs = 3
const firstStep = 2.5
/** Classes that are wrong by less are left as they are. */
const negligible = 0.004

/** Learns weights: the mean of those of several runs, which see the examples in different orders. */
export function train(examples: readonly Example[], shape: Shape, random: () => number): Weights {
  const mean = trainOnce(examples, shape, random)
  for (let run = 1; run < runs; run++) {
    const { topic, act } = trainOnce(examples, shape, random)
    moveTowards(mean.topic, topic, run + 1)
    moveTowards(mean.act, act, run + 1)
  }
  return mean
}

/** Turns the mean of all but the last of `count` weights into that of all. */
function moveTowards(mean: Float32Array, last: Float32Array, count: number): void {
  for (let at = 0; at < mean.length; at++) mean[at] = (mean[at] ?? 0) + ((last[at] ?? 0) - (mean[at] ?? 0)) / count
}

/** Multinomial logistic regression by stochastic gradient descent; each feature has a step of its own (AdaGrad). */
function trainOnce(examples: readonly Example[], shape: Shape, random: () => number): Weights {
  const weights = {
    topic: new Float32Array(shape.features * shape.topics),
    act: new Float32Array(shape.features * shape.acts),
  }
  const topicSteps = new Float32Array(shape.features).fill(1e-6)
  const actSteps = new Float32Array(shape.features).fill(1e-6)
  const scores = { topics: new Float64Array(shape.topics), acts: new Float64Array(shape.acts) }
  const order = Int32Array.from(examples.keys())
  for (let round = 0; round < rounds; round++) {
    shuffle(order, random)
    const step = firstStep * (1 - round / (rounds + 1))
    for (const position of order) {
      const example = examples[position]
      if (!example) continue
      score(weights.topic, example.topicFeatures, scores.topics)
      score(weights.act, example.actFeatures, scores.acts)
      toProbabilities(scores, shape.aspects)
      toErrors(scores, example, shape.aspects)
      descend(weights.topic, topicSteps, example.topicFeatures, scores.topics, step * example.weight)
      descend(weights.act, actSteps, example.actFeatures, scores.acts, step * example.weight)
    }
  }
  return weights
}

/** Adds the weights of a text's features up, for each class. */
export function score(weights: Float32Array | Int8Array, { indices, values }: Features, scores: Float64Array): void {
  const classes = scores.length
  scores.fill(0)
  for (let position = 0; position < indices.length; position++) {
    const row = (indices[position] ?? 0) * classes
    const value = values[position] ?? 0
    for (let each = 0; each < classes; each++) {
      scores[each] = (scores[each] ?? 0) + value * (weights[row + each] ?? 0)
    }
  }
}

/** Turns scores into probabilities, in place. */
export function toProbabilities({ topics, acts }: Scores, aspects: number): void {
  const anyTopic = logSumExp(topics)
  for (let act = 0; act < aspects; act++) acts[act] = (acts[act] ?? 0) + anyTopic
  const anything = logSumExp(acts)
  let programme = 0
  for (let act = 0; act < acts.length; act++) {
    const probability = Math.exp((acts[act] ?? 0) - anything)
    acts[act] = probability
    if (act < aspects) programme += probability
  }
  for (let topic = 0; topic < topics.length; topic++) {
    topics[topic] = Math.exp((topics[topic] ?? 0) - anyTopic) * programme
  }
}

/** Turns probabilities into how much they are too high, in place. */
function toErrors({ topics, acts }: Scores, { topic, act }: Example, aspects: number): void {
  if (act < aspects && (topic < 0 || act < 0)) {
    let programme = 0
    for (let each = 0; each < aspects; each++) programme += acts[each] ?? 0
    const known = topic < 0 ? topics : acts
    const count = topic < 0 ? topics.length : aspects
    for (let each = 0; each < count; each++) known[each] = (known[each] ?? 0) * (1 - 1 / Math.max(programme, 1e-9))
  }
  if (topic >= 0) topics[topic] = (topics[topic] ?? 0) - 1
  if (act >= 0) acts[act] = (acts[act] ?? 0) - 1
}

function descend(
  weights: Float32Array,
  squares: Float32Array,
  { indices, values }: Features,
  errors: Float64Array,
  step: number,
): void {
  const classes: number[] = []
  let sum = 0
  for (let each = 0; each < errors.length; each++) {
    const error = errors[each] ?? 0
    if (Math.abs(error) < negligible) continue
    classes.push(each)
    sum += error * error
  }
  for (let position = 0; position < indices.length; position++) {
    const feature = indices[position] ?? 0
    const value = values[position] ?? 0
    const square = (squares[feature] ?? 0) + sum * value * value
    squares[feature] = square
    const size = (step * value) / Math.sqrt(square)
    const row = feature * errors.length
    for (const each of classes) {
      weights[row + each] = (weights[row + each] ?? 0) - size * (errors[each] ?? 0)
    }
  }
}

function logSumExp(scores: Float64Array): number {
  let highest = Number.NEGATIVE_INFINITY
  for (const each of scores) if (each > highest) highest = each
  let sum = 0
  for (const each of scores) sum += Math.exp(each - highest)
  return highest + Math.log(sum)
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    const swapped = order[last] ?? 0
    order[last] = order[other] ?? 0
    order[other] = swapped
  }
}
