import { isDeepStrictEqual } from 'node:util'
import { DuplicateKeyError, type IndexSpec } from '../database.ts'
import type { StoredDocument } from '../typed-collection.ts'
import type { StoreFile } from './file.ts'
import { decodeStored, encode } from './json.ts'
import type { Keys } from './key.ts'
import { createKeyIndex, type KeyIndex } from './key-index.ts'
import type { Order } from './order.ts'

/** What becomes of a document's keys in an index when the document does. */
export interface Move {
  index: KeyIndex
  from: Keys
  to: Keys
}

export interface Indexes {
  orders(): Iterable<Order>
  /** Makes those that are missing. Throws a {@link DuplicateKeyError} when one is to be unique and the documents contradict that. */
  ensure(specs: readonly IndexSpec[]): void
  /** Those whose keys of a document are others than before. */
  moves(before: StoredDocument | undefined, after: StoredDocument | undefined): Move[]
}

/** The indexes of a collection as the file has them: each is kept up to date, whether it is asked for this time or not. */
export function createIndexes(collection: string, { statements, together }: StoreFile): Indexes {
  const kept = new Map<string, KeyIndex>()
  for (const { number, spec, multikey } of statements.indexes.all(collection)) {
    const index = createKeyIndex(statements, { number: Number(number), spec: String(spec), multikey: multikey === 1 })
    kept.set(index.name, index)
  }

  function make(name: string, spec: string): KeyIndex {
    const { lastInsertRowid } = statements.insertIndex.run(collection, name, spec)
    const index = createKeyIndex(statements, { number: Number(lastInsertRowid), spec, multikey: false })
    for (const { number, document } of statements.records.iterate(collection)) {
      index.add(index.keysOf(decodeStored(String(document))), Number(number))
    }
    if (index.isContradicted()) throw new DuplicateKeyError(collection, name)
    return index
  }

  return {
    orders: () => kept.values(),
    ensure(specs) {
      for (const spec of specs) {
        const text = encode({ ...spec })
        const before = kept.get(spec.name)
        if (before?.spec === text) continue
        const made = together(() => {
          before?.drop()
          return make(spec.name, text)
        })
        kept.set(spec.name, made)
      }
    },
    moves: (before, after) =>
      Array.from(kept.values(), (index) => ({
        index,
        from: index.keysOf(before),
        to: index.keysOf(after),
      })).filter(({ from, to }) => !isDeepStrictEqual(from.of, to.of)),
  }
}
