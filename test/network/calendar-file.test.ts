import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarFile } from '../../src/network/calendar-file.ts'
import type { Registration } from '../../src/network/gathering.ts'
import { aGathering, now } from './support.ts'

const registration: Registration = {
  memberId: 'tenant/Ada',
  state: 'registered',
  attendance: 'in-person',
  number: 1,
  since: new Date(now.epochMilliseconds),
  offer: null,
  takeWhenFree: false,
  days: [],
  guest: '',
  diet: '',
  question: '',
  answers: {},
  by: null,
  byMemberId: null,
  handover: null,
  attendedAt: null,
  calendarKey: 'key',
}
const terms = { organizer: { name: 'Kommunenettverk "for" arbeid', email: 'kontakt@example.no' }, now }

function propertiesOf(file: string): Map<string, string> {
  const lines = file.replaceAll('\r\n ', '').trimEnd().split('\r\n')
  return new Map(lines.map((line) => [line.slice(0, line.search(/[:;]/)), line.slice(line.search(/[:;]/) + 1)]))
}

describe('a calendar file', () => {
  it('has the gathering at its time in UTC, in summer and in winter', () => {
    const winter = propertiesOf(calendarFile(aGathering(), registration, terms))
    expect(winter.get('DTSTART')).toBe('20270301T090000Z')
    const summer = aGathering({ startsAt: new Date('2027-06-01T08:00Z'), endsAt: new Date('2027-06-01T13:00Z') })
    expect(propertiesOf(calendarFile(summer, registration, terms)).get('DTEND')).toBe('20270601T130000Z')
  })

  it('shows the agenda by the clock at the place', () => {
    const agenda = [
      { at: new Date('2027-03-01T09:15:00Z'), title: 'Erasmus+, kort; om', speaker: 'Ada' },
      { at: null, title: 'Lunsj', speaker: null },
    ]
    const properties = propertiesOf(calendarFile(aGathering({ agenda }), registration, terms))
    expect(properties.get('DESCRIPTION')).toBe('10:15 Erasmus+\\, kort\\; om (Ada)\\nLunsj')
  })

  it('is the same entry when the gathering changes, with a higher sequence', () => {
    const before = propertiesOf(calendarFile(aGathering({ revision: 3 }), registration, terms))
    const after = propertiesOf(calendarFile(aGathering({ revision: 4, title: 'Flyttet' }), registration, terms))
    expect(after.get('UID')).toBe(before.get('UID'))
    expect(Number(after.get('SEQUENCE'))).toBeGreaterThan(Number(before.get('SEQUENCE')))
    expect(after.get('METHOD')).toBe('PUBLISH')
  })

  it.each([
    ['called off', { status: 'called-off' as const }, {}],
    ['cancelled', {}, { state: 'cancelled' as const }],
    ['waited for', {}, { state: 'waiting' as const }],
  ])('takes the entry away when the gathering is %s', (_, gathering, changed) => {
    const properties = propertiesOf(calendarFile(aGathering(gathering), { ...registration, ...changed }, terms))
    expect(properties.get('METHOD')).toBe('CANCEL')
    expect(properties.get('STATUS')).toBe('CANCELLED')
  })

  it('leads those who come online to the meeting', () => {
    const gathering = aGathering({ onlineUrl: 'https://example.no/meet' })
    const online = propertiesOf(calendarFile(gathering, { ...registration, attendance: 'online' }, terms))
    expect(online.get('LOCATION')).toBe('https://example.no/meet')
  })

  it('keeps lines within 75 octets and characters whole, whatever people write', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => {
        const file = calendarFile(aGathering({ title }), registration, terms)
        for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        const escaped = title.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r?\n/g, '\\n')
        expect(file.replaceAll('\r\n ', '')).toContain(`SUMMARY:${escaped}\r\n`)
      }),
    )
  })
})
