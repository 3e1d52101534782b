import { isDayOff } from './calendar.ts'

/** When a message that is put off may come again. */
export const laterChoices = ['quarter-hour', 'hour', 'tomorrow', 'next-week'] as const
export type LaterChoice = (typeof laterChoices)[number]

/** When a working day has begun, and the first e-mails are read. */
const MORNING = Temporal.PlainTime.from('08:00')
const MONDAY = 1
/** A message that comes again must leave its person so long before it loses its meaning. */
const STILL_USEFUL = Temporal.Duration.from({ minutes: 5 })
/** A quarter of an hour is offered only where little more is left. */
const SHORT = Temporal.Duration.from({ hours: 3 })

/** Next week is its first working day. */
export function laterMoment(choice: LaterChoice, now: Temporal.Instant, timeZone: string): Temporal.Instant {
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate()
  switch (choice) {
    case 'quarter-hour':
      return now.add({ minutes: 15 })
    case 'hour':
      return now.add({ hours: 1 })
    case 'tomorrow':
      return morningOf(today.add({ days: 1 }), timeZone)
    case 'next-week':
      return morningOf(firstWorkingDay(today.add({ days: 7 - (today.dayOfWeek - MONDAY) })), timeZone)
  }
}

/** What is worth offering now for something that means nothing from `expiresAt` on. */
export function laterChoicesFor(now: Temporal.Instant, expiresAt: Temporal.Instant, timeZone: string): LaterChoice[] {
  const isShort = Temporal.Instant.compare(now.add(SHORT), expiresAt) > 0
  return laterChoices.filter(
    (choice) => (isShort || choice !== 'quarter-hour') && isInTime(laterMoment(choice, now, timeZone), expiresAt),
  )
}

/** Whether a message at that moment leaves its person some time to act on it. */
export function isInTime(moment: Temporal.Instant, expiresAt: Temporal.Instant): boolean {
  return Temporal.Instant.compare(moment.add(STILL_USEFUL), expiresAt) <= 0
}

function morningOf(date: Temporal.PlainDate, timeZone: string): Temporal.Instant {
  return date.toZonedDateTime({ timeZone, plainTime: MORNING }).toInstant()
}

function firstWorkingDay(from: Temporal.PlainDate): Temporal.PlainDate {
  let day = from
  while (isDayOff(day)) day = day.add({ days: 1 })
  return day
}
