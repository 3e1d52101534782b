import { z } from 'zod'
import type { Database } from '../store/database.ts'
import { toDate } from '../store/instants.ts'
import { lanesDefinition } from './lanes.ts'
import { rowsDefinition } from './row.ts'
import { readTally, type Tally } from './tally.ts'

export interface Status extends Tally {
  /** Due since the longest time; null when nothing is overdue. */
  oldestOverdueAt: Temporal.Instant | null
  /** Those that wait, tenants with most overdue first. */
  tenants: TenantStatus[]
}

export interface TenantStatus {
  tenantId: string
  due: number
  overdue: number
  oldestAt: Temporal.Instant
}

const tenantRow = z.object({ _id: z.string(), due: z.number(), overdue: z.number(), oldestAt: z.date() })

/** What waits in each tenant; read by the index, so that it may be asked for often. Those with most overdue come first. */
export function createQueues(database: Database, now: () => Temporal.Instant) {
  const rows = database.collection(rowsDefinition)
  const lanes = database.collection(lanesDefinition)
  return async (): Promise<TenantStatus[]> => {
    const known = (await lanes.find({})).map((lane) => lane._id)
    const found = await rows.aggregate([
      { $match: { tenantId: { $in: known }, state: { $in: ['due', 'leased'] } } },
      {
        $group: {
          _id: '$tenantId',
          due: { $sum: 1 },
          overdue: { $sum: { $cond: [{ $lte: ['$nextAt', toDate(now())] }, 1, 0] } },
          oldestAt: { $min: '$nextAt' },
        },
      },
      { $sort: { overdue: -1, _id: 1 } },
    ])
    return found
      .map((row) => tenantRow.parse(row))
      .map(({ _id, oldestAt, ...rest }) => ({ tenantId: _id, ...rest, oldestAt: oldestAt.toTemporalInstant() }))
  }
}

/** What waits and what became of the rest; reads the whole outbox, so not for every turn. */
export function createStatus(database: Database, now: () => Temporal.Instant) {
  const queues = createQueues(database, now)
  return async (): Promise<Status> => {
    const tally = await readTally(database, now().subtract({ hours: 24 }))
    const tenants = await queues()
    const overdue = tenants.map(({ oldestAt }) => oldestAt).sort(Temporal.Instant.compare)[0]
    const isOverdue = overdue !== undefined && Temporal.Instant.compare(overdue, now()) <= 0
    return { ...tally, oldestOverdueAt: isOverdue ? overdue : null, tenants }
  }
}
