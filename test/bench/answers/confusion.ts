import { isProgramme, topicOf } from '../../../src/knowledge/taxonomy.ts'
import type { Outcome } from './figures.ts'

/** A Markdown table: what was asked for by row, what was understood by column. Programmes are put together by aspect. */
export function confusionMatrix(outcomes: readonly Outcome[]): string {
  const pairs = outcomes.map(({ question, kind, id }) => {
    const right = id !== null && kind !== 'handoff' && question.ids.includes(id)
    const got = kind === 'handoff' || id === null ? 'handoff' : groupOf(id)
    return {
      wanted: right ? got : groupOf(question.ids[0]),
      got: sameAspectOtherTopic(question.ids, id) ? 'other programme' : got,
    }
  })
  const rows = [...new Set(pairs.map(({ wanted }) => wanted))].sort()
  const columns = [...new Set(pairs.map(({ got }) => got))].sort()
  const count = (wanted: string, got: string) =>
    pairs.filter((pair) => pair.wanted === wanted && pair.got === got).length
  return [
    `| asked ↓ understood → | ${columns.join(' | ')} |`,
    `|---|${columns.map(() => '--:|').join('')}`,
    ...rows.map((row) => `| ${row} | ${columns.map((column) => count(row, column) || '').join(' | ')} |`),
    '',
  ].join('\n')
}

function groupOf(id: string | undefined): string {
  if (id === undefined) return 'handoff'
  const topic = topicOf(id)
  if (!id.includes('/')) return 'command'
  return isProgramme(topic) ? id.slice(topic.length + 1) : topic
}

function sameAspectOtherTopic(wanted: readonly string[], got: string | null): boolean {
  if (got === null || wanted.includes(got) || !got.includes('/') || !isProgramme(topicOf(got))) return false
  return wanted.some((id) => id.includes('/') && isProgramme(topicOf(id)) && topicOf(id) !== topicOf(got))
}
