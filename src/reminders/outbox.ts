import type { Collection, Database } from '../store/database.ts'
import { toDate } from '../store/instants.ts'
import { priorities } from './kinds.ts'
import type { Lanes } from './lanes.ts'
import { delayOf, type Reason, type Row, rowsDefinition } from './row.ts'

/** What is to be written of rows that were leased. */
export type Mark =
  | { state: 'sent'; at: Date }
  /** Given back; without `later`, as it was. */
  | { state: 'due'; later?: { at: Date; reason: Reason }; tried?: { at: Date; status?: number; strike: boolean } }
  | {
      state: 'unreachable' | 'failed' | 'dropped' | 'withdrawn'
      at: Date
      reason: Reason
      status?: number
      tried: boolean
    }

export interface Leased {
  rows: Row[]
  isAll: boolean
}

type RowFilter = Parameters<Collection<Row>['updateMany']>[0]
type RowUpdate = Parameters<Collection<Row>['updateMany']>[1]

export type Outbox = ReturnType<typeof createOutbox>

export function createOutbox(database: Database, lanes: Pick<Lanes, 'announce'>, owner: string) {
  const rows: Collection<Row> = database.collection(rowsDefinition)

  /** One query a priority, so that each is answered from the index in order, however long the queue. */
  async function firstDue(tenantId: string, now: Date, limit: number): Promise<Row[]> {
    const due = { tenantId, state: 'due' as const, nextAt: { $lte: now } }
    const found = await Promise.all(
      priorities.map((priority) => rows.find({ ...due, priority }, { sort: { nextAt: 1 }, limit })),
    )
    return found.flat().slice(0, limit)
  }

  /** Each row goes to one owner only: the update finds it `due` or it doesn't. */
  async function lease(candidates: readonly Row[], until: Date): Promise<Row[]> {
    if (candidates.length === 0) return []
    const ids = candidates.map((row) => row._id)
    const { modifiedCount } = await rows.updateMany(
      { _id: { $in: ids }, state: 'due' },
      { $set: { state: 'leased', leasedBy: owner, leaseUntil: until } },
    )
    if (modifiedCount === ids.length) return [...candidates]
    const mine = await rows.find({ _id: { $in: ids }, state: 'leased', leasedBy: owner })
    return mine.filter((row) => row.leaseUntil?.getTime() === until.getTime())
  }

  async function release(filter: RowFilter, update: RowUpdate, now: Date): Promise<number> {
    const tenants = new Set((await rows.find(filter)).map((row) => row.tenantId))
    const { modifiedCount } = await rows.updateMany(filter, update)
    for (const tenantId of tenants) await lanes.announce(tenantId, now)
    return modifiedCount
  }

  return {
    /**
     * Takes the most urgent rows of a tenant that are due, and what else is due to their persons by `together`. `isAll`:
     * no more than these was due.
     */
    async leaseDue(tenantId: string, now: Date, together: Date, until: Date, limit: number): Promise<Leased> {
      const due = await firstDue(tenantId, now, limit)
      const isAll = due.length < limit
      if (due.length === 0) return { rows: [], isAll }
      const persons = [...new Set(due.map((row) => row.personId))]
      const known = new Set(due.map((row) => row._id))
      const companions = await rows.find({ personId: { $in: persons }, state: 'due', nextAt: { $lte: together } })
      const leased = await lease([...due, ...companions.filter((row) => !known.has(row._id))], until)
      return { rows: leased, isAll }
    },

    /** Takes back what was leased for too long: its holder died, or lost hold of it. */
    async reclaim(tenantId: string, now: Date): Promise<void> {
      await rows.updateMany(
        { tenantId, state: 'leased', leaseUntil: { $lte: now } },
        { $set: { state: 'due' }, $unset: { leasedBy: true, leaseUntil: true } },
      )
    },

    /** When there is something to do for the tenant: a row is due, or a lease ends. Null when it has neither. */
    async nextDue(tenantId: string): Promise<Date | null> {
      const due = priorities.map((priority) =>
        rows.find({ tenantId, state: 'due', priority }, { sort: { nextAt: 1 }, limit: 1 }),
      )
      const [leased, ...first] = await Promise.all([rows.find({ tenantId, state: 'leased' }), ...due])
      return earliest([...leased.map((row) => row.leaseUntil), ...first.flat().map((row) => row.nextAt)])
    },

    /**
     * Writes what became of leased rows. What was sent is written also over a withdrawal or a move that came meanwhile; every
     * other mark holds only for rows that are still leased to this owner.
     */
    async mark(keys: readonly string[], mark: Mark): Promise<void> {
      const held = mark.state === 'sent' ? {} : { state: 'leased' as const }
      await rows.updateMany({ _id: { $in: [...keys] }, leasedBy: owner, ...held }, updateFor(mark))
    },

    /** Lets what waits after failed tries go at once: the service answers again. */
    async hurry(tenantId: string, now: Date): Promise<void> {
      await rows.updateMany(
        { tenantId, state: 'due', reason: 'retry', nextAt: { $gt: now } },
        { $set: { nextAt: now } },
      )
    },

    /** Messages sent to each of the persons since `since`: rows that went together were marked together. */
    async sentSince(personIds: readonly string[], since: Date): Promise<Map<string, number>> {
      const messages = { state: 'sent' as const, kind: { $ne: 'message-update' as const } }
      const sent = await rows.find({ personId: { $in: [...personIds] }, ...messages, lastAt: { $gte: since } })
      const moments = Map.groupBy(sent, (row) => row.personId)
      return new Map([...moments].map(([id, rows]) => [id, new Set(rows.map((row) => row.lastAt?.getTime())).size]))
    },

    find: (filter: RowFilter): Promise<Row[]> => rows.find(filter),

    /** What a person still has to come, by what it is about. */
    async pendingAbout(personId: string): Promise<string[]> {
      const pending = await rows.find({ personId, state: { $in: ['due', 'leased'] } })
      return [...new Set(pending.map((row) => row.about))]
    },

    /** Lets what the person's earlier decisions held back be decided anew. */
    async reconsider(personId: string, now: Date): Promise<void> {
      const held = { personId, state: 'due' as const, reason: { $in: ['quiet' as const, 'paused' as const] } }
      await release(held, { $set: { nextAt: now, promisedAt: now }, $unset: { reason: true } }, now)
    },

    /** Lets rows go again that ended otherwise than sent, where they still mean something. */
    async revive(
      ended: { personId?: string; about?: string; state: 'unreachable' | 'failed' },
      now: Date,
    ): Promise<number> {
      const filter = { ...ended, expiresAt: { $gt: now } }
      const again = { state: 'due', nextAt: now, promisedAt: now, strikes: 0 } as const
      return release(filter, { $set: again, $unset: { reason: true } }, now)
    },

    /** Takes a withdrawal back: the rows come when they would have come. */
    async restore(keys: readonly string[], now: Temporal.Instant): Promise<void> {
      const at = toDate(now)
      const filter = { _id: { $in: [...keys] }, state: 'withdrawn' as const, expiresAt: { $gt: at } }
      await release(filter, { $set: { state: 'due' }, $unset: { reason: true } }, at)
    },

    async forgetBefore(date: Date): Promise<void> {
      await rows.deleteMany({ expiresAt: { $lt: date } })
    },
  }
}

function updateFor(mark: Mark) {
  const release = { leasedBy: true, leaseUntil: true } as const
  switch (mark.state) {
    case 'sent':
      return {
        $set: { state: mark.state, lastAt: mark.at },
        $inc: { tries: 1 },
        $unset: { ...release, reason: true, lastStatus: true } as const,
      }
    case 'due': {
      const { tried, later } = mark
      const delay = later && delayOf(later.reason)
      return {
        $set: {
          state: mark.state,
          ...(later && { nextAt: later.at, reason: later.reason }),
          ...(later && delay === 'postponed' && { promisedAt: later.at }),
          ...(tried && { lastAt: tried.at }),
          ...(tried?.status !== undefined && { lastStatus: tried.status }),
        },
        $inc: { tries: tried ? 1 : 0, strikes: tried?.strike ? 1 : 0, ...(delay && { [delay]: 1 }) },
        $unset: release,
      }
    }
    default:
      return {
        $set: {
          state: mark.state,
          reason: mark.reason,
          lastAt: mark.at,
          ...(mark.status !== undefined && { lastStatus: mark.status }),
        },
        $inc: { tries: mark.tried ? 1 : 0 },
        $unset: release,
      }
  }
}

function earliest(dates: readonly (Date | undefined)[]): Date | null {
  return dates.reduce<Date | null>((first, date) => (date && (!first || date < first) ? date : first), null)
}
