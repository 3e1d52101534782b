import { isDayOff } from '../calendar.ts'
import type { Cutting } from './cut.ts'
import { monthOf, pattern, weekdayOf } from './words.ts'

export type DateRead =
  | { kind: 'day'; date: Temporal.PlainDate }
  /** A month as a whole, and the day in it that is meant unless something in it is. */
  | { kind: 'month'; date: Temporal.PlainDate; month: Temporal.PlainYearMonth }
  /** A day that the calendar does not have, such as 31 February. */
  | { kind: 'no-such-date' }

/** A day, out of the text, seen from today. One without a year is the next one. Null where there is none. */
export function readDate(text: Cutting, today: Temporal.PlainDate): DateRead | null {
  return (
    readWholeDate(text, today) ??
    readNearDay(text, today) ??
    readWeekday(text, today) ??
    readWeek(text, today) ??
    readMonth(text, today) ??
    readDayOfMonth(text, today)
  )
}

function readWholeDate(text: Cutting, today: Temporal.PlainDate): DateRead | null {
  const iso = text.take('(\\d{4})-(\\d{2})-(\\d{2})')
  if (iso) return dayOf(iso[0], Number(iso[1]), iso[2], today)
  const ordinal = '(?:\\.|st|nd|rd|th)?'
  const dayFirst = text.take(
    `(?:(?:den|the)\\s+)?(\\d{1,2})${ordinal}\\s*(?:of\\s+)?(${pattern.month})\\.?(?:\\s+(\\d{4}))?`,
  )
  if (dayFirst) return dayOf(dayFirst[2], monthOf(dayFirst[1]), dayFirst[0], today)
  const monthFirst = text.take(`(${pattern.month})\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(\\d{4}))?`)
  if (monthFirst) return dayOf(monthFirst[2], monthOf(monthFirst[0]), monthFirst[1], today)
  const digits = text.take('(?:(?:den|the)\\s+)?(\\d{1,2})[./](\\d{1,2})(?:[./](\\d{4}|\\d{2}))?\\.?')
  if (digits) return dayOf(digits[2], Number(digits[1]), digits[0], today)
  return null
}

function readNearDay(text: Cutting, today: Temporal.PlainDate): DateRead | null {
  const inDays: [string, number][] = [
    ['(?:i\\s*overmorgen|i\\s*overmorgon|(?:the )?day after tomorrow)', 2],
    ['(?:i\\s*morgen|i\\s*morgon|tomorrow)', 1],
    ['(?:i\\s*dag|today|i(?= kveld)|i(?= ettermiddag)|this(?= afternoon)|this(?= evening)|(?=tonight))', 0],
  ]
  for (const [words, days] of inDays) if (text.take(words)) return { kind: 'day', date: today.add({ days }) }
  return null
}

/** «Neste fredag» is that of next week; «fredag» is the next that comes. */
function readWeekday(text: Cutting, today: Temporal.PlainDate): DateRead | null {
  const found = text.take(
    `(?:(?:på|til|on)\\s+)?(?:(neste|next|førstkommende|kommende|this|coming)\\s+)?(${pattern.weekday})s?`,
  )
  if (found === null) return null
  const [which, word] = found
  const weekday = weekdayOf(word) ?? 1
  const isNextWeek = which === 'neste' || which === 'next' || text.take(nextWeek) !== null
  if (isNextWeek) return { kind: 'day', date: mondayOf(today).add({ days: 7 + weekday - 1 }) }
  return { kind: 'day', date: today.add({ days: (weekday - today.dayOfWeek + 7) % 7 || 7 }) }
}

const nextWeek = '(?:i\\s+)?(?:neste|next)\\s+(?:uke|veke|week)'

function readWeek(text: Cutting, today: Temporal.PlainDate): DateRead | null {
  if (text.take(nextWeek)) return { kind: 'day', date: mondayOf(today).add({ days: 7 }) }
  if (text.take('(?:i helga|i helgen|i helgi|(?:this|at the) weekend)')) {
    return { kind: 'day', date: today.add({ days: (6 - today.dayOfWeek + 7) % 7 || 7 }) }
  }
  const week = text.take('(?:i\\s+|in\\s+)?(?:uke|veke|week)\\s+(\\d{1,2})')
  if (week === null) return null
  const number = Number(week[0])
  const inYear = (year: number) => mondayOf(new Temporal.PlainDate(year, 1, 4)).add({ days: 7 * (number - 1) })
  const year = today.yearOfWeek ?? today.year
  const monday = isPast(inYear(year), today) ? inYear(year + 1) : inYear(year)
  return monday.weekOfYear === number ? { kind: 'day', date: monday } : { kind: 'no-such-date' }
}

function readMonth(text: Cutting, today: Temporal.PlainDate): DateRead | null {
  if (text.take('(?:på nyåret|over nyttår|etter nyttår|in the new year|after new year)')) {
    return monthRead(new Temporal.PlainYearMonth(today.year + 1, 1), 'start')
  }
  if (text.take('(?:i\\s+)?(?:neste|next)\\s+(?:måned|månad|month)')) {
    return monthRead(today.toPlainYearMonth().add({ months: 1 }), 'start')
  }
  const start =
    'starten av|begynnelsen av|begynninga av|byrjinga av|tidlig i|tidleg i|early in|early|(?:the )?(?:start|beginning) of'
  const middle = 'midten av|midt i|(?:the )?middle of|mid-?'
  const end = 'slutten av|sist i|sent i|seint i|late in|late|(?:the )?end of'
  const found = text.take(
    `(?:(?:i|in|til|at|by)\\s+)?(?:(?:(${start})|(${middle})|(${end}))\\s*)?(${pattern.month})(?:\\s+(\\d{4}))?`,
  )
  if (found === null) return null
  const [, isMiddle, isEnd, word, year] = found
  const month = monthOf(word) ?? 1
  const given = new Temporal.PlainYearMonth(year === undefined ? today.year : Number(year), month)
  const isOver = Temporal.PlainYearMonth.compare(given, today.toPlainYearMonth()) <= 0
  const meant = year === undefined && isOver ? given.add({ years: 1 }) : given
  return monthRead(meant, isMiddle ? 'middle' : isEnd ? 'end' : 'start')
}

function readDayOfMonth(text: Cutting, today: Temporal.PlainDate): DateRead | null {
  const found = text.take('(?:den|on the|the)\\s+(\\d{1,2})(?:\\.|st|nd|rd|th)?')
  if (found === null) return null
  const day = Number(found[0])
  for (let ahead = 0; ahead <= 2; ahead++) {
    const month = today.toPlainYearMonth().add({ months: ahead })
    if (day < 1 || day > month.daysInMonth) continue
    const date = month.toPlainDate({ day })
    if (!isPast(date, today)) return { kind: 'day', date }
  }
  return { kind: 'no-such-date' }
}

/** On a working day: who says a month means no Sunday in it. */
function monthRead(month: Temporal.PlainYearMonth, part: 'start' | 'middle' | 'end'): DateRead {
  const day = { start: 1, middle: 15, end: month.daysInMonth }[part]
  const step = part === 'end' ? -1 : 1
  let date = month.toPlainDate({ day })
  while (isDayOff(date)) date = date.add({ days: step })
  return { kind: 'month', date, month }
}

function dayOf(
  yearText: string | undefined,
  month: number | undefined,
  dayText: string | undefined,
  today: Temporal.PlainDate,
): DateRead {
  const day = Number(dayText)
  const inYear = (year: number) => plainDate(year, month ?? 0, day)
  if (yearText !== undefined) {
    const date = inYear(yearText.length === 2 ? 2000 + Number(yearText) : Number(yearText))
    return date ? { kind: 'day', date } : { kind: 'no-such-date' }
  }
  /** A leap day is within the next eight years. */
  for (let year = today.year; year <= today.year + 8; year++) {
    const date = inYear(year)
    if (date !== null && !isPast(date, today)) return { kind: 'day', date }
  }
  return { kind: 'no-such-date' }
}

function plainDate(year: number, month: number, day: number): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function isPast(date: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(date, today) < 0
}

function mondayOf(date: Temporal.PlainDate): Temporal.PlainDate {
  return date.subtract({ days: date.dayOfWeek - 1 })
}
