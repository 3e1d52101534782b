import { z } from 'zod'
import type { Collection, Database } from '../store/database.ts'
import type { Lanes } from './lanes.ts'
import { newRow, type PlannedRow, type Row, reasons, rowsDefinition, states, tenantOf } from './row.ts'

/** Rows a write; larger ones hold the server up, smaller ones cost round trips. */
const CHUNK = 500
/** Writes at once: enough to keep the server busy while the next rows are made. */
const WRITES = 3

/** What a plan must know of a row that is there. */
const keptSchema = z.object({
  _id: z.string(),
  state: z.enum(states),
  reason: z.enum(reasons).optional(),
  dueAt: z.date(),
  expiresAt: z.date(),
  data: z.object({ snoozed: z.string().optional() }).default({}),
})
type Kept = z.infer<typeof keptSchema>

/** The rows that should be, some at a time; asked for twice. */
export type Plan = () => AsyncIterable<readonly PlannedRow[]>

/** Keeps the outbox as it is planned. */
export function createPlanKeeper(database: Database, lanes: Pick<Lanes, 'announce'>) {
  const rows: Collection<Row> = database.collection(rowsDefinition)

  /** Tells the lanes from when they have something to do; see {@link announced}. */
  async function announce(first: ReadonlyMap<string, Date>): Promise<void> {
    await Promise.all([...first].map(([tenantId, at]) => lanes.announce(tenantId, at)))
  }

  /**
   * Before, so that a crash on the way leaves no rows that nobody looks for; and after, because a lane's owner may have
   * looked between the two, and must look again.
   */
  async function announced(first: ReadonlyMap<string, Date>, write: () => Promise<void>): Promise<void> {
    await announce(first)
    await write()
    await announce(first)
  }

  async function insertAll(planned: readonly PlannedRow[]): Promise<void> {
    await inWaves(chunks(planned), async (chunk) => {
      await rows.insertMissing(chunk.map(newRow))
    })
  }

  /**
   * Rows that share their times are moved by one update. Who leased one keeps its name there: if the message is on the
   * wire just now, it counts as sent.
   */
  async function moveAll(moving: readonly PlannedRow[]): Promise<void> {
    const byTimes = Map.groupBy(moving, ({ dueAt, expiresAt }) => `${dueAt.getTime()} ${expiresAt.getTime()}`)
    for (const group of byTimes.values()) {
      const [first] = group
      if (!first) continue
      const { dueAt, expiresAt } = first
      await inWaves(chunks(group), async (chunk) => {
        const movable = {
          state: { $in: ['due', 'leased', 'withdrawn', 'dropped'] as const },
          reason: { $ne: 'done' } as const,
        }
        const moved = {
          $set: { state: 'due', dueAt, nextAt: dueAt, promisedAt: dueAt, expiresAt } as const,
          $unset: { reason: true } as const,
        }
        await rows.updateMany({ _id: { $in: chunk.map((row) => row.key) }, ...movable }, moved)
      })
    }
  }

  async function withdraw(keys: readonly string[], reason: 'not-planned' | 'done', at: Date): Promise<void> {
    await inWaves(chunks(keys), async (chunk) => {
      const pending = { _id: { $in: chunk }, state: { $in: ['due', 'leased'] as const } }
      await rows.updateMany(pending, { $set: { state: 'withdrawn', reason, lastAt: at } })
    })
  }

  async function keptAbout(about: string, personIds: readonly string[] | undefined): Promise<Map<string, Kept>> {
    const filter = personIds === undefined ? { about } : { about, personId: { $in: personIds } }
    const found = await rows.aggregate([
      { $match: filter },
      { $project: { state: 1, reason: 1, dueAt: 1, expiresAt: 1, 'data.snoozed': 1 } },
    ])
    return new Map(found.map((document) => keptSchema.parse(document)).map((kept) => [kept._id, kept]))
  }

  return {
    /** Rows that stand alone. A key that is there already is left as it is. */
    async insert(planned: readonly PlannedRow[]): Promise<void> {
      await announced(firstDue(planned), () => insertAll(planned))
    },

    withdraw,

    /** @returns the keys of what was still to come */
    async withdrawAbout(about: string, at: Date): Promise<Set<string>> {
      const pending = await rows.find({ about, state: { $in: ['due', 'leased'] } })
      const keys = pending.map((row) => row._id)
      await withdraw(keys, 'not-planned', at)
      return new Set(keys)
    },

    /**
     * Makes the rows about something what is planned now: what is missing comes in, what has other times moves, what is
     * not planned any more is withdrawn. Rows that were sent stay as they are. Safe to repeat, and beside itself.
     * With `personIds`, for these persons alone.
     * @returns the keys of rows that are no longer as they were: a dispatcher that holds one must let go of it
     */
    async keep(about: string, plan: Plan, at: Date, personIds?: readonly string[]): Promise<Set<string>> {
      const kept = await keptAbout(about, personIds)
      const changed = (planned: readonly PlannedRow[]) => ({
        missing: planned.filter((row) => !kept.has(row.key)),
        moving: planned.filter((row) => mustMove(kept.get(row.key), row, at)),
      })

      const first = new Map<string, Date>()
      const surplus = new Map([...kept].filter(([, row]) => isPending(row) && row.data.snoozed === undefined))
      for await (const planned of plan()) {
        const { missing, moving } = changed(planned)
        noteFirstDue(first, missing)
        noteFirstDue(first, moving)
        for (const row of planned) surplus.delete(row.key)
      }
      const changedKeys = new Set(surplus.keys())
      await announced(first, async () => {
        if (first.size === 0) return
        for await (const planned of plan()) {
          const { missing, moving } = changed(planned)
          for (const row of moving) changedKeys.add(row.key)
          await Promise.all([insertAll(missing), moveAll(moving)])
        }
      })
      await withdraw([...surplus.keys()], 'not-planned', at)
      return changedKeys
    },
  }
}

function firstDue(planned: readonly PlannedRow[]): Map<string, Date> {
  const first = new Map<string, Date>()
  noteFirstDue(first, planned)
  return first
}

function noteFirstDue(first: Map<string, Date>, planned: readonly PlannedRow[]): void {
  for (const { personId, dueAt } of planned) {
    const tenantId = tenantOf(personId)
    const known = first.get(tenantId)
    if (!known || dueAt < known) first.set(tenantId, dueAt)
  }
}

function isPending({ state }: Kept): boolean {
  return state === 'due' || state === 'leased'
}

/** Only what was not sent moves; what a person said is done stays so. */
function mustMove(row: Kept | undefined, planned: PlannedRow, at: Date): boolean {
  if (!row || planned.expiresAt <= at || row.reason === 'done') return false
  const sameTimes =
    row.dueAt.getTime() === planned.dueAt.getTime() && row.expiresAt.getTime() === planned.expiresAt.getTime()
  if (isPending(row)) return !sameTimes
  return row.state === 'withdrawn' || (row.state === 'dropped' && row.reason === 'too-late')
}

function chunks<T>(all: readonly T[]): T[][] {
  const count = Math.ceil(all.length / CHUNK)
  return Array.from({ length: count }, (_, index) => all.slice(index * CHUNK, (index + 1) * CHUNK))
}

async function inWaves<T>(items: readonly T[], write: (item: T) => Promise<void>): Promise<void> {
  for (let first = 0; first < items.length; first += WRITES) {
    await Promise.all(items.slice(first, first + WRITES).map(write))
  }
}
