import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { freeSeats } from '../../src/network/free-seats.ts'
import { holdsSeat, queueOf } from '../../src/network/gathering.ts'
import { createNetwork, type Network } from '../../src/network/network.ts'
import type { Collection, Database, Entity } from '../../src/store/database.ts'
import { contents, gatheringFile, joined, now, queueing, simply, testNetwork } from './support.ts'

const names = ['Ada', 'Bo', 'Cai', 'Dag'] as const

const step = fc.record({
  who: fc.constantFrom(...names),
  act: fc.constantFrom('register', 'wait', 'cancel', 'accept', 'decline', 'leave', 'capacity', 'call-off'),
  capacity: fc.integer({ min: 1, max: 3 }),
  hours: fc.constantFrom(0, 0, 0, 1, 50),
  death: fc.option(fc.record({ atCall: fc.integer({ min: 1, max: 8 }), answered: fc.boolean() }), { freq: 2 }),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

class Died extends Error {
  override readonly name = 'Died'
}

/** Says before each call to the outside whether this process still lives. */
interface Life {
  call<T>(perform: () => Promise<T>): Promise<T>
}

/** A process that dies at a call: before it was made, or after it was carried out but before it was answered. */
function mortal(death: Step['death']): Life {
  let calls = 0
  return {
    async call(perform) {
      calls++
      if (death !== null && calls > death.atCall) throw new Died()
      if (death === null || calls < death.atCall) return perform()
      if (death.answered) await perform()
      throw new Died()
    },
  }
}

function databaseIn(life: Life, database: Database): Database {
  return {
    ...database,
    collection(definition) {
      return inLife(life, database.collection(definition))
    },
  }
}

function inLife<T extends Entity>(life: Life, collection: Collection<T>): Collection<T> {
  return {
    findOne: (...args) => life.call(() => collection.findOne(...args)),
    find: (...args) => life.call(() => collection.find(...args)),
    insertOne: (...args) => life.call(() => collection.insertOne(...args)),
    insertMissing: (...args) => life.call(() => collection.insertMissing(...args)),
    updateOne: (...args) => life.call(() => collection.updateOne(...args)),
    updateMany: (...args) => life.call(() => collection.updateMany(...args)),
    findOneAndUpdate: (...args) => life.call(() => collection.findOneAndUpdate(...args)),
    deleteOne: (...args) => life.call(() => collection.deleteOne(...args)),
    deleteMany: (...args) => life.call(() => collection.deleteMany(...args)),
    countDocuments: (...args) => life.call(() => collection.countDocuments(...args)),
    aggregate: (...args) => life.call(() => collection.aggregate(...args)),
  }
}

/** Whom a part of the bot that plans by events believes to have a seat. */
type Plan = Map<string, string[]>

function processOn(database: Database, plan: Plan, death: Step['death']): Network {
  const life = mortal(death)
  const mortalDatabase = databaseIn(life, database)
  const network: Network = createNetwork({
    database: mortalDatabase,
    listener: {
      async changed({ gatheringId }) {
        const gathering = await network.gatherings.find(gatheringId)
        const seated = gathering?.registrations.filter(holdsSeat).map(({ memberId }) => memberId) ?? []
        await life.call(async () => plan.set(gatheringId, seated))
      },
      failed() {},
    },
    quietHours: null,
    newId: () => crypto.randomUUID(),
  })
  return network
}

async function perform(network: Network, { who, act, capacity }: Step, at: Temporal.Instant): Promise<void> {
  const id = `tenant/${who}`
  if (act === 'register') await network.registrations.register('spring', id, simply, at)
  if (act === 'wait') await network.registrations.register('spring', id, queueing, at)
  if (act === 'cancel') await network.registrations.cancel('spring', id, at)
  if (act === 'accept') await network.registrations.accept('spring', id, at)
  if (act === 'decline') await network.registrations.decline('spring', id, at)
  if (act === 'leave') await network.registrations.leave(id, at)
  if (act === 'call-off') await network.gatherings.change('spring', (each) => ({ ...each, status: 'called-off' }), at)
  if (act === 'capacity') await network.gatherings.importAll(contents({ ...gatheringFile, capacity }), at)
}

describe('a process that dies between any two steps', () => {
  it('leaves nothing that does not heal: no seat too many, none lost, nobody left out of what is planned', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        const { database, ...healthy } = await testNetwork()
        const plan: Plan = new Map()
        await healthy.gatherings.importAll(contents({ ...gatheringFile, capacity: 1 }), now)
        await joined(healthy, ...names)
        let at = now
        for (const each of steps) {
          at = at.add({ hours: each.hours })
          await perform(processOn(database, plan, each.death), each, at).catch((error: unknown) => {
            if (!(error instanceof Died)) throw error
          })
        }
        at = at.add({ minutes: 2 })
        const last = processOn(database, plan, null)
        await last.tend(at)
        await last.tidy(at)
        const gathering = await last.gatherings.find('spring')
        if (gathering === null) throw new Error('the gathering is gone')
        const ids = gathering.registrations.map(({ memberId }) => memberId)
        expect(new Set(ids).size).toBe(ids.length)
        const seated = gathering.registrations.filter(holdsSeat).map(({ memberId }) => memberId)
        expect(plan.get('spring') ?? []).toEqual(seated)
        if (gathering.status !== 'called-off') {
          expect(queueOf(gathering, 'in-person').length > 0 && freeSeats(gathering, 'in-person') > 0).toBe(false)
        }
        expect(gathering.toldRevision).toBe(gathering.revision)
        const lowered = steps.some(({ act }) => act === 'capacity')
        if (!lowered) expect(freeSeats(gathering, 'in-person')).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 150 },
    )
  })
})
