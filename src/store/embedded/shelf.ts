import type { IndexSpec } from '../database.ts'
import type { StoredDocument } from '../typed-collection.ts'

/** A document as it now is (`after`), or gone when `after` is undefined. */
export interface Change {
  id: string
  after: StoredDocument | undefined
}

/** What keeps the documents of a collection. What it gives is the caller's own, to keep or to change. */
export interface Shelf {
  get(id: string): StoredDocument | undefined
  /** All of them, in any order. The shelf must not change on the way. */
  values(): Iterable<StoredDocument>
  /** All of the changes or none are kept, safe from the end of this process, when this returns. */
  write(changes: readonly Change[]): void
  /** Whether the documents are known to fit this unique index: it was made before, and kept to ever since. */
  isKeptTo(index: IndexSpec): boolean
  /** From now on they are. */
  noteKeptTo(index: IndexSpec): void
}
