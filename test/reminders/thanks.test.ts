import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDayOff } from '../../src/reminders/calendar.ts'
import { isQuiet } from '../../src/reminders/quiet.ts'
import { thanksMoment } from '../../src/reminders/thanks.ts'

const timeZone = 'Europe/Oslo'
const quiet = { hours: { from: '21:00', to: '07:00' }, daysOff: true }
const momentAfter = (end: string, quietly = quiet) =>
  thanksMoment(Temporal.PlainDateTime.from(end).toZonedDateTime(timeZone).toInstant(), timeZone, quietly)
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })

describe('the thank-you after a gathering', () => {
  it.each([
    ['the next morning', '2027-03-02T15:00', '2027-03-03T10:00'],
    ['on Monday after a Friday', '2027-03-05T15:00', '2027-03-08T10:00'],
    ['after Easter when it ended before it', '2027-03-24T12:00', '2027-03-30T10:00'],
    ['at the same time on the wall when the clock changes in the night', '2026-10-22T15:00', '2026-10-23T10:00'],
    ['on the first working day after the change of the clock', '2027-03-26T15:00', '2027-03-30T10:00'],
    ['not on 17 May', '2027-05-14T15:00', '2027-05-18T10:00'],
  ])('comes %s', (_, end, expected) => {
    expect(momentAfter(end)).toBe(expected)
  })

  it('comes on a Saturday where days off are not quiet', () => {
    expect(momentAfter('2027-03-05T15:00', { ...quiet, daysOff: false })).toBe('2027-03-06T10:00')
  })

  it('comes after the end, in a time that is not quiet, whenever it ends', () => {
    const hour = fc.integer({ min: 0, max: 8760 * 4 })
    fc.assert(
      fc.property(hour, (hours) => {
        const endsAt = Temporal.Instant.from('2026-01-01T00:00:00Z').add({ hours })
        const at = thanksMoment(endsAt, timeZone, quiet)
        const local = at.toZonedDateTimeISO(timeZone)
        expect(Temporal.Instant.compare(at, endsAt)).toBe(1)
        expect(isQuiet(at, quiet, { timeZone, happensAt: endsAt })).toBe(false)
        expect(isDayOff(local.toPlainDate())).toBe(false)
        expect(local.hour).toBe(10)
      }),
    )
  })
})
