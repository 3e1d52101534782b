import { describe, expect, it } from 'vitest'
import { contents, gatheringFile, imported, joined, now, person, queueing, simply, testNetwork } from './support.ts'

describe('what is planned for a gathering', () => {
  it('is for those registered, from when they have their seat', async () => {
    const network = await testNetwork()
    await imported(network, { capacity: 1 })
    const [ada = '', bo = ''] = await joined(network, 'Ada', 'Bo')
    const later = now.add({ hours: 1 })
    await network.registrations.register('spring', ada, simply, later)
    await network.registrations.register('spring', bo, queueing, later)
    const planned = await network.planning.gathering('spring')
    expect(planned).toMatchObject({ takesPlace: true, reminders: ['P7D', 'P1D', 'PT1H'] })
    expect(planned?.attendees.map(({ personId, since }) => [personId, since.toString()])).toEqual([
      [ada, later.toString()],
    ])
    expect(await network.planning.upcomingGatherings(now)).toEqual(['spring'])
  })

  it('knows when each of them comes, by their days and the agenda, and who may still come', async () => {
    const network = await testNetwork()
    const agenda = [
      { at: '2027-03-02T10:30', title: 'Besøk' },
      { at: '2027-03-03T01:00', title: 'Nattmat' },
      { at: '2027-03-03T09:15', title: 'Kaffe' },
    ]
    await imported(network, { endsAt: '2027-03-03T15:00', agenda })
    const choices = { Ada: [], Bo: [1], Cai: [2, 3], Dag: [3] }
    await joined(network, ...Object.keys(choices))
    for (const [name, days] of Object.entries(choices)) {
      await network.registrations.register('spring', person(name).id, { ...simply, days }, now)
    }
    const planned = await network.planning.gathering('spring')
    expect(planned?.attendees.map(({ comesAt }) => comesAt.toString())).toEqual([
      '2027-03-01T09:00:00Z',
      '2027-03-01T09:00:00Z',
      '2027-03-02T09:30:00Z',
      '2027-03-03T08:15:00Z',
    ])
    const upcomingAt = (at: string) => network.planning.upcomingGatherings(Temporal.Instant.from(at))
    expect(await upcomingAt('2027-03-03T08:00:00Z')).toEqual(['spring'])
    expect(await upcomingAt('2027-03-03T08:15:00Z')).toEqual([])
  })

  it('knows since when it has its time', async () => {
    const network = await testNetwork()
    await imported(network)
    await imported(network, { place: 'Moss' })
    const moved = { startsAt: '2027-03-02T10:00', endsAt: '2027-03-02T15:00' }
    const later = now.add({ hours: 1 })
    expect((await network.planning.gathering('spring'))?.timeSetAt.toString()).toBe(now.toString())
    await network.gatherings.importAll(contents({ ...gatheringFile, ...moved }), later)
    expect((await network.planning.gathering('spring'))?.timeSetAt.toString()).toBe(later.toString())
  })

  it('has news for those in the queue, once for each piece of news', async () => {
    const network = await testNetwork()
    await imported(network, { capacity: 1 })
    const [ada = '', bo = '', cai = ''] = await joined(network, 'Ada', 'Bo', 'Cai')
    await network.registrations.register('spring', ada, simply, now)
    await network.registrations.register('spring', bo, queueing, now)
    await network.registrations.register('spring', cai, { ...queueing, ifFull: 'take' }, now)
    await network.registrations.cancel('spring', ada, now)
    const offered = await network.planning.seatNotices('spring', now)
    expect(offered).toMatchObject([{ kind: 'seat-offered', personId: bo }])
    await network.registrations.register('spring', ada, queueing, now)
    expect(await network.planning.seatNotices('spring', now)).toEqual(offered)
    const later = now.add({ hours: 50 })
    await network.tend(later)
    expect(await network.planning.seatNotices('spring', later)).toMatchObject([
      { kind: 'seat-offer-ended', personId: bo },
      { kind: 'seat-given', personId: cai },
    ])
  })
})
