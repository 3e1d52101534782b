import { describe, expect, it } from 'vitest'
import {
  contents,
  gatheringFile,
  imported,
  joined,
  networkOn,
  now,
  person,
  queueing,
  simply,
  testNetwork,
} from './support.ts'

describe('registering', () => {
  it('gives a seat and tells the rest of the bot', async () => {
    const network = await testNetwork()
    const [ada = ''] = await joined(network, 'Ada')
    await imported(network, { capacity: 10 })
    network.events.length = 0
    const outcome = await network.registrations.register('spring', ada, { ...simply, diet: 'vegan' }, now)
    expect(outcome).toMatchObject({ ok: true, registration: { state: 'registered', diet: 'vegan' } })
    expect(network.events).toEqual([{ kind: 'registrations-changed', gatheringId: 'spring', memberIds: [ada] }])
    expect(await network.registrations.mine(ada, now)).toMatchObject([{ gathering: { _id: 'spring' } }])
  })

  it('takes one seat however often it is pressed', async () => {
    const network = await testNetwork()
    const [ada = ''] = await joined(network, 'Ada')
    await imported(network, { capacity: 10 })
    await Promise.all(Array.from({ length: 5 }, () => network.registrations.register('spring', ada, simply, now)))
    expect((await network.gatherings.find('spring'))?.registrations).toHaveLength(1)
  })

  it('changes attendance, diet and question of one who is registered', async () => {
    const network = await testNetwork()
    const [ada = ''] = await joined(network, 'Ada')
    await imported(network, { capacity: 1, onlineUrl: 'https://example.no/meet' })
    await network.registrations.register('spring', ada, simply, now)
    const changed = { ...simply, attendance: 'online', question: 'Hva koster det?' } as const
    const outcome = await network.registrations.register('spring', ada, changed, now)
    expect(outcome).toMatchObject({ ok: true, registration: { attendance: 'online', question: 'Hva koster det?' } })
    const [bo = ''] = await joined(network, 'Bo')
    expect(await network.registrations.register('spring', bo, simply, now)).toMatchObject({ ok: true })
    expect(await network.registrations.register('spring', ada, simply, now)).toEqual({ ok: false, reason: 'full' })
    expect(await network.registrations.mine(ada, now)).toMatchObject([{ registration: { attendance: 'online' } }])
  })

  it('keeps to the capacity when many press at once in several processes', async () => {
    const network = await testNetwork()
    await imported(network, { capacity: 7 })
    const processes = [network, networkOn(network.database), networkOn(network.database)]
    const people = await joined(network, ...Array.from({ length: 60 }, (_, index) => `P${index}`))
    const outcomes = await Promise.all(
      people.flatMap((id, index) =>
        [0, 1].map((press) =>
          processes[(index + press) % processes.length]?.registrations.register('spring', id, queueing, now),
        ),
      ),
    )
    expect(outcomes.every((outcome) => outcome?.ok)).toBe(true)
    const gathering = await network.gatherings.find('spring')
    const states = gathering?.registrations.map(({ state }) => state) ?? []
    expect(states.filter((state) => state === 'registered')).toHaveLength(7)
    expect(states.filter((state) => state === 'waiting')).toHaveLength(53)
  })

  it.each([
    ['not-found', {}, 'other', now],
    ['full', { capacity: 1 }, 'spring', now],
    ['closed', { status: 'closed' }, 'spring', now],
    ['called-off', { status: 'called-off' }, 'spring', now],
    ['not-found', { status: 'draft' }, 'spring', now],
    ['deadline-passed', { registrationDeadline: '2027-02-20' }, 'spring', now.add({ hours: 24 * 25 })],
    ['deadline-passed', {}, 'spring', Temporal.Instant.from('2027-03-01T12:00+01:00')],
    ['past', {}, 'spring', Temporal.Instant.from('2027-03-01T15:00+01:00')],
    ['not-audience', { audience: { counties: ['Akershus'] } }, 'spring', now],
    ['not-audience', { audience: { topics: ['erasmus-plus'] } }, 'spring', now],
    ['attendance-unavailable', { online: true }, 'spring', now],
  ] as const)(
    'is refused: %s, and nothing is written',
    async (reason, { online, ...fields }: Record<string, unknown>, id, at) => {
      const network = await testNetwork()
      await imported(network)
      const [ada = '', bo = ''] = await joined(network, 'Ada', 'Bo')
      await network.registrations.register('spring', bo, simply, now)
      await imported(network, fields)
      const before = await network.gatherings.find('spring')
      const form = online === true ? ({ ...simply, attendance: 'online' } as const) : simply
      expect(await network.registrations.register(id, ada, form, at)).toEqual({ ok: false, reason })
      expect(await network.gatherings.find('spring')).toEqual(before)
    },
  )

  it('is for members', async () => {
    const network = await testNetwork()
    await imported(network)
    const outcome = await network.registrations.register('spring', person('Nobody').id, simply, now)
    expect(outcome).toEqual({ ok: false, reason: 'not-member' })
  })
})

describe('cancelling', () => {
  it('frees the seat once, also when it is pressed twice', async () => {
    const network = await testNetwork()
    await imported(network, { capacity: 1 })
    const [ada = '', bo = '', cai = ''] = await joined(network, 'Ada', 'Bo', 'Cai')
    await network.registrations.register('spring', ada, simply, now)
    await network.registrations.register('spring', bo, queueing, now)
    await network.registrations.register('spring', cai, queueing, now)
    await Promise.all([1, 2].map(() => network.registrations.cancel('spring', ada, now)))
    expect(await network.registrations.cancel('spring', ada, now)).toMatchObject({ ok: true })
    const states = (await network.gatherings.find('spring'))?.registrations.map(({ state }) => state)
    expect(states).toEqual(['cancelled', 'offered', 'waiting'])
    expect(await network.registrations.accept('spring', bo, now)).toMatchObject({ ok: true })
    expect(await network.registrations.decline('spring', cai, now)).toMatchObject({ ok: true })
  })

  it('forgets diet and question', async () => {
    const network = await testNetwork()
    await imported(network)
    const [ada = ''] = await joined(network, 'Ada')
    await network.registrations.register('spring', ada, { ...simply, diet: 'vegan', question: 'Når?' }, now)
    await network.registrations.cancel('spring', ada, now)
    const registration = (await network.gatherings.find('spring'))?.registrations[0]
    expect(registration).toMatchObject({ state: 'cancelled', diet: '', question: '' })
  })

  it('is refused to one who never registered', async () => {
    const network = await testNetwork()
    await imported(network)
    const [ada = ''] = await joined(network, 'Ada')
    expect(await network.registrations.cancel('spring', ada, now)).toEqual({ ok: false, reason: 'not-registered' })
  })
})

describe('leaving', () => {
  it('cancels what is ahead and ends the membership', async () => {
    const network = await testNetwork()
    await imported(network, { capacity: 1 })
    const [ada = '', bo = ''] = await joined(network, 'Ada', 'Bo')
    await network.registrations.register('spring', ada, simply, now)
    await network.registrations.register('spring', bo, queueing, now)
    expect(await network.registrations.leave(ada, now)).toBe(true)
    expect(await network.members.of(ada)).toBeNull()
    expect(await network.registrations.mine(bo, now)).toMatchObject([{ registration: { state: 'offered' } }])
    expect(await network.registrations.leave(ada, now)).toBe(false)
  })
})

describe('tending', () => {
  it('passes on offers that ran out', async () => {
    const network = await testNetwork()
    await imported(network, { capacity: 1 })
    const [ada = '', bo = '', cai = ''] = await joined(network, 'Ada', 'Bo', 'Cai')
    await network.registrations.register('spring', ada, simply, now)
    await network.registrations.register('spring', bo, queueing, now)
    await network.registrations.register('spring', cai, queueing, now)
    await network.registrations.cancel('spring', ada, now)
    await network.tend(now.add({ hours: 47 }))
    expect(await network.registrations.mine(bo, now)).toMatchObject([{ registration: { state: 'offered' } }])
    network.events.length = 0
    await network.tend(now.add({ hours: 48 }))
    expect(await network.registrations.mine(bo, now)).toEqual([])
    expect(await network.registrations.mine(cai, now)).toMatchObject([{ registration: { state: 'offered' } }])
    expect(network.events).toMatchObject([{ memberIds: [bo, cai] }])
  })
})

describe('tidying', () => {
  it('deletes diet and questions a month after the gathering', async () => {
    const network = await testNetwork()
    await imported(network)
    const [ada = ''] = await joined(network, 'Ada')
    await network.registrations.register('spring', ada, { ...simply, diet: 'vegan' }, now)
    const end = Temporal.Instant.from('2027-03-01T14:00:00Z')
    await network.tidy(end.add({ hours: 29 * 24 }))
    expect((await network.gatherings.find('spring'))?.registrations[0]?.diet).toBe('vegan')
    await network.tidy(end.add({ hours: 30 * 24 }))
    expect((await network.gatherings.find('spring'))?.registrations[0]).toMatchObject({ diet: '', state: 'registered' })
  })

  it('deletes those who left a year ago, and their registrations', async () => {
    const network = await testNetwork()
    await imported(network)
    const [ada = ''] = await joined(network, 'Ada')
    await network.registrations.register('spring', ada, simply, now)
    await network.registrations.leave(ada, now)
    await network.tidy(now.add({ hours: 366 * 24 }))
    expect(await network.members.known(ada)).toBeNull()
    expect((await network.gatherings.find('spring'))?.registrations).toEqual([])
  })
})

describe('a list of attendees', () => {
  it('has those with a seat and those who wait, in the order in which they asked', async () => {
    const network = await testNetwork()
    await network.gatherings.importAll(contents({ ...gatheringFile, capacity: 1 }), now)
    const [ada = '', bo = ''] = await joined(network, 'Ada', 'Bo', 'Cai')
    await network.registrations.register('spring', bo, simply, now)
    await network.registrations.register('spring', ada, queueing, now)
    const gathering = await network.gatherings.find('spring')
    const attendees = gathering ? await network.registrations.attendees(gathering) : []
    expect(attendees.map(({ member, place }) => [member.name, place])).toEqual([
      ['Bo', null],
      ['Ada', 1],
    ])
  })
})

describe('registering by one press', () => {
  it('keeps what was told before', async () => {
    const network = await testNetwork()
    await imported(network, { onlineUrl: 'https://example.no/meet' })
    const [ada = ''] = await joined(network, 'Ada')
    const told = { attendance: 'online', diet: 'vegan', question: 'Når?', ifFull: 'refuse' } as const
    await network.registrations.register('spring', ada, told, now)
    const press = { attendance: null, diet: null, question: null, ifFull: 'refuse' } as const
    expect(await network.registrations.register('spring', ada, press, now)).toMatchObject({
      ok: true,
      registration: { attendance: 'online', diet: 'vegan', question: 'Når?' },
    })
  })
})
