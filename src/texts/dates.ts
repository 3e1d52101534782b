import type { Language } from '../language.ts'

const locales: Record<Language, string> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' }

/** Writes instants as people read them, in one time zone and language. */
export interface DateWriter {
  /** tirsdag 5. mai 2026 */
  day(instant: Temporal.Instant): string
  /** 5. mai */
  shortDay(instant: Temporal.Instant): string
  /** kl. 09:00 */
  time(instant: Temporal.Instant): string
  /** tirsdag 5. mai 2026 kl. 09:00 */
  dayAndTime(instant: Temporal.Instant): string
  /** 5. mai kl. 09:00 */
  shortDayAndTime(instant: Temporal.Instant): string
  /** From one to the other, the day only once when it is the same. */
  span(from: Temporal.Instant, to: Temporal.Instant): string
}

/** @param timeZone IANA name, such as Europe/Oslo */
export function datesIn(timeZone: string, language: Language): DateWriter {
  const locale = locales[language]
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone, ...options })
  const long = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  const short = format({ day: 'numeric', month: 'long' })
  const clock = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const at = language === 'en' ? 'at' : 'kl.'

  const day = (instant: Temporal.Instant) => long.format(instant.epochMilliseconds)
  const time = (instant: Temporal.Instant) => clock.format(instant.epochMilliseconds)
  const dayAndTime = (instant: Temporal.Instant) => `${day(instant)} ${at} ${time(instant)}`
  return {
    day,
    shortDay: (instant) => short.format(instant.epochMilliseconds),
    time,
    dayAndTime,
    shortDayAndTime: (instant) => `${short.format(instant.epochMilliseconds)} ${at} ${time(instant)}`,
    span: (from, to) =>
      day(from) === day(to) ? `${dayAndTime(from)}–${time(to)}` : `${dayAndTime(from)} – ${dayAndTime(to)}`,
  }
}

/** torsdag 24. desember 2026 */
export function writeDay(day: Temporal.PlainDate, language: Language): string {
  return datesIn('UTC', language).day(day.toZonedDateTime('UTC').toInstant())
}

const writtenChecked = new Map<string, string>()

/** A month or a day of a source, `2026-11` or `2026-11-23`, as people read it. The content has a few, again and again. */
export function writeChecked(checked: string, language: Language): string {
  const key = `${language} ${checked}`
  const known = writtenChecked.get(key)
  if (known !== undefined) return known
  const isDay = checked.length > 7
  const options: Intl.DateTimeFormatOptions = { timeZone: 'UTC', month: 'long', year: 'numeric' }
  const format = new Intl.DateTimeFormat(locales[language], isDay ? { ...options, day: 'numeric' } : options)
  const written = format.format(Date.parse(isDay ? `${checked}T12:00:00Z` : `${checked}-15T12:00:00Z`))
  writtenChecked.set(key, written)
  return written
}
