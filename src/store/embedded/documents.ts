import { DuplicateKeyError, type IndexSpec } from '../database.ts'
import type { StoredDocument } from '../typed-collection.ts'
import type { Change } from './file.ts'
import { createIndex, type Index, sameKeys } from './indexes.ts'

/** An insert has no `before`, a delete no `after`. */
export interface Replacement {
  id: string
  before: StoredDocument | undefined
  after: StoredDocument | undefined
}

/** The documents of a collection, in memory with their indexes and on disk. None of them is ever changed in place. */
export interface Documents {
  get(id: string): StoredDocument | undefined
  values(): Iterable<StoredDocument>
  indexes(): Iterable<Index>
  /** Throws a {@link DuplicateKeyError} when the index is to be unique and the documents contradict that. */
  ensureIndex(spec: IndexSpec): void
  /** Does all of them or, when it throws (a {@link DuplicateKeyError} or the disk's error), none. */
  commit(replacements: readonly Replacement[]): void
  /** Inserts those whose keys are free, and says how many that were. */
  insertFree(documents: readonly StoredDocument[]): number
}

const BY_ID: IndexSpec = { name: '_id_', key: { _id: 1 } }

export function createDocuments(
  collection: string,
  initial: readonly StoredDocument[],
  write: (changes: readonly Change[]) => void,
): Documents {
  const byId = new Map(initial.map((document) => [document._id, document]))
  const indexes = new Map([[BY_ID.name, createIndex(collection, BY_ID, initial)]])

  /** Makes the replacement in memory, or gives the name of the index that it contradicts. */
  function replace({ id, before, after }: Replacement): string | undefined {
    if (before === undefined && byId.has(id)) return BY_ID.name
    const moves = Array.from(indexes.values(), (index) => ({
      index,
      from: before ? index.keysOf(before) : [],
      to: after ? index.keysOf(after) : [],
    })).filter(({ from, to }) => !sameKeys(from, to))
    const taken = moves.find(({ index, to }) => index.isTaken(to, id))
    if (taken) return taken.index.name

    for (const { index, from, to } of moves) {
      index.remove(from, id)
      index.add(to, id)
    }
    if (after) byId.set(id, after)
    else byId.delete(id)
    return undefined
  }

  function undo(replacements: readonly Replacement[]): void {
    for (const { id, before, after } of replacements.toReversed()) replace({ id, before: after, after: before })
  }

  function writeOrUndo(done: readonly Replacement[]): void {
    try {
      write(done.map(({ id, after }) => ({ collection, id, after })))
    } catch (error) {
      undo(done)
      throw error
    }
  }

  return {
    get: (id) => byId.get(id),
    values: () => byId.values(),
    indexes: () => indexes.values(),
    ensureIndex(spec) {
      if (!indexes.has(spec.name)) indexes.set(spec.name, createIndex(collection, spec, byId.values()))
    },
    commit(replacements) {
      for (const [at, replacement] of replacements.entries()) {
        const taken = replace(replacement)
        if (taken === undefined) continue
        undo(replacements.slice(0, at))
        throw new DuplicateKeyError(collection, taken)
      }
      writeOrUndo(replacements)
    },
    insertFree(documents) {
      const done = documents.map(insertOf).filter((insert) => replace(insert) === undefined)
      writeOrUndo(done)
      return done.length
    },
  }
}

export function insertOf(document: StoredDocument): Replacement {
  return { id: document._id, before: undefined, after: document }
}
