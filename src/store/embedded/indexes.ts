import type { Document } from 'mongodb'
import { DuplicateKeyError, type IndexSpec } from '../database.ts'
import type { StoredDocument } from '../typed-collection.ts'
import { createMatcher } from './match.ts'
import { compareValues, valuesAt } from './order.ts'
import { createSortedList } from './sorted-list.ts'

/** The values of the index's fields, in their order; or of the first ones, as a prefix. */
export type Key = readonly unknown[]

interface Entry {
  key: Key
  id: string
}

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

/** Throws a {@link DuplicateKeyError} when the index is to be unique and the documents contradict that. */
export function createIndex(collection: string, spec: IndexSpec, documents: Iterable<StoredDocument>): Index {
  const { name, unique = false, partialFilterExpression: partial } = spec
  const fields = Object.keys(spec.key)
  const covers = partial ? createMatcher(partial) : () => true
  let multikey = false

  function keysOf(document: StoredDocument): Key[] {
    if (!covers(document)) return []
    const values = fields.map((field) => valuesAt(document, field))
    if (values.every(isSingleScalar)) return [values.map(([value]) => value)]
    multikey = true
    return combinations(values.map(distinct))
  }

  const entries = Array.from(documents).flatMap((document) =>
    keysOf(document).map((key) => ({ key, id: document._id })),
  )
  const list = createSortedList<Entry>(entries, compareEntries)
  if (unique) refuseNeighbours()

  function refuseNeighbours(): void {
    let previous: Entry | undefined
    for (const entry of list.between(always, never)) {
      if (previous && compareKeys(previous.key, entry.key) === 0) throw new DuplicateKeyError(collection, name)
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
    fields,
    partial,
    isMultikey: () => multikey,
    keysOf,
    isTaken(keys, id) {
      if (!unique) return false
      return keys.some((key) => list.between(atOrAfter(key), after(key)).some((entry) => entry.id !== id))
    },
    add(keys, id) {
      for (const key of keys) list.add({ key, id })
    },
    remove(keys, id) {
      for (const key of keys) list.remove({ key, id })
    },
    *between(bounds, descending) {
      const { start, end } = limits(bounds)
      for (const entry of list.between(start, end, descending)) yield entry.id
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
const atOrAfter = (prefix: Key) => (entry: Entry) => compareKeys(entry.key, prefix) >= 0
const after = (prefix: Key) => (entry: Entry) => compareKeys(entry.key, prefix) > 0

/** Compares as many values as `prefix` has. */
function compareKeys(key: Key, prefix: Key): number {
  for (let position = 0; position < prefix.length; position++) {
    const order = compareValues(key[position], prefix[position])
    if (order !== 0) return order
  }
  return 0
}

function compareEntries(a: Entry, b: Entry): number {
  return compareKeys(a.key, b.key) || compareValues(a.id, b.id)
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
