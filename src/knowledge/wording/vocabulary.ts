import type { Knowledge } from '../knowledge.ts'
import { type Language, requiredAnswers } from '../taxonomy.ts'

const known = new WeakMap<Knowledge, Map<Language, ReadonlySet<string>>>()

/** The words that the content uses in lower case: ordinary ones. Made when first asked for, and kept with the knowledge. */
export function commonWords(knowledge: Knowledge, language: Language, now: Temporal.Instant): ReadonlySet<string> {
  const ofKnowledge = known.get(knowledge) ?? new Map<Language, ReadonlySet<string>>()
  known.set(knowledge, ofKnowledge)
  const found = ofKnowledge.get(language)
  if (found !== undefined) return found
  const texts = requiredAnswers().flatMap((id) => knowledge.answer(id, language, now) ?? [])
  const words = new Set(
    texts.flatMap(({ title, text }) => `${title}\n${text}`.match(/(?<![\p{L}\d])\p{Ll}+(?![\p{L}\d])/gu) ?? []),
  )
  ofKnowledge.set(language, words)
  return words
}
