import { aggregate } from 'mingo'
import type { Document } from 'mongodb'
import { DuplicateKeyError, type Entity, type FindOptions, type IndexSpec, type UpdateResult } from '../database.ts'
import type { RawCollection, StoredDocument } from '../typed-collection.ts'
import type { Change } from './file.ts'
import { createIndex, type Index } from './indexes.ts'
import { copy } from './json.ts'
import { createMatcher } from './match.ts'
import { sortBy } from './order.ts'
import { planQuery } from './plan.ts'
import { updated, upserted } from './update.ts'

export interface EmbeddedCollection extends RawCollection {
  ensureIndex(spec: IndexSpec): void
}

interface Replacement {
  before?: StoredDocument
  after?: StoredDocument
}

/** Every call runs to its end in one go, so it is atomic in this process, and there is no other. */
export function createEmbeddedCollection(
  name: string,
  documents: readonly StoredDocument[],
  write: (changes: readonly Change[]) => void,
): EmbeddedCollection {
  const byId = new Map(documents.map((document) => [document._id, document]))
  const idIndex: IndexSpec = { name: '_id_', key: { _id: 1 }, unique: true }
  const indexes = new Map([[idIndex.name, createIndex(name, idIndex, documents)]])

  function ensureIndex(spec: IndexSpec): void {
    if (!indexes.has(spec.name)) indexes.set(spec.name, createIndex(name, spec, byId.values()))
  }

  /** The stored documents themselves: copy before giving them away. */
  function select(filter: Document, { sort, skip = 0, limit = 0 }: FindOptions): StoredDocument[] {
    if (typeof filter._id === 'string') return selectById(filter._id, filter, skip)
    const end = limit === 0 ? Number.POSITIVE_INFINITY : skip + limit
    const plan = planQuery(filter, indexes.values(), { ...(sort && { sort }), ...(limit > 0 && { limit: end }) })
    const ordered = sort === undefined || plan?.sorted === true
    const found = firstMatches(plan?.documents() ?? byId.values(), filter, ordered ? end : Number.POSITIVE_INFINITY)
    return (ordered ? found : sortBy(found, sort)).slice(skip, end)
  }

  function selectById(id: string, filter: Document, skip: number): StoredDocument[] {
    const document = byId.get(id)
    const matches = document && (Object.keys(filter).length === 1 || createMatcher(filter)(document))
    return matches ? [document].slice(skip) : []
  }

  function move({ before, after }: Replacement): void {
    const done: Index[] = []
    try {
      for (const index of indexes.values()) {
        if (before) index.remove(before)
        done.push(index)
        if (after) index.add(after)
      }
    } catch (error) {
      const failed = done.pop()
      for (const index of done) if (after) index.remove(after)
      for (const index of failed ? [...done, failed] : done) if (before) index.add(before)
      throw error
    }
    if (after) byId.set(after._id, after)
    else if (before) byId.delete(before._id)
  }

  function undo(replacements: readonly Replacement[]): void {
    for (const { before, after } of replacements.toReversed()) {
      move({ ...(after && { before: after }), ...(before && { after: before }) })
    }
  }

  /** All of them, in memory and on disk, or none. */
  function commit(replacements: readonly Replacement[]): void {
    const done: Replacement[] = []
    try {
      for (const replacement of replacements) {
        move(replacement)
        done.push(replacement)
      }
      write(replacements.map(({ before, after }) => changeOf(before, after)))
    } catch (error) {
      undo(done)
      throw error
    }
  }

  function changeOf(before: StoredDocument | undefined, after: StoredDocument | undefined): Change {
    return { collection: name, id: (after ?? before)?._id ?? '', after }
  }

  function update(found: readonly StoredDocument[], filter: Document, change: Document): UpdateResult {
    const replacements = found.flatMap((before) => {
      const after = updated(before, filter, change)
      return after ? [{ before, after }] : []
    })
    commit(replacements)
    return { matchedCount: found.length, modifiedCount: replacements.length, upsertedCount: 0 }
  }

  function upsert(filter: Document, change: Document): StoredDocument {
    const after = upserted(filter, change)
    commit([{ after }])
    return after
  }

  function remove(found: readonly StoredDocument[]): number {
    commit(found.map((before) => ({ before })))
    return found.length
  }

  return {
    ensureIndex,
    find: async (filter, options) => select(filter, options).map(copy<StoredDocument>),
    async insertOne(document) {
      commit([{ after: stored(document) }])
    },
    async insertMissing(documents) {
      const done: Replacement[] = []
      for (const document of documents) {
        const replacement = { after: stored(document) }
        if (moved(replacement)) done.push(replacement)
      }
      try {
        write(done.map(({ after }) => changeOf(undefined, after)))
      } catch (error) {
        undo(done)
        throw error
      }
      return done.length
    },
    async updateOne(filter, change, { upsert: inserts = false }) {
      const found = select(filter, { limit: 1 })
      if (found.length > 0 || !inserts) return update(found, filter, change)
      upsert(filter, change)
      return { matchedCount: 0, modifiedCount: 0, upsertedCount: 1 }
    },
    updateMany: async (filter, change) => update(select(filter, {}), filter, change),
    async findOneAndUpdate(filter, change, { sort, upsert: inserts = false }) {
      const [before] = select(filter, { ...(sort && { sort }), limit: 1 })
      if (before === undefined) return inserts ? copy(upsert(filter, change)) : null
      update([before], filter, change)
      return copy(byId.get(before._id) ?? before)
    },
    deleteOne: async (filter) => remove(select(filter, { limit: 1 })),
    deleteMany: async (filter) => remove(select(filter, {})),
    countDocuments: async (filter) => select(filter, {}).length,
    async aggregate(pipeline) {
      const [first, ...rest] = pipeline
      const filter: unknown = first?.$match
      const input = select(isFilter(filter) ? filter : {}, {}).map(copy<StoredDocument>)
      return aggregate(input, isFilter(filter) ? rest : pipeline)
    },
  }

  /** Whether its keys were free. */
  function moved(replacement: Replacement): boolean {
    try {
      move(replacement)
      return true
    } catch (error) {
      if (error instanceof DuplicateKeyError) return false
      throw error
    }
  }
}

function firstMatches(documents: Iterable<StoredDocument>, filter: Document, most: number): StoredDocument[] {
  const matches = createMatcher(filter)
  const found: StoredDocument[] = []
  for (const document of documents) {
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

function isFilter(value: unknown): value is Document {
  return typeof value === 'object' && value !== null
}
