import { z } from 'zod'
import type { CollectionDefinition, Database } from '../store/database.ts'

/**
 * The messages to one tenant. Teams limits what a bot sends to a tenant, so one process at a time has the lane and keeps
 * its pace alone: nothing needs to be counted together. The lane is leased; rows have leases of their own, for what was
 * in the hands of a process that died.
 */
const laneSchema = z.object({
  /** The tenant's id. */
  _id: z.string(),
  /** The dispatcher that had it last. */
  owner: z.string(),
  /** Until when the owner has it. */
  until: z.date(),
  /** Messages that the owner sent in the last second before it gave the lane back; absent when it did not come to that. */
  spent: z.number().optional(),
  /** Conversations that the owner wrote to often before it gave the lane back, with when. */
  written: z.array(z.object({ conversation: z.string(), times: z.array(z.number()) })).optional(),
  /** Not later than the first row that is due; absent when there is none. */
  nextAt: z.date().optional(),
  /** Goes up whenever rows come in, so that an owner does not put the lane to rest over them. */
  version: z.number(),
})

export type Lane = z.infer<typeof laneSchema>

/** What is told to who has the lane next. */
type GivenBack = Required<Pick<Lane, 'spent' | 'written'>> & { at: Date }

export const lanesDefinition: CollectionDefinition<Lane> = {
  name: 'outboxLanes',
  schema: laneSchema,
  indexes: [
    { name: 'next', key: { nextAt: 1 } },
    { name: 'owner', key: { owner: 1 } },
  ],
}

const FREE = new Date(0)

export type Lanes = ReturnType<typeof createLanes>

export function createLanes(database: Database, owner: string) {
  const lanes = database.collection(lanesDefinition)
  return {
    /** Rows come in that are due at `at` or later. */
    async announce(tenantId: string, at: Date): Promise<void> {
      await lanes.updateOne(
        { _id: tenantId },
        { $min: { nextAt: at }, $inc: { version: 1 }, $setOnInsert: { owner: '', until: FREE } },
        { upsert: true },
      )
    },

    /** Lanes with something to do that nobody has; who was served longest ago comes first. */
    waiting: (now: Date, limit: number): Promise<Lane[]> =>
      lanes.find({ nextAt: { $lte: now }, until: { $lte: now } }, { sort: { until: 1 }, limit }),

    /** When the next lane will have something to do, or one that does may have lost its owner; null when neither will be. */
    async nextAt(now: Date): Promise<Date | null> {
      const resting = lanes.find({ nextAt: { $gt: now } }, { sort: { nextAt: 1 }, limit: 1 })
      const others = { nextAt: { $lte: now }, until: { $gt: now }, owner: { $ne: owner } }
      const busy = lanes.find(others, { sort: { until: 1 }, limit: 1 })
      const times = [(await resting)[0]?.nextAt, (await busy)[0]?.until].filter((time) => time !== undefined)
      return times.length === 0 ? null : new Date(Math.min(...times.map(Number)))
    },

    /** Null when another was quicker. */
    take(tenantId: string, now: Date, until: Date): Promise<Lane | null> {
      const taken = { $set: { owner, until }, $unset: { spent: true, written: true } as const }
      return lanes.findOneAndUpdate({ _id: tenantId, until: { $lte: now } }, taken)
    },

    /** Keeps those that are still this owner's, and says which they are. */
    async renew(now: Date, until: Date): Promise<string[]> {
      await lanes.updateMany({ owner, until: { $gt: now } }, { $set: { until } })
      return (await lanes.find({ owner, until: { $gt: now } })).map((lane) => lane._id)
    },

    /** The version of the lane, to be read before the rows from which its rest is reckoned. */
    async version(tenantId: string): Promise<number> {
      return (await lanes.findOne({ _id: tenantId }))?.version ?? 0
    },

    /** Gives the lane back to rest until `nextAt`. False when rows came in since `version`: then it is not given back. */
    async rest(
      { tenantId, version }: { tenantId: string; version: number },
      { at, ...told }: GivenBack,
      nextAt: Date | null,
    ): Promise<boolean> {
      const next = nextAt === null ? { $unset: { nextAt: true } as const } : {}
      const { matchedCount } = await lanes.updateOne(
        { _id: tenantId, owner, version },
        { $set: { until: at, ...told, ...(nextAt && { nextAt }) }, ...next },
      )
      return matchedCount === 1
    },

    /** Gives the lane back as it is, for another to go on. */
    async release(tenantId: string, { at, ...told }: GivenBack): Promise<void> {
      await lanes.updateOne({ _id: tenantId, owner }, { $set: { until: at, ...told } })
    },

    /** Whether this dispatcher had the lane last, and so knows itself what it sent. */
    isOwn: (lane: Lane): boolean => lane.owner === owner,

    /** Lanes that nobody will look at soon. */
    async resting(now: Date): Promise<string[]> {
      const lanesAtRest = (await lanes.find({})).filter(({ nextAt }) => nextAt === undefined || nextAt > now)
      return lanesAtRest.map((lane) => lane._id)
    },
  }
}
