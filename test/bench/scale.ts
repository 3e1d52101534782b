/**
 * `npm run bench -- scale [members]`: an announcement to a million members in 357 tenants by 16 processes of the real
 * engine, in virtual time and without a network. Each of both scenarios needs seven minutes or more and
 * 4 GB; a smaller number of members needs less.
 */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { tenantSizes } from './scale/population.ts'
import type { Course, Scenario } from './scale/simulation.ts'

const run = promisify(execFile)

const TENANTS = 357
const SEND_RATE = 50
const PROCESSES = 16
const OUTAGE = { from: 60, seconds: 3_600 }

export async function benchScale([members = '1000000']: readonly string[]): Promise<void> {
  const base: Scenario = {
    members: Number(members),
    tenants: TENANTS,
    processes: PROCESSES,
    sendRate: SEND_RATE,
    maxInFlight: 200,
    outage: null,
    crashEverySeconds: null,
    allDie: false,
  }
  const disturbed: Scenario = { ...base, outage: OUTAGE, crashEverySeconds: 30, allDie: true }
  await show('undisturbed', base)
  await show('an hour’s outage after a minute, a process dies every 30 s, all at once after a third', disturbed)
}

async function show(name: string, scenario: Scenario): Promise<void> {
  const course = await inProcess(scenario)
  const { members, tenants, processes, outage, maxInFlight } = scenario
  const [largest = 0] = tenantSizes(members, tenants)
  const limit = largest / SEND_RATE + (outage?.seconds ?? 0)
  const perMessage = (count: number) => (count / members).toFixed(3)
  console.log(`\n${name}: ${members} members, ${tenants} tenants (the largest ${largest}), ${processes} processes`)
  const lines = [
    `delivered    ${course.reached} (${members - course.reached} lost) in ${course.seconds.toFixed(0)} s   [no more than ${(1.25 * limit).toFixed(0)} s: the largest tenant’s limit${outage ? ' and the outage' : ''} is ${limit.toFixed(0)} s; ${share(course.seconds, limit)} of it]`,
    `repeated     ${course.repeated} by ${course.crashes} crashes   [≤ ${course.crashes * maxInFlight}: what was on the wire]`,
    `throttled    ${course.throttled} × 429, ${course.refused} × 503`,
    `store        ${perMessage(course.storeCalls)} calls and ${perMessage(course.documentsWritten)} documents written a message; its server is busy ${(100 * course.storeBusy).toFixed(0)} % of the time`,
    `planning     ${course.plannedAfter.toFixed(0)} s until the last row is in the outbox`,
    ...(course.processMb === null
      ? []
      : [`memory       ${course.processMb.toFixed(1)} MB a process for what it holds`]),
    `(simulated in ${course.wallSeconds.toFixed(0)} s)`,
  ]
  for (const line of lines) console.log(`  ${line}`)
}

async function inProcess(scenario: Scenario): Promise<Course> {
  const flags = ['--expose-gc', '--max-old-space-size=12000']
  const worker = join(import.meta.dirname, 'scale', 'worker.ts')
  const { stdout } = await run(process.execPath, [...flags, worker, JSON.stringify(scenario)], { maxBuffer: 2 ** 26 })
  return JSON.parse(stdout)
}

function share(seconds: number, limit: number): string {
  return `${((100 * seconds) / limit).toFixed(0)} %`
}
