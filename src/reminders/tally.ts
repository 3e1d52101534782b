import { z } from 'zod'
import type { Database } from '../store/database.ts'
import { toDate } from '../store/instants.ts'
import { type Kind, kindNames } from './kinds.ts'
import { latenessBuckets } from './metrics.ts'
import { type Reason, reasons, rowsDefinition, type State, states } from './row.ts'

/** Rows by state, and the times that rows went back to wait. */
export type Counts = Record<State | 'retried' | 'throttled' | 'postponed', number>

export interface Tally {
  counts: Counts
  /** Of the kinds that there are any of. */
  kinds: Partial<Record<Kind, Counts>>
  /** When the first of it was; null when nothing was tried yet. */
  since: Temporal.Instant | null
  /** Of those due: why they did not go yet. */
  tried: { retry: number; throttled: number; held: number }
  /** Of all that are kept, and of the last 24 hours. */
  lateness: { kept: Lateness; lastDay: Lateness }
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

const lateMs = { $subtract: ['$lastAt', '$promisedAt'] }

/** The first of the buckets that the lateness is within; the number of all of them when it is in none. */
const bucket = latenessBuckets.reduceRight<unknown>(
  (later, seconds, index) => ({ $cond: [{ $lte: [lateMs, seconds * 1_000] }, index, later] }),
  latenessBuckets.length,
)

const isTimed = { $and: [{ $eq: ['$state', 'sent'] }, { $gt: ['$promisedAt', new Date(0)] }] }

const partSchema = z.object({
  _id: z.object({
    kind: z.enum(kindNames),
    state: z.enum(states),
    reason: z.enum(reasons).nullish(),
    bucket: z.number().nullish(),
    isRecent: z.boolean(),
  }),
  rows: z.number(),
  retried: z.number(),
  throttled: z.number(),
  postponed: z.number(),
  since: z.date().nullish(),
  mostMs: z.number().nullish(),
})

type Part = z.infer<typeof partSchema>

/**
 * What became of all rows that are kept, and of those that were sent since `recently`; reads the whole outbox, in the store
 * and once.
 */
export async function readTally(database: Database, recently: Temporal.Instant): Promise<Tally> {
  const isRecent = { $gte: ['$lastAt', toDate(recently)] }
  const group = {
    _id: {
      kind: '$kind',
      state: '$state',
      reason: { $ifNull: ['$reason', null] },
      bucket: { $cond: [isTimed, bucket, null] },
      isRecent,
    },
    rows: { $sum: 1 },
    retried: { $sum: '$retried' },
    throttled: { $sum: '$throttled' },
    postponed: { $sum: '$postponed' },
    since: { $min: '$lastAt' },
    mostMs: { $max: { $cond: [isTimed, lateMs, null] } },
  }
  const found = await database.collection(rowsDefinition).aggregate([{ $group: group }])
  return tallyOf(found.map((each) => partSchema.parse(each)))
}

function tallyOf(parts: readonly Part[]): Tally {
  const ofKinds = [...Map.groupBy(parts, ({ _id }) => _id.kind)].map(([kind, some]) => [kind, sumOf(some)] as const)
  const first = Math.min(...parts.map(({ since }) => since?.getTime() ?? Number.POSITIVE_INFINITY))
  const waiting = (...why: Reason[]) => sumOf(parts.filter(({ _id }) => _id.reason && why.includes(_id.reason))).due
  const timed = parts.filter(({ _id }) => typeof _id.bucket === 'number')
  return {
    counts: sumOf(parts),
    kinds: Object.fromEntries(ofKinds),
    since: Number.isFinite(first) ? Temporal.Instant.fromEpochMilliseconds(first) : null,
    tried: {
      retry: waiting('retry'),
      throttled: waiting('throttled'),
      held: waiting('quiet', 'paused', 'daily-limit'),
    },
    lateness: { kept: latenessOf(timed), lastDay: latenessOf(timed.filter(({ _id }) => _id.isRecent)) },
  }
}

function sumOf(parts: readonly Part[]): Counts {
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

function latenessOf(parts: readonly Part[]): Lateness {
  const sum = (some: typeof parts) => some.reduce((total, { rows }) => total + rows, 0)
  const messages = sum(parts)
  const within = latenessBuckets.map((seconds, index) => {
    return { seconds, count: sum(parts.filter(({ _id }) => (_id.bucket ?? 0) <= index)) }
  })
  const boundOf = (part: number) =>
    within.find(({ count }) => messages > 0 && count >= messages * part)?.seconds ?? null
  return {
    messages,
    p50: boundOf(0.5),
    p99: boundOf(0.99),
    most: Math.max(0, ...parts.map(({ mostMs }) => mostMs ?? 0)) / 1_000,
    within: Object.fromEntries(within.map(({ seconds, count }) => [seconds, count])),
  }
}
