import { areSimilar } from '../similar.ts'
import type { OpenQuestion } from './questions.ts'

/** Questions that show one need. */
export interface Need {
  /** The id of its oldest question: stays the same as others join it. */
  id: string
  topic: string | null
  /** The answer that did not help; null where there was none. */
  answerId: string | null
  /** The latest first. */
  questions: OpenQuestion[]
  /** How many people asked, as far as it is known. */
  people: number
}

/**
 * Puts together what belongs together: by the answer that did not help, and else by subject and wording. The need that
 * most people have comes first.
 * @param wordsOf the words of a text in a form in which they can be compared, without those that carry no meaning
 */
export function groupNeeds(questions: readonly OpenQuestion[], wordsOf: (text: string) => readonly string[]): Need[] {
  const oldestFirst = questions.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at))
  const wordSets = new Map(oldestFirst.map(({ id, text }) => [id, new Set(wordsOf(text))]))
  const empty: ReadonlySet<string> = new Set()

  function belongs(question: OpenQuestion, group: readonly OpenQuestion[]): boolean {
    const [first] = group
    if (first === undefined || first.answerId !== question.answerId || first.topic !== question.topic) return false
    if (question.answerId !== null) return true
    const words = wordSets.get(question.id) ?? empty
    return group.some((other) => areSimilar(words, wordSets.get(other.id) ?? empty))
  }

  const groups: OpenQuestion[][] = []
  for (const question of oldestFirst) {
    const group = groups.find((candidate) => belongs(question, candidate))
    if (group === undefined) groups.push([question])
    else group.push(question)
  }
  return groups.map(toNeed).toSorted((a, b) => b.people - a.people || b.questions.length - a.questions.length)
}

function toNeed(group: OpenQuestion[]): Need {
  const [first] = group
  const known = new Set(group.flatMap(({ writer }) => writer ?? []))
  const unknown = group.filter(({ writer }) => writer === null).length
  return {
    id: first?.id ?? '',
    topic: first?.topic ?? null,
    answerId: first?.answerId ?? null,
    questions: group.toReversed(),
    people: known.size + unknown,
  }
}
