import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { momentBefore, planGathering } from '../../src/reminders/plan.ts'
import { defaultSettings } from '../../src/reminders/settings.ts'
import type { PlannedGathering } from '../../src/reminders/world.ts'
import { at, oslo, person } from './harness.ts'

const timeZone = 'Europe/Oslo'
const loud = { hours: null, daysOff: false }

/** Every quarter of an hour that exists on a day, as instants. */
function quartersOf(date: string): Temporal.Instant[] {
  const day = Temporal.PlainDate.from(date)
  const [from, to] = [day, day.add({ days: 1 })].map((each) => each.toZonedDateTime(timeZone).toInstant())
  const quarters: Temporal.Instant[] = []
  for (let each = from; each && to && Temporal.Instant.compare(each, to) < 0; each = each.add({ minutes: 15 }))
    quarters.push(each)
  return quarters
}

const changeDays = ['2026-03-29', '2026-10-25', '2027-03-28', '2027-10-31']
const around = changeDays.flatMap((date) =>
  [-1, 0, 1, 7].map((days) => Temporal.PlainDate.from(date).add({ days }).toString()),
)

describe('a day before', () => {
  it('is the same wall time, at every quarter of an hour around both clock changes', () => {
    for (const start of around.flatMap(quartersOf)) {
      for (const days of [1, 7]) {
        const local = start.toZonedDateTimeISO(timeZone)
        const before = momentBefore(start, timeZone, `P${days}D`).toZonedDateTimeISO(timeZone)
        const date = local.toPlainDate().subtract({ days })
        const exists = date
          .toZonedDateTime({ timeZone, plainTime: local.toPlainTime() })
          .toPlainTime()
          .equals(local.toPlainTime())
        expect(before.toPlainDate().toString()).toBe(date.toString())
        if (exists) expect(before.toPlainTime().toString()).toBe(local.toPlainTime().toString())
        else expect(before.toPlainTime().toString()).toBe(local.toPlainTime().add({ hours: 1 }).toString())
      }
    }
  })

  it('that the clock skips is an hour later by the clock', () => {
    expect(momentBefore(oslo('2026-03-30T02:30'), timeZone, 'P1D').toString()).toBe(
      at('2026-03-29T01:30:00Z').toString(),
    )
  })
})

describe('an hour before', () => {
  it('is sixty minutes, at every quarter of an hour around both clock changes', () => {
    for (const start of around.flatMap(quartersOf)) {
      expect(momentBefore(start, timeZone, 'PT1H').epochMilliseconds).toBe(start.epochMilliseconds - 3_600_000)
    }
  })
})

describe('planning a gathering', () => {
  const base: PlannedGathering = {
    id: 'g',
    revision: 1,
    startsAt: oslo('2026-05-05T10:00'),
    timeZone,
    reminders: ['P7D', 'P1D', 'PT1H'],
    takesPlace: true,
    attendees: [{ personId: person('anne'), since: oslo('2026-04-01T10:00') }],
  }

  it('gives each person their own times, where they chose some', () => {
    const own = { ...defaultSettings(person('anne')), reminders: ['P2D'] }
    const rows = planGathering(base, new Map([[own._id, own]]), loud)
    expect(rows.map((row) => [row.key, row.dueAt])).toEqual([
      ['reminder:g:t1/anne:P2D@2026-05-05', new Date('2026-05-03T08:00:00Z')],
    ])
  })

  it('heeds the quiet hours of each', () => {
    const early = { ...base, startsAt: oslo('2026-05-05T07:30'), reminders: ['PT1H'] }
    const own = { ...defaultSettings(person('anne')), quietHours: null }
    const network = { hours: { from: '21:00', to: '07:00' }, daysOff: true }
    expect(planGathering(early, new Map(), network)[0]?.dueAt).toEqual(new Date('2026-05-05T05:00:00Z'))
    expect(planGathering(early, new Map([[own._id, own]]), network)[0]?.dueAt).toEqual(new Date('2026-05-05T04:30:00Z'))
  })

  const gatherings = fc.record({
    startsAt: fc.integer({ min: 0, max: 60 * 24 * 400 }).map((minutes) => oslo('2026-01-10T00:00').add({ minutes })),
    reminders: fc.uniqueArray(fc.constantFrom('P14D', 'P7D', 'P2D', 'P1D', 'PT3H', 'PT1H', 'PT10M'), { maxLength: 4 }),
    since: fc.integer({ min: 0, max: 60 * 24 * 400 }).map((minutes) => oslo('2026-01-01T00:00').add({ minutes })),
    timeSetAt: fc.option(
      fc.integer({ min: 0, max: 60 * 24 * 400 }).map((minutes) => oslo('2026-01-01T00:00').add({ minutes })),
    ),
    quietHours: fc.constantFrom(null, { from: '21:00', to: '07:00' }, { from: '16:00', to: '08:00' }),
    daysOff: fc.boolean(),
  })

  it('is by the own start of who comes later, and for the others as if nobody did', () => {
    const later = fc.integer({ min: 1, max: 60 * 24 * 7 })
    fc.assert(
      fc.property(gatherings, later, ({ startsAt, reminders, since, quietHours, daysOff }, minutes) => {
        const comesAt = startsAt.add({ minutes })
        const network = { hours: quietHours, daysOff }
        const [anne, bo] = [person('anne'), person('bo')]
        const plan = (changes: Partial<PlannedGathering>) =>
          planGathering({ ...base, startsAt, reminders, ...changes }, new Map(), network)
        const attendees = [
          { personId: anne, since, comesAt },
          { personId: bo, since },
        ]
        const rows = Map.groupBy(plan({ attendees }), ({ personId }) => personId)
        expect(rows.get(bo) ?? []).toEqual(plan({ attendees: [{ personId: bo, since }] }))
        const asIfItStartedThen = plan({ startsAt: comesAt, attendees: [{ personId: anne, since }] })
        const times = (some: typeof asIfItStartedThen) => some.map(({ key: _, ...row }) => row)
        expect(times(rows.get(anne) ?? [])).toEqual(times(asIfItStartedThen))
        const date = startsAt.toZonedDateTimeISO(timeZone).toPlainDate().toString()
        expect((rows.get(anne) ?? []).every(({ key }) => key.endsWith(`@${date}`))).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  it('is always before the start and after its person knew, once for each time, and the same each time that it is asked', () => {
    fc.assert(
      fc.property(gatherings, ({ startsAt, reminders, since, timeSetAt, quietHours, daysOff }) => {
        const attendees = ['anne', 'bo'].map((name) => ({ personId: person(name), since }))
        const gathering = { ...base, startsAt, reminders, attendees, ...(timeSetAt && { timeSetAt }) }
        const known = timeSetAt && timeSetAt.epochMilliseconds > since.epochMilliseconds ? timeSetAt : since
        const plan = () => planGathering(gathering, new Map(), { hours: quietHours, daysOff })
        const rows = plan()
        expect(plan()).toEqual(rows)
        expect(new Set(rows.map((row) => row.key)).size).toBe(rows.length)
        expect(rows.length).toBeLessThanOrEqual(2 * reminders.length)
        for (const row of rows) {
          expect(row.dueAt.getTime()).toBeLessThan(startsAt.epochMilliseconds)
          expect(row.dueAt.getTime()).toBeGreaterThanOrEqual(known.epochMilliseconds)
        }
      }),
      { numRuns: 200 },
    )
  })
})
