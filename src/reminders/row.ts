import { z } from 'zod'
import type { CollectionDefinition } from '../store/database.ts'
import { type Kind, kindNames, kinds } from './kinds.ts'

/**
 * due → leased → sent, or to one of the other ends; leased → due again when a try failed or its holder died.
 * An end is left only where docs/reliability.md says so; `sent` never.
 */
export const states = ['due', 'leased', 'sent', 'unreachable', 'failed', 'withdrawn', 'dropped'] as const
export type State = (typeof states)[number]

export const reasons = [
  /** Of `due`: the last try failed, or was throttled. */
  'retry',
  'throttled',
  /** Of `due`: the person's quiet hours, pause or daily number of messages. */
  'quiet',
  'paused',
  'daily-limit',
  /** Of `dropped`. */
  'too-late',
  'superseded',
  'turned-off',
  'nothing-to-say',
  /** Of `withdrawn`: no longer planned, or the person said that it is done. */
  'not-planned',
  'done',
  /** Of `unreachable`, when it was known before sending. */
  'known-unreachable',
  /** Of `failed`. */
  'refused',
  'tries-used-up',
] as const
export type Reason = (typeof reasons)[number]

const rowSchema = z.object({
  /** Made of what the row is about, so that nothing is planned twice. */
  _id: z.string(),
  /** `gathering:<id>`, `call:<id>` …: what is planned, moved and withdrawn together. */
  about: z.string(),
  kind: z.enum(kindNames),
  priority: z.number(),
  tenantId: z.string(),
  personId: z.string(),
  /** Ids only; whoever makes the card looks them up. */
  data: z.record(z.string(), z.string()),
  /** When the message should arrive. */
  dueAt: z.date(),
  /** When it may be tried: `dueAt`, or later after a failed try, a pause or a snooze. */
  nextAt: z.date(),
  /** From when it counts as late: `dueAt`, or what its person's quiet hours or pause moved it to. Rows of before lack it. */
  promisedAt: z.date().optional(),
  /** From then on it means nothing. */
  expiresAt: z.date(),
  state: z.enum(states),
  reason: z.enum(reasons).optional(),
  /** Times that it was handed to the service. */
  tries: z.number(),
  /** Failed tries while the service let other messages through. */
  strikes: z.number(),
  /** Times that it went back to wait, by why; none is absent. */
  retried: z.number().optional(),
  throttled: z.number().optional(),
  postponed: z.number().optional(),
  /** HTTP status of the last try that had one. */
  lastStatus: z.number().optional(),
  lastAt: z.date().optional(),
  leasedBy: z.string().optional(),
  leaseUntil: z.date().optional(),
})

export type Row = z.infer<typeof rowSchema>

export const rowsDefinition: CollectionDefinition<Row> = {
  name: 'outbox',
  schema: rowSchema,
  indexes: [
    { name: 'due', key: { tenantId: 1, state: 1, priority: 1, nextAt: 1 } },
    { name: 'person', key: { personId: 1, state: 1, nextAt: 1 } },
    { name: 'about', key: { about: 1, state: 1 } },
  ],
}

/** A message that should be sent, before the outbox has it. */
export interface PlannedRow {
  key: string
  about: string
  kind: Kind
  personId: string
  data: Record<string, string>
  dueAt: Date
  expiresAt: Date
}

export function newRow({ key, about, kind, personId, data, dueAt, expiresAt }: PlannedRow): Row {
  return {
    _id: key,
    about,
    kind,
    priority: kinds[kind].priority,
    tenantId: tenantOf(personId),
    personId,
    data,
    dueAt,
    nextAt: dueAt,
    promisedAt: dueAt,
    expiresAt,
    state: 'due',
    tries: 0,
    strikes: 0,
  }
}

/** What became of a row that waits again. */
export function delayOf(reason: Reason): 'retried' | 'throttled' | 'postponed' {
  if (reason === 'retry') return 'retried'
  return reason === 'throttled' ? 'throttled' : 'postponed'
}

/** When the row could go as things were decided: a person's own quiet hours do not make it late. */
export function promisedAtOf({ promisedAt, nextAt }: Row): number {
  return (promisedAt ?? nextAt).getTime()
}

/** @param personId `tenantId/aadObjectId` */
export function tenantOf(personId: string): string {
  return personId.slice(0, personId.indexOf('/'))
}
