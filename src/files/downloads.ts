import { z } from 'zod'
import { languages } from '../language.ts'
import type { PersonalData } from '../network/privacy.ts'
import type { CollectionDefinition, Database } from '../store/database.ts'
import { toDate } from '../store/instants.ts'
import { idOfToken } from './token-id.ts'

const downloadSchema = z.object({
  /** A hash of the token, so that who reads the store can't use it. */
  _id: z.string(),
  personId: z.string(),
  /** Which file. */
  what: z.string(),
  language: z.enum(languages),
  expiresAt: z.date(),
})

type Download = z.infer<typeof downloadSchema>

export const downloadsDefinition: CollectionDefinition<Download> = {
  name: 'downloads',
  schema: downloadSchema,
  indexes: [
    { name: 'person', key: { personId: 1 } },
    { name: 'expires', key: { expiresAt: 1 } },
  ],
}

/** Long enough to follow a link; short enough that one in a chat's history is dead. */
const minutesOpen = 10

/** Files that one person may fetch, once, by an address that nobody can guess. The content is made when it is fetched. */
export function createDownloads(database: Database, newToken: () => string) {
  const downloads = database.collection(downloadsDefinition)

  function find(token: string, now: Temporal.Instant): Promise<Download | null> {
    return downloads.findOne({ _id: idOfToken(token), expiresAt: { $gt: toDate(now) } })
  }

  return {
    /** @returns the token that opens it */
    async offer(download: Omit<Download, '_id' | 'expiresAt'>, now: Temporal.Instant): Promise<string> {
      const token = newToken()
      await downloads.deleteMany({ expiresAt: { $lte: toDate(now) } })
      const expiresAt = toDate(now.add({ minutes: minutesOpen }))
      await downloads.insertOne({ _id: idOfToken(token), ...download, expiresAt })
      return token
    },

    /** Looks without taking. */
    find,

    /** Null: there is none, it is too late, or it was taken. */
    async take(token: string, now: Temporal.Instant): Promise<Download | null> {
      const download = await find(token, now)
      if (download === null) return null
      return (await downloads.deleteOne({ _id: download._id })) === 1 ? download : null
    },
  }
}

export function downloadPersonalData(database: Database): PersonalData {
  const downloads = database.collection(downloadsDefinition)
  return {
    name: 'downloads',
    async everythingAbout(personId) {
      const found = await downloads.find({ personId })
      return found.length === 0 ? null : found.map(({ what, expiresAt }) => ({ what, expiresAt }))
    },
    async forget(personId) {
      await downloads.deleteMany({ personId })
    },
  }
}
