import { z } from 'zod'
import type { CollectionDefinition, Database } from '../store/database.ts'
import { toDate } from '../store/instants.ts'
import type { PersonalData } from './privacy.ts'

const feedSchema = z.object({
  /** The person whose gatherings it shows. */
  _id: z.string(),
  /** Unguessable; who has it may read along. */
  key: z.string(),
  since: z.date(),
})

type Feed = z.infer<typeof feedSchema>

export const calendarFeedsDefinition: CollectionDefinition<Feed> = {
  name: 'calendarFeeds',
  schema: feedSchema,
  indexes: [{ name: 'key', key: { key: 1 }, unique: true }],
}

export type CalendarFeeds = ReturnType<typeof createCalendarFeeds>

/** Addresses from which a calendar fetches one person's gatherings again and again. */
export function createCalendarFeeds(database: Database, newId: () => string) {
  const feeds = database.collection(calendarFeedsDefinition)

  /** The key of this person's address; a new one where there is none. */
  async function open(personId: string, now: Temporal.Instant): Promise<string> {
    const fresh = { _id: personId, key: newId(), since: toDate(now) }
    await feeds.insertMissing([fresh])
    return (await feeds.findOne({ _id: personId }))?.key ?? open(personId, now)
  }

  async function revoke(personId: string): Promise<void> {
    await feeds.deleteOne({ _id: personId })
  }

  const personalData: PersonalData = {
    name: 'calendarFeed',
    everythingAbout: (personId) => feeds.findOne({ _id: personId }),
    forget: revoke,
  }

  return {
    open,
    revoke,
    personalData,

    /** Another address; the one before shows nothing any more. */
    async renew(personId: string, now: Temporal.Instant): Promise<string> {
      await revoke(personId)
      return open(personId, now)
    },

    async personOf(key: string): Promise<string | null> {
      return (await feeds.findOne({ key }))?._id ?? null
    },
  }
}
