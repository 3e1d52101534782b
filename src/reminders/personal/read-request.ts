import { type Cutting, createCutting, leftover } from './cut.ts'
import { readDate } from './read-date.ts'
import { readTime } from './read-time.ts'
import { numberOf, pattern, timeOfPart, type Unit, unitOf } from './words.ts'

/** When somebody wants to be reminded. */
type When =
  | { kind: 'at'; at: Temporal.ZonedDateTime; month?: Temporal.PlainYearMonth }
  /** So long before a deadline. `time` where they said one. */
  | { kind: 'before'; before: Temporal.Duration; time: Temporal.PlainTime | null }
  | { kind: 'unsaid' }
  | { kind: 'no-such-date' }

export interface Request {
  /** Of what, in their own words; empty where they did not say. */
  what: string
  when: When
}

/** Where they say the day and not the time. */
export const usualTime = Temporal.PlainTime.from('09:00')

const polite =
  '(?:(?:hei|hallo|hi|hello)[,!]?\\s+)?(?:(?:kan|kunne|vil|can|could|will|would)\\s+(?:du|you)\\s+)?(?:(?:vennligst|please)\\s+)?(?:(?:ver|vær) så snill og?å?\\s+)?(?:(?:hugs|husk)(?: på)? å\\s+)?'
const verbs = '(?:minn|minne|påminn|påminne|hugs|remind|ping|varsle|varsl)\\s+(?:meg|me)'
const nouns =
  '(?:(?:jeg|eg|i)\\s+(?:vil|vil gjerne|ønsker|ønskjer|want|would like|need)\\s+(?:ha\\s+|få\\s+)?|(?:sett|set|lag|lage|opprett|legg inn|create|make|add)\\s+(?:på\\s+|opp\\s+|up\\s+)?(?:meg\\s+|me\\s+)?)(?:en\\s+|ei\\s+|ein\\s+|a\\s+)?(?:påminnelse|påminning|reminder)'
const asking = new RegExp(`^${polite}(?:${verbs}|${nouns})(?![\\p{L}])`, 'iu')

/** What follows «minn meg» and its like; null when no reminder is asked for. */
export function reminderAskedFor(text: string): string | null {
  const match = asking.exec(text.trim())
  return match === null ? null : text.trim().slice(match[0].length).trim()
}

/** What somebody wants to be reminded of and when, out of what follows «minn meg». */
export function readRequest(text: string, now: Temporal.ZonedDateTime): Request {
  const cutting = createCutting(text)
  const when = readWhen(cutting, now)
  return { what: leftover(cutting.left), when }
}

function readWhen(text: Cutting, now: Temporal.ZonedDateTime): When {
  const before = readBefore(text)
  if (before) return { kind: 'before', before, time: readTime(text) }
  const span = readSpan(text)
  const exact = span && isExact(span) ? span : null
  if (exact) return { kind: 'at', at: now.add(exact).round({ smallestUnit: 'minute', roundingMode: 'ceil' }) }
  const clock = readTime(text)
  const date = span ? ({ kind: 'day', date: now.toPlainDate().add(span) } as const) : readDate(text, now.toPlainDate())
  if (date?.kind === 'no-such-date') return date
  const time = clock ?? readPartOfDay(text)
  if (date === null) return time === null ? { kind: 'unsaid' } : { kind: 'at', at: nextAt(time, now) }
  const at = time === null ? withoutTime(date.date, now) : onDay(date.date, time, now)
  return date.kind === 'month' ? { kind: 'at', at, month: date.month } : { kind: 'at', at }
}

/** «To uker før», “the day before”; «før fristen» alone leaves it to the bot. */
function readBefore(text: Cutting): Temporal.Duration | null {
  const of = '(?:\\s+(?:av\\s+|of\\s+)?(?:selve\\s+)?(?:fristen|søknadsfristen|the deadline|den|it|that|det))?'
  const ahead = '(?:før|i forkant|i forveien|på førehand|på forhånd|before|in advance|ahead)'
  const counted = text.take(`(${pattern.number})\\s+(${pattern.unit})\\s+${ahead}${of}`)
  if (counted) return durationOf(counted[0], counted[1])
  if (text.take(`(?:dagen|kvelden|the day)\\s+(?:før|before)${of}`)) return Temporal.Duration.from({ days: 1 })
  if (text.take(`(?:uka|uken|veka|the week)\\s+(?:før|before)${of}`)) return Temporal.Duration.from({ weeks: 1 })
  return text.take('(?:før (?:fristen|søknadsfristen)|before the deadline)') ? usualBefore : null
}

/** Long enough to still write an application, and to find who signs it. */
export const usualBefore = Temporal.Duration.from({ weeks: 2 })

export function readSpan(text: Cutting): Temporal.Duration | null {
  if (text.take('(?:om|in)\\s+(?:(?:en|ein) halv time|half an hour)')) return Temporal.Duration.from({ minutes: 30 })
  if (text.take('(?:om|in)\\s+(?:et kvarter|eit kvarter|a quarter of an hour)')) {
    return Temporal.Duration.from({ minutes: 15 })
  }
  if (text.take('(?:om|in)\\s+(?:halvannen time|halvannan time|an hour and a half)')) {
    return Temporal.Duration.from({ minutes: 90 })
  }
  if (text.take('in a fortnight')) return Temporal.Duration.from({ weeks: 2 })
  const found =
    text.take(`(?:om|in|etter|after)\\s+(${pattern.number})\\s*(${pattern.unit})(?:\\s+(?:tid|time))?`) ??
    text.take(`(${pattern.number})\\s+(${pattern.unit})\\s+(?:from now|fra nå|frå no)`)
  return found && durationOf(found[0], found[1])
}

function durationOf(count: string | undefined, unit: string | undefined): Temporal.Duration {
  const named: Unit = unitOf(unit) ?? 'days'
  return Temporal.Duration.from({ [named]: numberOf(count) })
}

/** Hours and minutes are counted; days are days of the calendar. */
function isExact({ hours, minutes }: Temporal.Duration): boolean {
  return hours > 0 || minutes > 0
}

export function readPartOfDay(text: Cutting): Temporal.PlainTime | null {
  const found = text.take(`(?:(?:om|på|i|in the|ved)\\s+)?(${pattern.partOfDay})`)
  const time = timeOfPart(found?.[0])
  return time === undefined ? null : Temporal.PlainTime.from(time)
}

function onDay(date: Temporal.PlainDate, plainTime: Temporal.PlainTime, { timeZoneId }: Temporal.ZonedDateTime) {
  return date.toZonedDateTime({ timeZone: timeZoneId, plainTime })
}

/** Today: in two hours, on a full quarter. On any other day the usual time. */
function withoutTime(date: Temporal.PlainDate, now: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  if (!date.equals(now.toPlainDate())) return onDay(date, usualTime, now)
  const soon = now.add({ hours: 2 }).round({ smallestUnit: 'minute', roundingIncrement: 15, roundingMode: 'ceil' })
  return soon.toPlainDate().equals(date) ? soon : onDay(date, Temporal.PlainTime.from('23:45'), now)
}

function nextAt(time: Temporal.PlainTime, now: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  const today = onDay(now.toPlainDate(), time, now)
  return Temporal.ZonedDateTime.compare(today, now) > 0 ? today : onDay(now.toPlainDate().add({ days: 1 }), time, now)
}
