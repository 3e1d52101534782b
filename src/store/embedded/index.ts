import type { Document } from 'mongodb'
import { z } from 'zod'
import type { IndexSpec } from '../database.ts'
import type { StoredDocument } from '../typed-collection.ts'
import { decode, decodeStored } from './json.ts'
import { type Bounds, type Keys, keyingOf, NO_KEYS, rangeOf } from './key.ts'
import type { Statements } from './statements.ts'

/** A way to the documents in the order of some of their fields, as MongoDB's index: each element of an array has a key. */
export interface Order {
  fields: readonly string[]
  partial: Document | undefined
  /** Whether some document has several keys, or one whose order means nothing: then it can't be used for sorting. */
  isMultikey(): boolean
  between(bounds: Bounds, descending: boolean): Iterable<StoredDocument>
  /** How many keys there are, counted no further than `atMost`. */
  count(bounds: Bounds, atMost: number): number
}

/** An order for which the file has a key of each document that it covers. */
export interface Index extends Order {
  name: string
  spec: string
  keysOf(document: StoredDocument | undefined): Keys
  /** Whether the index is unique and one of the keys belongs to another record. */
  isTaken(keys: Keys, record: number | undefined): boolean
  /** Whether the index is unique and two records have one key. */
  isContradicted(): boolean
  add(keys: Keys, record: number): void
  remove(keys: Keys, record: number): void
  drop(): void
}

const specSchema: z.ZodType<IndexSpec> = z.object({
  name: z.string(),
  key: z.record(z.string(), z.literal([1, -1])),
  unique: z.boolean().exactOptional(),
  partialFilterExpression: z.record(z.string(), z.unknown()).exactOptional(),
})

/** An index as it is noted in the file. */
interface Noted {
  number: number
  spec: string
  multikey: boolean
}

export function createIndex(statements: Statements, { number, spec, multikey }: Noted): Index {
  const parsed = specSchema.parse(decode(spec))
  const { name, key, unique = false, partialFilterExpression: partial } = parsed
  const keying = keyingOf(parsed)
  let isMultikey = multikey

  /** Each time: what was noted in a transaction that did not come to its end is not in the file. */
  function noteMultikey(): void {
    statements.noteMultikey.run(number)
    isMultikey = true
  }

  return {
    name,
    spec,
    fields: Object.keys(key),
    partial,
    isMultikey: () => isMultikey,
    keysOf: (document) => (document ? keying(document) : NO_KEYS),
    isTaken(keys, record) {
      if (!unique) return false
      return keys.of.some((key) => statements.holders.all(number, key).some((holder) => holder.record !== record))
    },
    isContradicted: () => unique && statements.doubleKey.get(number) !== undefined,
    add(keys, record) {
      if (keys.multikey) noteMultikey()
      for (const key of keys.of) statements.insertKey.run(number, key, record)
    },
    remove(keys, record) {
      for (const key of keys.of) statements.deleteKey.run(number, key, record)
    },
    drop() {
      statements.deleteKeys.run(number)
      statements.deleteIndex.run(number)
    },
    *between(bounds, descending) {
      const { start, end } = rangeOf(bounds)
      const found = descending ? statements.byKey.descending : statements.byKey.ascending
      for (const { document } of found.iterate(number, start, end)) yield decodeStored(String(document))
    },
    count(bounds, atMost) {
      const { start, end } = rangeOf(bounds)
      return Number(statements.countKeys.get(number, start, end, atMost)?.count)
    },
  }
}

/** Above the first character of every id. */
const LAST = '\u{10ffff}'

/** The ids of a collection, which are in order without an index. */
export function createIdOrder(statements: Statements, collection: string): Order {
  function limits({ equal: [equal], from, to }: Bounds): [start: string, end: string] {
    if (typeof equal === 'string') return [equal, next(equal)]
    return [
      typeof from?.value === 'string' ? (from.inclusive ? from.value : next(from.value)) : '',
      typeof to?.value === 'string' ? (to.inclusive ? next(to.value) : to.value) : LAST,
    ]
  }

  return {
    fields: ['_id'],
    partial: undefined,
    isMultikey: () => false,
    *between(bounds, descending) {
      const found = descending ? statements.byId.descending : statements.byId.ascending
      for (const { document } of found.iterate(collection, ...limits(bounds))) yield decodeStored(String(document))
    },
    count: (bounds, atMost) => Number(statements.countIds.get(collection, ...limits(bounds), atMost)?.count),
  }
}

/** The least text that is above this one. */
function next(text: string): string {
  return `${text}\0`
}
