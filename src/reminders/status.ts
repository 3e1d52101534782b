import { z } from 'zod'
import type { Database } from '../store/database.ts'
import { toDate, toInstant } from './instants.ts'
import { type Reason, rowsDefinition, type State, states } from './row.ts'

export interface Status {
  /** Rows by state. */
  counts: Record<State, number>
  /** Of those due: why they did not go yet. */
  tried: { retry: number; throttled: number; held: number }
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

/** What waits and what became of the rest; reads the whole outbox, so not for every turn. */
export function createStatus(database: Database, now: () => Temporal.Instant) {
  const rows = database.collection(rowsDefinition)
  return async (): Promise<Status> => {
    const at = toDate(now())
    const counts = { due: 0, leased: 0, sent: 0, unreachable: 0, failed: 0, withdrawn: 0, dropped: 0 }
    for (const state of states) counts[state] = await rows.countDocuments({ state })
    const waiting = async (...reasons: Reason[]) => rows.countDocuments({ state: 'due', reason: { $in: reasons } })
    const tried = {
      retry: await waiting('retry'),
      throttled: await waiting('throttled'),
      held: await waiting('quiet', 'paused', 'daily-limit'),
    }
    const found = await rows.aggregate([
      { $match: { state: { $in: ['due', 'leased'] } } },
      {
        $group: {
          _id: '$tenantId',
          due: { $sum: 1 },
          overdue: { $sum: { $cond: [{ $lte: ['$nextAt', at] }, 1, 0] } },
          oldestAt: { $min: '$nextAt' },
        },
      },
      { $sort: { overdue: -1, _id: 1 } },
    ])
    const tenants = found.map((row) => tenantRow.parse(row))
    const oldest = tenants.map((tenant) => tenant.oldestAt).filter((oldestAt) => oldestAt <= at)
    return {
      counts,
      tried,
      oldestOverdueAt: oldest.length === 0 ? null : toInstant(Math.min(...oldest.map(Number))),
      tenants: tenants.map(({ _id, oldestAt, ...rest }) => ({ tenantId: _id, ...rest, oldestAt: toInstant(oldestAt) })),
    }
  }
}
