import { z } from 'zod'
import type { CollectionDefinition, Database } from '../store/database.ts'
import { toDate } from '../store/instants.ts'
import type { Changes } from './changes.ts'
import { peopleDefinition } from './people.ts'
import type { PersonalData } from './privacy.ts'

/** A channel that was named the advisers' own: whoever is in its team is an adviser. */
const adviserChannelSchema = z.object({
  /** The channel's conversation. */
  _id: z.string(),
  tenantId: z.string(),
  /** Where to write to it; what is in it is known to `teams/` alone. */
  conversation: z.record(z.string(), z.unknown()),
  namedBy: z.string(),
  namedAt: z.date(),
  /** Persons in the team when it was last read. */
  members: z.array(z.string()).default([]),
  /** Null: it could never be read. */
  readAt: z.date().nullable().default(null),
})

export type AdviserChannel = z.infer<typeof adviserChannelSchema>

export const adviserChannelsDefinition: CollectionDefinition<AdviserChannel> = {
  name: 'adviserChannels',
  schema: adviserChannelSchema,
}

/** Shorter: more calls to Teams. Longer: who leaves the team stays an adviser for as long. */
const freshForMinutes = 10
/** How long a team counts as it was when Teams does not tell who is in it. */
const trustedForHours = 24

interface Dependencies {
  database: Database
  /** From the configuration: `tenant/aadObjectId`, or an `aadObjectId` alone. */
  configured: readonly string[]
  /** Persons in the team of a channel; null when Teams does not tell. */
  readTeam: (conversation: Readonly<Record<string, unknown>>) => Promise<string[] | null>
  changes: Pick<Changes, 'recordChange'>
}

export type Advisers = ReturnType<typeof createAdvisers>

/** Who is an adviser: asked at every action, and answered from the configuration and from the advisers' team. */
export function createAdvisers({ database, configured, readTeam, changes }: Dependencies) {
  const channels = database.collection(adviserChannelsDefinition)
  const people = database.collection(peopleDefinition)
  const named = new Set(configured.map((id) => id.toLowerCase()))

  function isConfigured(personId: string): boolean {
    const id = personId.toLowerCase()
    return named.has(id) || named.has(id.slice(id.indexOf('/') + 1))
  }

  async function membersOf(channel: AdviserChannel, now: Temporal.Instant): Promise<readonly string[]> {
    const ageHours =
      channel.readAt === null ? Number.POSITIVE_INFINITY : channel.readAt.toTemporalInstant().until(now).total('hours')
    if (ageHours * 60 < freshForMinutes) return channel.members
    const members = await readTeam(channel.conversation)
    if (members === null) return ageHours < trustedForHours ? channel.members : []
    await channels.updateOne({ _id: channel._id }, { $set: { members, readAt: toDate(now) } })
    return members
  }

  return {
    async isAdviser(personId: string, now: Temporal.Instant): Promise<boolean> {
      if (isConfigured(personId)) return true
      for (const channel of await channels.find({})) {
        if ((await membersOf(channel, now)).includes(personId)) return true
      }
      return false
    },

    /** From now on the team of this channel are advisers; naming it again reads the team anew. */
    async nameChannel(
      by: string,
      channel: Pick<AdviserChannel, '_id' | 'tenantId' | 'conversation'>,
      now: Temporal.Instant,
    ): Promise<{ members: number | null }> {
      const { _id, tenantId, conversation } = channel
      const members = await readTeam(conversation)
      const read = members === null ? {} : { members, readAt: toDate(now) }
      await channels.updateOne(
        { _id },
        { $set: { tenantId, conversation, namedBy: by, namedAt: toDate(now), ...read } },
        { upsert: true },
      )
      await changes.recordChange(by, { kind: 'advisers', id: _id }, null, { members: members?.length ?? null }, now)
      return { members: members?.length ?? null }
    },

    /** False: it was not the advisers' channel. */
    async unnameChannel(by: string, channelId: string, now: Temporal.Instant): Promise<boolean> {
      const isUnnamed = (await channels.deleteOne({ _id: channelId })) === 1
      if (isUnnamed) await changes.recordChange(by, { kind: 'advisers', id: channelId }, {}, null, now)
      return isUnnamed
    },

    /** Those of the configuration who have written to the bot. */
    async reachable(): Promise<string[]> {
      const aadObjectIds = [...configured, ...named].map((id) => id.slice(id.indexOf('/') + 1))
      const found = await people.find({ aadObjectId: { $in: aadObjectIds } })
      return found.filter(({ _id, conversation }) => conversation !== null && isConfigured(_id)).map(({ _id }) => _id)
    },

    /** Where the advisers read, the latest named first. */
    channels: (): Promise<AdviserChannel[]> => channels.find({}, { sort: { namedAt: -1 } }),
  }
}

/** What is stored of advisers because of the team that they are in. */
export function adviserPersonalData(database: Database): PersonalData {
  const channels = database.collection(adviserChannelsDefinition)
  return {
    name: 'advisers',
    async everythingAbout(personId) {
      const found = await channels.find({ $or: [{ members: personId }, { namedBy: personId }] })
      return found.length === 0 ? null : found.map(({ _id, namedBy }) => ({ _id, namedByThem: namedBy === personId }))
    },
    async forget(personId) {
      await channels.updateMany({ members: personId }, { $pull: { members: personId } })
      await channels.updateMany({ namedBy: personId }, { $set: { namedBy: 'forgotten' } })
    },
  }
}
