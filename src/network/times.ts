export function isAfter(date: Date, now: Temporal.Instant): boolean {
  return date.getTime() > now.epochMilliseconds
}

const wallTime = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?$/

/**
 * ISO 8601 with an offset, or wall time in `timeZone`. A wall time that the clock skips in spring is moved forward
 * by the hour that is skipped; one that comes twice in autumn is the first.
 * @returns null when it is neither
 */
export function readTime(text: string, timeZone: string): Temporal.Instant | null {
  try {
    return wallTime.test(text)
      ? Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone).toInstant()
      : Temporal.Instant.from(text)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** Whether the clock skips this wall time, in the spring. */
export function isSkipped(text: string, timeZone: string): boolean {
  const instant = wallTime.test(text) ? readTime(text, timeZone) : null
  return (
    instant !== null &&
    !instant.toZonedDateTimeISO(timeZone).toPlainDateTime().equals(Temporal.PlainDateTime.from(text))
  )
}

/** As {@link readTime}, and a date alone is the last minute of that day. */
export function readDeadline(text: string, timeZone: string): Temporal.Instant | null {
  return readTime(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T23:59` : text, timeZone)
}

/** The date and wall time of an instant, as ISO text without offset: `2027-03-01T09:00`. */
export function wallTimeOf(date: Date, timeZone: string): string {
  return date.toTemporalInstant().toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' })
}
