import { toDate } from '../store/instants.ts'
import { isDayOff } from './calendar.ts'
import type { PlannedRow } from './row.ts'

const timeOfDay = '09:00'
/** Planned a little ahead, and still sent so long after, should nobody have planned it by then. */
const daysAhead = 2
const daysLate = 3
/** From then on the next one is nearer. */
const daysOfMeaning = 10

/** When a month's summary goes out: in the morning of the first working day. */
export function digestMoment(month: Temporal.PlainYearMonth, timeZone: string): Temporal.Instant {
  let day = month.toPlainDate({ day: 1 })
  while (isDayOff(day)) day = day.add({ days: 1 })
  return day.toZonedDateTime({ timeZone, plainTime: timeOfDay }).toInstant()
}

/** This month's or the next month's summary, as far as it is due about now. One a person and month. */
export function planDigest(personIds: readonly string[], timeZone: string, now: Temporal.Instant): PlannedRow[] {
  const thisMonth = now.toZonedDateTimeISO(timeZone).toPlainDate().toPlainYearMonth()
  return [thisMonth, thisMonth.add({ months: 1 })].flatMap((month) => {
    const due = digestMoment(month, timeZone)
    const isNear = now.until(due).total('hours') <= 24 * daysAhead && due.until(now).total('hours') <= 24 * daysLate
    if (!isNear) return []
    return personIds.map((personId) => ({
      key: `digest:${month}:${personId}`,
      about: `digest:${month}`,
      kind: 'digest' as const,
      personId,
      data: { month: month.toString() },
      dueAt: toDate(due),
      expiresAt: toDate(due.add({ hours: 24 * daysOfMeaning })),
    }))
  })
}
