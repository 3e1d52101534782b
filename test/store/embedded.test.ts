import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { DuplicateKeyError } from '../../src/store/database.ts'
import { DataDirInUseError, openEmbedded } from '../../src/store/embedded.ts'
import { temporaryDatabase, temporaryDirectory } from '../support/store.ts'
import { botStateCases } from './bot-state-cases.ts'
import { storeContract, things } from './contract.ts'
import { filter, models, operations, outcome, sort } from './operations.ts'

const mixed = {
  name: 'mixed',
  schema: z.object({ _id: z.string(), at: z.union([z.string(), z.number(), z.boolean(), z.date()]) }),
}

/** Its texts are those that come in one order by UTF-16, as mingo compares them, and by UTF-8, as MongoDB does. */
const bound = fc.oneof(
  fc.string({ unit: 'binary-ascii' }),
  fc.constantFrom('date 5', 'm', 'm\0', 'm~', ''),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: -3, max: 3 }),
  fc.boolean(),
  fc.date({ noInvalidDate: true }),
  fc.integer({ min: -3, max: 3 }).map((ms) => new Date(ms)),
)
const anyValue = fc.oneof(bound, fc.string({ unit: 'binary' }), fc.constantFrom('m\uffff', 'm😀'))

/** No two alike, since their order would mean nothing. */
const different = fc.uniqueArray(anyValue, {
  selector: (value) => (value instanceof Date ? `date ${value.getTime()}` : value),
  comparator: 'SameValueZero',
})

describe('embedded store', () => {
  storeContract(temporaryDatabase)
  botStateCases(temporaryDatabase)

  it('has what was acknowledged after the process was killed', async () => {
    const directory = await temporaryDirectory()
    for (const number of [1, 2]) {
      await acknowledgedThenKilled(directory, number)
      const database = await openEmbedded(directory)
      expect(await database.collection(things).countDocuments({})).toBe(number)
      expect(await database.collection(things).findOne({ _id: 'counter' })).toMatchObject({ taken: number })
      await database.close()
    }
  })

  it('refuses a second process, and a second opening in the same one, until the first has closed', async () => {
    const directory = await temporaryDirectory()
    const { kill } = await startWriter(directory, 1)
    await expect(openEmbedded(directory)).rejects.toThrow(DataDirInUseError)
    await expect(openEmbedded(directory)).rejects.toThrow(`another process uses the data folder ${directory}`)
    await kill()
    const first = await openEmbedded(directory)
    await expect(openEmbedded(directory)).rejects.toThrow(DataDirInUseError)
    await first.close()
    const second = await openEmbedded(directory)
    await second.close()
  })

  it('is the same after it was closed and opened again, and found by the same indexes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(operations, { maxLength: 30 }), filter, sort, async (sequence, filter, sort) => {
        const directory = await temporaryDirectory()
        const before = await openEmbedded(directory)
        await before.ensureIndexes([models])
        for (const operation of sequence) await outcome(operation, before.collection(models))
        const written = await before.collection(models).find(filter, { sort })
        await before.close()
        const after = await openEmbedded(directory)
        const read = await after.collection(models).find(filter, { sort })
        await after.close()
        expect(read).toEqual(written)
      }),
      { numRuns: 30 },
    )
  })

  it.each([
    'CREATE TABLE documents (collection TEXT, id TEXT, document TEXT, PRIMARY KEY (collection, id)) WITHOUT ROWID',
    'CREATE TABLE entries (collection TEXT, id TEXT, document TEXT, PRIMARY KEY (collection, id))',
  ])('takes over the file of an older version, once: %s', async (table) => {
    const directory = await temporaryDirectory()
    const older = new DatabaseSync(join(directory, 'store.sqlite'))
    older.exec(table)
    older.exec(`
      INSERT INTO ${/TABLE (\w+)/.exec(table)?.[1]} VALUES ('things', 'counter', '{"_id":"counter","status":"due","taken":3}');
      CREATE TABLE unique_indexes (collection TEXT, spec TEXT, PRIMARY KEY (collection, spec));
    `)
    older.close()
    for (const taken of [4, 5]) {
      const database = await openEmbedded(directory)
      await database.ensureIndexes([things])
      await database.collection(things).updateOne({ _id: 'counter' }, { $inc: { taken: 1 } })
      const due = await database.collection(things).find({ status: 'due' })
      expect(due).toEqual([expect.objectContaining({ _id: 'counter', taken })])
      await database.close()
    }
  })

  it('finds the same with and without indexes', async () => {
    const indexed = (await temporaryDatabase(models)).collection(models)
    const plain = (await temporaryDatabase()).collection(models)
    await fc.assert(
      fc
        .asyncProperty(
          fc.array(operations, { maxLength: 40 }),
          filter,
          sort,
          fc.nat({ max: 4 }),
          async (sequence, filter, sort, limit) => {
            for (const operation of sequence) await outcome(operation, indexed)
            await plain.insertMissing(await indexed.find({}))
            const options = { sort, limit }
            expect(await indexed.find(filter, options)).toEqual(await plain.find(filter, options))
          },
        )
        .afterEach(async () => {
          await indexed.deleteMany({})
          await plain.deleteMany({})
        }),
      { numRuns: 150 },
    )
  })

  it('keeps its indexes in step through 20,000 documents, and loads them again', async () => {
    const directory = await temporaryDirectory()
    const database = await openEmbedded(directory)
    await database.ensureIndexes([things])
    const numbers = Array.from({ length: 20_000 }, (_, n) => n)
    const rows = numbers.map((n) => ({ _id: `t${n}`, status: 'due', dueAt: new Date((n * 7919) % 20_000) }))
    const collection = database.collection(things)
    expect(await collection.insertMissing(rows)).toBe(20_000)
    expect(await collection.deleteMany({ status: 'due', dueAt: { $lt: new Date(5_000) } })).toBe(5_000)
    expect(
      await collection.updateMany({ dueAt: { $gte: new Date(15_000) } }, { $set: { status: 'sent' } }),
    ).toMatchObject({
      modifiedCount: 5_000,
    })
    await database.close()

    const again = await openEmbedded(directory)
    onTestFinished(() => again.close())
    await again.ensureIndexes([things])
    const due = await again
      .collection(things)
      .find({ status: 'due', dueAt: { $lte: new Date(12_345) } }, { sort: { dueAt: -1 }, limit: 3 })
    expect(due.map(({ dueAt }) => dueAt?.getTime())).toEqual([12_345, 12_344, 12_343])
    expect(await again.collection(things).countDocuments({ status: 'due' })).toBe(10_000)
  })

  it('refuses what it could not give back', async () => {
    const collection = (await temporaryDatabase()).collection(things)
    for (const note of [Number.NaN, new Date(Number.NaN), new Map(), () => 1, 1n, { $date: 1 }]) {
      await expect(collection.insertOne({ _id: 'a', status: 'new', note })).rejects.toThrow(TypeError)
    }
    await expect(collection.updateOne({ status: 'x' }, { $set: { taken: 1 } }, { upsert: true })).rejects.toThrow('_id')
    expect(await collection.countDocuments({})).toBe(0)
  })

  it('refuses to make an index unique that its documents contradict', async () => {
    const database = await temporaryDatabase()
    const collection = database.collection(things)
    await collection.insertMissing([
      { _id: 'a', status: 'member', email: 'x' },
      { _id: 'b', status: 'member', email: 'x' },
    ])
    await expect(database.ensureIndexes([things])).rejects.toMatchObject({
      name: 'DuplicateKeyError',
      index: 'by-email',
    })
  })

  it('finds values of any type, and in their order, with and without an index', async () => {
    const at = { name: 'at', key: { at: 1 } } as const
    const indexed = (await temporaryDatabase({ ...mixed, indexes: [at] })).collection(mixed)
    const plain = (await temporaryDatabase()).collection(mixed)
    await fc.assert(
      fc
        .asyncProperty(different, bound, fc.constantFrom(1, -1), async (values, value, direction) => {
          const documents = values.map((at, number) => ({ _id: `${number}`.padStart(3, '0'), at }))
          await indexed.insertMissing(documents)
          await plain.insertMissing(documents)
          for (const condition of [
            value,
            { $gt: value },
            { $lte: value },
            { $gt: value, $lt: 'm' },
            { $exists: true },
          ]) {
            const inOrder = { sort: { at: direction } } as const
            const found = await indexed.find({ at: condition }, inOrder)
            expect(found).toEqual(await plain.find({ at: condition }, inOrder))
          }
        })
        .afterEach(async () => {
          await indexed.deleteMany({})
          await plain.deleteMany({})
        }),
      { numRuns: 200 },
    )
  })

  it('makes an index anew when it has become another', async () => {
    const directory = await temporaryDirectory()
    const first = await openEmbedded(directory)
    await first.ensureIndexes([{ ...mixed, indexes: [{ name: 'by', key: { _id: 1 } }] }])
    await first.collection(mixed).insertOne({ _id: 'a', at: 'x' })
    await first.close()
    const second = await openEmbedded(directory)
    onTestFinished(() => second.close())
    await second.ensureIndexes([{ ...mixed, indexes: [{ name: 'by', key: { at: 1 }, unique: true }] }])
    expect(await second.collection(mixed).find({ at: 'x' })).toEqual([{ _id: 'a', at: 'x' }])
    await expect(second.collection(mixed).insertOne({ _id: 'b', at: 'x' })).rejects.toMatchObject({ index: 'by' })
  })

  it('knows which documents have several keys, also after a write that was taken back', async () => {
    const directory = await temporaryDirectory()
    const between = { tags: { $gte: 'n', $lte: 'o' } }
    const first = await openEmbedded(directory)
    await first.ensureIndexes([models])
    const collection = first.collection(models)
    await collection.insertMissing(['a', 'b'].map((_id, key) => ({ _id, status: 'x', key, tags: [] })))
    await expect(collection.updateMany({}, { $set: { tags: ['d', 'm'], key: 9 } })).rejects.toThrow(DuplicateKeyError)
    await collection.insertOne({ _id: 'c', tags: ['m', 'q'] })
    expect(await collection.find(between)).toMatchObject([{ _id: 'c' }])
    await first.close()
    const second = await openEmbedded(directory)
    onTestFinished(() => second.close())
    expect(await second.collection(models).find(between)).toMatchObject([{ _id: 'c' }])
  })

  it('leaves nothing of what was deleted in its file', async () => {
    const directory = await temporaryDirectory()
    const database = await openEmbedded(directory)
    await database.ensureIndexes([things])
    const inFile = async () => (await readFile(join(directory, 'store.sqlite'))).includes('kari@eksempel.no')
    await database.collection(things).insertOne({ _id: 'a', status: 'member', email: 'kari@eksempel.no' })
    await database.close()
    expect(await inFile()).toBe(true)
    const again = await openEmbedded(directory)
    await again.collection(things).deleteOne({ _id: 'a' })
    await again.close()
    expect(await inFile()).toBe(false)
  })

  it('keeps to a unique index when it is opened again', async () => {
    const directory = await temporaryDirectory()
    for (const _id of ['a', 'b', 'c']) {
      const database = await openEmbedded(directory)
      await database.ensureIndexes([things])
      const adding = database.collection(things).insertOne({ _id, status: 'member', email: 'x' })
      if (_id === 'a') await adding
      else await expect(adding).rejects.toMatchObject({ name: 'DuplicateKeyError', index: 'by-email' })
      await database.close()
    }
  })

  it('no longer answers a ping when it is closed', async () => {
    const database = await openEmbedded(':memory:')
    const collection = database.collection(things)
    await database.close()
    await database.close()
    await expect(database.ping()).rejects.toThrow('closed')
    await expect(collection.insertOne({ _id: 'a', status: 'new' })).rejects.toThrow()
  })
})

async function acknowledgedThenKilled(directory: string, number: number): Promise<void> {
  const { kill } = await startWriter(directory, number)
  await kill()
}

/** A process that writes, says so as soon as the write is acknowledged, and stays. */
async function startWriter(directory: string, number: number): Promise<{ kill: () => Promise<void> }> {
  const script = fileURLToPath(new URL('./write-and-stay.ts', import.meta.url))
  const child = spawn(process.execPath, [script, directory, String(number)], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  await Promise.race([once(child.stdout, 'data'), ended.then(() => Promise.reject(new Error('the writer ended')))])
  return {
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}
