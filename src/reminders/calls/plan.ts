import { toDate } from '../../store/instants.ts'
import { placeOutsideQuiet, type Quiet } from '../quiet.ts'
import type { PlannedRow } from '../row.ts'
import type { CallRecord } from './records.ts'

/** Who hears of a call, and since when they want to. */
export interface Follower {
  personId: string
  since: Temporal.Instant
}

export interface CallTerms extends Quiet {
  timeZone: string
}

/** When on a day that what belongs to it is told, so that several come together. */
const timeOfDay = '09:00'
/** How many days before it closes a call is told of. The first may come late, where the call became known late. */
const closingSteps = [30, 7] as const
/** Nobody is told that a call closes who heard of it so few days before. */
const daysBetween = 5
/** An opening is news for so long. */
const daysOfOpening = 14
/** What is moved out of a weekend must still leave so much time to read it. */
const hoursToRead = 1
/** A date that was set wrong by mistake can be put right before anybody is told. */
const hoursBeforeTelling = 1

export function aboutCall(callId: string): string {
  return `call:${callId}`
}

/**
 * Everything that is to be told of a call to its followers, and means something yet: that it opened, that it closes, that
 * a date is another one. What was due before somebody followed the topic is not for them. Keys have the date of what
 * they are about: when that moves, the reminders come anew.
 */
export function planCall(
  call: CallRecord,
  followers: readonly Follower[],
  terms: CallTerms,
  now: Temporal.Instant,
): PlannedRow[] {
  return momentsOf(call, terms)
    .filter(({ expires }) => isBefore(now, expires))
    .flatMap(({ name, kind, due, expires, data }) => {
      const matter = { timeZone: terms.timeZone, happensAt: call.closes.toTemporalInstant() }
      const at = placeOutsideQuiet(due, terms, matter, {
        earliest: due,
        latest: expires.subtract({ hours: hoursToRead }),
      })
      return followers
        .filter(({ since }) => isBefore(since, due))
        .map(({ personId }) => ({
          key: `${kind}:${call._id}:${personId}:${name}`,
          about: aboutCall(call._id),
          kind,
          personId,
          data: { callId: call._id, ...data },
          dueAt: toDate(at),
          expiresAt: toDate(expires),
        }))
    })
}

interface Moment {
  kind: 'call-opened' | 'call-closing' | 'call-changed'
  /** Unlike that of any other moment of its kind. */
  name: string
  due: Temporal.Instant
  expires: Temporal.Instant
  data?: Record<string, string>
}

function momentsOf(call: CallRecord, terms: CallTerms): Moment[] {
  const opening = openingOf(call, terms)
  return [...(opening ? [opening] : []), ...closingsOf(call, opening, terms), ...changesOf(call)]
}

function openingOf({ opens, closes, firstSeenAt }: CallRecord, terms: CallTerms): Moment | null {
  if (opens === null) return null
  const opensAt = opens.toTemporalInstant()
  const morning = later(morningOf(dayOf(opensAt, terms), terms), opensAt)
  const due = later(morning, firstSeenAt.toTemporalInstant())
  const expires = earlier(closes.toTemporalInstant(), morning.add({ hours: 24 * daysOfOpening }))
  if (!isBefore(due, expires)) return null
  return { kind: 'call-opened', name: `@${dayOf(opensAt, terms)}`, due, expires }
}

function closingsOf(call: CallRecord, opening: Moment | null, terms: CallTerms): Moment[] {
  const closesAt = call.closes.toTemporalInstant()
  const closingDay = dayOf(closesAt, terms)
  const told = [opening?.due, changedAt(call)].filter((at) => at !== undefined)
  const known = changedAt(call) ?? call.firstSeenAt.toTemporalInstant()
  const [first, second] = closingSteps.map((days) => morningOf(closingDay.subtract({ days }), terms))
  if (first === undefined || second === undefined) return []

  const closing = (days: number, due: Temporal.Instant, expires: Temporal.Instant): Moment[] => {
    const isToldJustBefore = told.some((at) => isBefore(due, daysAfter(at, daysBetween)))
    if (isBefore(due, known) || isToldJustBefore) return []
    return [{ kind: 'call-closing', name: `P${days}D@${closingDay}`, due, expires }]
  }
  const late = later(first, known)
  const isBothAtOnce = isBefore(second, daysAfter(late, daysBetween))
  return [
    ...(isBothAtOnce ? [] : closing(closingSteps[0], late, second)),
    ...closing(closingSteps[1], second, closesAt),
  ]
}

/** Told of to those who followed before the date changed. */
function changesOf(call: CallRecord): Moment[] {
  return call.changes.map(({ id, at, before }) => ({
    kind: 'call-changed',
    name: `#${id}`,
    due: at.toTemporalInstant().add({ hours: hoursBeforeTelling }),
    expires: later(before.closes.toTemporalInstant(), call.closes.toTemporalInstant()),
    data: { changeId: id },
  }))
}

function changedAt({ changes }: CallRecord): Temporal.Instant | undefined {
  return changes.at(-1)?.at.toTemporalInstant()
}

function dayOf(instant: Temporal.Instant, { timeZone }: CallTerms): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(timeZone).toPlainDate()
}

function morningOf(day: Temporal.PlainDate, { timeZone }: CallTerms): Temporal.Instant {
  return day.toZonedDateTime({ timeZone, plainTime: timeOfDay }).toInstant()
}

function daysAfter(instant: Temporal.Instant, days: number): Temporal.Instant {
  return instant.add({ hours: 24 * days })
}

function isBefore(a: Temporal.Instant, b: Temporal.Instant): boolean {
  return Temporal.Instant.compare(a, b) < 0
}

function later(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return isBefore(a, b) ? b : a
}

function earlier(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return isBefore(a, b) ? a : b
}
