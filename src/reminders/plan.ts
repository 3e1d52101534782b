import { toDate } from '../store/instants.ts'
import { placeOutsideQuiet, type Quiet } from './quiet.ts'
import type { PlannedRow } from './row.ts'
import { type PersonSettings, quietOf } from './settings.ts'
import { type Attendee, comingOf, type PlannedGathering } from './world.ts'

export function aboutGathering(gatheringId: string): string {
  return `gathering:${gatheringId}`
}

/** The gathering that is meant, or null when it is something else. */
export function gatheringAbout(about: string): string | null {
  const gatheringId = about.replace(/^gathering:/, '')
  return gatheringId === about ? null : gatheringId
}

/**
 * Every reminder that a gathering should give: one for each attendee and each of the times before the start, their own
 * where they chose some. Does not ask what is sent already: the same world gives the same keys, and the outbox knows.
 *
 * A reminder due before its person had the seat, or before the gathering had its time, is not planned: whoever registers
 * the day before hears of it then, and not of the week before too. The key has the date of the gathering: moved to another
 * day, the reminders come anew; moved within the day, those not sent yet move along. Who comes on a later day is reminded of
 * that one, by the same keys: each reminder once, also to who chooses other days meanwhile.
 */
export function planGathering(
  gathering: PlannedGathering,
  settings: ReadonlyMap<string, PersonSettings>,
  network: Quiet,
): PlannedRow[] {
  if (!gathering.takesPlace) return []
  const momentOf = createMoments(gathering, network)
  const date = gathering.startsAt.toZonedDateTimeISO(gathering.timeZone).toPlainDate().toString()

  return gathering.attendees.flatMap((attendee) => {
    const own = settings.get(attendee.personId)
    const known = knownSince(attendee, gathering)
    const comesAt = comingOf(attendee, gathering)
    return [...new Set(own?.reminders ?? gathering.reminders)].flatMap((before): PlannedRow[] => {
      const { nominal, moved } = momentOf(before, comesAt, own, known)
      if (Temporal.Instant.compare(nominal, known) <= 0) return []
      return [
        {
          key: `reminder:${gathering.id}:${attendee.personId}:${before}@${date}`,
          about: aboutGathering(gathering.id),
          kind: 'reminder',
          personId: attendee.personId,
          data: { gatheringId: gathering.id, before },
          dueAt: toDate(moved),
          expiresAt: toDate(comesAt),
        },
      ]
    })
  })
}

/** The same wall time some days before, or exact hours and minutes before: `P1D` before 10:00 is 10:00, `PT24H` may not be. */
export function momentBefore(startsAt: Temporal.Instant, timeZone: string, before: string): Temporal.Instant {
  return startsAt.toZonedDateTimeISO(timeZone).subtract(Temporal.Duration.from(before)).toInstant()
}

/**
 * Half of the time before the start at least must be left: a reminder of a week may come two days late, and one of an hour
 * half an hour.
 */
function latestFor(nominal: Temporal.Instant, startsAt: Temporal.Instant): Temporal.Instant {
  return nominal.add({ milliseconds: Math.floor((startsAt.epochMilliseconds - nominal.epochMilliseconds) / 2) })
}

function knownSince({ since }: Attendee, { timeSetAt }: PlannedGathering): Temporal.Instant {
  return timeSetAt && Temporal.Instant.compare(timeSetAt, since) > 0 ? timeSetAt : since
}

/** Most attendees share their moments; computing them once makes planning cheap. */
function createMoments({ timeZone }: PlannedGathering, network: Quiet) {
  const memory = new Map<string, { nominal: Temporal.Instant; moved: Temporal.Instant }>()

  function moment(before: string, comesAt: Temporal.Instant, quiet: Quiet, earliest: Temporal.Instant) {
    const nominal = momentBefore(comesAt, timeZone, before)
    const latest = latestFor(nominal, comesAt)
    const matter = { timeZone, happensAt: comesAt }
    return { nominal, moved: placeOutsideQuiet(nominal, quiet, matter, { earliest, latest }) }
  }

  return (before: string, comesAt: Temporal.Instant, own: PersonSettings | undefined, known: Temporal.Instant) => {
    const quiet = quietOf(own, network)
    const key = JSON.stringify([before, comesAt, quiet])
    const ideal = memory.get(key) ?? moment(before, comesAt, quiet, BEGINNING_OF_TIME)
    memory.set(key, ideal)
    return Temporal.Instant.compare(ideal.moved, known) > 0 ? ideal : moment(before, comesAt, quiet, known)
  }
}

const BEGINNING_OF_TIME = Temporal.Instant.fromEpochMilliseconds(0)
