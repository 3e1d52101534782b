import { expect, it } from 'vitest'
import { holdsSeat } from '../../src/network/gathering.ts'
import { networkDefinitions } from '../../src/network/network.ts'
import { describeOnMongoDb, temporaryMongoDbs } from '../support/store.ts'
import { imported, joined, networkOn, now, queueing, simply, type TestNetwork } from './support.ts'

describeOnMongoDb('the network on MongoDB', () => {
  it('keeps to the capacity and the order when many press in several processes, and offers what is freed', async () => {
    const databases = await temporaryMongoDbs(3, ...networkDefinitions)
    const processes = databases.map(networkOn)
    const [network] = processes
    if (network === undefined) throw new Error('no process')
    await imported(network, { capacity: 5 })
    const people = await joined(network, ...Array.from({ length: 40 }, (_, index) => `P${index}`))
    const each = (act: (process: TestNetwork, id: string) => Promise<unknown>, ids: readonly string[]) =>
      Promise.all(ids.flatMap((id, index) => act(processes[index % 3] ?? network, id)))

    await each((process, id) => process.registrations.register('spring', id, queueing, now), people)
    const seated = await statesOf('registered')
    expect(seated).toHaveLength(5)
    expect(await statesOf('waiting')).toHaveLength(35)

    await each((process, id) => process.registrations.cancel('spring', id, now), seated.slice(0, 3))
    const offered = await statesOf('offered')
    expect(offered).toHaveLength(3)
    await network.tend(now.add({ hours: 49 }))
    expect(await statesOf('expired')).toEqual(offered)
    expect(await statesOf('offered')).toHaveLength(3)

    async function statesOf(state: string): Promise<string[]> {
      const gathering = await network?.gatherings.find('spring')
      return gathering?.registrations.filter((one) => one.state === state).map(({ memberId }) => memberId) ?? []
    }
  })

  it('passes a place to a substitute once, while many cancel, wait and accept in several processes', async () => {
    const databases = await temporaryMongoDbs(3, ...networkDefinitions)
    const processes = databases.map(networkOn)
    const [network] = processes
    if (network === undefined) throw new Error('no process')
    await imported(network, { capacity: 3, endsAt: '2027-03-02T15:00' })
    const ids = await joined(network, ...Array.from({ length: 12 }, (_, index) => `P${index}`))
    const at = (index: number) => processes[index % 3] ?? network
    for (const id of ids.slice(0, 9)) await network.registrations.register('spring', id, queueing, now)
    const [giver = '', leaver = '', ...others] = ids
    const substitute = ids.at(-1) ?? ''
    await network.colleagues.askSubstitute('spring', giver, substitute, now)

    await Promise.all([
      ...[0, 1, 2].map((process) => at(process).colleagues.takeOver('spring', substitute, giver, now)),
      at(1).registrations.cancel('spring', leaver, now),
      ...others.slice(0, 7).map((id, index) => at(index).registrations.accept('spring', id, now)),
      ...ids.slice(9, 11).map((id, index) => at(index).registrations.register('spring', id, queueing, now)),
    ])

    const gathering = await network.gatherings.find('spring')
    const states = new Map(gathering?.registrations.map(({ memberId, state }) => [memberId, state]))
    expect(states.get(substitute)).toBe('registered')
    expect(states.get(giver)).toBe('cancelled')
    expect(gathering?.registrations.filter(holdsSeat)).toHaveLength(3)
    const [first] = ids.slice(3)
    expect(['offered', 'registered']).toContain(states.get(first ?? ''))
    expect(gathering?.registrations.filter(({ state }) => state === 'waiting')).toHaveLength(7)
  })

  it('finds what is mine, what is ahead, and what to tidy', async () => {
    const [database] = await temporaryMongoDbs(1, ...networkDefinitions)
    if (database === undefined) throw new Error('no database')
    const network = networkOn(database)
    await imported(network)
    const [ada = ''] = await joined(network, 'Ada')
    await network.registrations.register('spring', ada, { ...simply, diet: 'vegan' }, now)
    expect(await network.registrations.mine(ada, now)).toMatchObject([{ gathering: { _id: 'spring' } }])
    expect(await network.gatherings.ahead(now)).toHaveLength(1)
    const later = now.add({ hours: 24 * 90 })
    await network.tidy(later)
    expect((await network.gatherings.find('spring'))?.registrations).toMatchObject([{ diet: '' }])
    await network.registrations.forget(ada, later)
    expect((await network.gatherings.find('spring'))?.registrations).toEqual([])
  })

  it('makes one member of four who are merged crosswise in several processes at once', async () => {
    const databases = await temporaryMongoDbs(3, ...networkDefinitions)
    const processes = databases.map(networkOn)
    const [network] = processes
    if (network === undefined) throw new Error('no process')
    await imported(network)
    const ids = await joined(network, 'A', 'B', 'C', 'D')
    for (const id of ids) await network.registrations.register('spring', id, simply, now)
    const pairs = ids.flatMap((keepId) => ids.map((goneId) => ({ keepId, goneId })))
    await Promise.all(
      pairs.map((pair, index) => (processes[index % 3] ?? network).merging.merge('tenant/eva', pair, now)),
    )
    for (const pair of pairs) await network.merging.merge('tenant/eva', pair, now)
    await network.tend(now)
    const [only, ...others] = await network.members.all()
    expect(others).toEqual([])
    for (const id of ids) expect(await network.members.of(id)).toMatchObject({ _id: only?._id })
    expect((await network.gatherings.find('spring'))?.registrations).toMatchObject([{ memberId: only?._id }])
  })
})
