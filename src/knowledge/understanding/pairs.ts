import { isProgramme, topicOf } from '../taxonomy.ts'
import { splitQuestion } from './parts.ts'
import type { Talk } from './ranking.ts'
import type { Reading } from './reader.ts'

/** An id with the probability that it is what somebody wants. */
export type Candidate = { id: string; probability: number }

type PairDependencies = {
  read: (text: string) => Reading
  /** What a text may mean, best first, after what was talked about. */
  rank: (reading: Reading, talk: Talk) => Candidate[]
  isAnswer: (id: string) => boolean
  isSure: (probability: number) => boolean
}

type Asked = { question: string; reading: Reading; candidates: readonly Candidate[]; topic: string | undefined }

/** «Og hva med LIFE?»: the same as before, of something else. */
const sameOfAnother = /^(?:(?:og|and|men|but)\s+)?(?:hva|kva|ka|what|how)\s+(?:med|about)\b/i
/** Two names that do not stand together are both asked about when neither is less likely. */
const leastLikely = 0.05

/** Gives a function that finds both answers to a question with two parts, in the order asked; undefined for one part. */
export function createPairFinder({ read, rank, isAnswer, isSure }: PairDependencies) {
  /** Each half has to be clear by itself, and the whole about them. */
  function ofHalves({ question, reading, candidates, topic }: Asked): string[] {
    const [first, second, ...more] = splitQuestion(question)
    if (first === undefined || second === undefined || more.length > 0) return []
    const about = reading.programmes[0] ?? topic
    const one = answerTo(first, about)
    const other = sameOfAnother.test(second) ? ofAnother(one, second) : answerTo(second, about)
    const ids = [one, other].filter((id) => id !== undefined)
    return ids.includes(candidates[0]?.id ?? '') ? ids : []
  }

  function answerTo(half: string, topic: string | undefined): string | undefined {
    const [best] = rank(read(half), { topic })
    return best && isSure(best.probability) && isAnswer(best.id) ? best.id : undefined
  }

  function ofAnother(answer: string | undefined, half: string): string | undefined {
    const [programme] = read(half).programmes
    return answer === undefined || programme === undefined ? undefined : sameAspect(answer, programme)
  }

  /** «Når er fristen i Nordplus og Erasmus+?», «hva er PIC og OID?» */
  function ofNames({ reading: { programmes, terms, namesTwo }, candidates }: Asked): string[] {
    const best = candidates[0]?.id ?? ''
    const ids = terms.includes(best) ? terms : programmes.map((programme) => sameAspect(best, programme))
    if (ids.length !== 2 || !ids.includes(best)) return []
    const probabilities = ids.map((id) => candidates.find((candidate) => candidate.id === id)?.probability ?? 0)
    const areBothLikely = namesTwo || Math.min(...probabilities) >= leastLikely
    return areBothLikely && isSure(probabilities.reduce((sum, each) => sum + each)) ? ids : []
  }

  function sameAspect(id: string, programme: string): string {
    return isProgramme(topicOf(id)) ? id.replace(topicOf(id), programme) : id
  }

  return (asked: Asked): string[] | undefined =>
    [ofHalves(asked), ofNames(asked)].find((ids) => new Set(ids).size === 2 && ids.every(isAnswer))
}
