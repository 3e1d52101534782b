import type { Document, Filter, UpdateFilter } from 'mongodb'
import type { z } from 'zod'

/** Every document is keyed by a string that the domain chooses, so that a key can say what the document is about. */
export interface Entity {
  readonly _id: string
}

/** Fields in the order of their weight: 1 is ascending, -1 descending. */
export type Sort = Readonly<Record<string, 1 | -1>>

export interface FindOptions {
  sort?: Sort
  limit?: number
  skip?: number
}

/**
 * A unique or plain index; `partialFilterExpression` limits it to the documents that match, and a query can use it only
 * when it states the same. A unique index holds for each element of an array, as long as none is in there twice
 * (which DocumentDB doesn't index).
 */
export interface IndexSpec {
  key: Record<string, 1 | -1>
  name: string
  unique?: boolean
  partialFilterExpression?: Document
}

/**
 * The calls of MongoDB's driver that the domain uses, in MongoDB's query language.
 * Atomicity is that of one document; there are no transactions and no `$lookup`.
 * Of the update operators there are `$set $unset $setOnInsert $inc $min $max $push $pull $addToSet`; an upsert needs its
 * `_id` in the filter or in `$setOnInsert`. Instants are stored as `Date`.
 */
export interface Collection<T extends Entity> {
  findOne(filter: Filter<T>): Promise<T | null>
  find(filter: Filter<T>, options?: FindOptions): Promise<T[]>
  /** Fails with {@link DuplicateKeyError} when a unique index or the `_id` is taken. */
  insertOne(document: T): Promise<void>
  /** Inserts those whose `_id` and unique keys are free, and says how many that were. */
  insertMissing(documents: readonly T[]): Promise<number>
  updateOne(filter: Filter<T>, update: UpdateFilter<T>, options?: { upsert?: boolean }): Promise<UpdateResult>
  updateMany(filter: Filter<T>, update: UpdateFilter<T>): Promise<UpdateResult>
  /** The document after the update, or null when none matched (and none was upserted). */
  findOneAndUpdate(
    filter: Filter<T>,
    update: UpdateFilter<T>,
    options?: { sort?: Sort; upsert?: boolean },
  ): Promise<T | null>
  deleteOne(filter: Filter<T>): Promise<number>
  deleteMany(filter: Filter<T>): Promise<number>
  countDocuments(filter: Filter<T>): Promise<number>
  /** `$count` of nothing is no document on MongoDB, and one that says 0 elsewhere. */
  aggregate(pipeline: Document[]): Promise<Document[]>
}

export interface UpdateResult {
  matchedCount: number
  modifiedCount: number
  /**
   * Of several upserts that race for one document, DocumentDB tells more than one that it inserted it: what must happen
   * once hangs on `insertOne` or `insertMissing` instead.
   */
  upsertedCount: number
}

/**
 * What a collection holds. Documents are parsed with `schema` when they are read, so a schema gives defaults
 * for fields that documents of older versions lack. Written documents are taken as they are.
 */
export interface CollectionDefinition<T extends Entity> extends IndexedCollection {
  schema: z.ZodType<T>
}

/** What is known of a collection without the type of its documents, so that many of them fit in one list. */
export interface IndexedCollection {
  name: string
  indexes?: readonly IndexSpec[]
}

export interface Database {
  collection<T extends Entity>(definition: CollectionDefinition<T>): Collection<T>
  /** Creates the indexes of these collections where they are missing. */
  ensureIndexes(definitions: readonly IndexedCollection[]): Promise<void>
  /** Resolves when the database answers; rejects otherwise. */
  ping(): Promise<void>
  close(): Promise<void>
}

/**
 * A unique index or `_id` is taken; `index` is its name (`_id_` for the latter). Where a collection has several unique
 * indexes, DocumentDB doesn't tell which one stopped a `findOneAndUpdate`, and `index` is `unknown`.
 */
export class DuplicateKeyError extends Error {
  override readonly name = 'DuplicateKeyError'
  readonly collection: string
  readonly index: string

  constructor(collection: string, index: string, options?: ErrorOptions) {
    super(`duplicate key in ${collection}: ${index}`, options)
    this.collection = collection
    this.index = index
  }
}
