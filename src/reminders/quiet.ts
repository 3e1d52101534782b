import { isDayOff } from './calendar.ts'

/** A span of the day, in wall time; `from` later than `to` goes over midnight. */
interface QuietHours {
  from: string
  to: string
}

/** When a person is left in peace. */
export interface Quiet {
  hours: QuietHours | null
  /** Weekends and public holidays. */
  daysOff: boolean
}

export interface Matter {
  timeZone: string
  /** When what the message is about happens: on that day itself a day off is not quiet. */
  happensAt: Temporal.Instant
}

/** A message that is moved forward out of quiet hours goes this long before they begin, so that a queue has time to empty. */
const BEFORE_QUIET_HOURS = Temporal.Duration.from({ minutes: 30 })

/** More than the longest run of days off (Easter has five). */
const SEARCHED_DAYS = 10

export function isQuiet(at: Temporal.Instant, quiet: Quiet, { timeZone, happensAt }: Matter): boolean {
  const local = at.toZonedDateTimeISO(timeZone)
  if (isInHours(local.toPlainTime(), quiet.hours)) return true
  const matterDay = happensAt.toZonedDateTimeISO(timeZone).toPlainDate()
  return quiet.daysOff && isDayOff(local.toPlainDate()) && !matterDay.equals(local.toPlainDate())
}

/**
 * The moment nearest to `due` that is not quiet and lies within `earliest` and `latest`; of two equally near, the earlier.
 * A day off is left by whole days, at the same time of day. Quiet hours are left at their edges: half an hour before they
 * begin, or when they end. Where nothing fits, it is `due` itself: a message that can't wait is better than none, and
 * Teams has quiet hours of its own.
 */
export function placeOutsideQuiet(
  due: Temporal.Instant,
  quiet: Quiet,
  matter: Matter,
  { earliest, latest }: { earliest: Temporal.Instant; latest: Temporal.Instant },
): Temporal.Instant {
  if (!isQuiet(due, quiet, matter)) return due
  const distance = (at: Temporal.Instant) => Math.abs(at.epochMilliseconds - due.epochMilliseconds)
  return (
    candidates(due.toZonedDateTimeISO(matter.timeZone), quiet.hours)
      .map((candidate) => candidate.toInstant())
      .filter((at) => isBetween(at, earliest, latest) && !isQuiet(at, quiet, matter))
      .sort((a, b) => distance(a) - distance(b) || Temporal.Instant.compare(a, b))[0] ?? due
  )
}

function candidates(due: Temporal.ZonedDateTime, hours: QuietHours | null): Temporal.ZonedDateTime[] {
  const time = due.toPlainTime()
  const times = hours && isInHours(time, hours) ? edges(hours) : [time]
  const days = Array.from({ length: 2 * SEARCHED_DAYS + 1 }, (_, index) => index - SEARCHED_DAYS)
  return days.flatMap((days) => {
    const date = due.toPlainDate().add({ days })
    return times.map((plainTime) => date.toZonedDateTime({ timeZone: due.timeZoneId, plainTime }))
  })
}

function edges({ from, to }: QuietHours): Temporal.PlainTime[] {
  const end = Temporal.PlainTime.from(to)
  const before = Temporal.PlainTime.from(from).subtract(BEFORE_QUIET_HOURS)
  return isInHours(before, { from, to }) ? [end] : [before, end]
}

function isInHours(time: Temporal.PlainTime, hours: QuietHours | null): boolean {
  if (hours === null) return false
  const afterFrom = Temporal.PlainTime.compare(time, Temporal.PlainTime.from(hours.from)) >= 0
  const beforeTo = Temporal.PlainTime.compare(time, Temporal.PlainTime.from(hours.to)) < 0
  return hours.from > hours.to ? afterFrom || beforeTo : afterFrom && beforeTo
}

function isBetween(at: Temporal.Instant, earliest: Temporal.Instant, latest: Temporal.Instant): boolean {
  return Temporal.Instant.compare(at, earliest) >= 0 && Temporal.Instant.compare(at, latest) <= 0
}
