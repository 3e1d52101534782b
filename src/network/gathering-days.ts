import { toDate } from '../store/instants.ts'
import type { Gathering } from './gathering.ts'

/** What goes on until six in the morning belongs to the day before. */
const hoursOfTheNight = 6

/** Of one that lasts longer no single day can be chosen. */
const mostDays = 7

type Span = Pick<Gathering, 'startsAt' | 'endsAt' | 'timeZone'>

/** The days of a gathering by the calendar at the place; one for all of a very long one. */
export function datesOf({ startsAt, endsAt, timeZone }: Span): Temporal.PlainDate[] {
  const first = startsAt.toTemporalInstant().toZonedDateTimeISO(timeZone).toPlainDate()
  const last = dayOf(endsAt.toTemporalInstant().toZonedDateTimeISO(timeZone))
  const count = Math.max(0, first.until(last).days) + 1
  return Array.from({ length: count > mostDays ? 1 : count }, (_, index) => first.add({ days: index }))
}

function dayOf(moment: Temporal.ZonedDateTime): Temporal.PlainDate {
  return moment.subtract({ hours: hoursOfTheNight }).toPlainDate()
}

/** All days of a gathering that has one, two, three of them. */
const allDays = Array.from({ length: mostDays }, (_, more) => Array.from({ length: more + 1 }, (_, index) => index + 1))

/** The numbers of the days that somebody comes, of so many; all of them when none that they chose is left. */
export function daysAttended({ days }: { days: readonly number[] }, count: number): readonly number[] {
  const left = days.length === 0 ? days : days.filter((day) => day <= count)
  return left.length > 0 ? left : (allDays[count - 1] ?? [])
}

/** Days as they are kept: in order, and none at all for all of them. */
export function keptDays(days: readonly number[], count: number): number[] {
  const chosen = [...new Set(days)].filter((day) => day >= 1 && day <= count).toSorted((a, b) => a - b)
  return chosen.length === count ? [] : chosen
}

/** From when to when somebody is there who comes on these days, as far as the agenda and the hours of the gathering tell. */
export function spanAttended(
  gathering: Pick<Gathering, 'startsAt' | 'endsAt' | 'timeZone' | 'agenda'>,
  days: readonly number[],
): { startsAt: Date; endsAt: Date } {
  const { startsAt, endsAt, timeZone, agenda } = gathering
  const dates = datesOf(gathering)
  const attended = daysAttended({ days }, dates.length)
  const [first, last] = [dates[(attended[0] ?? 1) - 1], dates[(attended.at(-1) ?? 1) - 1]]
  const local = (date: Date) => date.toTemporalInstant().toZonedDateTimeISO(timeZone)
  const pointsOn = (date: Temporal.PlainDate) =>
    agenda.flatMap(({ at }) => (at !== null && dayOf(local(at)).equals(date) ? [at] : []))
  const atHourOf = (date: Temporal.PlainDate, clock: Date) =>
    toDate(date.toZonedDateTime({ timeZone, plainTime: local(clock).toPlainTime() }).toInstant())
  const isFromStart = first === undefined || attended[0] === 1
  const isToEnd = last === undefined || attended.at(-1) === dates.length
  const from = isFromStart ? startsAt : (earliest(pointsOn(first)) ?? atHourOf(first, startsAt))
  if (isToEnd) return { startsAt: from < endsAt ? from : startsAt, endsAt }
  const afterLastPoint = pointsOn(last).map((at) => new Date(at.getTime() + hourMs))
  return {
    startsAt: from,
    endsAt: latest([atHourOf(last, endsAt), new Date(from.getTime() + hourMs), ...afterLastPoint]),
  }
}

const hourMs = 3_600_000

function earliest(dates: readonly Date[]): Date | undefined {
  return dates.toSorted((a, b) => a.getTime() - b.getTime())[0]
}

function latest(dates: readonly Date[]): Date {
  return new Date(Math.max(...dates.map(Number)))
}
