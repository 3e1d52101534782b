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

const checkedFormats = new Map<string, Intl.DateTimeFormat>()

/** A month or a day of a source, `2026-11` or `2026-11-23`, as people read it. */
export function writeChecked(checked: string, language: Language): string {
  const whole = checked.length > 7
  return checkedFormat(language, whole).format(Date.parse(whole ? `${checked}T12:00:00Z` : `${checked}-15T12:00:00Z`))
}

/** Making a format takes a hundred times as long as using it. */
function checkedFormat(language: Language, whole: boolean): Intl.DateTimeFormat {
  const key = `${language} ${whole}`
  const known = checkedFormats.get(key)
  if (known) return known
  const options: Intl.DateTimeFormatOptions = { timeZone: 'UTC', month: 'long', year: 'numeric' }
  const made = new Intl.DateTimeFormat(locales[language], whole ? { ...options, day: 'numeric' } : options)
  checkedFormats.set(key, made)
  return made
}
