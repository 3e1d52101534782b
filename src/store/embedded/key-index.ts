import { z } from 'zod'
import type { IndexSpec } from '../database.ts'
import type { StoredDocument } from '../typed-collection.ts'
import { decode, decodeStored } from './json.ts'
import { type Keys, keyingOf, keyRange, NO_KEYS } from './key.ts'
import type { Order } from './order.ts'
import type { Statements } from './statements.ts'

/** An order for which the file has a key of each document that it covers. */
export interface KeyIndex extends Order {
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

export function createKeyIndex(statements: Statements, { number, spec, multikey }: Noted): KeyIndex {
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
      const { start, end } = keyRange(bounds)
      const found = descending ? statements.byKey.descending : statements.byKey.ascending
      for (const { document } of found.iterate(number, start, end)) yield decodeStored(String(document))
    },
    count(bounds, atMost) {
      const { start, end } = keyRange(bounds)
      return Number(statements.countKeys.get(number, start, end, atMost)?.count)
    },
  }
}
