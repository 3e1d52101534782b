import { createHealth, type Health } from './health.ts'
import type { Lane } from './lanes.ts'
import { createPace, type Pace } from './pace.ts'
import type { Row } from './row.ts'

/** What a process knows of a tenant from having sent to it; outlives each holding of its lane. */
export interface TenantMemory {
  readonly pace: Pace
  readonly health: Health
}

/** A lane in this process's hands. Times are milliseconds. */
export interface HeldLane extends TenantMemory {
  readonly tenantId: string
  readonly takenAt: number
  /** Until when it is ours; renewed long before. */
  until: number
  /** Leased rows, a message each, most urgent first. */
  queue: Row[][]
  inFlight: number
  /** A read of the store for this lane is under way. */
  busy: boolean
  /** The lane's, when it was last known; see `rest` of lanes. */
  version: number
  /** The last read found nothing more that was due. */
  drained: boolean
  /** When to look next for rows whose leases have ended. */
  reclaimAt: number
  /** To be given on to a process that has time for it. */
  yielding: boolean
}

export function createTenantMemory(rate: number, random: () => number): TenantMemory {
  return { pace: createPace(rate), health: createHealth(random) }
}

export function createHeldLane({ _id, version }: Lane, memory: TenantMemory, at: number, until: number): HeldLane {
  return {
    ...memory,
    tenantId: _id,
    version,
    takenAt: at,
    until,
    queue: [],
    inFlight: 0,
    busy: false,
    drained: false,
    reclaimAt: at,
    yielding: false,
  }
}

/** Milliseconds until the lane may send its next message: 0 is now, Infinity when it has none. */
export function sendWait(lane: HeldLane, at: number): number {
  if (lane.queue.length === 0) return Number.POSITIVE_INFINITY
  const conversation = Math.min(
    ...lane.queue.slice(0, LOOKAHEAD).map((group) => lane.pace.waitFor(personOf(group), at)),
  )
  return Math.max(lane.pace.wait(at), lane.health.wait(at), conversation)
}

/** Takes the first message whose conversation is free off the queue. */
export function takeNext(lane: HeldLane, at: number): Row[] | undefined {
  const index = lane.queue.findIndex((group) => lane.pace.waitFor(personOf(group), at) === 0)
  return index === -1 ? undefined : lane.queue.splice(index, 1)[0]
}

/** How far down the queue a free conversation is looked for when the wait is reckoned. */
const LOOKAHEAD = 8

export function personOf(group: readonly Row[]): string {
  return group[0]?.personId ?? ''
}
