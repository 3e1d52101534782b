import type { Delivery, Message } from '../../../src/reminders/message.ts'
import { openReminders } from '../../../src/reminders/reminders.ts'
import { systemTimers } from '../../../src/reminders/timers.ts'
import type { PlannedGathering, World } from '../../../src/reminders/world.ts'
import { openEmbedded } from '../../../src/store/embedded.ts'
import { openMongoDb } from '../../../src/store/mongodb.ts'
import { countingDatabase } from '../../support/counting-database.ts'
import { type Job, personId } from './job.ts'

const REMINDER = 'PT1H'
const GATHERINGS = 60

/** The bot's own engine, with as many gatherings as are needed to spread the reminders, and everybody in one of them. */
export async function openOurs(job: Job, send: (message: Message) => Promise<Delivery>) {
  const opened =
    job.store.kind === 'embedded'
      ? await openEmbedded(job.store.directory)
      : await openMongoDb(job.store.uri, job.store.database)
  const { database, calls } = countingDatabase(opened)
  const latenessMs: number[] = []
  const reminders = await openReminders({
    database,
    send,
    world: worldOf(job),
    settings: {
      timeZone: 'Europe/Oslo',
      hours: null,
      daysOff: false,
      dailyLimit: 100,
      sendRate: job.sendRate,
      maxInFlight: job.maxInFlight,
    },
    now: () => Temporal.Now.instant(),
    random: Math.random,
    timers: systemTimers,
    processId: job.processId,
    metrics: { count: () => {}, late: (seconds) => latenessMs.push(seconds * 1_000) },
    log: { debug() {}, info() {}, warn() {}, error: (fields: unknown) => console.error(job.processId, fields) },
  })
  return {
    async plan(): Promise<void> {
      for (let index = 0; index < gatheringsOf(job); index++) await reminders.replan(`g${index}`)
    },
    start: () => reminders.start(),
    latenessMs,
    calls,
    async stop(): Promise<void> {
      await reminders.stop()
      await database.close()
    },
  }
}

function gatheringsOf({ spreadMs }: Job): number {
  return spreadMs === 0 ? 1 : GATHERINGS
}

function worldOf(job: Job): World {
  const count = gatheringsOf(job)
  const gatherings = new Map<string, PlannedGathering>()
  for (let index = 0; index < count; index++) {
    const dueAt = job.dueAt + Math.floor((job.spreadMs * index) / count)
    const startsAt = Temporal.Instant.fromEpochMilliseconds(dueAt).add(REMINDER)
    const since = Temporal.Instant.fromEpochMilliseconds(0)
    const members = Array.from({ length: job.persons }, (_, person) => person).filter(
      (person) => person % count === index,
    )
    const attendees = members.map((person) => ({ personId: personId(job, person), since }))
    const id = `g${index}`
    gatherings.set(id, {
      id,
      revision: 1,
      startsAt,
      timeZone: 'Europe/Oslo',
      reminders: [REMINDER],
      takesPlace: true,
      attendees,
    })
  }
  return {
    gathering: async (id) => gatherings.get(id) ?? null,
    upcomingGatherings: async () => (job.plans ? [] : [...gatherings.keys()]),
    unreachable: async () => [],
    markUnreachable: async () => {},
  }
}
