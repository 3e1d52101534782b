import { describe, expect, it } from 'vitest'
import { byName, overviewOf, searchAttendees } from '../../src/network/attendee-overview.ts'
import type { Gathering } from '../../src/network/gathering.ts'
import { imported, joined, now, person, profile, queueing, simply, type TestNetwork, testNetwork } from './support.ts'

const eva = 'tenant/eva'
const form = { attendance: null, diet: null, question: null, ifFull: 'refuse' } as const
const closedAt = Temporal.Instant.from('2027-02-28T09:00:00Z')

async function setUp(fields: object = {}) {
  const network = await testNetwork()
  const id = await imported(network, fields)
  const memberIds = await joined(network, 'Ada', 'Bo', 'Cai')
  return { network, id, memberIds, gathering: () => known(network, id) }
}

async function known(network: TestNetwork, id: string): Promise<Gathering> {
  const gathering = await network.gatherings.find(id)
  if (gathering === null) throw new Error('no gathering')
  return gathering
}

describe('registering on behalf', () => {
  it('goes on after the deadline and for who is not in the audience, is kept, and the member hears of it', async () => {
    const { network, id, memberIds } = await setUp({
      registrationDeadline: '2027-02-20',
      audience: { municipalities: ['Lier'] },
      status: 'closed',
    })
    const [ada = ''] = memberIds
    const outcome = await network.attendeeDesk.register(eva, id, ada, { ...form, diet: 'Vegetar' }, closedAt)
    expect(outcome).toMatchObject({ ok: true, registration: { state: 'registered', diet: 'Vegetar', by: 'adviser' } })
    expect(outcome).toMatchObject({ gathering: { status: 'closed', audience: { kind: 'municipalities' } } })
    expect(await network.planning.seatNotices(id, closedAt)).toMatchObject([
      { kind: 'registered-for-you', personId: person('Ada').id },
    ])
    expect(await network.changes.of({ kind: 'registration', id: ada })).toMatchObject([
      { by: eva, before: { state: null }, after: { state: 'registered' }, subject: { of: id } },
    ])
  })

  it('does not go over the capacity', async () => {
    const { network, id, memberIds } = await setUp({ capacity: 1 })
    const [ada = '', bo = ''] = memberIds
    await network.attendeeDesk.register(eva, id, ada, form, now)
    expect(await network.attendeeDesk.register(eva, id, bo, form, now)).toEqual({ ok: false, reason: 'full' })
    const waiting = await network.attendeeDesk.register(eva, id, bo, { ...form, ifFull: 'wait' }, now)
    expect(waiting).toMatchObject({ ok: true, registration: { state: 'waiting' } })
  })

  it('goes over the capacity where they give a seat beside it, and the log says so', async () => {
    const { network, id, memberIds } = await setUp({ capacity: 1 })
    const [ada = '', bo = ''] = memberIds
    await network.attendeeDesk.register(eva, id, ada, form, now)
    const given = await network.attendeeDesk.register(eva, id, bo, { ...form, ifFull: 'extra' }, now)
    expect(given).toMatchObject({ ok: true, registration: { state: 'registered', isExtra: true, by: 'adviser' } })
    expect(await network.changes.of({ kind: 'registration', id: bo })).toMatchObject([
      { by: eva, after: { extra: true } },
    ])
  })

  it.each([
    ['who is no member', 'tenant/nobody', 'not-member'],
    ['a gathering that is called off', person('Ada').id, 'called-off'],
  ])('is refused for %s', async (_, memberId, reason) => {
    const { network, id } = await setUp({ status: 'called-off' })
    expect(await network.attendeeDesk.register(eva, id, memberId, form, now)).toEqual({ ok: false, reason })
  })

  it('is forgotten with the member', async () => {
    const { network, id, memberIds } = await setUp()
    const [ada = ''] = memberIds
    await network.attendeeDesk.register(eva, id, ada, form, now)
    await network.personalData.forget(person('Ada').id, now)
    expect(await network.changes.of({ kind: 'registration', id: ada })).toEqual([])
  })
})

describe('removing somebody', () => {
  it('offers the seat to the next, and tells who was removed; twice is as once', async () => {
    const { network, id, memberIds, gathering } = await setUp({ capacity: 1 })
    const [ada = ''] = memberIds
    await network.registrations.register(id, person('Ada').id, simply, now)
    await network.registrations.register(id, person('Bo').id, queueing, now)
    for (let times = 0; times < 2; times++) {
      expect((await network.attendeeDesk.remove(eva, id, ada, now)).ok).toBe(true)
    }
    expect((await gathering()).registrations.map(({ state }) => state)).toEqual(['cancelled', 'offered'])
    const notices = await network.planning.seatNotices(id, now)
    expect(notices.map(({ kind }) => kind).toSorted()).toEqual(['removed-for-you', 'seat-offered'])
    expect(await network.changes.of({ kind: 'registration', id: ada })).toHaveLength(1)
  })
})

describe('attendance', () => {
  it('is ticked off for those shown alone, and can be taken back', async () => {
    const { network, id, memberIds, gathering } = await setUp()
    const [ada = '', bo = '', cai = ''] = memberIds
    for (const name of ['Ada', 'Bo', 'Cai']) await network.registrations.register(id, person(name).id, simply, now)
    const there = async () =>
      (await gathering()).registrations.filter(({ attendedAt }) => attendedAt).map(({ memberId }) => memberId)
    await network.attendeeDesk.setAttended(eva, id, { shown: [ada, bo], present: [ada] }, now)
    await network.attendeeDesk.setAttended(eva, id, { shown: [cai], present: [cai] }, now)
    expect(await there()).toEqual([ada, cai])
    await network.attendeeDesk.setAttended(eva, id, { shown: [ada, bo], present: [bo] }, now)
    expect(await there()).toEqual([bo, cai])
  })

  it('is given by a code to those registered, on the day', async () => {
    const { network, id } = await setUp()
    await network.registrations.register(id, person('Ada').id, simply, now)
    const opened = await network.attendeeDesk.openCheckIn(eva, id, now)
    const code = opened?.checkIn?.code ?? ''
    expect(code).toMatch(/^\d{4}$/)
    expect((await network.attendeeDesk.openCheckIn(eva, id, now))?.checkIn?.code).toBe(code)
    const { checkIn } = network.attendeeDesk
    expect(await checkIn(person('Ada').id, '0000', now)).toEqual({ ok: false, reason: 'wrong-code' })
    expect(await checkIn(person('Bo').id, code, now)).toEqual({ ok: false, reason: 'not-registered' })
    expect(await checkIn('tenant/nobody', code, now)).toEqual({ ok: false, reason: 'not-member' })
    for (let times = 0; times < 2; times++) expect((await checkIn(person('Ada').id, code, now)).ok).toBe(true)
    expect(await checkIn(person('Ada').id, code, now.add({ hours: 12 }))).toEqual({ ok: false, reason: 'wrong-code' })
  })

  it('has another code at each gathering', async () => {
    const { network, id } = await setUp()
    const other = await imported(network, { id: 'autumn' })
    const codes = await Promise.all([id, other].map((each) => network.attendeeDesk.openCheckIn(eva, each, now)))
    expect(new Set(codes.map((each) => each?.checkIn?.code)).size).toBe(2)
  })
})

describe('the overview', () => {
  it('counts by municipality, attendance and diet, and has the questions', async () => {
    const { network, id, gathering } = await setUp({ onlineUrl: 'https://example.no' })
    await network.members.save(person('Dag').id, profile('Dag', { municipality: 'Lier' }), now)
    const register = (name: string, more: object) =>
      network.registrations.register(id, person(name).id, { ...simply, ...more }, now)
    await register('Ada', { diet: 'Vegetar' })
    await register('Bo', { diet: 'vegetar ', question: 'Hva med Nordplus?' })
    await register('Dag', { attendance: 'online' })
    const attendees = await network.registrations.attendees(await gathering())
    expect(overviewOf(await gathering(), attendees)).toMatchObject({
      registered: 3,
      inPerson: 2,
      online: 1,
      municipalities: [
        { name: 'Drammen', count: 2 },
        { name: 'Lier', count: 1 },
      ],
      diets: [{ name: 'Vegetar', count: 2 }],
      questions: [{ name: 'Bo', text: 'Hva med Nordplus?' }],
    })
    expect(searchAttendees(attendees, 'lier').map(({ member }) => member.name)).toEqual(['Dag'])
    expect(searchAttendees(attendees, 'rek dr').map(({ member }) => member.name)).toEqual(['Ada', 'Bo'])
    expect(byName(attendees.toReversed()).map(({ member }) => member.name)).toEqual(['Ada', 'Bo', 'Dag'])
  })
})
