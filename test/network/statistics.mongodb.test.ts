import { expect, it } from 'vitest'
import { networkDefinitions } from '../../src/network/network.ts'
import { createAskedCounts } from '../../src/network/questions/asked.ts'
import { questionDefinitions } from '../../src/network/questions/questions.ts'
import { createStatistics } from '../../src/network/statistics.ts'
import { describeOnMongoDb, temporaryMongoDb } from '../support/store.ts'
import { imported, joined, networkOn, now, profile, simply } from './support.ts'

describeOnMongoDb('statistics on MongoDB', () => {
  it('count members, turn-out and questions', async () => {
    const database = await temporaryMongoDb(...networkDefinitions, ...questionDefinitions)
    const network = networkOn(database)
    await imported(network)
    const ids = await joined(network, 'Ada', 'Bo')
    await network.members.importAll([profile('Cy', { municipality: 'Lier', role: 'rektor', topics: ['life'] })], now)
    for (const id of ids) await network.registrations.register('spring', id, simply, now)
    const asked = [createAskedCounts(database), createAskedCounts(database)]
    for (const counts of asked) counts.note('life', now)
    await Promise.all(asked.map((counts) => counts.write()))

    const later = now.add({ hours: 24 * 60 })
    const statistics = await createStatistics(database, 'Buskerud')(later)
    expect(statistics.members).toMatchObject({
      members: 3,
      neverWrote: 1,
      municipalities: [
        { name: 'Drammen', county: 'Buskerud', count: 2 },
        { name: 'Lier', count: 1 },
      ],
      roles: [{ name: 'Rektor', count: 3 }],
      topics: [{ name: 'life', count: 1 }],
    })
    expect(statistics.members.missing?.municipalities).not.toContain('Lier')
    expect(statistics.gatherings).toMatchObject([{ title: 'Vårsamling', registered: 2, present: 2 }])
    expect(statistics.asked).toEqual([{ topic: 'life', count: 2 }])
  })
})
