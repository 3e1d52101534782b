import type { Document } from 'mongodb'
import { DuplicateKeyError, type IndexSpec } from '../database.ts'
import type { StoredDocument } from '../typed-collection.ts'
import { createMatcher } from './match.ts'
import { compareValues, valuesAt } from './order.ts'
import { createSharing } from './sharing.ts'
import { createSortedList } from './sorted-list.ts'

/** The values of the index's fields, in their order; or of the first ones, as a prefix. */
export type Key = readonly unknown[]

/** A key, and after it the id of its document. */
type Entry = readonly unknown[]

/** Bounds on a prefix of the index's fields: `equal` on the first ones, and then a range on the next. */
export interface Bounds {
  equal: Key
  from?: { value: unknown; inclusive: boolean }
  to?: { value: unknown; inclusive: boolean }
}

/** Ids in the order of some fields of their documents, as MongoDB's index: each element of an array has a key. */
export interface Index {
  name: string
  fields: readonly string[]
  partial: Document | undefined
  /** Whether some document has several keys, or one whose order means nothing: then it can't be used for sorting. */
  isMultikey(): boolean
  /** None when the index doesn't cover the document. */
  keysOf(document: StoredDocument): Key[]
  /** Whether the index is unique and one of the keys belongs to another document. */
  isTaken(keys: readonly Key[], id: string): boolean
  add(keys: readonly Key[], id: string): void
  remove(keys: readonly Key[], id: string): void
  between(bounds: Bounds, descending?: boolean): IterableIterator<string>
  count(bounds: Bounds): number
}

/**
 * Makes several indexes in one pass over the documents.
 * Throws a {@link DuplicateKeyError} when one is to be unique and the documents contradict that.
 */
export function createIndexes(
  collection: string,
  specs: readonly IndexSpec[],
  documents: Iterable<StoredDocument>,
): Index[] {
  const filling = specs.map((spec): Filling => ({ spec, keys: createKeys(spec), entries: [] }))
  const shared = createSharing()
  for (const document of documents) {
    for (const { keys, entries } of filling) {
      for (const key of keys.of(document)) entries.push(key.map(shared).concat(document._id))
    }
  }
  return filling.map(({ spec, keys, entries }) => createIndex(collection, spec, keys, entries))
}

type Keys = ReturnType<typeof createKeys>

interface Filling {
  spec: IndexSpec
  keys: Keys
  entries: Entry[]
}

function createKeys({ key, partialFilterExpression }: IndexSpec) {
  const fields = Object.keys(key)
  const covers = partialFilterExpression ? createMatcher(partialFilterExpression) : () => true
  let multikey = false
  return {
    fields,
    isMultikey: () => multikey,
    of(document: StoredDocument): Key[] {
      if (!covers(document)) return []
      const values = fields.map((field) => valuesAt(document, field))
      if (values.every(isSingleScalar)) return [values.map(([value]) => value)]
      multikey = true
      return combinations(values.map(distinct))
    },
  }
}

function createIndex(collection: string, spec: IndexSpec, keys: Keys, entries: readonly Entry[]): Index {
  const { name, unique = false, partialFilterExpression: partial } = spec
  const list = createSortedList(entries, compareKeys)
  if (unique) refuseNeighbours()

  function refuseNeighbours(): void {
    let previous: Entry | undefined
    for (const entry of list.between(always, never)) {
      if (previous && compareKeys(previous, keyOf(entry)) === 0) throw new DuplicateKeyError(collection, name)
      previous = entry
    }
  }

  function limits({ equal, from, to }: Bounds) {
    const start = from && [...equal, from.value]
    const end = to && [...equal, to.value]
    return {
      start: start && !from.inclusive ? after(start) : atOrAfter(start ?? equal),
      end: end && !to.inclusive ? atOrAfter(end) : after(end ?? equal),
    }
  }

  return {
    name,
    fields: keys.fields,
    partial,
    isMultikey: keys.isMultikey,
    keysOf: keys.of,
    isTaken(wanted, id) {
      if (!unique) return false
      return wanted.some((key) => list.between(atOrAfter(key), after(key)).some((entry) => idOf(entry) !== id))
    },
    add(added, id) {
      for (const key of added) list.add(key.concat(id))
    },
    remove(removed, id) {
      for (const key of removed) list.remove(key.concat(id))
    },
    *between(bounds, descending) {
      const { start, end } = limits(bounds)
      for (const entry of list.between(start, end, descending)) yield idOf(entry)
    },
    count(bounds) {
      const { start, end } = limits(bounds)
      return list.count(start, end)
    },
  }
}

export function sameKeys(some: readonly Key[], others: readonly Key[]): boolean {
  return some.length === others.length && some.every((key, at) => compareKeys(key, others[at] ?? []) === 0)
}

const always = () => true
const never = () => false
const atOrAfter = (prefix: Key) => (entry: Entry) => compareKeys(entry, prefix) >= 0
const after = (prefix: Key) => (entry: Entry) => compareKeys(entry, prefix) > 0

/** Compares as many values as `prefix` has. */
function compareKeys(key: Key, prefix: Key): number {
  for (let position = 0; position < prefix.length; position++) {
    const order = compareValues(key[position], prefix[position])
    if (order !== 0) return order
  }
  return 0
}

function keyOf(entry: Entry): Key {
  return entry.slice(0, -1)
}

function idOf(entry: Entry): string {
  return String(entry.at(-1))
}

function isSingleScalar(values: unknown[]): boolean {
  const [value] = values
  return values.length === 1 && (typeof value !== 'object' || value === null || value instanceof Date)
}

function distinct(values: unknown[]): unknown[] {
  return values.filter((value, at) => values.findIndex((other) => compareValues(other, value) === 0) === at)
}

function combinations(values: unknown[][]): Key[] {
  return values.reduce<Key[]>((keys, some) => keys.flatMap((key) => some.map((value) => [...key, value])), [[]])
}
