import { describe, expect, it } from 'vitest'
import { contents, gatheringFile, imported, joined, now, queueing, simply, testNetwork } from './support.ts'

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
