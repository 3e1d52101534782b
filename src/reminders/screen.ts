import { toDate } from '../store/instants.ts'
import { isAskedFor, isEssential } from './kinds.ts'
import type { Mark, Outbox } from './outbox.ts'
import { type Parcel, parcelsOf } from './parcel.ts'
import type { Quiet } from './quiet.ts'
import type { Reason, Row } from './row.ts'
import { decide, type SettingsStore } from './settings.ts'
import { comingOf, type PlannedGathering, type World } from './world.ts'

export interface Screened {
  /** What is to be sent, in the order in which it was leased. */
  parcels: Parcel[]
  marks: { rows: Row[]; mark: Mark }[]
}

export interface ScreenSettings extends Quiet {
  timeZone: string
  /** Messages to one person a day, save for what is essential. */
  dailyLimit: number
}

interface Dependencies {
  outbox: Pick<Outbox, 'sentSince'>
  settings: Pick<SettingsStore, 'ofMany'>
  world: World
  network: ScreenSettings
  /** A gathering is at another time than its rows say. */
  onStale: (gatheringId: string) => Promise<void>
}

export type Screen = (rows: readonly Row[], now: Temporal.Instant) => Promise<Screened>

/**
 * Looks at leased rows once more before they go: is the gathering still on, does the person still come, do they want to
 * hear of it now, did they hear enough today. So a plan that is behind the world does no harm.
 */
export function createScreen({ outbox, settings, world, network, onStale }: Dependencies): Screen {
  return async (rows, now) => {
    const marks: Screened['marks'] = []
    const at = toDate(now)
    const end = (state: 'dropped' | 'withdrawn' | 'unreachable', reason: Reason): Mark => ({
      state,
      reason,
      at,
      tried: false,
    })
    const persons = [...new Set(rows.map((row) => row.personId))]

    const [gatherings, unreachable, personSettings] = await Promise.all([
      gatheringsOf(rows),
      world.unreachable(persons).then((ids) => new Set(ids)),
      settings.ofMany(persons),
    ])

    function markFor(row: Row): Mark | 'send' | 'stale' {
      const snoozed = isSnoozed(row)
      let { expiresAt } = row
      if (row.kind === 'reminder') {
        const comesAt = expectedAt(gatherings.get(row.data.gatheringId ?? ''), row)
        if (comesAt === null) return end('withdrawn', 'not-planned')
        if (Temporal.Instant.compare(comesAt, now) <= 0) return end('dropped', 'too-late')
        // What the person put off is not planned, so no plan moves it with its gathering.
        if (snoozed) expiresAt = toDate(comesAt)
        else if (comesAt.epochMilliseconds !== expiresAt.getTime()) return 'stale'
      }
      if (unreachable.has(row.personId)) return end('unreachable', 'known-unreachable')
      const decision = decide({ kind: row.kind, expiresAt, snoozed }, personSettings.get(row.personId), network, now)
      if (decision.kind === 'drop') return end('dropped', decision.reason)
      if (decision.kind === 'postpone') return { state: 'due', later: { at: decision.until, reason: decision.reason } }
      return 'send'
    }

    const going: Row[] = []
    const stale = new Set<string>()
    for (const row of rows) {
      const mark = markFor(row)
      if (mark === 'send') going.push(row)
      else if (mark === 'stale') stale.add(row.data.gatheringId ?? '')
      else marks.push({ rows: [row], mark })
    }
    for (const gatheringId of stale) await onStale(gatheringId)

    const { kept, superseded } = withoutSuperseded(going)
    if (superseded.length > 0) marks.push({ rows: superseded, mark: end('dropped', 'superseded') })
    const isForFew = ({ data }: Row) => gatherings.get(data.gatheringId ?? '')?.isForFew ?? false
    const parcels = parcelsOf(kept, (personId) => personSettings.get(personId)?.chat, isForFew)
    const { within, beyond } = await withinDailyLimit(parcels, now)
    for (const { rows } of beyond) marks.push({ rows, mark: { state: 'due', later: nextMorning(now) } })
    const early = within.filter((parcel) => parcel.rows.every((row) => row.nextAt > at))
    for (const parcel of early) marks.push({ rows: parcel.rows, mark: { state: 'due' } })
    return { parcels: within.filter((parcel) => !early.includes(parcel)), marks }
  }

  async function gatheringsOf(rows: readonly Row[]): Promise<Map<string, PlannedGathering | null>> {
    const ids = new Set(rows.flatMap((row) => (row.kind === 'reminder' ? [row.data.gatheringId ?? ''] : [])))
    return new Map(await Promise.all([...ids].map(async (id) => [id, await world.gathering(id)] as const)))
  }

  async function withinDailyLimit(parcels: Parcel[], now: Temporal.Instant) {
    const limited = parcels.filter(
      ({ rows }) =>
        !rows.some((row) => isEssential(row.kind) || isAskedFor(row.kind) || isSnoozed(row) || isUrgent(row, now)),
    )
    const startOfDay = now.toZonedDateTimeISO(network.timeZone).startOfDay()
    const persons = limited.map(({ personId }) => personId)
    const sent = persons.length === 0 ? new Map() : await outbox.sentSince(persons, toDate(startOfDay))
    const beyond = limited.filter(({ personId }) => (sent.get(personId) ?? 0) >= network.dailyLimit)
    return { within: parcels.filter((parcel) => !beyond.includes(parcel)), beyond }
  }

  /** What would mean nothing tomorrow. */
  function isUrgent(row: Row, now: Temporal.Instant): boolean {
    return row.expiresAt <= nextMorning(now).at
  }

  function nextMorning(now: Temporal.Instant): { at: Date; reason: Reason } {
    const tomorrow = now.toZonedDateTimeISO(network.timeZone).toPlainDate().add({ days: 1 })
    const morning = tomorrow.toZonedDateTime({ timeZone: network.timeZone, plainTime: network.hours?.to ?? '08:00' })
    return { at: toDate(morning), reason: 'daily-limit' }
  }
}

function isSnoozed({ data }: Row): boolean {
  return data.snoozed !== undefined
}

/** When the row's person comes; null when they do not, or there is nothing to come to. */
function expectedAt(gathering: PlannedGathering | null | undefined, { personId }: Row): Temporal.Instant | null {
  const attendee = gathering?.takesPlace ? gathering.attendees.find((each) => each.personId === personId) : undefined
  return gathering && attendee ? comingOf(attendee, gathering) : null
}

/** After a long silence the reminders of a week and of a day before can be due together: the last one says it all. */
function withoutSuperseded(rows: readonly Row[]): { kept: Row[]; superseded: Row[] } {
  const last = new Map<string, Row>()
  const nameOf = (row: Row) => `${row.kind} ${row.about} ${row.personId}`
  for (const row of rows) {
    const known = last.get(nameOf(row))
    if (!known || row.dueAt > known.dueAt) last.set(nameOf(row), row)
  }
  const isKept = (row: Row) => row.kind !== 'reminder' || last.get(nameOf(row)) === row
  return { kept: rows.filter(isKept), superseded: rows.filter((row) => !isKept(row)) }
}
