import type { Content } from '../../../src/knowledge/load.ts'
import { equivalentOf } from '../../../src/knowledge/understanding/equivalents.ts'
import { collectPhrases, outOfScope, type Phrase } from '../../../src/knowledge/understanding/examples.ts'
import { createRandom, trainOn } from '../../../src/knowledge/understanding/model.ts'
import { createUnderstander } from '../../../src/knowledge/understanding/understand.ts'
import type { Question } from '../answers.ts'
import type { Outcome } from './figures.ts'

/**
 * Understands each example in the content by a model that has seen neither it nor what says the same in another language.
 * Harder than what people ask: those who write examples make them as unlike each other as they can.
 */
export function leaveOut(content: Content, folds: number): Outcome[] {
  const random = createRandom()
  const phrases = collectPhrases(content, random)
  return Array.from({ length: folds }, (_, fold) => {
    const isLeftOut = ({ source }: Phrase) => source !== undefined && hashOf(source) % folds === fold
    const model = trainOn(
      phrases.filter((phrase) => !isLeftOut(phrase)),
      content,
      random,
    )
    const { understand } = createUnderstander(content, model)
    return phrases
      .filter((phrase) => isLeftOut(phrase) && phrase.weight === 1)
      .map((phrase): Outcome => {
        const begun = performance.now()
        const understanding = understand(phrase.text)
        const question = questionOf(phrase, understanding.language)
        return { question, ...understanding, milliseconds: performance.now() - begun }
      })
  }).flat()
}

function questionOf({ text, topic, act }: Phrase, lang: Question['lang']): Question {
  if (act === null || act === outOfScope) return { q: text, lang, kind: 'handoff', ids: [] }
  const id = topic === null ? act : `${topic}/${act}`
  const other = equivalentOf(id)
  return { q: text, lang, kind: id.includes('/') ? 'answer' : 'command', ids: other ? [id, other] : [id] }
}

function hashOf(text: string): number {
  let hash = 7
  for (const character of text) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0
  return hash
}
