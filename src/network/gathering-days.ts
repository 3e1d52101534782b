import type { Gathering } from './gathering.ts'
import { toInstant } from './times.ts'

/** What goes on until six in the morning belongs to the day before. */
const hoursOfTheNight = 6

/** Of one that lasts longer no single day can be chosen. */
const mostDays = 7

type Span = Pick<Gathering, 'startsAt' | 'endsAt' | 'timeZone'>

/** The days of a gathering by the calendar at the place; one for all of a very long one. */
export function datesOf({ startsAt, endsAt, timeZone }: Span): Temporal.PlainDate[] {
  const first = toInstant(startsAt).toZonedDateTimeISO(timeZone).toPlainDate()
  const last = toInstant(endsAt).toZonedDateTimeISO(timeZone).subtract({ hours: hoursOfTheNight }).toPlainDate()
  const count = Math.max(0, first.until(last).days) + 1
  return Array.from({ length: count > mostDays ? 1 : count }, (_, index) => first.add({ days: index }))
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
