import fc from 'fast-check'
import { z } from 'zod'
import { type Collection, DuplicateKeyError, type Sort } from '../../src/store/database.ts'

const modelSchema = z.object({
  _id: z.string(),
  status: z.string().optional(),
  key: z.number().optional(),
  n: z.number().nullish(),
  at: z.date().optional(),
  tags: z.array(z.string()).optional(),
  inner: z.object({ k: z.number().optional(), list: z.array(z.object({ x: z.number() })).optional() }).optional(),
})

export type Model = z.infer<typeof modelSchema>

export const models = {
  name: 'models',
  schema: modelSchema,
  indexes: [
    { name: 'unique-key', key: { key: 1 }, unique: true, partialFilterExpression: { status: 'x' } },
    { name: 'status-at', key: { status: 1, at: 1 } },
    { name: 'n', key: { n: 1 } },
    { name: 'tags', key: { tags: 1 } },
    { name: 'inner', key: { 'inner.list.x': 1 } },
  ],
} as const

/** One call on a collection, with its arguments, so that it can be made on several. */
export interface Operation {
  title: string
  run(collection: Collection<Model>): Promise<unknown>
}

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
const status = fc.constantFrom('x', 'y', 'z')
const number = fc.integer({ min: -2, max: 3 })
const date = number.map((day) => new Date(Date.UTC(2027, 0, 10 + day)))
const tag = fc.constantFrom('p', 'q', 'r')
const tags = fc.uniqueArray(tag, { maxLength: 3 })
const list = fc.array(fc.record({ x: number }), { maxLength: 2 })

const fields = fc.record(
  {
    status,
    key: number,
    n: fc.option(number),
    at: date,
    tags,
    inner: fc.record({ k: number, list }, { requiredKeys: [] }),
  },
  { requiredKeys: [] },
)
const model = fc.record({ _id: id, fields }).map(({ _id, fields }): Model => ({ _id, ...fields }))

function comparison<T>(value: fc.Arbitrary<T>): fc.Arbitrary<object> {
  return fc.oneof(
    fc.record({ $gt: value }),
    fc.record({ $gte: value, $lt: value }),
    fc.record({ $lte: value }),
    fc.record({ $ne: value }),
    fc.record({ $in: fc.array(value, { maxLength: 3 }) }),
    fc.record({ $exists: fc.boolean() }),
    fc.record({ $not: fc.record({ $gt: value }) }),
  )
}

/** What an upsert may be conditional on; MongoDB takes equalities out of some further ones, each version others. */
const upsertCondition: fc.Arbitrary<object> = fc.oneof(
  fc.constant({}),
  fc.record({ status }),
  fc.record({ status, at: date }),
  fc.record({ n: fc.record({ $lt: number }) }),
  fc.record({ at: fc.record({ $lte: date }) }),
  fc.record({ tags: fc.record({ $ne: tag }) }),
)

const condition: fc.Arbitrary<object> = fc.oneof(
  fc.record({ status }),
  fc.record({ status, at: comparison(date) }),
  fc.record({ status: comparison(status), at: date }),
  fc.record({ status: fc.constantFrom(/^x/, /y/) }),
  fc.record({ n: number }),
  fc.record({ n: comparison(number) }),
  fc.record({ n: fc.constant(null) }),
  fc.record({ at: comparison(date) }),
  fc.record({ tags: tag }),
  fc.record({ tags: comparison(tag) }),
  fc.record({ tags: fc.record({ $all: fc.uniqueArray(tag, { minLength: 1, maxLength: 2 }) }) }),
  fc.record({ 'inner.k': comparison(number) }),
  fc.record({ 'inner.list.x': number }),
  fc.record({ 'inner.list.x': fc.record({ $gt: number }) }),
  fc.record({ 'inner.list': fc.record({ $elemMatch: fc.record({ x: fc.record({ $gt: number, $lte: number }) }) }) }),
  fc.record({ status: fc.constant('x'), key: number }),
)

export const filter: fc.Arbitrary<object> = fc.oneof(
  { weight: 6, arbitrary: condition },
  { weight: 1, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.record({ _id: fc.record({ $in: fc.uniqueArray(id, { maxLength: 3 }) }) }) },
  { weight: 2, arbitrary: fc.record({ $or: fc.array(condition, { minLength: 1, maxLength: 3 }) }) },
  { weight: 2, arbitrary: fc.record({ $and: fc.array(condition, { minLength: 1, maxLength: 2 }) }) },
)

export const sort: fc.Arbitrary<Sort> = fc.constantFrom<Sort[]>(
  { _id: 1 },
  { n: 1, _id: 1 },
  { n: -1, _id: 1 },
  { status: 1, at: 1, _id: 1 },
  { status: -1, at: -1, _id: -1 },
  { at: 1, _id: 1 },
)

/** Leaves the unique key alone: many documents are changed one by one on MongoDB, all or none in the embedded store. */
const harmlessUpdate: fc.Arbitrary<object> = fc.oneof(
  fc.record({ $set: fc.record({ at: date }) }),
  fc.record({ $set: fc.record({ 'inner.k': number }) }),
  fc.record({ $unset: fc.constant({ at: '' }), $set: fc.record({ tags }) }),
  fc.record({ $min: fc.record({ at: date }) }),
  fc.record({ $max: fc.record({ at: date }), $set: fc.record({ n: number }) }),
  fc.record({ $addToSet: fc.record({ tags: tag }) }),
  fc.record({ $pull: fc.record({ tags: tag }) }),
  fc.record({ $push: fc.record({ 'inner.list': fc.record({ x: number }) }) }),
)

const update: fc.Arbitrary<object> = fc.oneof(
  { weight: 3, arbitrary: harmlessUpdate },
  { weight: 1, arbitrary: fc.record({ $set: fc.record({ status }) }) },
  { weight: 1, arbitrary: fc.record({ $set: fc.record({ status, key: number }) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      $inc: fc.record({ key: fc.constantFrom(-1, 1) }),
      $setOnInsert: fc.record({ status, n: number }),
    }),
  },
)

const operation = (title: string, args: unknown, run: Operation['run']): Operation => ({
  title: `${title} ${JSON.stringify(args, (_, value) => (value instanceof RegExp ? String(value) : value))}`,
  run,
})

const page = { skip: fc.nat({ max: 2 }), limit: fc.integer({ min: 1, max: 4 }) }

export const operations: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 4, arbitrary: model.map((document) => operation('insertOne', document, (c) => c.insertOne(document))) },
  fc
    .array(model, { maxLength: 5 })
    .map((documents) => operation('insertMissing', documents, (c) => c.insertMissing(documents))),
  {
    weight: 3,
    arbitrary: fc
      .tuple(id, upsertCondition, update, fc.boolean())
      .map(([_id, condition, update, upsert]) =>
        operation('updateOne', { _id, condition, update, upsert }, (c) =>
          c.updateOne({ ...condition, _id }, update, { upsert }),
        ),
      ),
  },
  fc
    .tuple(filter, harmlessUpdate)
    .map(([filter, update]) => operation('updateMany', { filter, update }, (c) => c.updateMany(filter, update))),
  fc
    .tuple(filter, update, sort)
    .map(([filter, update, sort]) =>
      operation('findOneAndUpdate', { filter, update, sort }, (c) => c.findOneAndUpdate(filter, update, { sort })),
    ),
  id.map((_id) => operation('deleteOne', _id, (c) => c.deleteOne({ _id }))),
  {
    weight: 3,
    arbitrary: fc
      .tuple(filter, sort, fc.record(page))
      .map(([filter, sort, page]) =>
        operation('find', { filter, sort, page }, (c) => c.find(filter, { sort, ...page })),
      ),
  },
  filter.map((filter) => operation('countDocuments', filter, (c) => c.countDocuments(filter))),
  filter.map((filter) =>
    operation('aggregate', filter, (c) =>
      c.aggregate([
        { $match: filter },
        { $unwind: '$tags' },
        { $group: { _id: '$tags', count: { $sum: 1 }, last: { $max: '$at' }, sum: { $sum: '$n' } } },
        { $sort: { _id: 1 } },
      ]),
    ),
  ),
)

/** What a caller sees of an operation. */
export async function outcome(operation: Operation, collection: Collection<Model>): Promise<unknown> {
  try {
    return { result: await operation.run(collection) }
  } catch (error) {
    return error instanceof DuplicateKeyError ? 'duplicate' : 'refused'
  }
}
