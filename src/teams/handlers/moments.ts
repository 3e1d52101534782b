/** What came back in the fields of a form, and whether it will do. */

export function momentOf(date: string, time: string, timeZone: string): Temporal.Instant | null {
  return time !== '' && isDate(date) && isTime(time)
    ? Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: time }).toInstant()
    : null
}

export const isDate = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && parses(() => Temporal.PlainDate.from(text))
export const isTime = (text: string) => text === '' || parses(() => Temporal.PlainTime.from(text))
export const isDuration = (text: string) => parses(() => Temporal.Duration.from(text))

function parses(read: () => unknown): boolean {
  try {
    read()
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
