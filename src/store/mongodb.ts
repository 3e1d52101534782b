import { type Collection, type Document, MongoBulkWriteError, MongoClient, MongoServerError } from 'mongodb'
import { type Database, DuplicateKeyError, type IndexedCollection } from './database.ts'
import { type RawCollection, type StoredDocument, typedCollection } from './typed-collection.ts'

/** A turn has 15 seconds in Teams: better to fail sooner, so that the person gets an answer. */
const SERVER_SELECTION_TIMEOUT_MS = 5_000
const POOL_TIMEOUT_MS = 5_000
const SOCKET_TIMEOUT_MS = 30_000

/** Fewer documents a batch mean more round trips; the server caps a batch at 16 MB. */
const BATCH_SIZE = 1_000

/** How often an upsert is tried again that lost against another one for the same key. */
const UPSERT_RETRIES = 3

const DUPLICATE_KEY = 11_000

/**
 * MongoDB, or a server that speaks its protocol. What the server can't do (sessions, retried writes) the driver finds
 * out by itself; `retryWrites=false` and the like in `uri` are heeded. Rejects when no server answers.
 */
export async function openMongoDb(uri: string, databaseName: string): Promise<Database> {
  const client = new MongoClient(uri, {
    appName: 'kommunenettverk-bot',
    ignoreUndefined: true,
    serverSelectionTimeoutMS: SERVER_SELECTION_TIMEOUT_MS,
    waitQueueTimeoutMS: POOL_TIMEOUT_MS,
    socketTimeoutMS: SOCKET_TIMEOUT_MS,
  })
  const database = client.db(databaseName)
  const collections = new Map<string, RawCollection>()

  async function ping(): Promise<void> {
    await database.command({ ping: 1 })
  }

  function rawCollection(definition: IndexedCollection): RawCollection {
    const existing = collections.get(definition.name)
    if (existing !== undefined) return existing
    const created = createRawCollection(database.collection<StoredDocument>(definition.name), definition)
    collections.set(definition.name, created)
    return created
  }

  async function ensureIndexes(definition: IndexedCollection): Promise<void> {
    const { name, indexes = [] } = definition
    if (indexes.length === 0) return
    await translated(definition, () => database.collection(name).createIndexes([...indexes]))
  }

  try {
    await ping()
  } catch (error) {
    await client.close()
    throw error
  }
  return {
    collection: (definition) => typedCollection(definition, rawCollection(definition)),
    async ensureIndexes(definitions) {
      for (const definition of definitions) await ensureIndexes(definition)
    },
    ping,
    close: () => client.close(),
  }
}

function createRawCollection(collection: Collection<StoredDocument>, definition: IndexedCollection): RawCollection {
  const aggregate = (pipeline: Document[]) => collection.aggregate(pipeline, { batchSize: BATCH_SIZE }).toArray()

  return {
    find: (filter, options) => collection.find(filter, { ...options, batchSize: BATCH_SIZE }).toArray(),
    async insertOne(document) {
      await translated(definition, () => collection.insertOne({ ...document }))
    },
    async insertMissing(documents) {
      if (documents.length === 0) return 0
      try {
        const { insertedCount } = await collection.insertMany(
          documents.map((document) => ({ ...document })),
          { ordered: false },
        )
        return insertedCount
      } catch (error) {
        if (onlyDuplicates(error)) return error.insertedCount
        throw error
      }
    },
    async updateOne(filter, update, { upsert = false }) {
      const { matchedCount, modifiedCount, upsertedCount } = await translated(
        definition,
        () => collection.updateOne(filter, update, { upsert }),
        upsert ? UPSERT_RETRIES : 0,
      )
      return { matchedCount, modifiedCount, upsertedCount }
    },
    async updateMany(filter, update) {
      const { matchedCount, modifiedCount } = await translated(definition, () => collection.updateMany(filter, update))
      return { matchedCount, modifiedCount, upsertedCount: 0 }
    },
    findOneAndUpdate: (filter, update, { sort, upsert = false }) =>
      translated(
        definition,
        () => collection.findOneAndUpdate(filter, update, { ...(sort && { sort }), upsert, returnDocument: 'after' }),
        upsert ? UPSERT_RETRIES : 0,
      ),
    deleteOne: async (filter) => (await collection.deleteOne(filter)).deletedCount,
    deleteMany: async (filter) => (await collection.deleteMany(filter)).deletedCount,
    countDocuments: (filter) => collection.countDocuments(filter),
    aggregate,
  }
}

/**
 * Turns a duplicate key into a {@link DuplicateKeyError}. Two upserts that both find nothing both insert, and one fails;
 * `retries` lets it find what the other one inserted, as MongoDB itself does in simple cases.
 */
async function translated<R>(definition: IndexedCollection, call: () => Promise<R>, retries = 0): Promise<R> {
  try {
    return await call()
  } catch (error) {
    if (!(error instanceof MongoServerError) || error.code !== DUPLICATE_KEY) throw error
    if (retries > 0) return translated(definition, call, retries - 1)
    throw new DuplicateKeyError(definition.name, duplicateIndex(error.message, definition), { cause: error })
  }
}

/**
 * MongoDB says `… index: by-email dup key: …`, DocumentDB `… Index 'by-email'`, and for `findOneAndUpdate` only the name
 * of a constraint of its own.
 */
export function duplicateIndex(message: string, { indexes = [] }: IndexedCollection): string {
  const named = /index: (\S+) dup key/.exec(message) ?? /Index '([^']+)'/.exec(message)
  if (named?.[1] !== undefined) return named[1]
  const unique = indexes.filter((index) => index.unique)
  if (unique.length === 0 || message.includes('collection_pk')) return '_id_'
  return unique.length === 1 && unique[0] ? unique[0].name : 'unknown'
}

function onlyDuplicates(error: unknown): error is MongoBulkWriteError {
  if (!(error instanceof MongoBulkWriteError)) return false
  const { writeErrors } = error
  return Array.isArray(writeErrors) && writeErrors.every(({ code }) => code === DUPLICATE_KEY)
}
