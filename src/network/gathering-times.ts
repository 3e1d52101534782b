import type { Gathering } from './gathering.ts'
import type { FieldMistake } from './mistakes.ts'
import { isSkipped, readDeadline, readTime } from './times.ts'

/** Dates and wall times as a form has them. */
type TimeInput = Readonly<Record<'startDate' | 'startTime' | 'endDate' | 'endTime', string>>

export function dateOf(text: string): Temporal.PlainDate | null {
  const instant = readTime(`${text.trim()}T00:00`, 'UTC')
  return instant === null ? null : instant.toZonedDateTimeISO('UTC').toPlainDate()
}

export function missingTimes(input: TimeInput): FieldMistake[] {
  const fields = ['startDate', 'startTime', 'endDate', 'endTime'] as const
  return fields.filter((field) => input[field].trim() === '').map((field) => ({ field, reason: 'required' }))
}

export function skippedTimes(input: TimeInput, timeZone: string): FieldMistake[] {
  const times = [
    ['startTime', `${input.startDate}T${input.startTime}`],
    ['endTime', `${input.endDate}T${input.endTime}`],
  ] as const
  return times.filter(([, time]) => isSkipped(time, timeZone)).map(([field]) => ({ field, reason: 'skipped-hour' }))
}

const yearsAhead = 3
const longestDays = 31

/** Dates that are more likely a slip. */
export function unlikelyTimes({ startDate, endDate }: TimeInput, now: Temporal.Instant): FieldMistake[] {
  const start = dateOf(startDate)
  const end = dateOf(endDate)
  const latest = now.toZonedDateTimeISO('UTC').toPlainDate().add({ years: yearsAhead })
  const isTooFar = start !== null && Temporal.PlainDate.compare(start, latest) > 0
  const isTooLong = start !== null && end !== null && start.until(end).days > longestDays
  return [
    ...(isTooFar ? [{ field: 'startDate', reason: 'too-far-ahead' } as const] : []),
    ...(isTooLong ? [{ field: 'endDate', reason: 'lasts-too-long' } as const] : []),
  ]
}

/** A time that stays as it was may have gone by. */
export function inThePast(
  { startsAt, registrationDeadline }: { startsAt: string; registrationDeadline: string | null },
  timeZone: string,
  { now, before }: { now: Temporal.Instant; before: Gathering | null },
): FieldMistake[] {
  const isLate = (time: Temporal.Instant | null, was: Date | null | undefined) =>
    time !== null && Temporal.Instant.compare(time, now) < 0 && time.epochMilliseconds !== was?.getTime()
  const deadline = registrationDeadline === null ? null : readDeadline(registrationDeadline, timeZone)
  return [
    ...(isLate(readTime(startsAt, timeZone), before?.startsAt)
      ? [{ field: 'startDate', reason: 'in-the-past' } as const]
      : []),
    ...(isLate(deadline, before?.registrationDeadline)
      ? [{ field: 'registrationDeadline', reason: 'in-the-past' } as const]
      : []),
  ]
}
