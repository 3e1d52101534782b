import Holidays from 'date-holidays'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { easterSunday, isDayOff, isPublicHoliday } from '../../src/reminders/calendar.ts'
import { isQuiet, placeOutsideQuiet, type Quiet } from '../../src/reminders/quiet.ts'
import { oslo } from './harness.ts'

const quiet: Quiet = { hours: { from: '21:00', to: '07:00' }, daysOff: true }
const timeZone = 'Europe/Oslo'
const longAgo = oslo('2020-01-01T00:00')

function place(due: string, start: string, options: { earliest?: string; quiet?: Quiet } = {}) {
  const [from, to] = [oslo(due), oslo(start)]
  const latest = from.add({ milliseconds: (to.epochMilliseconds - from.epochMilliseconds) / 2 })
  const earliest = options.earliest === undefined ? longAgo : oslo(options.earliest)
  const placed = placeOutsideQuiet(from, options.quiet ?? quiet, { timeZone, happensAt: to }, { earliest, latest })
  return placed.toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' })
}

describe('days off', () => {
  it('are the public holidays of Norway', () => {
    const holidays2026 = [
      '01-01',
      '04-02',
      '04-03',
      '04-05',
      '04-06',
      '05-01',
      '05-14',
      '05-17',
      '05-24',
      '05-25',
      '12-25',
      '12-26',
    ]
    const days = Array.from({ length: 365 }, (_, day) => Temporal.PlainDate.from('2026-01-01').add({ days: day }))
    expect(days.filter(isPublicHoliday).map((date) => date.toString().slice(5))).toEqual(holidays2026)
  })

  it('follow Easter, from the earliest to the latest that it can be', () => {
    const easters = [
      '1818-03-22',
      '1943-04-25',
      '2000-04-23',
      '2024-03-31',
      '2025-04-20',
      '2026-04-05',
      '2027-03-28',
      '2038-04-25',
    ]
    for (const date of easters) expect(easterSunday(Number(date.slice(0, 4))).toString()).toBe(date)
  })

  it('are the same as a calendar knows that others keep, each day from 2000 to 2099', () => {
    const calendar = new Holidays('NO', { types: ['public', 'bank'] })
    for (let year = 2000; year < 2100; year++) {
      const known = calendar.getHolidays(year).map(({ date, type }) => `${date.slice(0, 10)} ${type}`)
      const first = new Temporal.PlainDate(year, 1, 1)
      const days = Array.from({ length: first.daysInYear }, (_, day) => first.add({ days: day }))
      const ours = days.flatMap((date) => {
        if (isPublicHoliday(date)) return [`${date} public`]
        return isDayOff(date) && (date.dayOfWeek < 6 || /-12-(24|31)$/.test(date.toString())) ? [`${date} bank`] : []
      })
      expect(ours).toEqual([...new Set(known)].toSorted())
    }
  })

  it('are Saturdays and Sundays', () => {
    expect(
      ['2026-05-08', '2026-05-09', '2026-05-10', '2026-05-11'].map((date) => isDayOff(Temporal.PlainDate.from(date))),
    ).toEqual([false, true, true, false])
  })
})

describe('a message due in quiet hours', () => {
  it('in the evening goes half an hour before they begin, in the early morning when they end', () => {
    expect(place('2026-05-05T22:00', '2026-05-06T22:00')).toBe('2026-05-05T20:30')
    expect(place('2026-05-06T05:00', '2026-05-07T05:00')).toBe('2026-05-06T07:00')
  })

  it('goes the evening before when the morning leaves too little time', () => {
    expect(place('2026-05-06T06:30', '2026-05-06T07:30')).toBe('2026-05-06T07:00')
    expect(place('2026-05-06T06:10', '2026-05-06T07:10')).toBe('2026-05-05T20:30')
  })

  it('goes at its own time when nothing else is left', () => {
    expect(place('2026-05-06T06:00', '2026-05-06T07:00', { earliest: '2026-05-05T23:00' })).toBe('2026-05-06T06:00')
  })
})

describe('a message due on a day off', () => {
  it('goes at the same time on the nearest working day that leaves time enough', () => {
    expect(place('2026-05-09T10:00', '2026-05-16T10:00')).toBe('2026-05-08T10:00')
    expect(place('2026-05-10T10:00', '2026-05-17T10:00')).toBe('2026-05-11T10:00')
    expect(place('2026-05-10T10:00', '2026-05-11T10:00')).toBe('2026-05-08T10:00')
    expect(place('2026-04-05T10:00', '2026-04-07T10:00')).toBe('2026-04-01T10:00')
  })

  it('goes then when the matter is of that day', () => {
    expect(place('2026-05-09T11:00', '2026-05-09T12:00')).toBe('2026-05-09T11:00')
  })
})

describe('placing outside quiet', () => {
  const clock = fc
    .integer({ min: 0, max: 95 })
    .map((quarter) => Temporal.PlainTime.from({ hour: quarter >> 2, minute: (quarter % 4) * 15 }))
  const hours = fc.tuple(clock, clock).filter(([from, to]) => !from.equals(to))
  const cases = fc.record({
    dueMinute: fc.integer({ min: 0, max: 60 * 24 * 365 * 2 }),
    lead: fc.integer({ min: 1, max: 60 * 24 * 30 }),
    hours: fc.option(hours.map(([from, to]) => ({ from: from.toString().slice(0, 5), to: to.toString().slice(0, 5) }))),
    daysOff: fc.boolean(),
    known: fc.integer({ min: 0, max: 60 * 24 * 40 }),
  })

  it('never passes its bounds, never disturbs when it need not, and is where it is when nothing is quiet', () => {
    fc.assert(
      fc.property(cases, ({ dueMinute, lead, hours, daysOff, known }) => {
        const due = oslo('2026-01-01T00:00').add({ minutes: dueMinute })
        const start = due.add({ minutes: lead })
        const bounds = {
          earliest: due.subtract({ minutes: known }),
          latest: due.add({ minutes: Math.floor(lead / 2) }),
        }
        const rules = { hours, daysOff }
        const matter = { timeZone, happensAt: start }
        const placed = placeOutsideQuiet(due, rules, matter, bounds)
        const inBounds = [bounds.earliest, placed, bounds.latest].every(
          (each, index, all) => index === 0 || Temporal.Instant.compare(all[index - 1] ?? each, each) <= 0,
        )
        if (!isQuiet(due, rules, matter)) return placed.equals(due)
        return placed.equals(due) || (inBounds && !isQuiet(placed, rules, matter))
      }),
      { numRuns: 400 },
    )
  })
})
