import { z } from 'zod'
import type { CollectionDefinition, Database } from '../../store/database.ts'
import { toDate } from '../../store/instants.ts'
import type { Reminders } from '../reminders.ts'
import type { PlannedRow } from '../row.ts'
import { usualTime } from './read-request.ts'

const reminderSchema = z.object({
  _id: z.string(),
  personId: z.string(),
  /** In their own words; empty where it is of a call alone, which has a title. */
  text: z.string(),
  at: z.date(),
  /** The call that it is of. With `before` it moves along with the deadline. */
  call: z
    .object({ id: z.string(), before: z.string().nullable(), time: z.string().nullable().default(null) })
    .nullable()
    .default(null),
  /** What they had just read, where they said «dette». */
  answerId: z.string().nullable().default(null),
  createdAt: z.date(),
})

export type PersonalReminder = z.infer<typeof reminderSchema>

export const personalRemindersDefinition: CollectionDefinition<PersonalReminder> = {
  name: 'personalReminders',
  schema: reminderSchema,
  indexes: [
    { name: 'person', key: { personId: 1, at: 1 } },
    { name: 'at', key: { at: 1 } },
  ],
}

export const longestReminder = 300
const mostReminders = 100
const yearsAhead = 3
/** A reminder that could not be sent for so long means nothing any more. */
const daysOfMeaning = 7
const daysKept = 30

export type ReminderOutcome =
  | { ok: true; reminder: PersonalReminder }
  | { ok: false; reason: 'past' | 'too-far' | 'too-many' | 'not-found' }

export type Wanted = Pick<PersonalReminder, '_id' | 'text' | 'call' | 'answerId'> & { at: Temporal.Instant }

interface Dependencies {
  database: Database
  reminders: Pick<Reminders, 'keep' | 'post'>
  /** When a call closes; null when the content has it no more. */
  deadlineOf: (callId: string) => Temporal.ZonedDateTime | null
  timeZone: string
}

export type PersonalReminders = ReturnType<typeof createPersonalReminders>

/** What people ask to be reminded of. Only they see it, change it and delete it. */
export function createPersonalReminders({ database, reminders, deadlineOf, timeZone }: Dependencies) {
  const collection = database.collection(personalRemindersDefinition)

  async function plan(id: string, personId: string, reminder: PersonalReminder | null): Promise<void> {
    async function* planned() {
      yield reminder === null ? [] : [rowOf(reminder)]
    }
    await reminders.keep(aboutReminder(id), planned, personId)
  }

  function upcoming(personId: string, now: Temporal.Instant): Promise<PersonalReminder[]> {
    return collection.find({ personId, at: { $gt: toDate(now) } }, { sort: { at: 1 } })
  }

  return {
    upcoming,
    find: (id: string): Promise<PersonalReminder | null> => collection.findOne({ _id: id }),

    /** A new one, or the same with other words or at another time. Twice the same is once. */
    async save(personId: string, wanted: Wanted, now: Temporal.Instant): Promise<ReminderOutcome> {
      const reason = whyNot(wanted.at, now)
      if (reason !== null) return { ok: false, reason }
      const known = await collection.findOne({ _id: wanted._id })
      if (known !== null && known.personId !== personId) return { ok: false, reason: 'not-found' }
      if (known === null && (await upcoming(personId, now)).length >= mostReminders) {
        return { ok: false, reason: 'too-many' }
      }
      const fields = { text: wanted.text, at: toDate(wanted.at), call: wanted.call, answerId: wanted.answerId }
      await collection.insertMissing([{ _id: wanted._id, personId, ...fields, createdAt: toDate(now) }])
      const reminder = await collection.findOneAndUpdate({ _id: wanted._id, personId }, { $set: fields })
      if (reminder === null) return { ok: false, reason: 'not-found' }
      await plan(reminder._id, personId, reminder)
      return { ok: true, reminder }
    },

    async remove(personId: string, id: string): Promise<PersonalReminder | null> {
      const reminder = await collection.findOne({ _id: id, personId })
      await collection.deleteOne({ _id: id, personId })
      await plan(id, personId, null)
      return reminder
    },

    /** Plans what a crash may have left out, and moves what goes by a deadline that moved. Safe to repeat. */
    async planAll(now: Temporal.Instant): Promise<void> {
      const ahead = await collection.find({ at: { $gt: toDate(now) } })
      await reminders.post(ahead.map(rowOf))
      for (const reminder of ahead) {
        const at = atDeadline(reminder)
        if (at === null || at.epochMilliseconds === reminder.at.getTime()) continue
        const moved = await collection.findOneAndUpdate({ _id: reminder._id }, { $set: { at: toDate(at) } })
        if (moved !== null) await plan(moved._id, moved.personId, moved)
      }
    },

    async tidy(now: Temporal.Instant): Promise<void> {
      await collection.deleteMany({ at: { $lt: toDate(now.subtract({ hours: 24 * daysKept })) } })
    },
  }

  function atDeadline({ call }: PersonalReminder): Temporal.Instant | null {
    const closes = call === null ? null : deadlineOf(call.id)
    if (closes === null || call === null || call.before === null) return null
    const time = call.time === null ? null : Temporal.PlainTime.from(call.time)
    return momentBeforeDeadline(closes, Temporal.Duration.from(call.before), time, timeZone)
  }
}

/** Days before are whole days, at the usual time where none was said; hours are counted back. */
export function momentBeforeDeadline(
  closes: Temporal.ZonedDateTime,
  before: Temporal.Duration,
  time: Temporal.PlainTime | null,
  timeZone: string,
): Temporal.Instant {
  const moment = closes.withTimeZone(timeZone).subtract(before)
  const isInHours = before.hours > 0 || before.minutes > 0
  return (isInHours ? moment : moment.withPlainTime(time ?? usualTime)).toInstant()
}

function aboutReminder(id: string): string {
  return `personal:${id}`
}

function rowOf({ _id, personId, at }: PersonalReminder): PlannedRow {
  return {
    key: `personal:${_id}@${at.toISOString()}`,
    about: aboutReminder(_id),
    kind: 'personal',
    personId,
    data: { reminderId: _id },
    dueAt: at,
    expiresAt: toDate(at.toTemporalInstant().add({ hours: 24 * daysOfMeaning })),
  }
}

function whyNot(at: Temporal.Instant, now: Temporal.Instant): 'past' | 'too-far' | null {
  if (Temporal.Instant.compare(at, now) <= 0) return 'past'
  const latest = now.toZonedDateTimeISO('UTC').add({ years: yearsAhead }).toInstant()
  return Temporal.Instant.compare(at, latest) > 0 ? 'too-far' : null
}
