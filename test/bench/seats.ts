import { MongoClient } from 'mongodb'
import { startMongoDb } from '../support/mongodb.ts'
import { quantile } from './load.ts'
import { cancelWhileOffersRun, register } from './seats/crowd.ts'
import { brokenRules, type History } from './seats/rules.ts'
import { capacity, fillNetwork, gatheringOf, people } from './seats/stage.ts'
import { startTeams, type Teams } from './seats/teams.ts'
import { type RunningTarget, startTarget } from './target.ts'

const processes = 2

/**
 * Two thousand people press «register» at once on a gathering of 300 seats with a waiting list, on two processes and one
 * MongoDB; then 500 cancel while offers run. Presses a second and their times stand beside those of a bare teams-ai echo
 * on as many processes. Ends with an error when a rule of seats is broken.
 */
export async function benchSeats(): Promise<void> {
  const mongodb = await startMongoDb()
  const database = `bench_seats_${process.pid}`
  const client = await MongoClient.connect(mongodb.uri)
  const teams = await startTeams()
  try {
    await fillNetwork(mongodb.uri, database)
    say(`${people} members and a gathering of ${capacity} seats are in ${database}`)
    const env = { MONGODB_URI: mongodb.uri, MONGODB_DB: database, QUIET_HOURS: 'off', SEND_RATE: '1000' }
    const read = gatheringOf(client.db(database))
    const history = await withBots('../../src/index.ts', env, (bots) => rush(bots, teams, read))
    const echo = await withBots('./targets/teams-ai-echo.js', {}, (bots) => echoes(bots, teams))
    report(history, echo)
  } finally {
    teams.close()
    await client.db(database).dropDatabase()
    await client.close()
    await mongodb.stop()
  }
}

async function withBots<T>(
  script: string,
  env: Record<string, string>,
  run: (bots: RunningTarget[]) => Promise<T>,
): Promise<T> {
  const path = new URL(script, import.meta.url).pathname
  const bots = await Promise.all(
    Array.from({ length: processes }, () => startTarget({ name: script, script: path, env })),
  )
  try {
    return await run(bots)
  } finally {
    await Promise.all(bots.map((bot) => bot.stop()))
  }
}

async function rush(bots: RunningTarget[], teams: Teams, read: ReturnType<typeof gatheringOf>): Promise<History> {
  const ports = bots.map(({ port }) => port)
  await teams.warmUp(ports)
  say('both processes are warm; everybody presses «register»')
  await using watch = watchSeats(read)
  const registering = await register(ports, teams)
  say(`${registering.count} presses in ${round(registering.seconds)} s; now 500 cancel while offers run`)
  const full = await read()
  const cancelling = await cancelWhileOffersRun(ports, teams, read)
  say(`${cancelling.count} presses in ${round(cancelling.seconds)} s; the echoes are next`)
  return { registering, cancelling, full, end: await read(), mostHeld: await watch.mostHeld() }
}

/** Looks again and again how many hold a seat. */
function watchSeats(read: ReturnType<typeof gatheringOf>) {
  let isEnded = false
  let most = 0
  const watching = (async () => {
    while (!isEnded) {
      const { registrations } = await read()
      most = Math.max(most, registrations.filter(({ state }) => state === 'registered' || state === 'offered').length)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  })()
  async function end(): Promise<void> {
    isEnded = true
    await watching
  }
  return {
    async mostHeld(): Promise<number> {
      await end()
      return most
    },
    [Symbol.asyncDispose]: end,
  }
}

const started = performance.now()

function say(what: string): void {
  console.log(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${what}`)
}

interface Pace {
  count: number
  seconds: number
  times: readonly number[]
}

async function echoes(bots: RunningTarget[], teams: Teams): Promise<Pace> {
  const ports = bots.map(({ port }) => port)
  await teams.warmUp(ports)
  return teams.everybody(ports, people, (person, port) => teams.says(port, person, 'register'))
}

function report(history: History, echo: Pace): void {
  const { registering, cancelling, full, end, mostHeld } = history
  const held = (state: string) => end.registrations.filter((each) => each.state === state).length
  console.table({
    'register or wait': row(registering, echo),
    'cancel, accept, decline while offers run': row(cancelling, echo),
    'teams-ai echo, as many at once': row(echo, echo),
  })
  console.log(
    `${full.registrations.length} of ${people} in the gathering after the rush; at the end ${held('registered')} registered, ` +
      `${held('offered')} offered, ${held('waiting')} waiting; ${cancelling.offersSeen} offers reached people; ` +
      `never more than ${mostHeld} of ${capacity} seats held.`,
  )
  const broken = brokenRules(history)
  for (const rule of broken) console.error(`BROKEN: ${rule}`)
  console.log(broken.length === 0 ? 'All rules held.' : `${broken.length} rules were broken.`)
  if (broken.length > 0) process.exitCode = 1
}

function row({ count, seconds, times }: Pace, echo: Pace) {
  const sorted = times.toSorted((a, b) => a - b)
  const perSecond = count / seconds
  return {
    presses: count,
    seconds: round(seconds),
    'presses/s': Math.round(perSecond),
    '× echo': round(perSecond / (echo.count / echo.seconds)),
    'p50 ms': Math.round(quantile(sorted, 0.5)),
    'p99 ms': Math.round(quantile(sorted, 0.99)),
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
