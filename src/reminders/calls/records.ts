import { z } from 'zod'
import type { CollectionDefinition, Database } from '../../store/database.ts'
import { toDate } from '../../store/instants.ts'

const datesSchema = z.object({ opens: z.date().nullable(), closes: z.date() })
export type CallDates = z.infer<typeof datesSchema>

/** What the bot has told of a call by now goes by these: the content itself knows no yesterday. */
const recordSchema = datesSchema.extend({
  /** The call's id in the content. */
  _id: z.string(),
  topic: z.string(),
  firstSeenAt: z.date(),
  /** The dates as they were before each change, the oldest first. */
  changes: z.array(z.object({ id: z.string(), at: z.date(), before: datesSchema })),
})
export type CallRecord = z.infer<typeof recordSchema>

export const callRecordsDefinition: CollectionDefinition<CallRecord> = {
  name: 'callRecords',
  schema: recordSchema,
  indexes: [{ name: 'closes', key: { closes: 1 } }],
}

/** A call as the content has it now. */
export interface KnownCall extends CallDates {
  id: string
  topic: string
}

/** A date that changes again within the time is one change: until then nobody was told of the first. */
const minutesOfOneChange = 60
const daysKept = 400

export type CallRecords = ReturnType<typeof createCallRecords>

export function createCallRecords(database: Database) {
  const records = database.collection(callRecordsDefinition)

  /** Where several processes see the change, one of them writes it: the update finds the dates as they were, or not. */
  async function noteChange(record: CallRecord, call: KnownCall, now: Temporal.Instant): Promise<void> {
    const last = record.changes.at(-1)
    const isSameChange =
      last !== undefined && last.at.toTemporalInstant().until(now).total('minutes') < minutesOfOneChange
    const before = isSameChange ? last.before : datesOf(record)
    const rest = isSameChange ? record.changes.slice(0, -1) : record.changes
    const isBack = areSame(before, call)
    const change = { id: isSameChange ? last.id : String(now.epochMilliseconds), at: toDate(now), before }
    const changes = isBack ? rest : [...rest, isSameChange ? { ...change, at: last.at } : change]
    await records.updateOne(
      { _id: record._id, opens: record.opens, closes: record.closes },
      { $set: { ...datesOf(call), topic: call.topic, changes } },
    )
  }

  return {
    find: (callId: string): Promise<CallRecord | null> => records.findOne({ _id: callId }),

    /** Those of a topic that have not closed, and had not before their dates changed. */
    async ahead(now: Temporal.Instant): Promise<CallRecord[]> {
      const at = toDate(now)
      return records.find({ $or: [{ closes: { $gt: at } }, { 'changes.before.closes': { $gt: at } }] })
    },

    /** Takes over what the content says now. Safe to repeat, on any number of processes. */
    async note(calls: readonly KnownCall[], now: Temporal.Instant): Promise<void> {
      const fresh = calls.map(({ id, topic, opens, closes }) => {
        return { _id: id, topic, opens, closes, firstSeenAt: toDate(now), changes: [] }
      })
      await records.insertMissing(fresh)
      const known = new Map(
        (await records.find({ _id: { $in: calls.map(({ id }) => id) } })).map((one) => [one._id, one]),
      )
      for (const call of calls) {
        const record = known.get(call.id)
        if (record !== undefined && !areSame(record, call)) await noteChange(record, call, now)
      }
      await records.deleteMany({ closes: { $lt: toDate(now.subtract({ hours: 24 * daysKept })) } })
    },
  }
}

function datesOf({ opens, closes }: CallDates): CallDates {
  return { opens, closes }
}

function areSame(a: CallDates, b: CallDates): boolean {
  return a.opens?.getTime() === b.opens?.getTime() && a.closes.getTime() === b.closes.getTime()
}
