import type { Document } from 'mongodb'
import type { StoredDocument } from '../typed-collection.ts'
import type { Bounds } from './key.ts'

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
