import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDayOff } from '../../src/reminders/calendar.ts'
import { laterChoices, laterChoicesFor, laterMoment } from '../../src/reminders/later.ts'
import { oslo } from './harness.ts'

const timeZone = 'Europe/Oslo'
const wall = (instant: Temporal.Instant) =>
  instant.toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' })

describe('a message that is put off', () => {
  it('comes in an hour, tomorrow at eight, or on the first working day of next week', () => {
    const now = oslo('2026-11-27T10:20')
    expect(wall(laterMoment('hour', now, timeZone))).toBe('2026-11-27T11:20')
    expect(wall(laterMoment('tomorrow', now, timeZone))).toBe('2026-11-28T08:00')
    expect(wall(laterMoment('next-week', now, timeZone))).toBe('2026-11-30T08:00')
  })

  it('until next week comes after Easter Monday, and from a Sunday the day after', () => {
    expect(wall(laterMoment('next-week', oslo('2026-04-01T10:00'), timeZone))).toBe('2026-04-07T08:00')
    expect(wall(laterMoment('next-week', oslo('2026-11-29T22:00'), timeZone))).toBe('2026-11-30T08:00')
  })

  it('comes at eight by the clock on the morning after a clock change', () => {
    expect(wall(laterMoment('tomorrow', oslo('2026-03-28T20:00'), timeZone))).toBe('2026-03-29T08:00')
    expect(wall(laterMoment('tomorrow', oslo('2026-10-24T20:00'), timeZone))).toBe('2026-10-25T08:00')
  })

  it('is offered only times at which it still means something', () => {
    const now = oslo('2026-11-24T09:00')
    const offered = (expiresAt: string) => laterChoicesFor(now, oslo(expiresAt), timeZone)
    expect(offered('2026-11-24T09:10')).toEqual([])
    expect(offered('2026-11-24T10:00')).toEqual(['quarter-hour'])
    expect(offered('2026-11-24T11:00')).toEqual(['quarter-hour', 'hour'])
    expect(offered('2026-11-25T10:00')).toEqual(['hour', 'tomorrow'])
    expect(offered('2026-12-24T10:00')).toEqual(['hour', 'tomorrow', 'next-week'])
  })

  it('always comes later, within eleven days, and next week never on a day off', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 * 24 * 1500 }), fc.constantFrom(...laterChoices), (minutes, choice) => {
        const now = oslo('2026-01-01T00:00').add({ minutes })
        const moment = laterMoment(choice, now, timeZone)
        expect(Temporal.Instant.compare(moment, now)).toBe(1)
        expect(now.until(moment).total('days')).toBeLessThan(11)
        if (choice === 'next-week') expect(isDayOff(moment.toZonedDateTimeISO(timeZone).toPlainDate())).toBe(false)
      }),
    )
  })
})
