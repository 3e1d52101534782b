import { toDate } from '../store/instants.ts'
import type { PersonSettings } from './settings.ts'

/** The end of a pause whose last day is `date`, such as `2026-12-24`; null when that is no date. */
export function endOfPause(date: string, timeZone: string): Date | null {
  try {
    return toDate(Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(timeZone).toInstant())
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** The last day of the pause as it was chosen; null when there is none. */
export function lastDayOfPause(
  { pausedUntil }: Pick<PersonSettings, 'pausedUntil'>,
  timeZone: string,
): Temporal.PlainDate | null {
  if (pausedUntil === null) return null
  return pausedUntil.toTemporalInstant().toZonedDateTimeISO(timeZone).toPlainDate().subtract({ days: 1 })
}

/** As {@link lastDayOfPause}, while the pause lasts. */
export function pauseUnderWay(
  settings: Pick<PersonSettings, 'pausedUntil'>,
  timeZone: string,
  now: Temporal.Instant,
): Temporal.PlainDate | null {
  const { pausedUntil } = settings
  return pausedUntil !== null && pausedUntil > toDate(now) ? lastDayOfPause(settings, timeZone) : null
}
