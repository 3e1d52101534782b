import { z } from 'zod'
import type { Database } from '../store/database.ts'
import { toDate } from '../store/instants.ts'
import { type Kind, kindNames } from './kinds.ts'
import { latenessBuckets } from './metrics.ts'
import { rowsDefinition, type State, states } from './row.ts'

/** Rows by state, and the times that rows went back to wait. */
export type Counts = Record<State | 'retried' | 'throttled' | 'postponed', number>

export interface Tally {
  counts: Counts
  /** Of the kinds that there are any of. */
  kinds: Partial<Record<Kind, Counts>>
  /** When the first of it was; null when nothing was tried yet. */
  since: Temporal.Instant | null
}

/** Seconds from when messages should have gone to when the service had taken them, of those that are kept. */
export interface Lateness {
  messages: number
  /** The smallest of the buckets' bounds that half of them, and 99 of 100, stayed within; null when it was more, or nothing was sent. */
  p50: number | null
  p99: number | null
  most: number
  /** How many stayed within so many seconds. */
  within: Record<string, number>
}

const tallied = z.object({
  _id: z.object({ kind: z.enum(kindNames), state: z.enum(states) }),
  rows: z.number(),
  retried: z.number(),
  throttled: z.number(),
  postponed: z.number(),
  since: z.date().nullish(),
})

const group = {
  _id: { kind: '$kind', state: '$state' },
  rows: { $sum: 1 },
  retried: { $sum: '$retried' },
  throttled: { $sum: '$throttled' },
  postponed: { $sum: '$postponed' },
  since: { $min: '$lastAt' },
}

/** What became of all rows that are kept; reads the whole outbox, in the store. */
export async function tally(database: Database): Promise<Tally> {
  const found = await database.collection(rowsDefinition).aggregate([{ $group: group }])
  const parts = found.map((each) => tallied.parse(each))
  const ofKinds = [...Map.groupBy(parts, ({ _id }) => _id.kind)].map(([kind, some]) => [kind, sumOf(some)] as const)
  const first = Math.min(...parts.map(({ since }) => since?.getTime() ?? Number.POSITIVE_INFINITY))
  return {
    counts: sumOf(parts),
    kinds: Object.fromEntries(ofKinds),
    since: Number.isFinite(first) ? Temporal.Instant.fromEpochMilliseconds(first) : null,
  }
}

function sumOf(parts: readonly z.infer<typeof tallied>[]): Counts {
  const ended = { sent: 0, unreachable: 0, failed: 0, withdrawn: 0, dropped: 0 }
  const counts: Counts = { due: 0, leased: 0, ...ended, retried: 0, throttled: 0, postponed: 0 }
  for (const { _id, rows, retried, throttled, postponed } of parts) {
    counts[_id.state] += rows
    counts.retried += retried
    counts.throttled += throttled
    counts.postponed += postponed
  }
  return counts
}

const lateMs = { $subtract: ['$lastAt', '$promisedAt'] }

/** Of a row: the first of the buckets that its lateness is within; the number of all of them when it is in none. */
const bucketOfRow = latenessBuckets.reduceRight<unknown>(
  (later, seconds, index) => ({ $cond: [{ $lte: [lateMs, seconds * 1_000] }, index, later] }),
  latenessBuckets.length,
)

const timed = z.object({
  _id: z.object({ bucket: z.number(), isRecent: z.boolean() }),
  messages: z.number(),
  mostMs: z.number(),
})

/** How late those were that were sent, and those of them since `recently`; reads the whole outbox, in the store. */
export async function readLateness(database: Database, recently: Temporal.Instant) {
  const isRecent = { $gte: ['$lastAt', toDate(recently)] }
  const found = await database
    .collection(rowsDefinition)
    .aggregate([
      { $match: { state: 'sent', promisedAt: { $gt: new Date(0) } } },
      { $group: { _id: { bucket: bucketOfRow, isRecent }, messages: { $sum: 1 }, mostMs: { $max: lateMs } } },
    ])
  const parts = found.map((each) => timed.parse(each))
  return { kept: latenessOf(parts), lastDay: latenessOf(parts.filter(({ _id }) => _id.isRecent)) }
}

function latenessOf(parts: readonly z.infer<typeof timed>[]): Lateness {
  const sum = (some: typeof parts) => some.reduce((total, { messages }) => total + messages, 0)
  const messages = sum(parts)
  const within = latenessBuckets.map((seconds, index) => {
    return { seconds, count: sum(parts.filter(({ _id }) => _id.bucket <= index)) }
  })
  const boundOf = (part: number) =>
    within.find(({ count }) => messages > 0 && count >= messages * part)?.seconds ?? null
  return {
    messages,
    p50: boundOf(0.5),
    p99: boundOf(0.99),
    most: Math.max(0, ...parts.map(({ mostMs }) => mostMs)) / 1_000,
    within: Object.fromEntries(within.map(({ seconds, count }) => [seconds, count])),
  }
}
