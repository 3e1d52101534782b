import type { Log } from '../log.ts'
import type { HeldLane } from './held-lane.ts'
import type { Marks } from './marks.ts'
import { SEND_TIMEOUT_MS } from './message.ts'
import type { ReminderMetrics } from './metrics.ts'
import type { Outbox } from './outbox.ts'
import { isShared, type Parcel } from './parcel.ts'
import type { Screen, Screened } from './screen.ts'

/** A row in the hands of a process that died goes back to the queue after so long. Must be more than a send can take. */
const ROW_LEASE_MS = 2 * SEND_TIMEOUT_MS

/** Seconds of sending that are leased at a time: more are fewer reads, fewer are fresher rows. */
const LEASED_SECONDS = 2

/** Messages due so soon after are sent along to their person. */
const TOGETHER_MS = 2 * 60_000

export interface SupplyDependencies {
  outbox: Outbox
  screen: Screen
  marks: Marks
  metrics: ReminderMetrics
  /** Messages a second to one tenant. */
  sendRate: number
  clock: () => number
  log: Log
}

/** What the lanes have to send: rows are leased, looked at once more, and given back when they grow old here. */
export function createSupply({ outbox, screen, marks, metrics, sendRate, clock, log }: SupplyDependencies) {
  const batch = Math.max(10, Math.ceil(sendRate * LEASED_SECONDS))

  async function writeScreened({ rows, mark }: Screened['marks'][number]): Promise<void> {
    const keys = rows.map((row) => row._id)
    await marks.write(keys, mark)
    if (mark.state === 'withdrawn' || (mark.state === 'due' && !mark.later)) return
    const outcome = mark.state === 'due' ? 'postponed' : mark.state === 'unreachable' ? 'unreachable' : 'dropped'
    for (const row of rows) metrics.count(outcome, row.kind)
    if (mark.state === 'dropped') log.info({ keys, reason: mark.reason }, 'dropped')
  }

  return {
    /** What waits for a chat that many chose does not count: it would keep what goes elsewhere from being read. */
    isLow: (lane: HeldLane) => lane.queue.filter((parcel) => !isShared(parcel)).length < batch / 2,

    async refill(lane: HeldLane): Promise<void> {
      const at = clock()
      const date = new Date(at)
      if (lane.reclaimAt <= at) {
        await outbox.reclaim(lane.tenantId, date)
        lane.reclaimAt = at + ROW_LEASE_MS
      }
      const limit = lane.health.isDown() ? 1 : batch
      const until = new Date(at + ROW_LEASE_MS)
      const { rows, isAll } = await outbox.leaseDue(lane.tenantId, date, new Date(at + TOGETHER_MS), until, limit)
      lane.drained = isAll
      if (rows.length === 0) return
      const screened = await screen(rows, Temporal.Instant.fromEpochMilliseconds(clock()))
      await Promise.all(screened.marks.map(writeScreened))
      const leased = screened.parcels.map(({ rows: some, ...parcel }) => ({
        ...parcel,
        rows: some.map((row) => ({ ...row, leaseUntil: until })),
      }))
      lane.queue.push(...leased)
    },

    async giveBack(parcels: readonly Parcel[]): Promise<void> {
      if (parcels.length === 0) return
      await marks.write(
        parcels.flatMap(({ rows }) => rows.map((row) => row._id)),
        { state: 'due' },
      )
    },

    /** Takes from the queue what waited too long in it, while the tenant is paused or the service is down. */
    takeAging(lane: HeldLane, at: number): Parcel[] {
      const isAging = (parcel: Parcel | undefined) =>
        parcel !== undefined && Number(parcel.rows[0]?.leaseUntil ?? 0) - SEND_TIMEOUT_MS <= at
      const most = lane.health.isDown() ? 1 : lane.queue.length
      if (lane.queue.length <= most && !isAging(lane.queue[0])) return []
      const kept = lane.queue.slice(0, most).filter((parcel) => !isAging(parcel))
      const aging = lane.queue.filter((parcel) => !kept.includes(parcel))
      lane.queue = kept
      return aging
    },
  }
}
