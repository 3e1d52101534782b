import { beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Collection, type Database, DuplicateKeyError, type IndexedCollection } from '../../src/store/database.ts'

const thingSchema = z.object({
  _id: z.string(),
  name: z.string().optional(),
  email: z.string().nullish(),
  status: z.string().default('new'),
  taken: z.number().optional(),
  dueAt: z.date().optional(),
  tags: z.array(z.string()).optional(),
  place: z.object({ city: z.string(), floor: z.number().optional() }).optional(),
  seats: z.array(z.object({ person: z.string(), row: z.number() })).optional(),
  note: z.unknown().optional(),
})

type Thing = z.infer<typeof thingSchema>

export const things = {
  name: 'things',
  schema: thingSchema,
  indexes: [
    { name: 'by-status', key: { status: 1, dueAt: 1 } },
    { name: 'by-email', key: { email: 1 }, unique: true, partialFilterExpression: { status: 'member' } },
    { name: 'by-tag', key: { tags: 1 } },
    { name: 'by-city', key: { 'place.city': 1 } },
  ],
} as const

const codes = {
  name: 'codes',
  schema: z.object({ _id: z.string(), owner: z.string(), words: z.array(z.string()) }),
  indexes: [
    { name: 'by-word', key: { words: 1 }, unique: true },
    { name: 'by-owner', key: { owner: 1 }, unique: true },
  ],
} as const

export type Open = (...definitions: IndexedCollection[]) => Promise<Database>

const at = (day: number): Date => new Date(Date.UTC(2027, 0, day))
const ids = (documents: readonly { _id: string }[]): string[] => documents.map(({ _id }) => _id)
const thing = (_id: string, fields: Partial<Thing> = {}): Thing => ({ _id, status: 'new', ...fields })

/** What the domain may expect of every store. `open` gives an empty database with the indexes of these collections. */
export function storeContract(open: Open): void {
  let database: Database
  let collection: Collection<Thing>

  beforeEach(async () => {
    database = await open(things, codes)
    collection = database.collection(things)
  })

  describe('find', () => {
    beforeEach(async () => {
      await collection.insertMissing([
        thing('a', { name: 'Åse', taken: 1, dueAt: at(1), tags: ['eu', 'eea'], place: { city: 'Drammen', floor: 2 } }),
        thing('b', { name: 'Bjørn', taken: 2, dueAt: at(2), tags: ['eu'], place: { city: 'Kongsberg' } }),
        thing('c', { name: 'Cæsar', taken: 3, dueAt: at(3), tags: [], status: 'due', email: null }),
        thing('d', { name: 'Ærlig', taken: 10, status: 'due', email: 'd@example.no', note: 'text' }),
        thing('e', {
          status: 'sent',
          note: 7,
          seats: [
            { person: 'p', row: 1 },
            { person: 'q', row: 2 },
          ],
        }),
      ])
    })

    it.each<[string, object, string[]]>([
      ['everything', {}, ['a', 'b', 'c', 'd', 'e']],
      ['by _id', { _id: 'b' }, ['b']],
      ['by _id and another field', { _id: 'b', status: 'due' }, []],
      ['by several _ids', { _id: { $in: ['e', 'a', 'x'] } }, ['a', 'e']],
      ['by _id prefix', { _id: /^c/ }, ['c']],
      ['equal', { status: 'due' }, ['c', 'd']],
      ['equal to one of several', { status: { $in: ['due', 'sent'] } }, ['c', 'd', 'e']],
      ['equal to none of several', { status: { $nin: ['due', 'sent'] } }, ['a', 'b']],
      ['not equal', { status: { $ne: 'new' } }, ['c', 'd', 'e']],
      ['not equal, in documents without the field too', { taken: { $ne: 1 } }, ['b', 'c', 'd', 'e']],
      ['null in documents without the field too', { email: null }, ['a', 'b', 'c', 'e']],
      ['null among several', { email: { $in: [null, 'd@example.no'] } }, ['a', 'b', 'c', 'd', 'e']],
      ['the field is there', { email: { $exists: true } }, ['c', 'd']],
      ['the field is missing', { email: { $exists: false } }, ['a', 'b', 'e']],
      ['greater numbers', { taken: { $gt: 2 } }, ['c', 'd']],
      ['numbers between', { taken: { $gte: 2, $lt: 10 } }, ['b', 'c']],
      ['dates up to', { dueAt: { $lte: at(2) } }, ['a', 'b']],
      ['one of several dates', { dueAt: { $in: [at(1), at(3)] } }, ['a', 'c']],
      ['dates after', { dueAt: { $gt: at(2) } }, ['c']],
      ['a date', { dueAt: at(3) }, ['c']],
      ['comparison within one type only', { note: { $gt: 0 } }, ['e']],
      ['two fields of one index', { status: 'new', dueAt: { $lt: at(2) } }, ['a']],
      ['any of several conditions', { $or: [{ status: 'sent' }, { taken: { $lt: 2 } }] }, ['a', 'e']],
      [
        'any of several conditions on indexed fields',
        { $or: [{ status: 'sent' }, { status: 'new', dueAt: at(2) }] },
        ['b', 'e'],
      ],
      ['all of several conditions', { $and: [{ status: 'due' }, { taken: { $gt: 3 } }] }, ['d']],
      ['none of several conditions', { $nor: [{ status: 'due' }, { taken: 1 }] }, ['b', 'e']],
      ['not', { taken: { $not: { $gt: 2 } } }, ['a', 'b', 'e']],
      ['text that begins so', { name: /^Bj/ }, ['b']],
      ['text that contains, whatever the case', { name: { $regex: 'ærl', $options: 'i' } }, ['d']],
      ['a nested field', { 'place.city': 'Drammen' }, ['a']],
      ['a nested field that is missing', { 'place.floor': { $exists: false } }, ['b', 'c', 'd', 'e']],
      ['an element of an array', { tags: 'eu' }, ['a', 'b']],
      ['all of these elements', { tags: { $all: ['eu', 'eea'] } }, ['a']],
      ['one of these elements', { tags: { $in: ['eea', 'eu'] } }, ['a', 'b']],
      ['without this element', { tags: { $ne: 'eu' } }, ['c', 'd', 'e']],
      ['a whole array', { tags: ['eu'] }, ['b']],
      ['an array of this size', { tags: { $size: 0 } }, ['c']],
      ['a field of an element', { 'seats.person': 'q' }, ['e']],
      ['one element that meets all', { seats: { $elemMatch: { person: 'q', row: 2 } } }, ['e']],
      ['no element that meets all', { seats: { $elemMatch: { person: 'q', row: 1 } } }, []],
      ['fields of different elements', { 'seats.person': 'q', 'seats.row': 1 }, ['e']],
    ])('%s', async (_, filter, expected) => {
      expect(ids(await collection.find(filter, { sort: { _id: 1 } }))).toEqual(expected)
      expect(await collection.countDocuments(filter)).toBe(expected.length)
    })

    it.each<[string, Record<string, 1 | -1>, string[]]>([
      ['ascending', { taken: 1, _id: 1 }, ['e', 'a', 'b', 'c', 'd']],
      ['descending', { taken: -1, _id: 1 }, ['d', 'c', 'b', 'a', 'e']],
      ['by two fields', { status: 1, taken: -1 }, ['d', 'c', 'b', 'a', 'e']],
      ['by the fields of an index', { status: 1, dueAt: 1 }, ['d', 'c', 'a', 'b', 'e']],
      ['by the fields of an index, backwards', { status: -1, dueAt: -1 }, ['e', 'b', 'a', 'c', 'd']],
      ['by a nested field', { 'place.city': -1, _id: 1 }, ['b', 'a', 'c', 'd', 'e']],
    ])('sorts %s', async (_, sort, expected) => {
      expect(ids(await collection.find({}, { sort }))).toEqual(expected)
    })

    it('skips and limits after sorting', async () => {
      expect(ids(await collection.find({}, { sort: { _id: -1 }, skip: 1, limit: 2 }))).toEqual(['d', 'c'])
      const due = { status: 'new', dueAt: { $lte: at(9) } }
      expect(ids(await collection.find(due, { sort: { dueAt: -1 }, limit: 1 }))).toEqual(['b'])
      expect(ids(await collection.find(due, { sort: { dueAt: 1 }, skip: 1, limit: 5 }))).toEqual(['b'])
    })

    it('gives null for one that is not there', async () => {
      expect(await collection.findOne({ _id: 'x' })).toBeNull()
      expect(await collection.findOne({ status: 'due', taken: 10 })).toMatchObject({ _id: 'd' })
    })
  })

  describe('documents', () => {
    it('keep dates, norwegian letters, emoji, nesting, null and empty values', async () => {
      const note = { when: at(5), list: [at(6), { deep: [[1.5], []] }], empty: {}, nothing: null, text: '', no: false }
      const document = thing('æøå/😀', { name: 'Ærøskøbing 🇳🇴 "«»\u0000', dueAt: new Date(1), note })
      await collection.insertOne(document)
      expect(await collection.findOne({ _id: 'æøå/😀' })).toStrictEqual(document)
    })

    it('leave out fields that are undefined', async () => {
      await collection.insertOne({ ...thing('a'), name: undefined, note: { inner: undefined } })
      expect(await collection.find({ name: { $exists: true } })).toEqual([])
      expect(await collection.findOne({ _id: 'a' })).toStrictEqual(thing('a', { note: {} }))
    })

    it('get the defaults of their schema when an older version lacks a field', async () => {
      const bare = database.collection({ name: things.name, schema: z.object({ _id: z.string() }) })
      await bare.insertOne({ _id: 'old' })
      expect(await collection.findOne({ _id: 'old' })).toEqual({ _id: 'old', status: 'new' })
    })

    it('that do not fit their schema are named', async () => {
      const wrong = database.collection({
        name: things.name,
        schema: z.object({ _id: z.string(), status: z.number() }),
      })
      await wrong.insertOne({ _id: 'wrong', status: 1 })
      await expect(collection.find({})).rejects.toThrow('things wrong does not fit its schema')
    })

    it('are copies, so that nobody changes the store by accident', async () => {
      const given = thing('a', { tags: ['eu'], dueAt: at(1), note: { list: [1] } })
      await collection.insertOne(given)
      given.tags?.push('changed')
      given.dueAt?.setFullYear(1999)
      const found = await collection.findOne({ _id: 'a' })
      found?.tags?.push('changed')
      found?.dueAt?.setFullYear(1999)
      const list = ['x']
      const updated = await collection.findOneAndUpdate({ _id: 'a' }, { $set: { 'note.more': list } })
      list.push('changed')
      updated?.tags?.push('changed')
      expect(await collection.findOne({ _id: 'a' })).toEqual(
        thing('a', { tags: ['eu'], dueAt: at(1), note: { list: [1], more: ['x'] } }),
      )
    })
  })

  describe('insert', () => {
    it('refuses an _id that is taken', async () => {
      await collection.insertOne(thing('a', { name: 'first' }))
      await expect(collection.insertOne(thing('a', { name: 'second' }))).rejects.toThrow(
        expect.objectContaining({ name: 'DuplicateKeyError', collection: 'things', index: '_id_' }),
      )
      expect(await collection.findOne({ _id: 'a' })).toMatchObject({ name: 'first' })
    })

    it('of the missing ones leaves those alone that are there', async () => {
      await collection.insertOne(thing('a', { name: 'first', email: 'x', status: 'member' }))
      const inserted = await collection.insertMissing([
        thing('a', { name: 'second' }),
        thing('b', { email: 'x', status: 'member' }),
        thing('c', { email: 'y', status: 'member' }),
        thing('c', { email: 'z', status: 'member' }),
      ])
      expect(inserted).toBe(1)
      expect(ids(await collection.find({}, { sort: { _id: 1 } }))).toEqual(['a', 'c'])
      expect(await collection.insertMissing([])).toBe(0)
      expect(await collection.insertMissing([thing('a')])).toBe(0)
    })
  })

  describe('unique indexes', () => {
    const duplicate = (index: string) => expect.objectContaining({ name: 'DuplicateKeyError', index })

    it('refuse a key that is taken, by insert, update and upsert', async () => {
      const owners = database.collection(codes)
      await owners.insertOne({ _id: '1', owner: 'a', words: ['x', 'y'] })
      await owners.insertOne({ _id: '2', owner: 'b', words: ['z'] })
      await expect(owners.insertOne({ _id: '3', owner: 'a', words: [] })).rejects.toThrow(duplicate('by-owner'))
      await expect(owners.updateOne({ _id: '2' }, { $set: { owner: 'a' } })).rejects.toThrow(duplicate('by-owner'))
      await expect(owners.updateMany({ _id: '2' }, { $set: { owner: 'a' } })).rejects.toThrow(duplicate('by-owner'))
      await expect(
        owners.updateOne({ _id: '4' }, { $set: { owner: 'a', words: ['w'] } }, { upsert: true }),
      ).rejects.toThrow(duplicate('by-owner'))
      await expect(owners.findOneAndUpdate({ _id: '2' }, { $set: { owner: 'a' } })).rejects.toThrow(DuplicateKeyError)
      expect(await owners.find({}, { sort: { _id: 1 } })).toEqual([
        { _id: '1', owner: 'a', words: ['x', 'y'] },
        { _id: '2', owner: 'b', words: ['z'] },
      ])
    })

    it('hold for each element of an array, and between documents only', async () => {
      const owners = database.collection(codes)
      await owners.insertOne({ _id: '1', owner: 'a', words: ['x', 'y'] })
      await expect(owners.insertOne({ _id: '2', owner: 'b', words: ['w', 'y'] })).rejects.toThrow(duplicate('by-word'))
      await owners.insertOne({ _id: '3', owner: 'c', words: ['w'] })
      await expect(owners.updateOne({ _id: '3' }, { $push: { words: 'x' } })).rejects.toThrow(duplicate('by-word'))
      await owners.updateOne({ _id: '1' }, { $pull: { words: 'x' } })
      await owners.updateOne({ _id: '3' }, { $push: { words: 'x' } })
      expect(await owners.findOne({ words: 'x' })).toMatchObject({ _id: '3' })
    })

    it('that are partial hold among the documents they cover', async () => {
      await collection.insertOne(thing('a', { status: 'member', email: 'x' }))
      await collection.insertOne(thing('b', { status: 'left', email: 'x' }))
      await expect(collection.insertOne(thing('c', { status: 'member', email: 'x' }))).rejects.toThrow(
        duplicate('by-email'),
      )
      await expect(collection.updateOne({ _id: 'b' }, { $set: { status: 'member' } })).rejects.toThrow(
        duplicate('by-email'),
      )
      await collection.updateOne({ _id: 'a' }, { $set: { status: 'left' } })
      await collection.updateOne({ _id: 'b' }, { $set: { status: 'member' } })
      expect(ids(await collection.find({ email: 'x' }, { sort: { _id: 1 } }))).toEqual(['a', 'b'])
    })

    it('free the key of a document that is deleted', async () => {
      const owners = database.collection(codes)
      await owners.insertOne({ _id: '1', owner: 'a', words: ['x'] })
      await owners.deleteOne({ _id: '1' })
      await owners.insertOne({ _id: '2', owner: 'a', words: ['x'] })
      expect(await owners.countDocuments({ owner: 'a' })).toBe(1)
    })

    it('can be ensured again', async () => {
      await collection.insertOne(thing('a'))
      await database.ensureIndexes([things, codes])
      expect(await collection.countDocuments({})).toBe(1)
    })
  })

  describe('update', () => {
    it.each<[string, Partial<Thing>, object, Partial<Thing>]>([
      ['$set', { name: 'x' }, { $set: { name: 'y', 'place.city': 'Oslo' } }, { name: 'y', place: { city: 'Oslo' } }],
      ['$unset', { name: 'x', taken: 1 }, { $unset: { name: '' } }, { taken: 1 }],
      ['$inc', { taken: 1 }, { $inc: { taken: 2 } }, { taken: 3 }],
      ['$inc of a missing field', {}, { $inc: { taken: -1 } }, { taken: -1 }],
      ['$push', { tags: ['a'] }, { $push: { tags: 'a' } }, { tags: ['a', 'a'] }],
      ['$push on a missing field', {}, { $push: { tags: 'a' } }, { tags: ['a'] }],
      [
        '$push of several',
        { tags: ['a'] },
        { $push: { tags: { $each: ['b', 'c'], $slice: -2 } } },
        { tags: ['b', 'c'] },
      ],
      ['$addToSet', { tags: ['a'] }, { $addToSet: { tags: { $each: ['a', 'b'] } } }, { tags: ['a', 'b'] }],
      ['$pull', { tags: ['a', 'b', 'a'] }, { $pull: { tags: 'a' } }, { tags: ['b'] }],
      [
        '$pull by condition',
        {
          seats: [
            { person: 'p', row: 1 },
            { person: 'q', row: 2 },
          ],
        },
        { $pull: { seats: { person: 'p' } } },
        { seats: [{ person: 'q', row: 2 }] },
      ],
      [
        '$min and $max',
        { taken: 5, dueAt: at(5) },
        { $min: { taken: 3 }, $max: { dueAt: at(6) } },
        { taken: 3, dueAt: at(6) },
      ],
      [
        '$setOnInsert on a document that is there',
        { taken: 5 },
        { $setOnInsert: { taken: 1 }, $set: { name: 'x' } },
        { taken: 5, name: 'x' },
      ],
      ['of undefined', { name: 'x' }, { $set: { name: undefined, taken: 1 } }, { name: 'x', taken: 1 }],
    ])('%s', async (_, before, update, after) => {
      await collection.insertOne(thing('a', before))
      expect(await collection.updateOne({ _id: 'a' }, update)).toMatchObject({ matchedCount: 1, modifiedCount: 1 })
      expect(await collection.findOne({ _id: 'a' })).toStrictEqual(thing('a', after))
    })

    it('changes the element that the filter found', async () => {
      const seats = [
        { person: 'p', row: 1 },
        { person: 'q', row: 2 },
      ]
      await collection.insertOne(thing('a', { seats }))
      await collection.updateOne({ _id: 'a', 'seats.person': 'q' }, { $set: { 'seats.$.row': 9 } })
      expect(await collection.findOne({ _id: 'a' })).toMatchObject({ seats: [seats[0], { person: 'q', row: 9 }] })
    })

    it('says what it matched and what it modified', async () => {
      await collection.insertMissing([thing('a', { taken: 1 }), thing('b', { taken: 2 }), thing('c')])
      expect(await collection.updateOne({ _id: 'x' }, { $set: { taken: 1 } })).toEqual({
        matchedCount: 0,
        modifiedCount: 0,
        upsertedCount: 0,
      })
      expect(await collection.updateOne({ _id: 'a' }, { $set: { taken: 1 } })).toEqual({
        matchedCount: 1,
        modifiedCount: 0,
        upsertedCount: 0,
      })
      expect(await collection.updateMany({ taken: { $exists: true } }, { $set: { taken: 2 } })).toEqual({
        matchedCount: 2,
        modifiedCount: 1,
        upsertedCount: 0,
      })
      expect(await collection.find({ taken: 2 }, { sort: { _id: 1 } })).toHaveLength(2)
    })

    it('that contradicts itself is refused', async () => {
      await collection.insertOne(thing('a', { taken: 1 }))
      await expect(collection.updateOne({ _id: 'a' }, { $set: { taken: 1 }, $inc: { taken: 1 } })).rejects.toThrow(
        'conflict',
      )
      expect(await collection.findOne({ _id: 'a' })).toMatchObject({ taken: 1 })
    })

    it('that inserts takes equalities from the filter, and $setOnInsert', async () => {
      const update = { $set: { name: 'x' }, $setOnInsert: { taken: 0 }, $push: { tags: 'a' } }
      const filter = { _id: 'a', status: 'due', 'place.city': 'Oslo', dueAt: { $lt: at(5) } }
      expect(await collection.updateOne(filter, update, { upsert: true })).toEqual({
        matchedCount: 0,
        modifiedCount: 0,
        upsertedCount: 1,
      })
      expect(await collection.findOne({ _id: 'a' })).toStrictEqual(
        thing('a', { status: 'due', place: { city: 'Oslo' }, name: 'x', taken: 0, tags: ['a'] }),
      )
      await collection.updateOne({ _id: 'a' }, update, { upsert: true })
      expect(await collection.findOne({ _id: 'a' })).toMatchObject({ tags: ['a', 'a'] })
      expect(await collection.countDocuments({})).toBe(1)
    })

    it('that would insert beside a document that no longer meets the condition is refused', async () => {
      await collection.insertOne(thing('a', { taken: 2 }))
      const press = () =>
        collection.updateOne({ _id: 'a', taken: { $lt: 2 } }, { $inc: { taken: 1 } }, { upsert: true })
      await expect(press()).rejects.toThrow(DuplicateKeyError)
      await expect(press()).rejects.toThrow(expect.objectContaining({ index: '_id_' }))
    })
  })

  describe('findOneAndUpdate', () => {
    it('gives the document after the update, the first in the order asked for', async () => {
      await collection.insertMissing([thing('a', { taken: 1 }), thing('b', { taken: 3 }), thing('c', { taken: 2 })])
      const found = await collection.findOneAndUpdate({}, { $inc: { taken: 10 } }, { sort: { taken: -1 } })
      expect(found).toStrictEqual(thing('b', { taken: 13 }))
      expect(await collection.findOneAndUpdate({ _id: 'x' }, { $inc: { taken: 1 } })).toBeNull()
    })

    it('inserts when asked to', async () => {
      const update = { $inc: { taken: 1 }, $setOnInsert: { status: 'due' } }
      expect(await collection.findOneAndUpdate({ _id: 'a' }, update, { upsert: true })).toEqual(
        thing('a', { status: 'due', taken: 1 }),
      )
      expect(await collection.findOneAndUpdate({ _id: 'a' }, update, { upsert: true })).toMatchObject({ taken: 2 })
    })

    it('gives each document to one of many that take at the same time', async () => {
      const all = Array.from({ length: 30 }, (_, n) => thing(`t${n}`, { status: 'due', dueAt: at(1 + (n % 7)) }))
      await collection.insertMissing(all)
      async function takeUntilNoneIsLeft(taker: string): Promise<string[]> {
        const taken = await collection.findOneAndUpdate(
          { status: 'due', dueAt: { $lte: at(28) } },
          { $set: { status: 'leased', name: taker } },
          { sort: { dueAt: 1 } },
        )
        return taken ? [taken._id, ...(await takeUntilNoneIsLeft(taker))] : []
      }
      const taken = await Promise.all(Array.from({ length: 10 }, (_, n) => takeUntilNoneIsLeft(`taker ${n}`)))
      expect(taken.flat().toSorted()).toEqual(ids(all).toSorted())
    })
  })

  describe('under contention', () => {
    it('a conditional increment never goes past the limit', async () => {
      await collection.insertOne(thing('g', { taken: 0 }))
      const presses = Array.from({ length: 40 }, (_, n) =>
        collection.updateOne(
          { _id: 'g', taken: { $lt: 10 }, tags: { $ne: `p${n % 20}` } },
          { $inc: { taken: 1 }, $push: { tags: `p${n % 20}` } },
        ),
      )
      const modified = (await Promise.all(presses)).reduce((sum, { modifiedCount }) => sum + modifiedCount, 0)
      const gathering = await collection.findOne({ _id: 'g' })
      expect(modified).toBe(10)
      expect(gathering?.taken).toBe(10)
      expect(new Set(gathering?.tags).size).toBe(10)
    })

    it('upserts of one key make one document and lose nothing', async () => {
      const upserts = Array.from({ length: 20 }, () =>
        collection.updateOne({ _id: 'counter' }, { $inc: { taken: 1 } }, { upsert: true }),
      )
      await Promise.all(upserts)
      expect(await collection.findOne({ _id: 'counter' })).toMatchObject({ taken: 20 })
    })

    it('one of many inserts of the same key succeeds', async () => {
      const inserts = Array.from({ length: 20 }, (_, n) => collection.insertOne(thing('a', { taken: n })))
      const results = await Promise.allSettled(inserts)
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
      for (const result of results) {
        if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(DuplicateKeyError)
      }
    })
  })

  describe('delete', () => {
    it('says how many it deleted', async () => {
      await collection.insertMissing([thing('a'), thing('b'), thing('c', { status: 'due' })])
      expect(await collection.deleteOne({ _id: 'x' })).toBe(0)
      expect(await collection.deleteOne({ status: 'new' })).toBe(1)
      expect(await collection.deleteMany({ status: { $in: ['new', 'due'] } })).toBe(2)
      expect(await collection.countDocuments({})).toBe(0)
    })
  })

  describe('aggregate', () => {
    beforeEach(async () => {
      await collection.insertMissing([
        thing('a', { name: 'x', taken: 1, tags: ['eu', 'eea'], dueAt: at(1) }),
        thing('b', { name: 'x', taken: 2, tags: ['eu'], dueAt: at(2) }),
        thing('c', { name: 'y', taken: 3, status: 'due', tags: [] }),
      ])
    })

    it('groups, sums and sorts', async () => {
      expect(
        await collection.aggregate([
          { $match: { taken: { $gt: 0 } } },
          { $group: { _id: '$name', count: { $sum: 1 }, seats: { $sum: '$taken' }, first: { $min: '$dueAt' } } },
          { $sort: { _id: 1 } },
        ]),
      ).toEqual([
        { _id: 'x', count: 2, seats: 3, first: at(1) },
        { _id: 'y', count: 1, seats: 3, first: null },
      ])
    })

    it('unwinds arrays', async () => {
      expect(
        await collection.aggregate([
          { $match: { status: 'new' } },
          { $unwind: '$tags' },
          { $group: { _id: '$tags', names: { $addToSet: '$name' }, ids: { $push: '$_id' } } },
          { $sort: { _id: -1 } },
          { $limit: 1 },
        ]),
      ).toEqual([{ _id: 'eu', names: ['x'], ids: ['a', 'b'] }])
    })

    it('projects and counts', async () => {
      expect(
        await collection.aggregate([
          { $sort: { taken: -1 } },
          { $project: { _id: 0, taken: 1, tags: { $size: '$tags' } } },
          { $skip: 1 },
        ]),
      ).toEqual([
        { taken: 2, tags: 1 },
        { taken: 1, tags: 2 },
      ])
      expect(await collection.aggregate([{ $match: { name: 'x' } }, { $count: 'n' }])).toEqual([{ n: 2 }])
    })
  })

  it('answers a ping', async () => {
    await expect(database.ping()).resolves.toBeUndefined()
  })
}
