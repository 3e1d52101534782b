import { z } from 'zod'
import type { CollectionDefinition, Database } from '../store/database.ts'
import { toDate } from '../store/instants.ts'
import { kindNames } from './kinds.ts'
import type { Message, MessageRow } from './message.ts'
import { tenantOf } from './row.ts'
import { sharedChatSchema } from './shared-chat.ts'

const rowSchema = z.object({
  key: z.string(),
  about: z.string(),
  kind: z.enum(kindNames),
  data: z.record(z.string(), z.string()),
  dueAt: z.date(),
  expiresAt: z.date(),
})

/** A message that somebody has and that may have to be another one, or none. */
const deliverySchema = z.object({
  /** The key of the row that it is kept for, and what that is about. */
  _id: z.string(),
  about: z.string(),
  personId: z.string(),
  /** Where it was sent; null: in their own chat. */
  chat: sharedChatSchema.nullable().default(null),
  /** Teams' own name for the message. */
  activityId: z.string(),
  /** All that is in the message. */
  rows: z.array(rowSchema),
  at: z.date(),
})

export type DeliveryRecord = z.infer<typeof deliverySchema>

export const deliveriesDefinition: CollectionDefinition<DeliveryRecord> = {
  name: 'deliveries',
  schema: deliverySchema,
  indexes: [
    { name: 'about', key: { about: 1, _id: 1 } },
    { name: 'person', key: { personId: 1 } },
    { name: 'at', key: { at: 1 } },
  ],
}

/** As long as the words of a message are kept. */
const daysKept = 180
const readAtOnce = 500

export type Deliveries = ReturnType<typeof createDeliveries>

/** Remembers which messages people have, of those that can be corrected or taken back. */
export function createDeliveries(database: Database) {
  const deliveries = database.collection(deliveriesDefinition)
  return {
    find: (id: string): Promise<DeliveryRecord | null> => deliveries.findOne({ _id: id }),

    /** @param kept those of the message's rows that it may have to be changed for */
    async note(
      message: Message,
      kept: readonly MessageRow[],
      activityId: string,
      now: Temporal.Instant,
    ): Promise<void> {
      const { personId, chat } = message
      const rows = message.rows.map((row) => ({
        ...row,
        data: { ...row.data },
        dueAt: toDate(row.dueAt),
        expiresAt: toDate(row.expiresAt),
      }))
      await deliveries.insertMissing(
        kept.map(({ key, about }) => ({ _id: key, about, personId, chat, activityId, rows, at: toDate(now) })),
      )
    },

    /** Some at a time. */
    async *about(about: string): AsyncIterable<DeliveryRecord[]> {
      for (let after = ''; ; ) {
        const some = await deliveries.find({ about, _id: { $gt: after } }, { sort: { _id: 1 }, limit: readAtOnce })
        const last = some.at(-1)
        if (last === undefined) return
        yield some
        after = last._id
      }
    },

    async tidy(now: Temporal.Instant): Promise<void> {
      await deliveries.deleteMany({ at: { $lt: toDate(now.subtract({ hours: 24 * daysKept })) } })
    },
  }
}

export function messageOf({ personId, chat, rows }: DeliveryRecord): Message {
  return {
    tenantId: tenantOf(personId),
    personId,
    chat,
    rows: rows.map((row) => ({
      ...row,
      dueAt: row.dueAt.toTemporalInstant(),
      expiresAt: row.expiresAt.toTemporalInstant(),
    })),
  }
}
