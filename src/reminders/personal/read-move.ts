import { createCutting, leftover } from './cut.ts'
import { readDate } from './read-date.ts'
import { readPartOfDay, readSpan } from './read-request.ts'
import { readTime } from './read-time.ts'
import { numberOf, pattern, unitOf } from './words.ts'

const opening = '(?:(?:nei|no|å|oi|men|but|heller|rather|kan du|can you|could you|please|vennligst)[,.!]*\\s+)*'
const verb =
  '(?:flytte?|utset(?:t|te|je|tje)?|endre?|skyve?|bytte?|sette?|gjør|gjer|ta|snooze|move|postpone|change|delay|push|reschedule|make|set|shift)'
const object = '(?:den|det|denne|dette|ho|han|henne|it|that|this|(?:the\\s+)?reminder|påminnelsen|påminninga)'
const direction = `(?:til|to(?!\\s+(?:${pattern.unit}))|med|by|for|på|on|ut|fram|frem|back|until)`
const moving = new RegExp(`^${opening}(?:${verb}(?:\\s+${object})?(?:\\s+${direction})*(?![\\p{L}]))?`, 'iu')
const span = `(?:(?:med|by|for|i)\\s+)?(${pattern.number})\\s+(${pattern.unit})(?:\\s+(?:til|senere|seinare|later|fram|frem|more))?`

/**
 * When something is to come instead, where a text says nothing else: «flytt den til fredag», «utsett en uke», «heller kl. 14».
 * What it does not say stays: the time of a day, the day of a time. Null where it says something else.
 */
export function readMove(
  text: string,
  at: Temporal.ZonedDateTime,
  now: Temporal.ZonedDateTime,
): Temporal.ZonedDateTime | null {
  const written = text.trim()
  const cutting = createCutting(written.slice(moving.exec(written)?.[0].length ?? 0))
  const ahead = readSpan(cutting)
  const later = ahead === null ? cutting.take(span) : null
  const time = readTime(cutting)
  const date = ahead === null && later === null ? readDate(cutting, now.toPlainDate()) : null
  const plainTime = time ?? readPartOfDay(cutting)
  if (
    leftover(
      cutting.left.replaceAll(/(?<!\p{L})(?:heller|i stedet|i staden|instead|rather|takk|please)(?!\p{L})/giu, ''),
    ) !== ''
  )
    return null
  if (date?.kind === 'no-such-date') return null
  if (ahead) return fromNow(ahead, at, now)
  const [count, unit] = later ?? []
  const moved = later ? at.add({ [unitOf(unit) ?? 'days']: numberOf(count) }) : date ? onDay(at, date.date) : null
  if (moved === null && plainTime === null) return null
  return (moved ?? at).withPlainTime(plainTime ?? (moved ?? at).toPlainTime())
}

/** Hours and minutes are counted from now; days keep the time of day. */
function fromNow(
  ahead: Temporal.Duration,
  at: Temporal.ZonedDateTime,
  now: Temporal.ZonedDateTime,
): Temporal.ZonedDateTime {
  const moved = now.add(ahead)
  return ahead.hours > 0 || ahead.minutes > 0
    ? moved.round({ smallestUnit: 'minute', roundingMode: 'ceil' })
    : onDay(at, moved.toPlainDate())
}

function onDay(at: Temporal.ZonedDateTime, date: Temporal.PlainDate): Temporal.ZonedDateTime {
  return date.toZonedDateTime({ timeZone: at.timeZoneId, plainTime: at.toPlainTime() })
}
