import type { Gathering } from './gathering.ts'
import type { FieldMistake } from './mistakes.ts'

/** A point as a gathering file has it; `at` is a date and wall time at the place. */
interface AgendaPoint {
  at: string | null
  title: string
  speaker: string | null
}

export interface AgendaRead {
  points: AgendaPoint[]
  /** The line of each point, from 1. */
  lines: number[]
  mistakes: FieldMistake[]
}

interface Days {
  first: Temporal.PlainDate
  last: Temporal.PlainDate
}

const dayNumber = /^(?:dag|day)\s*(\d{1,2})\s*:?$/i
const isoDate = /^(\d{4})-(\d{2})-(\d{2}):?$/
const norwegianDate = /^(\d{1,2})\.\s*(\d{1,2})\.?(?:\s*(\d{4}))?:?$/
const timed = /^(?:kl\.?\s*)?(\d{1,2})[:.](\d{2})(?:\s*[-–]\s*\d{1,2}[:.]\d{2})?(?:\s*[-–:])?(?:\s+|$)(.*)$/i

/**
 * Reads an agenda of one point a line, `09:00 Title – Speaker`, time and speaker left out at will. On several days a line
 * with a date, or `Dag 2`, says to which the points below it belong.
 */
export function readAgenda(text: string, days: Days): AgendaRead {
  const read: AgendaRead = { points: [], lines: [], mistakes: [] }
  let day = days.first
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.trim()
    if (line === '') continue
    const field = `agenda.${index + 1}`
    const heading = readDay(line, days)
    if (heading === 'none') {
      const point = readPoint(line, day)
      if (point === null) read.mistakes.push({ field, reason: 'not-a-time-of-day' })
      else if (point.title === '') read.mistakes.push({ field, reason: 'required' })
      else {
        read.points.push(point)
        read.lines.push(index + 1)
      }
    } else if (heading === 'outside') read.mistakes.push({ field, reason: 'outside-gathering' })
    else day = heading
  }
  return read
}

function readDay(line: string, { first, last }: Days): Temporal.PlainDate | 'none' | 'outside' {
  const day = dateIn(line, first)
  if (day === 'none' || day === 'outside') return day
  const isWithin = Temporal.PlainDate.compare(day, first) >= 0 && Temporal.PlainDate.compare(day, last) <= 0
  return isWithin ? day : 'outside'
}

function dateIn(line: string, first: Temporal.PlainDate): Temporal.PlainDate | 'none' | 'outside' {
  const numbered = dayNumber.exec(line)
  if (numbered) return first.add({ days: Number(numbered[1]) - 1 })
  const iso = isoDate.exec(line)
  const local = norwegianDate.exec(line)
  const [year, month, day] = iso ? iso.slice(1) : local ? [local[3] ?? first.year, local[2], local[1]] : []
  if (day === undefined) return 'none'
  try {
    return Temporal.PlainDate.from(
      { year: Number(year), month: Number(month), day: Number(day) },
      { overflow: 'reject' },
    )
  } catch (error) {
    if (error instanceof RangeError) return 'outside'
    throw error
  }
}

function readPoint(line: string, day: Temporal.PlainDate): AgendaPoint | null {
  const found = timed.exec(line)
  if (found === null) return { at: null, ...titleAndSpeaker(line) }
  const [, hour = '', minute = '', rest = ''] = found
  if (Number(hour) > 23 || Number(minute) > 59) return null
  return { at: `${day}T${hour.padStart(2, '0')}:${minute}`, ...titleAndSpeaker(rest) }
}

/** What follows the last dash with spaces around it is the speaker; nothing after it says that there is none. */
function titleAndSpeaker(text: string): { title: string; speaker: string | null } {
  const at = Math.max(text.lastIndexOf(' – '), text.lastIndexOf(' - '), text.search(/ [–-]$/))
  if (at < 0) return { title: text.trim(), speaker: null }
  return { title: text.slice(0, at).trim(), speaker: text.slice(at + 2).trim() || null }
}

/**
 * As {@link readAgenda} reads it. Days go by their number, so that the agenda moves along when the gathering gets other
 * dates.
 */
export function writeAgenda({ agenda, startsAt, timeZone }: Gathering, dayTitle: (day: number) => string): string {
  const local = (date: Date) => date.toTemporalInstant().toZonedDateTimeISO(timeZone)
  const first = local(startsAt).toPlainDate()
  let day = 1
  return agenda
    .flatMap(({ at, title, speaker }) => {
      const hasDash = / [–-] /.test(title)
      const point = `${title}${speaker === null ? (hasDash ? ' –' : '') : ` – ${speaker}`}`
      if (at === null) return [point]
      const wall = local(at)
      const line = `${wall.toPlainTime().toString({ smallestUnit: 'minute' })} ${point}`
      const own = first.until(wall.toPlainDate()).days + 1
      if (own === day) return [line]
      day = own
      return [dayTitle(day), line]
    })
    .join('\n')
}
