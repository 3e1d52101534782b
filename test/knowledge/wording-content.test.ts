import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { openKnowledge } from '../../src/knowledge/knowledge.ts'
import { requiredAnswers } from '../../src/knowledge/taxonomy.ts'
import { findUnfounded, isIn } from '../../src/knowledge/wording/check.ts'
import { commonWords } from '../../src/knowledge/wording/vocabulary.ts'
import { languages } from '../../src/language.ts'

const knowledge = await openKnowledge({
  directory: fileURLToPath(new URL('../../src/knowledge', import.meta.url)),
  placeholders: {
    owner: 'Buskerud fylkeskommune',
    networkName: 'Nettverket',
    contactName: 'Kari',
    contactEmail: 'a@b.no',
  },
  timeZone: 'Europe/Oslo',
})
const now = Temporal.Instant.from('2026-11-24T09:00:00Z')

describe('the check of what a model wrote, on the content itself', () => {
  it.each(languages)('finds nothing unfounded in an answer beside its own source (%s)', (language) => {
    const ordinary = commonWords(knowledge, language, now)
    for (const id of requiredAnswers()) {
      const answer = knowledge.answer(id, language, now)
      if (answer === undefined) continue
      const text = answer.text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      expect([id, findUnfounded(text, [answer.title, answer.text], language, (word) => ordinary.has(word))]).toEqual([
        id,
        null,
      ])
      expect([id, isIn(language, text)]).toEqual([id, true])
    }
  })

  it.each(languages)('finds most answers unfounded beside the source of another programme (%s)', (language) => {
    const ordinary = commonWords(knowledge, language, now)
    const texts = requiredAnswers().flatMap((id) => knowledge.answer(id, language, now)?.body ?? [])
    const caught = texts.filter((text, index) => {
      const other = texts[(index + 37) % texts.length] ?? ''
      return findUnfounded(text, [other], language, (word) => ordinary.has(word)) !== null
    })
    expect(caught.length / texts.length).toBeGreaterThan(0.9)
  })
})
