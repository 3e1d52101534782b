/**
 * `npm run bench -- reminders [part …] [store …]`: the outbox and its dispatcher against a connector that throttles as Teams does, on
 * a test MongoDB and on the embedded store, beside agenda on the same server. Needs about eight minutes for all parts.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MongoClient } from 'mongodb'
import { type FakeConnector, type Fault, startFakeConnector, TEAMS_LIMITS } from '../support/fake-connector.ts'
import { startMongoDb } from '../support/mongodb.ts'
import { startWorker, type Worker } from './reminders/crew.ts'
import type { Job } from './reminders/job.ts'

type Store = 'mongodb' | 'embedded'

interface Course {
  /** Messages that arrived, by row; a row that came twice is there twice. */
  arrivals: Map<string, number[]>
  perSecond: number
}

interface Setting {
  job(changes: Partial<Job>): Job
  /** Waits until so many rows have arrived, and says how it went. */
  arrived(rows: number, timeoutMs?: number): Promise<Course>
  connector: FakeConnector
}

type Part = (store: Store) => Promise<void>

const parts: Record<string, { run: Part; stores: readonly Store[] }> = {
  planning: { run: planning, stores: ['mongodb', 'embedded'] },
  idle: { run: idle, stores: ['mongodb', 'embedded'] },
  lateness: { run: lateness, stores: ['mongodb', 'embedded'] },
  'fifty-tenants': { run: fiftyTenants, stores: ['mongodb', 'embedded'] },
  disturbed: { run: disturbed, stores: ['mongodb', 'embedded'] },
  killed: { run: killed, stores: ['mongodb', 'embedded'] },
  'one-tenant': { run: oneTenant, stores: ['mongodb', 'embedded'] },
}

export async function benchReminders(args: readonly string[]): Promise<void> {
  for (const [name, { run, stores }] of Object.entries(parts)) {
    if (!isAsked(name, Object.keys(parts), args)) continue
    console.log(`\n${name}`)
    for (const store of stores) if (isAsked(store, stores, args)) await run(store)
  }
}

/** Of those who say nothing of parts, or of stores, all are meant. */
function isAsked(name: string, all: readonly string[], args: readonly string[]): boolean {
  return args.includes(name) || !args.some((arg) => all.includes(arg))
}

async function planning(store: Store): Promise<void> {
  await within(store, {}, async ({ job }) => {
    const worker = startWorker(
      job({ persons: 100_000, tenants: 50, plans: true, sends: false, dueAt: Date.now() + 864e5 }),
    )
    const { ms, peakMb } = await worker.note('planned')
    await worker.end()
    say(
      store,
      `100,000 rows planned in ${(ms / 1_000).toFixed(1)} s, at most ${peakMb.toFixed(0)} MB`,
      '≤ 10 s, < 300 MB',
    )
  })
}

async function idle(store: Store): Promise<void> {
  await within(store, {}, async ({ job }) => {
    const worker = startWorker(job({ persons: 10_000, tenants: 50, plans: true, dueAt: Date.now() + 864e5 }))
    await worker.note('sending')
    await pause(20_000)
    const { cpuMs, wallMs } = await worker.end()
    say(store, `10,000 rows for tomorrow: ${((100 * cpuMs) / wallMs).toFixed(2)} % of a core`, '< 1 %')
  })
}

async function lateness(store: Store): Promise<void> {
  await within(store, {}, async ({ job, arrived, connector }) => {
    const persons = 6_000
    const worker = startWorker(job({ persons, tenants: 50, plans: true, dueAt: Date.now() + 15_000, spreadMs: 30_000 }))
    await worker.note('sending')
    await arrived(persons)
    const { latenessMs } = await worker.end()
    const late = `p50 ${percentile(latenessMs, 50)} ms, p99 ${percentile(latenessMs, 99)} ms, most ${percentile(latenessMs, 100)} ms late`
    say(store, `200 a second to 50 tenants for 30 s: ${late}; ${connector.counts().throttled} × 429`, 'p99 ≤ 1,000 ms')
  })
}

/**
 * agenda finds each job by a sorted query of its own. The test server sorts what waits each time, so the length of the
 * queue matters to it; a short queue is measured too.
 */
async function fiftyTenants(store: Store): Promise<void> {
  async function run(engine: Job['engine'], persons: number, sendRate: number): Promise<number> {
    const isLimited = sendRate === 50
    return within(store, isLimited ? {} : { limits: {} }, async ({ job, arrived, connector }) => {
      const planned = { engine, persons, tenants: 50, sendRate, dueAt: Date.now() - 1_000 }
      const planner = startWorker(job({ ...planned, plans: true, sends: false }))
      await planner.note('planned')
      await planner.end()
      const worker = startWorker(job({ ...planned, plans: false }))
      const { perSecond } = await arrived(persons, 60_000)
      const { storeCalls } = await worker.end()
      const calls = engine === 'ours' ? `, ${(storeCalls / persons).toFixed(2)} store calls a message` : ''
      const rate = isLimited ? `50 a second a tenant, ${connector.counts().throttled} × 429` : 'no limits'
      say(store, `${persons} to 50 tenants, ${engine}, ${rate}: ${perSecond.toFixed(0)} a second${calls}`)
      return perSecond
    })
  }
  await run('ours', 10_000, 50)
  for (const persons of [2_000, 10_000]) {
    const ours = await run('ours', persons, 1_000)
    if (store === 'mongodb')
      say(store, `ours / agenda = ${(ours / (await run('agenda', persons, 1_000))).toFixed(1)}`, '≥ 5')
  }
}

async function disturbed(store: Store): Promise<void> {
  const fault = (): Fault | undefined => {
    const chance = Math.random()
    if (chance < 0.05) return { kind: 'status', status: 429, code: 'TooManyRequests', retryAfterSeconds: 1 }
    if (chance < 0.1) return { kind: 'status', status: [412, 502, 503, 504][Math.floor(Math.random() * 4)] ?? 503 }
    return chance < 0.12 ? { kind: 'reset' } : undefined
  }
  await within(store, { fault }, async ({ job, arrived, connector }) => {
    const persons = 10_000
    const worker = startWorker(job({ persons, tenants: 20, plans: true, dueAt: Date.now() - 1_000 }))
    const { arrivals, perSecond } = await arrived(persons, 240_000)
    await pause(3_000)
    await worker.end()
    const { lost, repeated } = tally(arrivals, persons)
    const { faulted } = connector.counts()
    say(
      store,
      `10,000 with 5 % 429, 5 % 5xx, 2 % resets: ${faulted} faults, ${lost} lost, ${repeated.length} repeated, ${perSecond.toFixed(0)} a second`,
      '0 lost, 0 repeated',
    )
  })
}

async function killed(store: Store): Promise<void> {
  const persons = 15_000
  const maxInFlight = 50
  await within(store, {}, async ({ job, arrived, connector }) => {
    const base = { persons, tenants: 20, maxInFlight, dueAt: Date.now() - 1_000 }
    const planner = startWorker(job({ ...base, plans: true, sends: false }))
    await planner.note('planned')
    await planner.end()

    let processes = 0
    const start = () => startWorker(job({ ...base, plans: false, processId: `killed-${++processes}` }))
    const team: Worker[] = Array.from({ length: store === 'mongodb' ? 2 : 1 }, start)
    const kills: number[] = []
    let over = false
    const killing = (async () => {
      for (let turn = 0; ; turn = (turn + 1) % team.length) {
        // One that is alone, and killed before it has started, would never send.
        if (team.length === 1) await team[turn]?.note('sending')
        await pause(2_000)
        if (over) return
        kills.push(Date.now())
        await team[turn]?.kill()
        team[turn] = start()
      }
    })()
    const { arrivals } = await arrived(persons, 420_000)
    over = true
    await killing
    await pause(32_000)
    await Promise.all(team.map((worker) => worker.end()))
    const { lost, repeated } = tally(arrivals, persons)
    const ages = repeated.map(([first = 0]) =>
      Math.min(...kills.map((kill) => (kill >= first - 50 ? kill - first : Number.POSITIVE_INFINITY))),
    )
    const before = repeated.length === 0 ? '' : ` (their first arrival at most ${Math.max(...ages)} ms before a kill)`
    say(
      store,
      `15,000, ${team.length} process(es), kill -9 every 2 s${team.length === 1 ? ' of work' : ''}: ${kills.length} kills, ${lost} lost, ${repeated.length} repeated${before}; ${connector.counts().throttled} × 429`,
      `0 lost, ≤ ${kills.length * maxInFlight} repeated`,
    )
  })
}

async function oneTenant(store: Store): Promise<void> {
  const persons = 10_000
  await within(store, {}, async ({ job, arrived, connector }) => {
    const worker = startWorker(job({ persons, tenants: 1, plans: true, dueAt: Date.now() - 1_000 }))
    const { perSecond } = await arrived(persons, 300_000)
    const { storeCalls, peakMb, cpuMs, wallMs } = await worker.end()
    const share = ((100 * perSecond) / 50).toFixed(1)
    const cost = `${(storeCalls / persons).toFixed(2)} store calls a message, ${((100 * cpuMs) / wallMs).toFixed(0)} % of a core, ${peakMb.toFixed(0)} MB`
    say(
      store,
      `10,000 to one tenant: ${perSecond.toFixed(2)} a second, ${share} % of 50; ${connector.counts().throttled} × 429; ${cost}`,
      '≥ 95 %, 0 × 429',
    )
  })
}

/** A connector of its own and an empty store, both gone afterwards. */
async function within<T>(
  store: Store,
  options: Partial<Parameters<typeof startFakeConnector>[0]>,
  run: (setting: Setting) => Promise<T>,
): Promise<T> {
  const connector = await startFakeConnector({ limits: TEAMS_LIMITS, keepBodies: true, ...options })
  const { job, remove } = await emptyStore(store, connector.serviceUrl)
  try {
    return await run({
      job,
      connector,
      arrived: (rows, timeoutMs) => arrived(connector, rows, timeoutMs),
    })
  } finally {
    await connector.close()
    await remove()
  }
}

async function emptyStore(store: Store, serviceUrl: string) {
  const base = {
    engine: 'ours',
    processId: 'bench',
    serviceUrl,
    tenants: 1,
    persons: 1,
    dueAt: 0,
    spreadMs: 0,
    sendRate: 50,
    maxInFlight: 500,
    plans: true,
    sends: true,
  } as const
  if (store === 'embedded') {
    const directory = await mkdtemp(join(tmpdir(), 'reminders-bench-'))
    const job = (changes: Partial<Job>): Job => ({ ...base, store: { kind: 'embedded', directory }, ...changes })
    return { job, remove: () => rm(directory, { recursive: true, force: true }) }
  }
  const { uri, stop } = await startMongoDb()
  const database = `bench_${Date.now().toString(36)}`
  const job = (changes: Partial<Job>): Job => ({ ...base, store: { kind: 'mongodb', uri, database }, ...changes })
  async function remove(): Promise<void> {
    const client = await new MongoClient(uri).connect()
    await client.db(database).dropDatabase()
    await client.close()
    await stop()
  }
  return { job, remove }
}

async function arrived(connector: FakeConnector, rows: number, timeoutMs = 120_000): Promise<Course> {
  const arrivals = new Map<string, number[]>()
  let seen = 0
  function count(): void {
    for (const { body, at } of connector.sent.slice(seen)) {
      for (const key of String(body.text).split(' ')) arrivals.set(key, [...(arrivals.get(key) ?? []), at])
    }
    seen = connector.sent.length
  }

  const deadline = Date.now() + timeoutMs
  while (arrivals.size < rows && Date.now() < deadline) {
    await pause(50)
    count()
  }
  if (arrivals.size < rows) console.log(`  ${rows - arrivals.size} had not arrived after ${timeoutMs / 1_000} s`)
  const [first, last] = [connector.sent[0]?.at ?? 0, connector.sent.at(-1)?.at ?? 0]
  // What comes later comes twice, and must be seen.
  setInterval(count, 50).unref()
  return { arrivals, perSecond: (1_000 * (arrivals.size - 1)) / (last - first) }
}

function tally(arrivals: ReadonlyMap<string, number[]>, rows: number) {
  return { lost: rows - arrivals.size, repeated: [...arrivals.values()].filter((times) => times.length > 1) }
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor((share / 100) * sorted.length))] ?? 0)
}

function say(store: Store, text: string, wanted?: string): void {
  console.log(`  ${store.padEnd(9)} ${text}${wanted ? `   [${wanted}]` : ''}`)
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
