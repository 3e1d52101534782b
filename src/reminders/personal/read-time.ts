import type { Cutting } from './cut.ts'
import { numberOf, pattern } from './words.ts'

const clock = 'klokka|klokken|klokke|kl\\.?|at'
const half = /^(am|pm)$/

/** A time of day, out of the text: «kl. 10.30», «halv elleve», “3pm”. Null where there is none. */
export function readTime(text: Cutting): Temporal.PlainTime | null {
  const spoken = spokenTime(text)
  if (spoken !== null) return spoken
  const digits =
    text.take(`(?:${clock})\\s*(\\d{1,2})(?:[:.](\\d{2}))?\\s*(am|pm)?`) ??
    text.take('(\\d{1,2}):(\\d{2})\\s*(am|pm)?') ??
    text.take('(\\d{1,2})(?:\\.([1345]\\d))\\s*(am|pm)?(?!\\.\\d)') ??
    withoutMinutes(text.take('(\\d{1,2})\\s*(am|pm)'))
  if (digits !== null) {
    const [hour, minute, part] = digits
    return timeOf(Number(hour), Number(minute ?? 0), part, minute !== undefined)
  }
  const word = text.take(`(?:${clock})\\s+(${pattern.hourWord})`)
  return word && timeOf(numberOf(word[0]), 0)
}

function withoutMinutes(groups: (string | undefined)[] | null): (string | undefined)[] | null {
  return groups && [groups[0], undefined, groups[1]]
}

/** Norwegian counts the half hour to the hour that comes: «halv elleve» is half past ten. */
function spokenTime(text: Cutting): Temporal.PlainTime | null {
  const hour = `(\\d{1,2}|${pattern.hourWord})`
  const before = `(?:(?:${clock})\\s+)?`
  const halfTo = text.take(`${before}halv\\s+${hour}`)
  if (halfTo) return timeOf(numberOf(halfTo[0]) - 1, 30)
  const over = text.take(`${before}(?:kvart over|quarter past)\\s+${hour}`)
  if (over) return timeOf(numberOf(over[0]), 15)
  const to = text.take(`${before}(?:kvart på|quarter to)\\s+${hour}`)
  if (to) return timeOf(numberOf(to[0]) - 1, 45)
  const past = text.take(`${before}half past\\s+${hour}`)
  return past && timeOf(numberOf(past[0]), 30)
}

/** An hour before seven that stands alone is one of the afternoon: nobody wants to be reminded at three in the night. */
function timeOf(hour: number, minute: number, part?: string, isExact = false): Temporal.PlainTime | null {
  const inTwelve = part !== undefined && half.test(part)
  const hours = inTwelve ? (hour % 12) + (part === 'pm' ? 12 : 0) : (hour + 24) % 24
  if (hour > 24 || minute > 59 || (inTwelve && hour > 12)) return null
  const isNight = !inTwelve && !isExact && hours < 7
  return new Temporal.PlainTime(isNight ? hours + 12 : hours, minute)
}
