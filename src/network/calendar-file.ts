import { type Gathering, holdsSeat, type Registration } from './gathering.ts'
import { spanAttended } from './gathering-days.ts'

export interface CalendarTerms {
  organizer: { name: string; email: string }
  now: Temporal.Instant
}

/**
 * The gathering as an iCalendar file (RFC 5545) for one who is registered. Its UID is always that of the gathering and
 * its SEQUENCE grows, so opening a newer file updates the entry, and removes it when the gathering is called off or the
 * seat is given up. Times are in UTC, which calendars show in their own zone, summer and winter: no VTIMEZONE can be
 * wrong, nor differ from the one that Outlook knows by that name.
 */
export function calendarFile(gathering: Gathering, registration: Registration, terms: CalendarTerms): string {
  const method = isHeld(gathering, registration) ? 'PUBLISH' : 'CANCEL'
  return file([`METHOD:${method}`], [entry(gathering, registration, terms)])
}

/** Every so often calendars look for news. */
const refresh = 'PT4H'

/** What somebody has a seat at, as a calendar subscribes to it: what is called off or given up is left out. */
export function calendarFeed(
  attended: readonly { gathering: Gathering; registration: Registration }[],
  name: string,
  terms: CalendarTerms,
): string {
  const head = [
    'METHOD:PUBLISH',
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${refresh}`,
    `X-PUBLISHED-TTL:${refresh}`,
  ]
  const held = attended.filter(({ gathering, registration }) => isHeld(gathering, registration))
  return file(
    head,
    held.map(({ gathering, registration }) => entry(gathering, registration, terms)),
  )
}

function isHeld({ status }: Gathering, registration: Registration): boolean {
  return status !== 'called-off' && holdsSeat(registration)
}

function file(head: readonly string[], entries: readonly string[][]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Kommunenettverk-bot//EN',
    'CALSCALE:GREGORIAN',
    ...head,
    ...entries.flat(),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

function entry(gathering: Gathering, registration: Registration, { organizer, now }: CalendarTerms): string[] {
  const { startsAt, endsAt } = spanAttended(gathering, registration.days)
  const isOn = isHeld(gathering, registration)
  return [
    'BEGIN:VEVENT',
    `UID:gathering-${gathering._id}@kommunenettverk-bot`,
    `SEQUENCE:${gathering.revision}`,
    `DTSTAMP:${utc(now)}`,
    `DTSTART:${utc(startsAt.toTemporalInstant())}`,
    `DTEND:${utc(endsAt.toTemporalInstant())}`,
    `SUMMARY:${escaped(gathering.title)}`,
    `LOCATION:${escaped(locationOf(gathering, registration))}`,
    `DESCRIPTION:${escaped(descriptionOf(gathering))}`,
    ...(gathering.onlineUrl === null ? [] : [`URL:${gathering.onlineUrl}`]),
    `ORGANIZER;CN="${parameter(organizer.name)}":mailto:${organizer.email}`,
    `STATUS:${isOn ? 'CONFIRMED' : 'CANCELLED'}`,
    `TRANSP:${isOn ? 'OPAQUE' : 'TRANSPARENT'}`,
    `X-MICROSOFT-CDO-BUSYSTATUS:${isOn ? 'BUSY' : 'FREE'}`,
    'END:VEVENT',
  ]
}

function locationOf({ place, onlineUrl }: Gathering, { attendance }: Registration): string {
  return attendance === 'online' && onlineUrl !== null ? onlineUrl : place
}

/** The agenda with wall times at the place; with dates when it lasts more than a day. */
function descriptionOf({ agenda, timeZone, startsAt, endsAt, onlineUrl }: Gathering): string {
  const local = (date: Date) => date.toTemporalInstant().toZonedDateTimeISO(timeZone)
  const isOneDay = local(startsAt).toPlainDate().equals(local(endsAt).toPlainDate())
  const timeOf = (date: Date) => {
    const wall = local(date).toPlainDateTime().toString({ smallestUnit: 'minute' })
    return isOneDay ? wall.slice(-5) : wall.replace('T', ' ')
  }
  const points = agenda.map(({ at, title, speaker }) =>
    [at && timeOf(at), title, speaker && `(${speaker})`].filter((part) => part !== null).join(' '),
  )
  return [...points, ...(onlineUrl === null ? [] : ['', onlineUrl])].join('\n').trim()
}

function utc(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')
}

function escaped(text: string): string {
  return text
    .replaceAll(/[\\;,]/g, '\\$&')
    .replaceAll(/\r\n?|\n/g, '\\n')
    .replaceAll(/(?!\t)\p{Cc}/gu, '')
}

/** A parameter's value between quotation marks may hold none, and no control characters. */
function parameter(text: string): string {
  return text.replaceAll('"', "'").replaceAll(/\p{Cc}/gu, ' ')
}

const longestLine = 75

/** Lines of at most 75 octets, none of which ends inside a character; what goes on begins with a space. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const character of line) {
    const length = Buffer.byteLength(character)
    if (octets + length > longestLine) {
      parts.push(part)
      part = ' '
      octets = 1
    }
    part += character
    octets += length
  }
  return [...parts, part].join('\r\n')
}
