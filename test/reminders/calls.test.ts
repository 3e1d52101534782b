import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Follower, planCall } from '../../src/reminders/calls/plan.ts'
import { type CallRecord, callRecordsDefinition, createCallRecords } from '../../src/reminders/calls/records.ts'
import { temporaryDatabase } from '../support/store.ts'
import { at, oslo } from './harness.ts'

const date = (instant: Temporal.Instant) => new Date(instant.epochMilliseconds)
const terms = { hours: { from: '21:00', to: '07:00' }, daysOff: true, timeZone: 'Europe/Oslo' }
const early = oslo('2026-01-01T00:00')
const kari: Follower = { personId: 't/kari', since: early }

function call(fields: Partial<CallRecord> = {}): CallRecord {
  return {
    _id: 'ka1-2027',
    topic: 'erasmus-plus',
    opens: date(oslo('2027-01-11T00:00')),
    closes: date(oslo('2027-03-18T12:00')),
    firstSeenAt: date(oslo('2026-11-01T10:00')),
    changes: [],
    ...fields,
  }
}

function planned(
  record: CallRecord,
  { since, now = early }: { since?: Temporal.Instant; now?: Temporal.Instant } = {},
) {
  const rows = planCall(record, [{ ...kari, since: since ?? early }], terms, now)
  return rows
    .map(
      ({ kind, dueAt }) => `${kind} ${dueAt.toTemporalInstant().toZonedDateTimeISO('Europe/Oslo').toPlainDateTime()}`,
    )
    .toSorted()
}

describe('what a follower hears of a call', () => {
  it('is that it opens, and that it closes, thirty and seven days before', () => {
    expect(planned(call())).toEqual([
      'call-closing 2027-02-16T09:00:00',
      'call-closing 2027-03-11T09:00:00',
      'call-opened 2027-01-11T09:00:00',
    ])
  })

  it('comes on the working day after, when it falls on a day off', () => {
    expect(planned(call({ closes: date(oslo('2027-03-13T12:00')), opens: null }))).toEqual([
      'call-closing 2027-02-11T09:00:00',
      'call-closing 2027-03-08T09:00:00',
    ])
  })

  it('is nothing of what was before they followed it', () => {
    expect(planned(call(), { since: oslo('2027-02-20T10:00') })).toEqual(['call-closing 2027-03-11T09:00:00'])
    expect(planned(call(), { since: oslo('2027-03-12T10:00') })).toEqual([])
  })

  it('is not the same twice within days: a call that is short is told of once', () => {
    const short = call({ opens: date(oslo('2027-03-01T00:00')), closes: date(oslo('2027-03-10T12:00')) })
    expect(planned(short)).toEqual(['call-opened 2027-03-01T09:00:00'])
  })

  it('comes late where the call became known late, and then only once', () => {
    const late = { opens: null, firstSeenAt: date(oslo('2027-03-01T10:00')) }
    expect(planned(call(late))).toEqual(['call-closing 2027-03-01T10:00:00', 'call-closing 2027-03-11T09:00:00'])
    const later = { opens: null, firstSeenAt: date(oslo('2027-03-09T10:00')) }
    expect(planned(call(later))).toEqual(['call-closing 2027-03-11T09:00:00'])
  })

  it('is that a date changed, and then the new date’s reminders', () => {
    const before = { opens: date(oslo('2027-01-11T00:00')), closes: date(oslo('2027-03-18T12:00')) }
    const moved = call({
      closes: date(oslo('2027-04-15T12:00')),
      changes: [{ id: '1', at: date(oslo('2027-03-01T10:00')), before }],
    })
    expect(planned(moved, { now: oslo('2027-03-01T10:00') })).toEqual([
      'call-changed 2027-03-01T11:00:00',
      'call-closing 2027-03-16T09:00:00',
      'call-closing 2027-04-08T09:00:00',
    ])
  })

  it('is always in time, never in quiet hours, and each thing once', () => {
    const days = fc.integer({ min: 0, max: 300 })
    fc.assert(
      fc.property(days, days, days, days, (opens, length, seen, since) => {
        const day = (count: number) => oslo('2027-01-01T12:00').add({ hours: 24 * count })
        const record = call({
          opens: date(day(opens)),
          closes: date(day(opens + length + 1)),
          firstSeenAt: date(day(seen)),
        })
        const rows = planCall(record, [{ ...kari, since: day(since) }], terms, early)
        expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length)
        for (const { dueAt, expiresAt } of rows) {
          expect(dueAt < expiresAt && expiresAt <= record.closes).toBe(true)
          expect(dueAt.getTime()).toBeGreaterThan(day(since).epochMilliseconds)
          const { hour } = dueAt.toTemporalInstant().toZonedDateTimeISO('Europe/Oslo')
          expect(hour >= 7 && hour < 21).toBe(true)
        }
      }),
    )
  })
})

describe('what is remembered of calls', () => {
  const known = { id: 'a', topic: 'cerv', opens: null, closes: date(oslo('2027-03-18T12:00')) }
  const moved = { ...known, closes: date(oslo('2027-04-15T12:00')) }
  const open = async () => createCallRecords(await temporaryDatabase(callRecordsDefinition))

  it('is a change of dates, once, however many processes see it', async () => {
    const records = await open()
    await records.note([known], at('2026-11-01T10:00:00Z'))
    await Promise.all([1, 2, 3].map(() => records.note([moved], at('2026-12-01T10:00:00Z'))))
    const record = await records.find('a')
    expect(record?.closes).toEqual(moved.closes)
    expect(record?.changes.map(({ before }) => before.closes)).toEqual([known.closes])
    expect(record?.firstSeenAt).toEqual(date(at('2026-11-01T10:00:00Z')))
  })

  it('is no change that was put right within the hour', async () => {
    const records = await open()
    await records.note([known], at('2026-11-01T10:00:00Z'))
    await records.note([moved], at('2026-12-01T10:00:00Z'))
    await records.note([known], at('2026-12-01T10:30:00Z'))
    expect((await records.find('a'))?.changes).toEqual([])
  })
})
