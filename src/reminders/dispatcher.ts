import type { Log } from '../log.ts'
import { createDeliver, type DeliverDependencies } from './deliver.ts'
import { retryDelayMs } from './health.ts'
import { type HeldLane, sendWait, takeNext } from './held-lane.ts'
import { createLaneKeeper } from './lane-keeper.ts'
import type { Lanes } from './lanes.ts'
import { SEND_TIMEOUT_MS } from './message.ts'
import type { Outbox } from './outbox.ts'
import type { Parcel } from './parcel.ts'
import type { Screen } from './screen.ts'
import { createSupply } from './supply.ts'

/** How often an idle process looks for lanes that others left, and for rows that others planned. */
const POLL_MS = 2_000

/** Wakes in between are answered together. */
const TICK_MS = 3

export interface DispatcherDependencies extends DeliverDependencies {
  lanes: Lanes
  outbox: Outbox
  screen: Screen
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

/** The loop: says when which step is taken, sleeps in between, and lets no step that fails end it. */
export function createDispatcher(dependencies: DispatcherDependencies) {
  const { lanes, outbox, sendRate, maxInFlight, now, random, timers, log } = dependencies
  const clock = () => now().epochMilliseconds
  const deliver = createDeliver(dependencies)
  const supply = createSupply({ ...dependencies, clock })
  const keeper = createLaneKeeper({ lanes, sendRate, random, clock, onTaken: () => wake() })
  const laneInFlight = Math.max(1, Math.min(maxInFlight, Math.ceil(sendRate)))
  const pending = new Set<Promise<void>>()
  let inFlight = 0
  let looking = false
  let lookAt = 0
  let troubles = 0
  let troubleUntil = 0
  let turn = 0
  let started = 0
  let mode: 'idle' | 'running' | 'stopping' = 'idle'
  let cancelTimer = () => {}
  let armedFor = Number.POSITIVE_INFINITY
  let lastTick = 0

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
    run(keeper.takeWaiting, () => {
      looking = false
    })
  }

  /** Rows that are not to be sent from here after all. */
  function giveBack(parcels: readonly Parcel[]): void {
    if (parcels.length > 0) run(() => supply.giveBack(parcels))
  }

  function launch(lane: HeldLane, at: number): boolean {
    if (mode === 'stopping' || inFlight >= maxInFlight || lane.until <= at) return false
    if (lane.inFlight >= (lane.health.isDown() ? 1 : laneInFlight) || sendWait(lane, at) > 0) return false
    const parcel = takeNext(lane, at)
    if (!parcel) return false
    if (parcel.rows.some((row) => row.expiresAt.getTime() <= at)) {
      giveBack([parcel])
      return true
    }
    lane.pace.took(parcel.conversation, at)
    lane.inFlight++
    inFlight++
    run(
      () => deliver(lane, parcel),
      () => {
        lane.inFlight--
        inFlight--
      },
    )
    return true
  }

  /** One message a lane and round, beginning with another lane each time: no tenant waits for another's queue. */
  function launchAll(at: number): void {
    const order = keeper.held()
    const first = order.length === 0 ? 0 : turn++ % order.length
    let active = [...order.slice(first), ...order.slice(0, first)]
    while (active.length > 0) active = active.filter((lane) => launch(lane, at))
  }

  function tend(lane: HeldLane, at: number): void {
    if (lane.busy || lane.until <= at || at < troubleUntil || mode === 'stopping') return
    if (lane.yielding) {
      if (lane.queue.length === 0 && lane.inFlight === 0) work(lane, keeper.letGo)
    } else if (lane.drained) {
      if (lane.queue.length === 0 && lane.inFlight === 0) work(lane, rest)
    } else if (supply.isLow(lane) && refillWait(lane, at) === 0) work(lane, supply.refill)
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

  async function rest(lane: HeldLane): Promise<void> {
    await keeper.rest(lane, await outbox.nextDue(lane.tenantId))
  }

  function tick(): void {
    const at = clock()
    lastTick = at
    if (mode !== 'stopping' && !looking && at >= Math.min(lookAt, keeper.nextAt()) && at >= troubleUntil) look(at)
    if (at >= keeper.renewAt()) run(keeper.renew)
    for (const lane of keeper.dropLost(at)) {
      log.warn({ tenantId: lane.tenantId, rows: lane.queue.length }, 'lost a lane')
      giveBack(lane.queue)
    }
    for (const lane of keeper.held()) giveBack(supply.takeAging(lane, at))
    launchAll(at)
    for (const lane of keeper.held()) tend(lane, at)
  }

  /** When something of what is held, or the next lane, wants attention. Milliseconds; Infinity is never. */
  function nextWork(at: number): number {
    const times = keeper.held().map((lane) => {
      if (lane.until <= at || inFlight >= maxInFlight || lane.inFlight >= laneInFlight) return Number.POSITIVE_INFINITY
      if (lane.queue.length > 0) return at + sendWait(lane, at)
      return lane.busy || lane.inFlight > 0
        ? Number.POSITIVE_INFINITY
        : Math.max(at + refillWait(lane, at), troubleUntil)
    })
    return Math.min(keeper.nextAt(), ...times)
  }

  function arm(): void {
    if (mode !== 'running') return
    const at = clock()
    const next = Math.min(nextWork(at), lookAt, keeper.renewAt())
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
      for (const lane of keeper.held()) {
        lane.queue = lane.queue
          .map((parcel) => ({ ...parcel, rows: parcel.rows.filter((row) => !keys.has(row._id)) }))
          .filter(({ rows }) => rows.length > 0)
      }
    },

    /** For what is written beside the outbox, at the same pace: milliseconds to wait; 0 is now, and counts it. */
    admit(tenantId: string, conversation: string): number {
      const { pace } = keeper.memoryOf(tenantId)
      const at = clock()
      const waitMs = Math.max(pace.wait(at), pace.waitFor(conversation, at))
      if (waitMs === 0) pace.took(conversation, at)
      return waitMs
    },

    throttled(tenantId: string, conversation: string, retryAfterMs: number): void {
      keeper.memoryOf(tenantId).pace.throttled(conversation, retryAfterMs, clock())
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
      return { nextAt: Number.isFinite(next) ? Temporal.Instant.fromEpochMilliseconds(Math.ceil(next)) : null }
    },

    /** Starts nothing new, waits for what is on the wire, and gives the rest back to whoever goes on. */
    async stop(): Promise<void> {
      mode = 'stopping'
      cancelTimer()
      while (pending.size > 0) await Promise.all(pending)
      await supply.giveBack(keeper.held().flatMap((lane) => lane.queue))
      await Promise.all(keeper.held().map(keeper.letGo))
      mode = 'idle'
    },
  }
}
