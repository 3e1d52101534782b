import { createHeldLane, createTenantMemory, type HeldLane, type TenantMemory } from './held-lane.ts'
import type { Lane, Lanes } from './lanes.ts'

/**
 * Another process may go on with a lane when its owner was silent for so long. Shorter: a stalled process loses its lanes
 * for nothing (no harm, but work). Longer: after a crash its tenants wait longer.
 */
const LANE_LEASE_MS = 5_000
const RENEW_MS = 1_500

/** What a process holds at once, and how long it keeps a lane while others wait for one. */
const MAX_LANES = 64
const LANES_AT_ONCE = 8
const LANE_TURN_MS = 10_000

interface Dependencies {
  lanes: Lanes
  /** Messages a second to one tenant. */
  sendRate: number
  random: () => number
  clock: () => number
  /** A lane came into this process's hands. */
  onTaken: () => void
}

/** Which tenants this process sends to: takes their lanes, keeps them while it lives, and gives them back. */
export function createLaneKeeper({ lanes, sendRate, random, clock, onTaken }: Dependencies) {
  const held = new Map<string, HeldLane>()
  const memories = new Map<string, TenantMemory>()
  let nextAt = Number.POSITIVE_INFINITY
  let renewAt = 0

  async function take(waiting: Lane): Promise<void> {
    const at = clock()
    const until = at + LANE_LEASE_MS
    const lane = await lanes.take(waiting._id, new Date(at), new Date(until))
    if (!lane) return
    const memory = memoryOf(lane._id)
    if (!lanes.isOwn(waiting)) {
      memory.pace.othersSpent(waiting.spent ?? memory.pace.capacity, waiting.until.getTime())
      memory.pace.othersWrote(waiting.written ?? [])
    }
    held.set(lane._id, createHeldLane(lane, memory, at, until))
    onTaken()
  }

  /** What this process knows of a tenant, whether it has its lane or not. */
  function memoryOf(tenantId: string): TenantMemory {
    const known = memories.get(tenantId)
    if (known) return known
    const created = createTenantMemory(sendRate, random)
    memories.set(tenantId, created)
    return created
  }

  function yieldOldest(at: number): void {
    for (const lane of held.values()) {
      if (at - lane.takenAt < LANE_TURN_MS) break
      lane.yielding = true
    }
  }

  return {
    held: (): readonly HeldLane[] => [...held.values()],
    memoryOf,

    /** When the next lane is known to have something to do. Milliseconds; Infinity is never. */
    nextAt: () => nextAt,

    /** When what is held must be renewed; Infinity while nothing is. */
    renewAt: () => (held.size === 0 ? Number.POSITIVE_INFINITY : renewAt),

    /** Takes lanes that wait, as far as there is room; where there is none, those held longest go round. */
    async takeWaiting(): Promise<void> {
      const room = MAX_LANES - held.size
      const date = new Date(clock())
      const waiting = await lanes.waiting(date, Math.max(1, room))
      if (room <= 0 && waiting.length > 0) yieldOldest(clock())
      for (let first = 0; first < room && first < waiting.length; first += LANES_AT_ONCE) {
        await Promise.all(waiting.slice(first, Math.min(room, first + LANES_AT_ONCE)).map(take))
      }
      nextAt = Number((await lanes.nextAt(date)) ?? Number.POSITIVE_INFINITY)
    },

    async renew(): Promise<void> {
      const at = clock()
      renewAt = at + RENEW_MS
      const until = at + LANE_LEASE_MS
      const mine = new Set(await lanes.renew(new Date(at), new Date(until)))
      for (const lane of held.values()) if (mine.has(lane.tenantId)) lane.until = until
    },

    /** What may be another's by now is let go, once nothing of it is under way. */
    dropLost(at: number): HeldLane[] {
      const lost = [...held.values()].filter((lane) => lane.until <= at && lane.inFlight === 0 && !lane.busy)
      for (const lane of lost) held.delete(lane.tenantId)
      return lost
    },

    async letGo(lane: HeldLane): Promise<void> {
      held.delete(lane.tenantId)
      await lanes.release(lane.tenantId, givenBack(lane, clock()))
    },

    /** Puts the lane to rest until its next row is due, unless rows came in meanwhile. */
    async rest(lane: HeldLane, nextDue: Date | null): Promise<void> {
      const next = Number(nextDue ?? Number.POSITIVE_INFINITY)
      const at = clock()
      if (next > at && (await lanes.rest(lane, givenBack(lane, at), nextDue))) {
        held.delete(lane.tenantId)
        nextAt = Math.min(nextAt, next)
      } else {
        lane.version = await lanes.version(lane.tenantId)
        lane.drained = false
        lane.reclaimAt = at
      }
    },
  }
}

function givenBack(lane: HeldLane, at: number) {
  return { at: new Date(at), spent: lane.pace.spent(at), written: lane.pace.written(at) }
}
