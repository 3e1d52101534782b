import type { Understanding } from '../../../src/knowledge/knowledge.ts'
import { languages } from '../../../src/knowledge/taxonomy.ts'
import type { Question } from '../answers.ts'

/** What was made of a question. */
export type Outcome = Omit<Understanding, 'topic' | 'parts' | 'counties' | 'isOutside'> & {
  question: Question
  milliseconds: number
}

/** Shares, from 0 to 1, of the questions of one kind or language. */
type Row = {
  group: string
  count: number
  /** The best id is right (nothing, for what is out of scope), whether it is answered at once or offered. */
  top1: number
  /** One of the three best is. */
  top3: number
  /** It is right, and answered or done at once. */
  answered: number
  /** It is wrong, and answered or done at once. */
  wrongAndSure: number
  handedOff: number
  language: number
}

export type Figures = {
  rows: Row[]
  /** For each span of confidence: how many answers had it, and how many of them were right. */
  calibration: { from: number; count: number; confidence: number; right: number }[]
  p50: number
  p99: number
  mean: number
}

const kinds = ['answer', 'command', 'handoff'] as const

export function figuresOf(outcomes: readonly Outcome[]): Figures {
  const inScope = outcomes.filter(({ question }) => question.kind !== 'handoff')
  const groups: [string, readonly Outcome[]][] = [
    ...kinds.map((kind): [string, Outcome[]] => [kind, outcomes.filter(({ question }) => question.kind === kind)]),
    ['in scope', inScope],
    ...languages.map((language): [string, Outcome[]] => [
      `in scope ${language}`,
      inScope.filter(({ question }) => question.lang === language),
    ]),
    ...languages.flatMap((language) =>
      kinds.map((kind): [string, Outcome[]] => [
        `${kind} ${language}`,
        outcomes.filter(({ question }) => question.lang === language && question.kind === kind),
      ]),
    ),
    ['all', outcomes],
  ]
  const times = outcomes.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b)
  return {
    rows: groups.filter(([, group]) => group.length > 0).map(([name, group]) => rowOf(name, group)),
    calibration: calibrationOf(outcomes),
    p50: times[Math.floor(times.length * 0.5)] ?? 0,
    p99: times[Math.floor(times.length * 0.99)] ?? 0,
    mean: times.reduce((sum, time) => sum + time, 0) / Math.max(1, times.length),
  }
}

export function describeFigures(name: string, { rows, calibration, p50, p99, mean }: Figures): string {
  const header = ['', 'count', 'top-1', 'top-3', 'answered', 'wrong+sure', 'handed off', 'language']
  const table = [
    header,
    ...rows.map((row) => [
      row.group,
      String(row.count),
      ...[row.top1, row.top3, row.answered, row.wrongAndSure, row.handedOff, row.language].map((share) =>
        share.toFixed(3),
      ),
    ]),
  ]
  const widths = header.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)))
  const lines = table.map((row) => row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  '))
  const bins = calibration.map(
    ({ from, count, confidence, right }) =>
      `${from.toFixed(1)}+ ${count}: said ${confidence.toFixed(2)}, were ${right.toFixed(2)}`,
  )
  const times = `p50 ${p50.toFixed(3)} ms, p99 ${p99.toFixed(3)} ms, mean ${mean.toFixed(3)} ms a question`
  return ['', name, ...lines, `confidence: ${bins.join(' · ')}`, times].join('\n')
}

function rowOf(group: string, outcomes: readonly Outcome[]): Row {
  const share = (test: (outcome: Outcome) => boolean) => outcomes.filter(test).length / outcomes.length
  const isSure = ({ kind }: Outcome) => kind === 'answer' || kind === 'command'
  return {
    group,
    count: outcomes.length,
    top1: share((outcome) => isHit(outcome, 1)),
    top3: share((outcome) => isHit(outcome, 3)),
    answered: share((outcome) => isHit(outcome, 1) && (isSure(outcome) || outcome.question.kind === 'handoff')),
    wrongAndSure: share((outcome) => isSure(outcome) && !isHit(outcome, 1)),
    handedOff: share(({ kind }) => kind === 'handoff'),
    language: share(({ question, language }) => question.lang === language),
  }
}

function isHit({ question, kind, id, alternatives }: Outcome, places: number): boolean {
  if (question.kind === 'handoff') return kind === 'handoff'
  if (kind === 'handoff' || id === null) return false
  return [id, ...alternatives].slice(0, places).some((each) => question.ids.includes(each))
}

function calibrationOf(outcomes: readonly Outcome[]): Figures['calibration'] {
  const given = outcomes.filter(({ kind }) => kind !== 'handoff')
  return [0, 0.2, 0.4, 0.6, 0.8, 0.9].flatMap((from, position, all) => {
    const to = all[position + 1] ?? Number.POSITIVE_INFINITY
    const inBin = given.filter(({ confidence }) => confidence >= from && confidence < to)
    if (inBin.length === 0) return []
    const confidence = inBin.reduce((sum, outcome) => sum + outcome.confidence, 0) / inBin.length
    return [
      {
        from,
        count: inBin.length,
        confidence,
        right: inBin.filter((outcome) => isHit(outcome, 1)).length / inBin.length,
      },
    ]
  })
}
