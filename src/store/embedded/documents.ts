import { DuplicateKeyError, type IndexSpec } from '../database.ts'
import type { StoredDocument } from '../typed-collection.ts'
import { createIndexes, type Index, sameKeys } from './indexes.ts'
import { createSharing, type Sharing } from './sharing.ts'
import type { Shelf } from './shelf.ts'

/** An insert has no `before`, a delete no `after`. */
export interface Replacement {
  id: string
  before: StoredDocument | undefined
  after: StoredDocument | undefined
}

/** The documents of a collection with their indexes. What it gives is the caller's own; what it takes must not change. */
export interface Documents {
  get(id: string): StoredDocument | undefined
  values(): Iterable<StoredDocument>
  indexes(): Iterable<Index>
  /** Throws a {@link DuplicateKeyError} when an index is to be unique and the documents contradict that. */
  ensureIndexes(specs: readonly IndexSpec[]): void
  /** Does all of them or, when it throws (a {@link DuplicateKeyError} or the disk's error), none. */
  commit(replacements: readonly Replacement[]): void
  /** Inserts those whose keys are free, and says how many that were. */
  insertFree(documents: readonly StoredDocument[]): number
}

const BY_ID: IndexSpec = { name: '_id_', key: { _id: 1 } }

/**
 * The indexes are in memory, and made at the first use by one pass over the documents: who starts does not wait for what
 * nobody needs yet. One that is to be unique is made when it is asked for the first time, to see whether it can be.
 */
export function createDocuments(collection: string, shelf: Shelf): Documents {
  const made = new Map<string, Index>()
  let missing = [BY_ID]

  function make(specs: readonly IndexSpec[]): void {
    if (specs.length === 0) return
    for (const index of createIndexes(collection, specs, shelf.values())) made.set(index.name, index)
  }

  function ensureIndexes(specs: readonly IndexSpec[]): void {
    const added = specs.filter(({ name }) => !made.has(name) && !missing.some((other) => other.name === name))
    const unproven = added.filter((spec) => spec.unique && !shelf.isKeptTo(spec))
    make(unproven)
    for (const spec of unproven) shelf.noteKeptTo(spec)
    missing.push(...added.filter((spec) => !unproven.includes(spec)))
  }

  function indexes(): Iterable<Index> {
    make(missing)
    missing = []
    return made.values()
  }

  function isThere(id: string): boolean {
    indexes()
    return (made.get(BY_ID.name)?.count({ equal: [id] }) ?? 0) > 0
  }

  /** Makes the replacement in the indexes, or gives the name of the one that it contradicts. */
  function enter({ id, before, after }: Replacement, shared: Sharing = (value) => value): string | undefined {
    if (before === undefined && isThere(id)) return BY_ID.name
    const moves = Array.from(indexes(), (index) => ({
      index,
      from: before ? index.keysOf(before) : [],
      to: after ? index.keysOf(after).map((key) => key.map(shared)) : [],
    })).filter(({ from, to }) => !sameKeys(from, to))
    const taken = moves.find(({ index, to }) => index.isTaken(to, id))
    if (taken) return taken.index.name

    for (const { index, from, to } of moves) {
      index.remove(from, id)
      index.add(to, id)
    }
    return undefined
  }

  function undo(entered: readonly Replacement[]): void {
    for (const { id, before, after } of entered.toReversed()) enter({ id, before: after, after: before })
  }

  function writeOrUndo(entered: readonly Replacement[]): void {
    try {
      shelf.write(entered)
    } catch (error) {
      undo(entered)
      throw error
    }
  }

  return {
    get: shelf.get,
    values: shelf.values,
    indexes,
    ensureIndexes,
    commit(replacements) {
      for (const [at, replacement] of replacements.entries()) {
        const taken = enter(replacement)
        if (taken === undefined) continue
        undo(replacements.slice(0, at))
        throw new DuplicateKeyError(collection, taken)
      }
      writeOrUndo(replacements)
    },
    insertFree(documents) {
      const shared = createSharing()
      const entered = documents.map(insertOf).filter((insert) => enter(insert, shared) === undefined)
      writeOrUndo(entered)
      return entered.length
    },
  }
}

export function insertOf(document: StoredDocument): Replacement {
  return { id: document._id, before: undefined, after: document }
}
