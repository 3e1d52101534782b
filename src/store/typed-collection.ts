import type { Document } from 'mongodb'
import type { Collection, CollectionDefinition, Entity, FindOptions, UpdateResult } from './database.ts'

export type StoredDocument = { _id: string } & Record<string, unknown>

/** What an engine offers: documents as they are stored, with no schema. */
export interface RawCollection {
  find(filter: Document, options: FindOptions): Promise<StoredDocument[]>
  insertOne(document: Entity): Promise<void>
  insertMissing(documents: readonly Entity[]): Promise<number>
  updateOne(filter: Document, update: Document, options: { upsert?: boolean }): Promise<UpdateResult>
  updateMany(filter: Document, update: Document): Promise<UpdateResult>
  findOneAndUpdate(
    filter: Document,
    update: Document,
    options: Pick<FindOptions, 'sort'> & { upsert?: boolean },
  ): Promise<StoredDocument | null>
  deleteOne(filter: Document): Promise<number>
  deleteMany(filter: Document): Promise<number>
  countDocuments(filter: Document): Promise<number>
  aggregate(pipeline: Document[]): Promise<Document[]>
}

/** Parses what `raw` reads with the definition's schema. */
export function typedCollection<T extends Entity>(
  { name, schema }: CollectionDefinition<T>,
  raw: RawCollection,
): Collection<T> {
  function parse(document: StoredDocument): T {
    const result = schema.safeParse(document)
    if (!result.success) {
      throw new Error(`${name} ${document._id} does not fit its schema`, { cause: result.error })
    }
    return result.data
  }

  return {
    async findOne(filter) {
      const [document] = await raw.find(filter, { limit: 1 })
      return document === undefined ? null : parse(document)
    },
    find: async (filter, options = {}) => (await raw.find(filter, options)).map(parse),
    insertOne: (document) => raw.insertOne(document),
    insertMissing: (documents) => raw.insertMissing(documents),
    updateOne: (filter, update, options = {}) => raw.updateOne(filter, update, options),
    updateMany: (filter, update) => raw.updateMany(filter, update),
    async findOneAndUpdate(filter, update, options = {}) {
      const document = await raw.findOneAndUpdate(filter, update, options)
      return document && parse(document)
    },
    deleteOne: (filter) => raw.deleteOne(filter),
    deleteMany: (filter) => raw.deleteMany(filter),
    countDocuments: (filter) => raw.countDocuments(filter),
    aggregate: (pipeline) => raw.aggregate(pipeline),
  }
}
