import { toDate } from '../store/instants.ts'
import { isInTime, type LaterChoice, laterMoment } from './later.ts'
import { type Message, toMessage } from './message.ts'
import type { Outbox } from './outbox.ts'
import type { PlannedRow, Row } from './row.ts'

interface Dependencies {
  outbox: Outbox
  plans: {
    insert(rows: readonly PlannedRow[]): Promise<void>
    withdraw(keys: readonly string[], reason: 'not-planned' | 'done', at: Date): Promise<void>
  }
  dispatcher: { wake(): void; forget(keys: ReadonlySet<string>): void }
  timeZone: string
  now: () => Temporal.Instant
}

export type LaterResult = { ok: true; until: Temporal.Instant } | { ok: false; reason: 'not-found' | 'too-late' }

/**
 * What a person does to a message that came: put it off, or be done with it; and takes either back. All of it is safe to
 * press twice. Keys of messages to somebody else are looked for in vain.
 */
export function createAnswers({ outbox, plans, dispatcher, timeZone, now }: Dependencies) {
  /** In the order of the keys, as they stood in the message. */
  async function rowsOf(personId: string, keys: readonly string[]): Promise<Row[]> {
    const found = new Map((await outbox.find({ _id: { $in: [...keys] }, personId })).map((row) => [row._id, row]))
    return keys.flatMap((key) => found.get(key) ?? [])
  }

  async function withdraw(rows: readonly Row[], reason: 'not-planned' | 'done'): Promise<void> {
    const keys = rows.map((row) => row._id)
    await plans.withdraw(keys, reason, toDate(now()))
    dispatcher.forget(new Set(keys))
  }

  async function putOff(personId: string, keys: readonly string[]): Promise<Row[]> {
    const originals = new Set((await rowsOf(personId, keys)).map(originalOf))
    const pending = await outbox.find({ personId, state: { $in: ['due', 'leased'] } })
    return pending.filter(({ data }) => data.snoozed !== undefined && originals.has(data.snoozed))
  }

  return {
    /** The message as it would be sent now; null when nothing of it is this person's. */
    async messageOf(personId: string, keys: readonly string[]): Promise<Message | null> {
      const rows = await rowsOf(personId, keys)
      return rows.length === 0 ? null : toMessage(personId, rows)
    },

    /** It comes again, once; what of it would come too late to mean anything does not. */
    async later(personId: string, keys: readonly string[], choice: LaterChoice): Promise<LaterResult> {
      const rows = await rowsOf(personId, keys)
      if (rows.length === 0) return { ok: false, reason: 'not-found' }
      const until = laterMoment(choice, now(), timeZone)
      const fitting = rows.filter((row) => isInTime(until, row.expiresAt.toTemporalInstant()))
      if (fitting.length === 0) return { ok: false, reason: 'too-late' }
      await withdraw(await putOff(personId, keys), 'not-planned')
      const again = fitting.map((row) => comingAgain(row, until))
      await plans.insert(again)
      await outbox.restore(
        again.map((row) => row.key),
        now(),
      )
      dispatcher.wake()
      return { ok: true, until }
    },

    async undoLater(personId: string, keys: readonly string[]): Promise<void> {
      await withdraw(await putOff(personId, keys), 'not-planned')
    },

    /** Nothing more comes to this person about the same things, until they change. */
    async done(personId: string, keys: readonly string[]): Promise<void> {
      const about = (await rowsOf(personId, keys)).map((row) => row.about)
      await withdraw(await outbox.find({ personId, about: { $in: about }, state: { $in: ['due', 'leased'] } }), 'done')
    },

    /** What is still to come comes. */
    async undoDone(personId: string, keys: readonly string[]): Promise<void> {
      const about = (await rowsOf(personId, keys)).map((row) => row.about)
      const ahead = { state: 'withdrawn' as const, reason: 'done' as const, nextAt: { $gt: toDate(now()) } }
      const rows = await outbox.find({ personId, about: { $in: about }, ...ahead })
      await outbox.restore(
        rows.map((row) => row._id),
        now(),
      )
      dispatcher.wake()
    },
  }
}

function originalOf(row: Row): string {
  return row.data.snoozed ?? row._id
}

function comingAgain(row: Row, until: Temporal.Instant): PlannedRow {
  const { about, kind, personId, data, expiresAt } = row
  const snoozed = originalOf(row)
  const key = `${snoozed}~${until.toString({ smallestUnit: 'second' })}`
  return { key, about, kind, personId, data: { ...data, snoozed }, dueAt: toDate(until), expiresAt }
}
