import { onTestFinished } from 'vitest'
import type { Delivery, Message } from '../../src/reminders/message.ts'
import type { Outcome } from '../../src/reminders/metrics.ts'
import { openReminders, type ReminderSettings, type Reminders } from '../../src/reminders/reminders.ts'
import type { Timers } from '../../src/reminders/timers.ts'
import type { PlannedGathering, World } from '../../src/reminders/world.ts'
import type { Database } from '../../src/store/database.ts'
import { openEmbedded } from '../../src/store/embedded.ts'

export const at = (text: string) => Temporal.Instant.from(text)
export const oslo = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/Oslo').toInstant()
export const person = (name: string, tenant = 't1') => `${tenant}/${name}`

const defaultSettings: ReminderSettings = {
  timeZone: 'Europe/Oslo',
  hours: null,
  daysOff: false,
  dailyLimit: 5,
  sendRate: 50,
  maxInFlight: 100,
}

/** Timers that never run by themselves: tests step by {@link Reminders.passOnce}. */
const stillTimers: Timers = { sleep: () => new Promise(() => {}), after: () => () => {} }

interface TestWorld extends World {
  gatherings: Map<string, PlannedGathering>
  unreachablePersons: Map<string, string>
  /** Stores a gathering, or a change of it. */
  set(gathering: Partial<PlannedGathering> & { id: string }): void
}

function createWorld(): TestWorld {
  const gatherings = new Map<string, PlannedGathering>()
  const unreachablePersons = new Map<string, string>()
  return {
    gatherings,
    unreachablePersons,
    set(changes) {
      const known = gatherings.get(changes.id)
      const blank = { timeZone: 'Europe/Oslo', reminders: ['P7D', 'P1D', 'PT1H'], takesPlace: true, attendees: [] }
      const startsAt = oslo('2026-05-05T10:00')
      gatherings.set(changes.id, { startsAt, ...blank, ...known, ...changes, revision: (known?.revision ?? 0) + 1 })
    },
    gathering: async (id) => gatherings.get(id) ?? null,
    upcomingGatherings: async (now, personId) =>
      [...gatherings.values()]
        .filter(({ attendees }) => personId === undefined || attendees.some((each) => each.personId === personId))
        .filter((each) => comings(each).some((comesAt) => Temporal.Instant.compare(comesAt, now) > 0))
        .map((each) => each.id),
    unreachable: async (ids) => ids.filter((id) => unreachablePersons.has(id)),
    async markUnreachable(id, reason) {
      unreachablePersons.set(id, reason)
    },
  }
}

function comings({ startsAt, attendees }: PlannedGathering): Temporal.Instant[] {
  return [startsAt, ...attendees.flatMap(({ comesAt }) => comesAt ?? [])]
}

export interface Sent extends Message {
  at: Temporal.Instant
}

interface OpenOptions {
  settings?: Partial<ReminderSettings>
  processId?: string
  database?: Database
  /** Instead of the bench's own. */
  answer?: Bench['answer']
}

export interface Bench {
  database: Database
  world: TestWorld
  /** Every message that was handed to the service, in order. */
  sent: Sent[]
  counted: Map<string, number>
  /** Seconds, of each row that was sent. */
  lateness: number[]
  now(): Temporal.Instant
  /** What the service answers; default is that it takes the message. */
  answer: (message: Message) => Delivery | Promise<Delivery>
  goTo(instant: Temporal.Instant): void
  open(options?: OpenOptions): Promise<Reminders>
  /** Passes at each instant at which there is something to do, until `end`, and then at `end`. */
  runUntil(reminders: Reminders, end: Temporal.Instant): Promise<void>
}

export async function createBench(start: Temporal.Instant, seed = 0.5): Promise<Bench> {
  const database = await openEmbedded(':memory:')
  onTestFinished(() => database.close())
  return benchOn(database, start, () => seed)
}

export function benchOn(database: Database, start: Temporal.Instant, random: () => number): Bench {
  let now = start
  let processes = 0
  const bench: Bench = {
    database,
    world: createWorld(),
    sent: [],
    counted: new Map(),
    lateness: [],
    now: () => now,
    answer: () => ({ kind: 'delivered' }),
    goTo(instant) {
      now = instant
    },
    open: ({ settings = {}, processId = `process-${++processes}`, database: own = database, answer } = {}) =>
      openReminders({
        database: own,
        world: bench.world,
        settings: { ...defaultSettings, ...settings },
        now: () => now,
        random,
        timers: stillTimers,
        processId,
        metrics: {
          count: (outcome: Outcome) => bench.counted.set(outcome, (bench.counted.get(outcome) ?? 0) + 1),
          late: (seconds) => bench.lateness.push(seconds),
        },
        log: silentLog,
        async send(message) {
          bench.sent.push({ ...message, at: now })
          return (answer ?? bench.answer)(message)
        },
      }),
    async runUntil(reminders, end) {
      for (let passes = 0; ; passes++) {
        if (passes > MOST_PASSES) throw new Error('it does not come to rest')
        const { nextAt } = await reminders.passOnce()
        if (nextAt === null || Temporal.Instant.compare(nextAt, end) > 0) break
        now = Temporal.Instant.compare(nextAt, now) > 0 ? nextAt : now.add({ milliseconds: 1 })
      }
      now = end
      await reminders.passOnce()
    },
  }
  return bench
}

const MOST_PASSES = 5_000

const silentLog = { debug() {}, info() {}, warn() {}, error() {} }

export const texts = (sent: readonly Sent[]) =>
  sent.map((each) => `${each.at} ${each.personId} ${each.rows.map((row) => row.data.before ?? row.kind).join('+')}`)
