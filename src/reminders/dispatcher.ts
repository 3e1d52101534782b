import type { Log } from '../log.ts'
import type { DeliverDependencies } from './deliver.ts'
import { createDeliver } from './deliver.ts'
import { retryDelayMs } from './health.ts'
import {
  createHeldLane,
  createTenantMemory,
  type HeldLane,
  personOf,
  sendWait,
  type TenantMemory,
  takeNext,
} from './held-lane.ts'
import { toInstant } from './instants.ts'
import type { Lanes } from './lanes.ts'
import { SEND_TIMEOUT_MS } from './message.ts'
import type { Mark, Outbox } from './outbox.ts'
import type { Row } from './row.ts'
import type { Screened } from './screen.ts'

/**
 * Another process may go on with a lane when its owner was silent for so long. Shorter: a stalled process loses its lanes
 * for nothing (no harm, but work). Longer: after a crash its tenants wait longer.
 */
const LANE_LEASE_MS = 5_000
const RENEW_MS = 1_500

/** A row in the hands of a process that died goes back to the queue after so long. Must be more than a send can take. */
const ROW_LEASE_MS = 2 * SEND_TIMEOUT_MS

/** How often an idle process looks for lanes that others left, and for rows that others planned. */
const POLL_MS = 2_000

/** What a process does at once, and how long it keeps a lane while others wait for one. */
const MAX_LANES = 64
const LANES_AT_ONCE = 8
const LANE_TURN_MS = 10_000

/** Seconds of sending that are leased at a time: more are fewer reads, fewer are fresher rows. */
const LEASED_SECONDS = 2

/** Messages due so soon after are sent along to their person. */
const TOGETHER_MS = 2 * 60_000

/** Wakes in between are answered together. */
const TICK_MS = 3

export interface DispatcherDependencies extends DeliverDependencies {
  lanes: Lanes
  outbox: Outbox
  screen: (rows: readonly Row[], now: Temporal.Instant) => Promise<Screened>
  /** Messages a second to one tenant. */
  sendRate: number
  /** Messages on the wire at once, in all: a crash can repeat so many. */
  maxInFlight: number
  log: Log
}

export interface Pass {
  /** When the next thing is to be done here; null: nothing until somebody plans something. */
  nextAt: Temporal.Instant | null
}

export type Dispatcher = ReturnType<typeof createDispatcher>

export function createDispatcher(dependencies: DispatcherDependencies) {
  const { lanes, outbox, screen, marks, metrics, sendRate, maxInFlight, now, random, timers, log } = dependencies
  const deliver = createDeliver(dependencies)
  const batch = Math.max(10, Math.ceil(sendRate * LEASED_SECONDS))
  const laneInFlight = Math.max(1, Math.min(maxInFlight, Math.ceil(sendRate)))
  const held = new Map<string, HeldLane>()
  const memories = new Map<string, TenantMemory>()
  const pending = new Set<Promise<void>>()
  let inFlight = 0
  let looking = false
  let lookAt = 0
  let nextLaneAt = Number.POSITIVE_INFINITY
  let renewAt = 0
  let troubles = 0
  let troubleUntil = 0
  let turn = 0
  let started = 0
  let mode: 'idle' | 'running' | 'stopping' = 'idle'
  let cancelTimer = () => {}
  let armedFor = Number.POSITIVE_INFINITY
  let lastTick = 0

  const clock = () => now().epochMilliseconds

  /** Work beside the loop. A store that fails is left alone for a while; the loop goes on. */
  function run(work: () => Promise<void>, always: () => void = () => {}): void {
    started++
    const promise = work()
      .then(() => {
        troubles = 0
      })
      .catch((error: unknown) => {
        troubleUntil = clock() + 500 + retryDelayMs(troubles++, random, 10_000)
        log.error({ err: error }, 'reminders: a step failed')
      })
      .finally(() => {
        pending.delete(promise)
        always()
        wake()
      })
    pending.add(promise)
  }

  function look(at: number): void {
    looking = true
    lookAt = at + POLL_MS
    run(takeLanes, () => {
      looking = false
    })
  }

  async function takeLanes(): Promise<void> {
    const room = MAX_LANES - held.size
    const date = new Date(clock())
    const waiting = await lanes.waiting(date, Math.max(1, room))
    if (room <= 0 && waiting.length > 0) yieldOldest(clock())
    for (let first = 0; first < room && first < waiting.length; first += LANES_AT_ONCE) {
      await Promise.all(waiting.slice(first, Math.min(room, first + LANES_AT_ONCE)).map(takeLane))
    }
    nextLaneAt = Number((await lanes.nextAt(date)) ?? Number.POSITIVE_INFINITY)
  }

  async function takeLane(tenantId: string): Promise<void> {
    const at = clock()
    const until = at + LANE_LEASE_MS
    const lane = await lanes.take(tenantId, new Date(at), new Date(until))
    if (lane) held.set(tenantId, createHeldLane(lane, memoryOf(tenantId), at, until))
    wake()
  }

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

  function renew(at: number): void {
    renewAt = at + RENEW_MS
    run(async () => {
      const until = at + LANE_LEASE_MS
      const mine = new Set(await lanes.renew(new Date(at), new Date(until)))
      for (const lane of held.values()) if (mine.has(lane.tenantId)) lane.until = until
    })
  }

  /** What may be another's by now is let go. */
  function dropLost(at: number): void {
    for (const lane of held.values()) {
      if (lane.until > at || lane.inFlight > 0 || lane.busy) continue
      held.delete(lane.tenantId)
      log.warn({ tenantId: lane.tenantId, rows: lane.queue.length }, 'lost a lane')
      run(() => giveBack(lane.queue))
    }
  }

  function launch(lane: HeldLane, at: number): boolean {
    if (mode === 'stopping' || inFlight >= maxInFlight || lane.until <= at) return false
    if (lane.inFlight >= (lane.health.isDown() ? 1 : laneInFlight) || sendWait(lane, at) > 0) return false
    const group = takeNext(lane, at)
    if (!group) return false
    if (group.some((row) => row.expiresAt.getTime() <= at)) {
      run(() => giveBack([group]))
      return true
    }
    lane.pace.took(personOf(group), at)
    lane.inFlight++
    inFlight++
    run(
      () => deliver(lane, group),
      () => {
        lane.inFlight--
        inFlight--
      },
    )
    return true
  }

  /** One message a lane and round, beginning with another lane each time: no tenant waits for another's queue. */
  function launchAll(at: number): void {
    const order = [...held.values()]
    const first = order.length === 0 ? 0 : turn++ % order.length
    let active = [...order.slice(first), ...order.slice(0, first)]
    while (active.length > 0) active = active.filter((lane) => launch(lane, at))
  }

  async function giveBack(groups: readonly Row[][], later?: { at: Date; reason: 'throttled' }): Promise<void> {
    if (groups.length === 0) return
    const keys = groups.flat().map((row) => row._id)
    await marks.write(keys, { state: 'due', ...(later && { later }) })
  }

  /** What waited too long here, while the tenant is paused or the service is down, is given back and looked at anew. */
  function returnAging(lane: HeldLane, at: number): void {
    const isAging = (group: Row[] | undefined) =>
      group !== undefined && Number(group[0]?.leaseUntil ?? 0) - SEND_TIMEOUT_MS <= at
    const most = lane.health.isDown() ? 1 : lane.queue.length
    if (lane.queue.length <= most && !isAging(lane.queue[0])) return
    const kept = lane.queue.slice(0, most).filter((group) => !isAging(group))
    const returned = lane.queue.filter((group) => !kept.includes(group))
    lane.queue = kept
    run(() => giveBack(returned))
  }

  function tend(lane: HeldLane, at: number): void {
    if (lane.busy || lane.until <= at || at < troubleUntil || mode === 'stopping') return
    if (lane.yielding) {
      if (lane.queue.length === 0 && lane.inFlight === 0) work(lane, letGo)
    } else if (lane.drained) {
      if (lane.queue.length === 0 && lane.inFlight === 0) work(lane, rest)
    } else if (lane.queue.length < batch / 2 && refillWait(lane, at) === 0) work(lane, refill)
  }

  /** Nothing is leased that could not be sent soon. */
  function refillWait(lane: HeldLane, at: number): number {
    if (lane.health.isDown())
      return lane.queue.length + lane.inFlight > 0 ? Number.POSITIVE_INFINITY : lane.health.wait(at)
    return Math.max(0, lane.pace.pausedFor(at) - SEND_TIMEOUT_MS / 3)
  }

  function work(lane: HeldLane, step: (lane: HeldLane) => Promise<void>): void {
    lane.busy = true
    run(
      () => step(lane),
      () => {
        lane.busy = false
      },
    )
  }

  async function letGo(lane: HeldLane): Promise<void> {
    held.delete(lane.tenantId)
    await lanes.release(lane.tenantId, new Date(clock()))
  }

  /** Puts the lane to rest until its next row is due, unless rows came in meanwhile. */
  async function rest(lane: HeldLane): Promise<void> {
    const nextAt = await outbox.nextDue(lane.tenantId)
    const next = Number(nextAt ?? Number.POSITIVE_INFINITY)
    const at = clock()
    if (next > at && (await lanes.rest(lane.tenantId, lane.version, new Date(at), nextAt))) {
      held.delete(lane.tenantId)
      nextLaneAt = Math.min(nextLaneAt, next)
    } else {
      lane.version = await lanes.version(lane.tenantId)
      lane.drained = false
      lane.reclaimAt = at
    }
  }

  async function refill(lane: HeldLane): Promise<void> {
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
    const screened = await screen(rows, now())
    await Promise.all(screened.marks.map(writeScreened))
    lane.queue.push(...screened.groups.map((group) => group.map((row) => ({ ...row, leaseUntil: until }))))
  }

  async function writeScreened({ rows, mark }: { rows: Row[]; mark: Mark }): Promise<void> {
    await marks.write(
      rows.map((row) => row._id),
      mark,
    )
    if (mark.state === 'due' && !mark.later) return
    const outcome = mark.state === 'due' ? 'postponed' : mark.state === 'unreachable' ? 'unreachable' : 'dropped'
    for (const row of rows) metrics.count(outcome, row.kind)
    if (mark.state === 'dropped') log.info({ keys: rows.map((row) => row._id), reason: mark.reason }, 'dropped')
  }

  function tick(): void {
    const at = clock()
    lastTick = at
    if (mode !== 'stopping' && !looking && at >= Math.min(lookAt, nextLaneAt) && at >= troubleUntil) look(at)
    if (held.size > 0 && at >= renewAt) renew(at)
    dropLost(at)
    for (const lane of held.values()) returnAging(lane, at)
    launchAll(at)
    for (const lane of held.values()) tend(lane, at)
  }

  /** When something of what is held, or the next lane, wants attention. Milliseconds; Infinity is never. */
  function nextWork(at: number): number {
    const times = [...held.values()].map((lane) => {
      if (lane.until <= at || inFlight >= maxInFlight || lane.inFlight >= laneInFlight) return Number.POSITIVE_INFINITY
      if (lane.queue.length > 0) return at + sendWait(lane, at)
      return lane.busy || lane.inFlight > 0
        ? Number.POSITIVE_INFINITY
        : Math.max(at + refillWait(lane, at), troubleUntil)
    })
    return Math.min(nextLaneAt, ...times)
  }

  function arm(): void {
    if (mode !== 'running') return
    const at = clock()
    const next = Math.min(nextWork(at), lookAt, held.size > 0 ? renewAt : Number.POSITIVE_INFINITY)
    armFor(Math.max(next, lastTick + TICK_MS), at)
  }

  function armFor(next: number, at: number): void {
    if (next >= armedFor) return
    cancelTimer()
    armedFor = next
    cancelTimer = timers.after(Math.max(0, next - at), () => {
      armedFor = Number.POSITIVE_INFINITY
      tick()
      arm()
    })
  }

  /** Looks again at once: something came in, or a step is done. */
  function wake(): void {
    if (mode === 'running') armFor(lastTick + TICK_MS, clock())
  }

  return {
    start(): void {
      if (mode !== 'idle') return
      mode = 'running'
      tick()
      arm()
    },

    /** Rows came in. */
    wake(): void {
      lookAt = 0
      wake()
    },

    /** Rows that were moved or withdrawn are not sent from here, unless they are on the wire. */
    forget(keys: ReadonlySet<string>): void {
      for (const lane of held.values()) {
        lane.queue = lane.queue
          .map((group) => group.filter((row) => !keys.has(row._id)))
          .filter((group) => group.length > 0)
      }
    },

    /** For what is written beside the outbox, at the same pace: milliseconds to wait; 0 is now, and counts it. */
    admit(tenantId: string, conversation: string): number {
      const { pace } = memoryOf(tenantId)
      const at = clock()
      const waitMs = Math.max(pace.wait(at), pace.waitFor(conversation, at))
      if (waitMs === 0) pace.took(conversation, at)
      return waitMs
    },

    throttled(tenantId: string, conversation: string, retryAfterMs: number): void {
      memoryOf(tenantId).pace.throttled(conversation, retryAfterMs, clock())
    },

    /** Everything that can be done at this instant; resolves when it is done and written. */
    async pass(): Promise<Pass> {
      lookAt = 0
      for (let before = -1; before !== started; ) {
        before = started
        tick()
        while (pending.size > 0) await Promise.all(pending)
      }
      const next = nextWork(clock())
      return { nextAt: Number.isFinite(next) ? toInstant(next) : null }
    },

    /** Starts nothing new, waits for what is on the wire, and gives the rest back to whoever goes on. */
    async stop(): Promise<void> {
      mode = 'stopping'
      cancelTimer()
      while (pending.size > 0) await Promise.all(pending)
      await giveBack([...held.values()].flatMap((lane) => lane.queue))
      await Promise.all([...held.values()].map(letGo))
      mode = 'idle'
    },

    load: () => ({
      lanes: held.size,
      inFlight,
      queued: [...held.values()].reduce((sum, lane) => sum + lane.queue.length, 0),
    }),
  }
}
