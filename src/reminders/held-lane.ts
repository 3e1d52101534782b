import { createHealth, type Health } from './health.ts'
import type { Lane } from './lanes.ts'
import { createPace, type Pace } from './pace.ts'
import type { Parcel } from './parcel.ts'

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
  /** Leased rows, most urgent first. */
  queue: Parcel[]
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
  const wait = Math.max(lane.pace.wait(at), lane.health.wait(at))
  return lane.queue.length === 0 ? Number.POSITIVE_INFINITY : Math.max(wait, conversationWait(lane, at))
}

/** Until the first conversation is free to which something is to go. */
function conversationWait({ queue, pace }: HeldLane, at: number): number {
  let shortest = Number.POSITIVE_INFINITY
  for (const { conversation } of queue) {
    shortest = Math.min(shortest, pace.waitFor(conversation, at))
    if (shortest === 0) break
  }
  return shortest
}

/** Takes the first message whose conversation is free off the queue. */
export function takeNext(lane: HeldLane, at: number): Parcel | undefined {
  const index = lane.queue.findIndex(({ conversation }) => lane.pace.waitFor(conversation, at) === 0)
  return index === -1 ? undefined : lane.queue.splice(index, 1)[0]
}
