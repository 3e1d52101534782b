import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { createAnswers } from '../../src/knowledge/answers.ts'
import { callsAhead, toCall } from '../../src/knowledge/calls.ts'
import { parseContent, readContentFiles } from '../../src/knowledge/load.ts'
import { languages } from '../../src/knowledge/taxonomy.ts'
import { placeholders } from '../support/content.ts'

const { content } = parseContent(await readContentFiles(fileURLToPath(new URL('../../src/knowledge', import.meta.url))))
const calls = content.calls.map(toCall)
const { answer } = createAnswers(content, placeholders, 'Europe/Oslo')
const programmes = [...new Set(content.topics.map(({ topic }) => topic))].filter((topic) =>
  content.topics.some((file) => file.topic === topic && file.sections.some(({ aspect }) => aspect === 'deadlines')),
)
/** Long before the first call, now, and long after the last; and around the end of each. */
const moments = [
  ...['2022-01-01T00:00:00Z', '2026-11-28T12:00:00Z', '2035-01-01T00:00:00Z'].map((each) =>
    Temporal.Instant.from(each),
  ),
  ...calls.flatMap(({ closes }) => [closes.toInstant().subtract({ seconds: 1 }), closes.toInstant()]),
]

describe('the answer about deadlines, of every programme, at every moment', () => {
  it('lists what can still be applied for, in order, and nothing else', () => {
    for (const now of moments) {
      for (const topic of programmes) {
        const shown = answer(`${topic}/deadlines`, 'nb', now)
        const closing = (shown?.calls ?? []).map(({ closes }) => closes.epochMilliseconds)
        expect(closing, topic).toEqual(closing.toSorted((a, b) => a - b))
        for (const call of calls) {
          const isListed = shown?.text.includes(`- [${call.title.nb}](`) ?? false
          const isAhead = Temporal.Instant.compare(call.closes.toInstant(), now) > 0
          if (isListed) expect(isAhead, `${call.id} at ${now}`).toBe(true)
          if (isAhead && call.topic === topic) expect(isListed, `${call.id} at ${now}`).toBe(true)
        }
      }
    }
  })

  it('lists the eight of all programmes that close first, for who names none', () => {
    for (const now of moments) {
      const ahead = callsAhead(calls, now).map(({ id }) => id)
      expect(answer('guide/deadlines', 'nb', now)?.calls?.map(({ id }) => id)).toEqual(ahead.slice(0, 8))
    }
  })

  it.each(languages)('says where to look when no call is known, in %s', (language) => {
    const none = content.lexicon.callWords.get(language)?.none ?? ''
    for (const topic of programmes) {
      const shown = answer(`${topic}/deadlines`, language, Temporal.Instant.from('2035-01-01T00:00:00Z'))
      expect(shown?.text.endsWith(none), topic).toBe(true)
      expect(shown?.sources.length, topic).toBeGreaterThan(0)
    }
  })
})
