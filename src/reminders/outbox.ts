import type { Collection, Database } from '../store/database.ts'
import { priorities } from './kinds.ts'
import type { Lanes } from './lanes.ts'
import { newRow, type PlannedRow, type Reason, type Row, rowsDefinition } from './row.ts'

/** Rows a write; larger ones hold the server up, smaller ones cost round trips. */
const CHUNK = 1_000

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

export interface Changes {
  inserted: number
  moved: number
  withdrawn: number
  /** Rows that are no longer as they were: a dispatcher that holds one must let go of it. */
  changedKeys: string[]
}

type RowFilter = Parameters<Collection<Row>['updateMany']>[0]
type RowUpdate = Parameters<Collection<Row>['updateMany']>[1]

export type Outbox = ReturnType<typeof createOutbox>

export function createOutbox(database: Database, lanes: Pick<Lanes, 'announce'>, owner: string) {
  const rows: Collection<Row> = database.collection(rowsDefinition)

  /** Before and after: the lane's owner may look between the two, and must look again. */
  async function announced(incoming: readonly Row[], write: () => Promise<void>): Promise<void> {
    const first = new Map<string, Date>()
    for (const { tenantId, dueAt } of incoming) {
      const known = first.get(tenantId)
      if (!known || dueAt < known) first.set(tenantId, dueAt)
    }
    const announce = () => Promise.all([...first].map(([tenantId, at]) => lanes.announce(tenantId, at)))
    await announce()
    await write()
    await announce()
  }

  async function insert(planned: readonly PlannedRow[]): Promise<number> {
    const fresh = planned.map(newRow)
    let inserted = 0
    await announced(fresh, async () => {
      for (const chunk of chunks(fresh)) inserted += await rows.insertMissing(chunk)
    })
    return inserted
  }

  /**
   * Rows that share their times are moved by one update. Who leased one keeps its name there: if the message is on the
   * wire just now, it counts as sent.
   */
  async function move(moving: readonly PlannedRow[]): Promise<void> {
    const byTimes = Map.groupBy(moving, ({ dueAt, expiresAt }) => `${dueAt.getTime()} ${expiresAt.getTime()}`)
    for (const group of byTimes.values()) {
      const [first] = group
      if (!first) continue
      const { dueAt, expiresAt } = first
      for (const chunk of chunks(group)) {
        await rows.updateMany(
          {
            _id: { $in: chunk.map((row) => row.key) },
            state: { $in: ['due', 'leased', 'withdrawn', 'dropped'] },
            reason: { $ne: 'done' },
          },
          {
            $set: { state: 'due', dueAt, nextAt: dueAt, expiresAt },
            $unset: { reason: true },
          },
        )
      }
    }
  }

  async function withdraw(keys: readonly string[], reason: 'not-planned' | 'done', at: Date): Promise<number> {
    let withdrawn = 0
    for (const chunk of chunks(keys)) {
      const { modifiedCount } = await rows.updateMany(
        { _id: { $in: chunk }, state: { $in: ['due', 'leased'] } },
        { $set: { state: 'withdrawn', reason, lastAt: at } },
      )
      withdrawn += modifiedCount
    }
    return withdrawn
  }

  /** One query a priority, so that each is answered from the index in order, however long the queue. */
  async function firstDue(tenantId: string, now: Date, limit: number): Promise<Row[]> {
    const found: Row[] = []
    for (const priority of priorities) {
      if (found.length >= limit) break
      const filter = { tenantId, state: 'due' as const, priority, nextAt: { $lte: now } }
      found.push(...(await rows.find(filter, { sort: { nextAt: 1 }, limit: limit - found.length })))
    }
    return found
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
    insert,
    withdraw,

    /**
     * Makes the rows about something what is planned now: what is missing comes in, what has other times moves, what is
     * not planned any more is withdrawn. Rows that were sent stay as they are. Safe to repeat, and beside itself.
     */
    async reconcile(about: string, planned: readonly PlannedRow[], at: Date, personId?: string): Promise<Changes> {
      const existing = await rows.find(personId === undefined ? { about } : { about, personId })
      const byKey = new Map(existing.map((row) => [row._id, row]))
      const wanted = new Set(planned.map((row) => row.key))
      const missing = planned.filter((row) => !byKey.has(row.key))
      const moving = planned.filter((row) => mustMove(byKey.get(row.key), row, at))
      const surplus = existing.filter((row) => isPending(row) && isPlanned(row) && !wanted.has(row._id))

      const inserted = await insert(missing)
      await announced(moving.map(newRow), () => move(moving))
      const withdrawn = await withdraw(
        surplus.map((row) => row._id),
        'not-planned',
        at,
      )
      const changedKeys = [...moving.map((row) => row.key), ...surplus.map((row) => row._id)]
      return { inserted, moved: moving.length, withdrawn, changedKeys }
    },

    /** Takes the most urgent rows of a tenant that are due, and what else is due to their persons by `together`. */
    async leaseDue(tenantId: string, now: Date, together: Date, until: Date, limit: number): Promise<Row[]> {
      const due = await firstDue(tenantId, now, limit)
      if (due.length === 0) return []
      const persons = [...new Set(due.map((row) => row.personId))]
      const known = new Set(due.map((row) => row._id))
      const companions = await rows.find({ personId: { $in: persons }, state: 'due', nextAt: { $lte: together } })
      return lease([...due, ...companions.filter((row) => !known.has(row._id))], until)
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
      const sent = await rows.find({ personId: { $in: [...personIds] }, state: 'sent', lastAt: { $gte: since } })
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
      await release(held, { $set: { nextAt: now }, $unset: { reason: true } }, now)
    },

    /** Lets rows go again that ended otherwise than sent, where they still mean something. */
    async revive(
      ended: { personId?: string; about?: string; state: 'unreachable' | 'failed' },
      now: Date,
    ): Promise<number> {
      const filter = { ...ended, expiresAt: { $gt: now } }
      return release(filter, { $set: { state: 'due', nextAt: now, strikes: 0 }, $unset: { reason: true } }, now)
    },

    async forget(personId: string): Promise<void> {
      await rows.deleteMany({ personId })
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
      return {
        $set: {
          state: mark.state,
          ...(later && { nextAt: later.at, reason: later.reason }),
          ...(tried && { lastAt: tried.at }),
          ...(tried?.status !== undefined && { lastStatus: tried.status }),
        },
        $inc: { tries: tried ? 1 : 0, strikes: tried?.strike ? 1 : 0 },
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

function isPending({ state }: Row): boolean {
  return state === 'due' || state === 'leased'
}

/** A snoozed row is planned by the person, not by what it is about. */
function isPlanned({ data }: Row): boolean {
  return data.snoozed === undefined
}

/** Only what was not sent moves; what a person said is done stays so. */
function mustMove(row: Row | undefined, planned: PlannedRow, at: Date): boolean {
  if (!row || planned.expiresAt <= at || row.reason === 'done') return false
  const sameTimes =
    row.dueAt.getTime() === planned.dueAt.getTime() && row.expiresAt.getTime() === planned.expiresAt.getTime()
  if (isPending(row)) return !sameTimes
  return row.state === 'withdrawn' || (row.state === 'dropped' && row.reason === 'too-late')
}

function earliest(dates: readonly (Date | undefined)[]): Date | null {
  return dates.reduce<Date | null>((first, date) => (date && (!first || date < first) ? date : first), null)
}

function chunks<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / CHUNK) }, (_, index) =>
    all.slice(index * CHUNK, (index + 1) * CHUNK),
  )
}
