import type { Document } from 'mongodb'
import type { Entity, FindOptions, IndexSpec, UpdateResult } from '../database.ts'
import type { RawCollection, StoredDocument } from '../typed-collection.ts'
import { sortBy } from './compare.ts'
import { createDocuments, insertOf } from './documents.ts'
import type { StoreFile } from './file.ts'
import { copy } from './json.ts'
import { createMatcher } from './match.ts'
import { idsIn, planQuery } from './plan.ts'
import { updated, upserted } from './update.ts'

export interface EmbeddedCollection extends RawCollection {
  ensureIndexes(specs: readonly IndexSpec[]): void
}

/** Every call runs to its end in one go, so it is atomic in this process, and there is no other. */
export function createEmbeddedCollection(name: string, file: StoreFile): EmbeddedCollection {
  const documents = createDocuments(name, file)

  function select(filter: Document, { sort, skip = 0, limit = 0 }: FindOptions): StoredDocument[] {
    const end = limit === 0 ? Number.POSITIVE_INFINITY : skip + limit
    const wanted = { ...(sort && { sort }), ...(limit > 0 && { limit: end }) }
    const ids = idsIn(filter)
    const plan = ids ? undefined : planQuery(filter, documents.orders(), wanted)
    const candidates = ids ? named(ids) : (plan?.documents() ?? documents.values())
    if (sort === undefined || plan?.sorted) return firstMatches(candidates, filter, end).slice(skip)
    return sortBy(firstMatches(candidates, filter, Number.POSITIVE_INFINITY), sort).slice(skip, end)
  }

  function* named(ids: readonly string[]): Iterable<StoredDocument> {
    for (const id of ids) {
      const document = documents.get(id)
      if (document !== undefined) yield document
    }
  }

  function update(found: readonly StoredDocument[], filter: Document, change: Document): UpdateResult {
    const replacements = found.flatMap((before) => {
      const after = updated(before, filter, change)
      return after ? [{ id: before._id, before, after }] : []
    })
    documents.commit(replacements)
    return { matchedCount: found.length, modifiedCount: replacements.length, upsertedCount: 0 }
  }

  function insertUpserted(filter: Document, change: Document): StoredDocument {
    const after = upserted(filter, change)
    documents.commit([insertOf(after)])
    return after
  }

  function remove(found: readonly StoredDocument[]): number {
    documents.commit(found.map((before) => ({ id: before._id, before, after: undefined })))
    return found.length
  }

  return {
    ensureIndexes: documents.ensureIndexes,
    find: async (filter, options) => select(filter, options),
    async insertOne(document) {
      documents.commit([insertOf(stored(document))])
    },
    insertMissing: async (missing) => documents.insertFree(missing.map(stored)),
    async updateOne(filter, change, { upsert = false }) {
      const found = select(filter, { limit: 1 })
      if (found.length > 0 || !upsert) return update(found, filter, change)
      insertUpserted(filter, change)
      return { matchedCount: 0, modifiedCount: 0, upsertedCount: 1 }
    },
    updateMany: async (filter, change) => update(select(filter, {}), filter, change),
    async findOneAndUpdate(filter, change, { sort, upsert = false }) {
      const [before] = select(filter, { ...(sort && { sort }), limit: 1 })
      if (before === undefined) return upsert ? insertUpserted(filter, change) : null
      const after = updated(before, filter, change)
      if (after === undefined) return before
      documents.commit([{ id: before._id, before, after }])
      return after
    },
    deleteOne: async (filter) => remove(select(filter, { limit: 1 })),
    deleteMany: async (filter) => remove(select(filter, {})),
    countDocuments: async (filter) => select(filter, {}).length,
    async aggregate(pipeline) {
      const { aggregate } = await import('mingo')
      const [first, ...rest] = pipeline
      const filter: Document | undefined = first?.$match
      const input = select(filter ?? {}, {})
      return aggregate(input, filter ? rest : pipeline)
    },
  }
}

function firstMatches(candidates: Iterable<StoredDocument>, filter: Document, most: number): StoredDocument[] {
  const matches = createMatcher(filter)
  const found: StoredDocument[] = []
  for (const document of candidates) {
    if (!matches(document)) continue
    found.push(document)
    if (found.length >= most) break
  }
  return found
}

function stored(document: Entity): StoredDocument {
  if (typeof document._id !== 'string') throw new TypeError('a document needs an _id that is a string')
  return copy({ ...document })
}
