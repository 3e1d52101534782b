import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultSettings } from '../../src/reminders/settings.ts'
import { readSettings, type SettingsInput, settingsInputOf } from '../../src/reminders/settings-form.ts'
import { oslo, person } from './harness.ts'

const network = { hours: { from: '21:00', to: '07:00' }, daysOff: true, timeZone: 'Europe/Oslo' }
const now = oslo('2026-11-28T12:00')
const nobody = defaultSettings(person('anne'))
const chat = { id: 'team', group: 'team', kind: 'groupChat' as const, reference: {} }
const unchanged: SettingsInput = settingsInputOf(nobody, network, now)

function mistakes(changes: Partial<SettingsInput>) {
  const read = readSettings({ ...unchanged, ...changes }, nobody, network, now)
  return read.ok ? [] : read.mistakes.map(({ field, reason }) => `${field} ${reason}`)
}

describe('the form of settings', () => {
  it('saved as it was shown changes nothing', () => {
    expect(readSettings(unchanged, nobody, network, now)).toEqual({ ok: true, settings: nobody })
  })

  it('has the monthly summary off for who did not ask for it', () => {
    expect(unchanged.kinds.split(',')).not.toContain('digest')
    const read = readSettings({ ...unchanged, kinds: `${unchanged.kinds},digest` }, nobody, network, now)
    expect(read.ok && read.settings.muted).toEqual([])
  })

  it('takes times and dates as people write them', () => {
    for (const text of ['16:00', '16.00', '1600', '16', ' 16:00 ']) expect(mistakes({ quietFrom: text })).toEqual([])
    for (const text of ['2026-12-24', '24.12.2026', '24. 12. 2026', '1.12.2026', '']) {
      expect(mistakes({ pausedUntil: text })).toEqual([])
    }
  })

  it('pauses to the end of the last day, by the clock there', () => {
    const read = readSettings({ ...unchanged, pausedUntil: '2027-03-28' }, nobody, network, now)
    expect(read.ok && read.settings.pausedUntil).toEqual(new Date('2027-03-28T22:00:00Z'))
  })

  it('names each field at fault', () => {
    expect(mistakes({ quietFrom: '', quietTo: '25:00', pausedUntil: '2026-02-30' })).toEqual([
      'pausedUntil not-a-date',
      'quietFrom missing-time',
      'quietTo not-a-time',
    ])
    expect(mistakes({ quietFrom: '07:00', quietTo: '7' })).toEqual(['quietTo same-times'])
    expect(mistakes({ pausedUntil: '2026-11-27' })).toEqual(['pausedUntil in-the-past'])
    expect(mistakes({ pausedUntil: '2026-11-28' })).toEqual([])
    expect(mistakes({ pausedUntil: '2027-11-29' })).toEqual(['pausedUntil too-far'])
    expect(mistakes({ pausedUntil: 'jul' })).toEqual(['pausedUntil not-a-date'])
  })

  it('never asks for times of quiet hours that are off', () => {
    expect(mistakes({ quiet: 'false', quietFrom: '', quietTo: 'x' })).toEqual([])
  })

  const clock = fc
    .integer({ min: 0, max: 24 * 60 - 1 })
    .map((minute) => Temporal.PlainTime.from('00:00').add({ minutes: minute }).toString({ smallestUnit: 'minute' }))

  it('keeps the chat with others that was chosen there, or gives it up, and lets none be chosen', () => {
    for (const [current, typed, expected] of [
      [chat, 'shared', chat],
      [chat, undefined, chat],
      [chat, 'personal', undefined],
      [undefined, 'shared', undefined],
    ] as const) {
      const read = readSettings(
        { ...unchanged, chat: typed },
        { ...nobody, ...(current && { chat: current }) },
        network,
        now,
      )
      expect(read.ok && read.settings.chat).toEqual(expected)
    }
  })

  it('shows again what was saved, whatever it was', () => {
    const inputs = fc.record({
      kinds: fc.subarray(['gatherings', 'calls', 'personal', 'announcements', 'digest']).map((all) => all.join()),
      early: fc.subarray(['P7D', 'P2D', 'P1D', 'PT3H', 'PT1H']).map((all) => all.join()),
      quiet: fc.constant('true'),
      quietFrom: clock,
      quietTo: clock,
      daysOff: fc.constantFrom('true', 'false'),
      pausedUntil: fc
        .option(fc.integer({ min: 0, max: 365 }), { nil: null })
        .map((days) => (days === null ? '' : Temporal.PlainDate.from('2026-11-28').add({ days }).toString())),
      off: fc.constantFrom('true', 'false'),
      chat: fc.constantFrom('personal', 'shared'),
    })
    fc.assert(
      fc.property(inputs, (input) => {
        fc.pre(input.quietFrom !== input.quietTo)
        const read = readSettings(input, { ...nobody, chat }, network, now)
        expect(read.ok && settingsInputOf(read.settings, network, now)).toEqual(input)
      }),
    )
  })
})
