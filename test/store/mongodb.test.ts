import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { duplicateIndex } from '../../src/store/mongodb.ts'
import { describeOnMongoDb, temporaryDatabase, temporaryMongoDb, temporaryMongoDbs } from '../support/store.ts'
import { botStateCases } from './bot-state-cases.ts'
import { storeContract } from './contract.ts'
import { models, operations, outcome } from './operations.ts'

describeOnMongoDb('MongoDB', () => {
  storeContract(temporaryMongoDb)
  botStateCases(temporaryMongoDb)

  it('gives each document to one of several processes, and no seat twice', async () => {
    const processes = await temporaryMongoDbs(3, models)
    const [first] = processes.map((database) => database.collection(models))
    await first?.insertMissing(Array.from({ length: 12 }, (_, n) => ({ _id: `due ${n}`, status: 'due', n: 0 })))
    await first?.insertOne({ _id: 'gathering', n: 0 })
    const turns = processes.flatMap((database) => Array.from({ length: 6 }, () => database.collection(models)))
    const taken = await Promise.all(
      turns.map((collection) => collection.findOneAndUpdate({ status: 'due' }, { $set: { status: 'leased' } })),
    )
    const seats = await Promise.all(
      turns.map((collection) => collection.updateOne({ _id: 'gathering', n: { $lt: 5 } }, { $inc: { n: 1 } })),
    )
    const ids = taken.flatMap((document) => (document ? [document._id] : []))
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toHaveLength(12)
    expect(seats.filter(({ modifiedCount }) => modifiedCount === 1)).toHaveLength(5)
  })

  it('and the embedded store give the same results', async () => {
    const onMongoDb = (await temporaryMongoDb(models)).collection(models)
    const embedded = (await temporaryDatabase(models)).collection(models)
    await fc.assert(
      fc
        .asyncProperty(fc.array(operations, { minLength: 1, maxLength: 25 }), async (sequence) => {
          for (const operation of sequence) {
            const expected = await outcome(operation, onMongoDb)
            expect(await outcome(operation, embedded), operation.title).toEqual(expected)
          }
          const everything = await onMongoDb.find({}, { sort: { _id: 1 } })
          expect(await embedded.find({}, { sort: { _id: 1 } })).toEqual(everything)
        })
        .afterEach(async () => {
          await onMongoDb.deleteMany({})
          await embedded.deleteMany({})
        }),
      { numRuns: Number(process.env.STORE_RUNS ?? 40) },
    )
  }, 60_000)
})

describe('the index of a duplicate key', () => {
  const unique = { name: 'members', indexes: [{ name: 'by-email', key: { email: 1 as const }, unique: true }] }
  const several = { name: 'members', indexes: [...unique.indexes, { name: 'b', key: { b: 1 as const }, unique: true }] }

  it.each([
    ['E11000 duplicate key error collection: db.members index: by-email dup key: { email: "x" }', several, 'by-email'],
    ['E11000 duplicate key error collection: db.members index: _id_ dup key: { _id: "x" }', several, '_id_'],
    ["Duplicate key violation on the requested collection: Index 'b'", several, 'b'],
    ['duplicate key value violates unique constraint "collection_pk_2"', unique, '_id_'],
    ['conflicting key value violates exclusion constraint "documents_rum_index_3"', unique, 'by-email'],
    ['conflicting key value violates exclusion constraint "documents_rum_index_3"', several, 'unknown'],
    ['duplicate key', { name: 'members' }, '_id_'],
  ])('%s', (message, collection, index) => {
    expect(duplicateIndex(message, collection)).toBe(index)
  })
})
