import type { Turn } from '../turn.ts'

/** What was written; where a suggestion was pressed, what it was suggested for. */
export function saidIn({ text, memory: { asked } }: Pick<Turn, 'text' | 'memory'>): string {
  return text === '' && asked?.answerIds.length === 0 ? asked.text : text
}
