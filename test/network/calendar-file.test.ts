import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { calendarFeed, calendarFile } from '../../src/network/calendar-file.ts'
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
  isExtra: false,
  days: [],
  guest: '',
  diet: '',
  question: '',
  answers: {},
  by: null,
  byMemberId: null,
  handover: null,
  attendedAt: null,
  claimChangedAt: null,
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

/** The entries as another program reads them. */
function read(file: string): ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(file))
  return calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component))
}

describe('a calendar program', () => {
  it('reads the text as people wrote it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }), (written) => {
        const title = written.replaceAll(/\p{Cc}/gu, '')
        const agenda = [{ at: null, title: `${title}\nto; tre, fire\\`, speaker: null }]
        const [entry] = read(calendarFile(aGathering({ title, place: title, agenda }), registration, terms))
        expect(entry?.summary).toBe(title)
        expect(entry?.location).toBe(title)
        expect(entry?.description.trim()).toBe(`${title}\nto; tre, fire\\`.trim())
      }),
    )
  })

  it.each([
    ['in winter', '2027-01-15T10:00', '2027-01-15T09:00:00Z'],
    ['in summer', '2027-07-15T10:00', '2027-07-15T08:00:00Z'],
    ['in the hour that comes twice', '2027-10-31T02:30', '2027-10-31T00:30:00Z'],
    ['after the hour that is skipped', '2027-03-28T03:30', '2027-03-28T01:30:00Z'],
  ])('shows the hour by the clock at the place: %s', (_, wall, utc) => {
    const startsAt = new Date(
      Temporal.PlainDateTime.from(wall).toZonedDateTime('Europe/Oslo').toInstant().epochMilliseconds,
    )
    const gathering = aGathering({ startsAt, endsAt: new Date(startsAt.getTime() + 3_600_000) })
    const [entry] = read(calendarFile(gathering, registration, terms))
    expect(entry?.startDate.toString()).toBe(utc)
    expect(entry?.startDate.zone.tzid).toBe('UTC')
    expect(entry?.duration.toSeconds()).toBe(3600)
  })

  it('takes a newer file for the same entry, and one of another person for the same gathering', () => {
    const [before] = read(calendarFile(aGathering({ revision: 3 }), registration, terms))
    const [after] = read(calendarFile(aGathering({ revision: 9, title: 'Flyttet' }), registration, terms))
    expect(after?.uid).toBe(before?.uid)
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? Number.NaN)
  })

  it('finds in a subscription what one has a seat at, and nothing that is called off or given up', () => {
    const attended = [
      { gathering: aGathering({ _id: 'vår' }), registration },
      { gathering: aGathering({ _id: 'høst' }), registration: { ...registration, state: 'offered' as const } },
      { gathering: aGathering({ _id: 'avlyst', status: 'called-off' }), registration },
      { gathering: aGathering({ _id: 'meldt-av' }), registration: { ...registration, state: 'cancelled' as const } },
    ]
    const feed = calendarFeed(attended, 'Samlingene mine', terms)
    expect(read(feed).map(({ uid }) => uid)).toEqual([
      'gathering-vår@kommunenettverk-bot',
      'gathering-høst@kommunenettverk-bot',
    ])
    const calendar = new ICAL.Component(ICAL.parse(feed))
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Samlingene mine')
    expect(String(calendar.getFirstPropertyValue('refresh-interval'))).toBe('PT4H')
    expect(read(calendarFeed([], 'Samlinger', terms))).toEqual([])
  })

  it('shows the one day of two that somebody comes', () => {
    const gathering = aGathering({
      endsAt: new Date('2027-03-02T14:00:00Z'),
      agenda: [
        { at: new Date('2027-03-01T18:00:00Z'), title: 'Middag', speaker: null },
        { at: new Date('2027-03-02T08:15:00Z'), title: 'Kaffe', speaker: null },
      ],
    })
    const spanOf = (days: number[]) => {
      const [entry] = read(calendarFile(gathering, { ...registration, days }, terms))
      return [entry?.startDate.toString(), entry?.endDate.toString()]
    }
    expect(spanOf([])).toEqual(['2027-03-01T09:00:00Z', '2027-03-02T14:00:00Z'])
    expect(spanOf([1])).toEqual(['2027-03-01T09:00:00Z', '2027-03-01T19:00:00Z'])
    expect(spanOf([2])).toEqual(['2027-03-02T08:15:00Z', '2027-03-02T14:00:00Z'])
    gathering.agenda.push({ at: new Date('2027-03-01T23:30:00Z'), title: 'Dans', speaker: null })
    expect(spanOf([1])).toEqual(['2027-03-01T09:00:00Z', '2027-03-02T00:30:00Z'])
    expect(spanOf([2])).toEqual(['2027-03-02T08:15:00Z', '2027-03-02T14:00:00Z'])
  })
})
