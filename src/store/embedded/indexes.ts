import type { Document } from 'mongodb'
import { DuplicateKeyError, type IndexSpec } from '../database.ts'
import type { StoredDocument } from '../typed-collection.ts'
import { createMatcher } from './match.ts'
import { compareValues, valuesAt } from './order.ts'
import { createSortedList } from './sorted-list.ts'

interface Entry {
  key: readonly unknown[]
  document: StoredDocument
}

/** Bounds on a prefix of the index's fields: `equal` on the first ones, and then a range on the next. */
export interface Bounds {
  equal: readonly unknown[]
  from?: { value: unknown; inclusive: boolean }
  to?: { value: unknown; inclusive: boolean }
}

/** Documents in the order of some of their fields, as MongoDB's index: each element of an array has an entry. */
export interface Index {
  fields: readonly string[]
  partial: Document | undefined
  /** Whether some document has several entries, or one whose order means nothing: then it can't be used for sorting. */
  isMultikey(): boolean
  /** Throws a {@link DuplicateKeyError} and changes nothing when the index is unique and the key is taken. */
  add(document: StoredDocument): void
  remove(document: StoredDocument): void
  between(bounds: Bounds, descending?: boolean): IterableIterator<StoredDocument>
  count(bounds: Bounds): number
}

export function createIndex(collection: string, spec: IndexSpec, documents: Iterable<StoredDocument>): Index {
  const fields = Object.keys(spec.key)
  const covers = createMatcher(spec.partialFilterExpression ?? {})
  let multikey = false

  function entriesOf(document: StoredDocument): Entry[] {
    if (!covers(document)) return []
    const keys = fields.reduce<unknown[][]>(
      (keys, field) => {
        const values = distinct(valuesAt(document, field))
        if (values.length > 1 || values.some(isComposite)) multikey = true
        return keys.flatMap((key) => values.map((value) => [...key, value]))
      },
      [[]],
    )
    return keys.map((key) => ({ key, document }))
  }

  const initial = Array.from(documents).flatMap(entriesOf)
  const list = createSortedList(initial, (a, b) => compareKeys(a.key, b.key) || compareIds(a, b))
  if (spec.unique) initial.forEach(refuseTaken)

  function refuseTaken({ key, document }: Entry): void {
    for (const other of list.between(atOrAfter(key), after(key))) {
      if (other.document !== document) throw new DuplicateKeyError(collection, spec.name)
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
    fields,
    partial: spec.partialFilterExpression,
    isMultikey: () => multikey,
    add(document) {
      const entries = entriesOf(document)
      if (spec.unique) entries.forEach(refuseTaken)
      for (const entry of entries) list.add(entry)
    },
    remove(document) {
      for (const entry of entriesOf(document)) list.remove(entry)
    },
    *between(bounds, descending) {
      const { start, end } = limits(bounds)
      for (const entry of list.between(start, end, descending)) yield entry.document
    },
    count(bounds) {
      const { start, end } = limits(bounds)
      return list.count(start, end)
    },
  }
}

const atOrAfter = (prefix: readonly unknown[]) => (entry: Entry) => compareKeys(entry.key, prefix) >= 0
const after = (prefix: readonly unknown[]) => (entry: Entry) => compareKeys(entry.key, prefix) > 0

/** Compares as many values as `prefix` has. */
function compareKeys(key: readonly unknown[], prefix: readonly unknown[]): number {
  for (let position = 0; position < prefix.length; position++) {
    const order = compareValues(key[position], prefix[position])
    if (order !== 0) return order
  }
  return 0
}

function compareIds(a: Entry, b: Entry): number {
  return compareValues(a.document._id, b.document._id)
}

function distinct(values: unknown[]): unknown[] {
  if (values.length === 1) return values
  return values.filter((value, at) => values.findIndex((other) => compareValues(other, value) === 0) === at)
}

function isComposite(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !(value instanceof Date)
}
