import { z } from 'zod'
import type { CollectionDefinition, Database } from '../../store/database.ts'
import { toDate } from '../../store/instants.ts'

/** How often people asked about a topic in a month: of whom and in what words is not kept. */
const askedCountSchema = z.object({
  /** Month and topic: `2027-02/erasmus-plus`. */
  _id: z.string(),
  month: z.string(),
  /** Empty: about none that is known. */
  topic: z.string(),
  count: z.number().int(),
})

type AskedCount = z.infer<typeof askedCountSchema>

export const askedCountsDefinition: CollectionDefinition<AskedCount> = {
  name: 'askedCounts',
  schema: askedCountSchema,
  indexes: [{ name: 'month', key: { month: 1 } }],
}

const monthsKept = 36

/**
 * Counts questions. It costs no question a call to the store: they are written together, so a process that dies takes
 * with it what it counted since.
 */
export function createAskedCounts(database: Database) {
  const counts = database.collection(askedCountsDefinition)
  let unwritten = new Map<string, AskedCount>()

  return {
    /** @param topic null: about none that is known */
    note(topic: string | null, now: Temporal.Instant): void {
      const month = monthOf(now)
      const _id = `${month}/${topic ?? ''}`
      const known = unwritten.get(_id)
      if (known) known.count++
      else unwritten.set(_id, { _id, month, topic: topic ?? '', count: 1 })
    },

    /** Call it about once a minute, and at the end. */
    async write(): Promise<void> {
      const writing = unwritten
      unwritten = new Map()
      for (const { _id, month, topic, count } of writing.values()) {
        await counts.updateOne({ _id }, { $inc: { count }, $setOnInsert: { month, topic } }, { upsert: true })
      }
    },

    /** In whole months; most first. */
    async byTopic(since: Temporal.Instant): Promise<{ topic: string | null; count: number }[]> {
      const found = await counts.find({ month: { $gte: monthOf(since) } })
      const byTopic = Map.groupBy(found, ({ topic }) => topic)
      return [...byTopic]
        .map(([topic, months]) => ({ topic: topic || null, count: months.reduce((sum, { count }) => sum + count, 0) }))
        .toSorted((a, b) => b.count - a.count)
    },

    async tidy(now: Temporal.Instant): Promise<void> {
      const oldest = now.toZonedDateTimeISO('UTC').subtract({ months: monthsKept })
      await counts.deleteMany({ month: { $lt: monthOf(oldest.toInstant()) } })
    },
  }
}

function monthOf(instant: Temporal.Instant): string {
  return toDate(instant).toISOString().slice(0, 7)
}
