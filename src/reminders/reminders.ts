import { setImmediate as othersHaveCome } from 'node:timers/promises'
import type { Log } from '../log.ts'
import type { Database, IndexedCollection } from '../store/database.ts'
import { toDate } from '../store/instants.ts'
import { createAnswers } from './answers.ts'
import { createDispatcher, type Pass } from './dispatcher.ts'
import { createPlanKeeper, type Plan } from './keep-plan.ts'
import { createLanes, lanesDefinition } from './lanes.ts'
import { createMarks } from './marks.ts'
import type { Send } from './message.ts'
import type { ReminderMetrics } from './metrics.ts'
import { createOutbox } from './outbox.ts'
import { aboutGathering, gatheringAbout, planGathering } from './plan.ts'
import { createReport } from './report.ts'
import { type PlannedRow, rowsDefinition } from './row.ts'
import { createScreen, type ScreenSettings } from './screen.ts'
import { createSettingsStore, type PersonSettings, personSettingsDefinition } from './settings.ts'
import { createQueues, createStatus } from './status.ts'
import type { Timers } from './timers.ts'
import type { PlannedGathering, World } from './world.ts'

export interface ReminderSettings extends ScreenSettings {
  /** Messages a second to one tenant. */
  sendRate: number
  /** Messages on the wire at once; a crash can repeat at most so many. */
  maxInFlight: number
}

export interface RemindersOptions {
  database: Database
  send: Send
  world: World
  settings: ReminderSettings
  now: () => Temporal.Instant
  /** From 0 to 1, as Math.random. */
  random: () => number
  timers: Timers
  /** Names this process in leases; another one each time that it starts. */
  processId: string
  metrics: ReminderMetrics
  log: Log
}

const reminderDefinitions: readonly IndexedCollection[] = [rowsDefinition, lanesDefinition, personSettingsDefinition]

/** How often a gathering that changes while it is planned is planned anew before it is left to the change's own call. */
const PLAN_AGAIN = 5
/** Long enough for reports, and so that nothing is planned twice that is still ahead. */
const DAYS_KEPT = 180
/** Attendees whose settings are read together. */
const PLANNED_AT_ONCE = 1_500

export type Reminders = Awaited<ReturnType<typeof openReminders>>

/** Plans what is to be said to whom and when, and sends it. Any number of processes may share one database. */
export async function openReminders(options: RemindersOptions) {
  const { database, world, settings: network, now, random, timers, processId, log } = options
  await database.ensureIndexes(reminderDefinitions)
  const lanes = createLanes(database, processId)
  const outbox = createOutbox(database, lanes, processId)
  const plans = createPlanKeeper(database, lanes)
  const settings = createSettingsStore(database)
  const marks = createMarks(outbox, timers, random, log)
  const screen = createScreen({ outbox, settings, world, network, onStale: (id) => replan(id) })
  const { sendRate, maxInFlight } = network
  const dispatcher = createDispatcher({ ...options, sendRate, maxInFlight, lanes, outbox, settings, marks, screen })

  async function* plan(gathering: PlannedGathering | null): AsyncIterable<PlannedRow[]> {
    const { attendees = [] } = gathering ?? {}
    for (let first = 0; gathering && first < attendees.length; first += PLANNED_AT_ONCE) {
      const some = attendees.slice(first, first + PLANNED_AT_ONCE)
      const own = await settings.ofMany(some.map((attendee) => attendee.personId))
      yield planGathering({ ...gathering, attendees: some }, own, network)
    }
  }

  /** With `personIds` only these persons' part of it. */
  async function readGathering(
    id: string,
    personIds: readonly string[] | undefined,
  ): Promise<{ gathering: PlannedGathering | null; version: string }> {
    const gathering = await world.gathering(id)
    if (gathering === null || personIds === undefined) return { gathering, version: String(gathering?.revision) }
    const some = new Set(personIds)
    const part = { ...gathering, attendees: gathering.attendees.filter((attendee) => some.has(attendee.personId)) }
    // When many register at once it has another revision each time that somebody looks, and their part is the same.
    return { gathering: part, version: JSON.stringify({ ...part, revision: null }) }
  }

  async function replan(gatheringId: string, personIds?: readonly string[]): Promise<void> {
    let read = await readGathering(gatheringId, personIds)
    for (let round = 0; round < PLAN_AGAIN; round++) {
      const planned = read.gathering
      const changed = await plans.keep(aboutGathering(gatheringId), () => plan(planned), toDate(now()), personIds)
      dispatcher.forget(changed)
      dispatcher.wake()
      const again = await readGathering(gatheringId, personIds)
      if (again.version === read.version) return
      read = again
    }
  }

  /** A process that died while it planned may not have told the lanes. */
  async function wakeLanes(): Promise<void> {
    for (const tenantId of await lanes.resting(toDate(now()))) {
      const next = await outbox.nextDue(tenantId)
      if (next) await lanes.announce(tenantId, next)
    }
  }

  async function replanUpcoming(): Promise<void> {
    for (const gatheringId of await world.upcomingGatherings(now())) {
      await replan(gatheringId)
      await othersHaveCome()
    }
  }

  return {
    /** What was planned for a person of gatherings that they do not come to any more. */
    async dropAbandoned(personId: string): Promise<void> {
      const coming = new Set(await world.upcomingGatherings(now(), personId))
      const planned = (await outbox.pendingAbout(personId)).flatMap((about) => gatheringAbout(about) ?? [])
      for (const gatheringId of planned.filter((each) => !coming.has(each))) await replan(gatheringId, [personId])
    },

    /**
     * Call when a gathering or a registration changed, after the change is stored. Does the whole gathering, or some
     * persons' part of it. Safe to repeat, from any process.
     */
    replan,

    /**
     * Makes what is pending about something what is planned of it now; {@link planned} is asked for twice. With
     * `personId`, for that person alone. Safe to repeat, from any process.
     */
    async keep(about: string, planned: Plan, personId?: string): Promise<void> {
      dispatcher.forget(
        await plans.keep(about, planned, toDate(now()), personId === undefined ? undefined : [personId]),
      )
      dispatcher.wake()
    },

    /** Nothing more is sent about it. */
    async stopAbout(about: string): Promise<void> {
      dispatcher.forget(await plans.withdrawAbout(about, toDate(now())))
    },

    /** What could not be sent about it is tried again. */
    async retryFailed(about: string): Promise<number> {
      const revived = await outbox.revive({ about, state: 'failed' }, toDate(now()))
      dispatcher.wake()
      return revived
    },

    report: createReport(database),

    /** What a person has still to come is about. */
    pendingAbout: outbox.pendingAbout,

    /** Messages that are about something that happened: changes, offers, thanks. A key that is there already is left as it is. */
    async post(messages: readonly PlannedRow[]): Promise<void> {
      await plans.insert(messages)
      dispatcher.wake()
    },

    admit: dispatcher.admit,
    throttled: dispatcher.throttled,

    /** Sends from now on; plans what was not planned before a crash. */
    async start(): Promise<void> {
      dispatcher.start()
      await wakeLanes()
      await replanUpcoming()
      dispatcher.wake()
    },

    /** Finishes what is on the wire. */
    stop: dispatcher.stop,

    /** Does everything that can be done at this instant, without waiting for any time to pass. */
    passOnce: (): Promise<Pass> => dispatcher.pass(),

    status: createStatus(database, now),

    queues: createQueues(database, now),

    settingsOf: settings.of,

    /** Persons who have chosen to get what is off until it is wanted. */
    wanting: settings.wanting,

    async saveSettings(wanted: PersonSettings): Promise<void> {
      await settings.save(wanted)
      for (const gatheringId of await world.upcomingGatherings(now(), wanted._id))
        await replan(gatheringId, [wanted._id])
      await outbox.reconsider(wanted._id, toDate(now()))
      dispatcher.wake()
    },

    /** They, or the bot, are no longer in the chat with others that they chose. */
    forgetChats: settings.forgetChats,

    /** The person writes again: what they missed and still means something goes out. */
    async personIsBack(personId: string): Promise<void> {
      await outbox.revive({ personId, state: 'unreachable' }, toDate(now()))
      dispatcher.wake()
    },

    ...createAnswers({ outbox, plans, dispatcher, timeZone: network.timeZone, now }),

    /** Forgets what meant nothing any more half a year ago. */
    tidy: (): Promise<void> => outbox.forgetBefore(toDate(now().subtract({ hours: 24 * DAYS_KEPT }))),
  }
}
