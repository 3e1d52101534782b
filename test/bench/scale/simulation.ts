import { openReminders, type Reminders } from '../../../src/reminders/reminders.ts'
import type { PlannedRow } from '../../../src/reminders/row.ts'
import type { World } from '../../../src/reminders/world.ts'
import { personIds, tenantSizes } from './population.ts'
import { createService } from './service.ts'
import { createSharedStore } from './shared-store.ts'
import { createVirtualTime } from './virtual-time.ts'

export interface Scenario {
  members: number
  tenants: number
  processes: number
  sendRate: number
  maxInFlight: number
  /** Seconds after the announcement. */
  outage: { from: number; seconds: number } | null
  /** One of the processes dies, and another takes its place five seconds later. Null: none dies. */
  crashEverySeconds: number | null
  /** Once, when a third is told, all processes die together, and as many are started. */
  allDie: boolean
}

export interface Course {
  /** Virtual seconds from the announcement to the last person. */
  seconds: number
  /** Of planning: until the last row was in the outbox. */
  plannedAfter: number
  reached: number
  repeated: number
  throttled: number
  refused: number
  crashes: number
  /** Of messages, without planning. */
  storeCalls: number
  documentsWritten: number
  /** Part of the time in which the server worked. */
  storeBusy: number
  /** Of one process in the midst of it: what is held for it, without the store. Known only where all die. */
  processMb: number | null
  wallSeconds: number
}

interface Process {
  reminders: Reminders
}

const START = Date.UTC(2026, 10, 24, 9)
const MB = 2 ** 20
/** Rows that are handed over together. */
const ANNOUNCED_AT_ONCE = 20_000

/** The engine as it is, in many processes of one, with time that jumps. Needs `--expose-gc` for what it says of memory. */
export async function simulate(scenario: Scenario): Promise<Course> {
  const wallFrom = performance.now()
  const random = createRandom(1)
  const time = createVirtualTime(START)
  const { outage, crashEverySeconds } = scenario
  const service = createService(time, {
    persons: scenario.members,
    isDown: (now) => outage !== null && isWithin(now, outage),
    latencyMs: () => 80 + 120 * random(),
  })
  const store = createSharedStore(time, () => 1 + 2 * random())
  const nobody = {}
  let born = 0
  let crashes = 0

  async function birth(): Promise<Process> {
    const process: { reminders?: Reminders } = {}
    const reminders = await openReminders({
      database: store.seenBy(process),
      send: service.sendFor(process),
      world,
      settings: {
        timeZone: 'Europe/Oslo',
        hours: null,
        daysOff: false,
        dailyLimit: 100,
        sendRate: scenario.sendRate,
        maxInFlight: scenario.maxInFlight,
      },
      now: () => Temporal.Instant.fromEpochMilliseconds(time.now()),
      random,
      timers: time.timersOf(process),
      processId: `process-${++born}`,
      metrics: { count: () => {}, late: () => {} },
      log: { debug() {}, info() {}, warn() {}, error: (fields: unknown) => console.error(fields) },
    })
    void reminders.start()
    return Object.assign(process, { reminders })
  }

  const processes = await Promise.all(Array.from({ length: scenario.processes }, birth))

  function die(index: number): void {
    const dead = processes[index]
    if (!dead) return
    crashes++
    time.end(dead)
    time.at(time.now() + 5_000, nobody, () => {
      void birth().then((process) => {
        processes[index] = process
      })
    })
  }

  function crashAgain(): void {
    if (crashEverySeconds === null || isOver()) return
    time.at(time.now() + crashEverySeconds * 1_000, nobody, () => {
      die(Math.floor(random() * processes.length))
      crashAgain()
    })
  }

  const isOver = () => service.reached() === scenario.members
  const [first] = processes
  let plannedAfter = 0
  const planned = announce(scenario, (rows) => first?.reminders.post(rows) ?? Promise.resolve()).then(() => {
    plannedAfter = (time.now() - START) / 1_000
    crashAgain()
  })
  await time.run(() => plannedAfter > 0)
  await planned
  const planning = { calls: store.calls(), written: store.documentsWritten(), busyMs: store.busyMs() }

  let processMb: number | null = null
  if (scenario.allDie) {
    await time.run(() => service.reached() > scenario.members / 3)
    const full = heapMb()
    const dead = processes.splice(0)
    for (const process of dead) time.end(process)
    const count = dead.splice(0).length
    crashes += count
    processMb = (full - heapMb()) / count
    processes.push(...(await Promise.all(Array.from({ length: count }, birth))))
  }
  await time.run(isOver)
  // What arrives twice arrives a lease later.
  const until = time.now() + 60_000
  time.at(until, nobody, () => {})
  const seconds = (service.lastAt() - START) / 1_000
  const sending = {
    storeCalls: store.calls() - planning.calls,
    documentsWritten: store.documentsWritten() - planning.written,
    storeBusy: (store.busyMs() - planning.busyMs) / 1_000 / (seconds - plannedAfter),
  }
  await time.run(() => time.now() >= until)
  return {
    seconds,
    plannedAfter,
    reached: service.reached(),
    repeated: service.repeated(),
    throttled: service.throttled(),
    refused: service.refused(),
    crashes,
    ...sending,
    processMb,
    wallSeconds: (performance.now() - wallFrom) / 1_000,
  }
}

function isWithin(now: number, { from, seconds }: { from: number; seconds: number }): boolean {
  return now >= START + from * 1_000 && now < START + (from + seconds) * 1_000
}

/** One message to everybody. */
async function announce(
  { members, tenants }: Scenario,
  post: (rows: readonly PlannedRow[]) => Promise<void>,
): Promise<void> {
  const dueAt = new Date(START)
  const expiresAt = new Date(START + 7 * 86_400_000)
  const everybody = personIds(tenantSizes(members, tenants))
  for (let rest = members; rest > 0; rest -= ANNOUNCED_AT_ONCE) {
    const rows = Array.from({ length: Math.min(rest, ANNOUNCED_AT_ONCE) }, (): PlannedRow => {
      const personId = String(everybody.next().value)
      return {
        key: `announcement:1:${personId}`,
        about: 'announcement:1',
        kind: 'announcement',
        personId,
        data: { announcementId: '1' },
        dueAt,
        expiresAt,
      }
    })
    await post(rows)
  }
}

const world: World = {
  gathering: async () => null,
  upcomingGatherings: async () => [],
  unreachable: async () => [],
  markUnreachable: async () => {},
}

function heapMb(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / MB
}

/** The same course each time. */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
