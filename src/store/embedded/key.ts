import type { IndexSpec } from '../database.ts'
import type { StoredDocument } from '../typed-collection.ts'
import { compareValues, rank, valuesAt } from './compare.ts'
import { createMatcher } from './match.ts'

/** Bounds on a prefix of an index's fields: `equal` on the first ones, and then a range on the next. */
export interface Bounds {
  equal: readonly unknown[]
  from?: { value: unknown; inclusive: boolean }
  to?: { value: unknown; inclusive: boolean }
}

/** The keys from `start` up to but not including `end`. */
export interface Range {
  start: string
  end: string
}

/** Ends a text in a key; below all that can follow in a longer one. */
const END = '\0'

/** Above all that can follow in a key. */
const LAST = '~'

const bits = new DataView(new ArrayBuffer(8))

/**
 * Text whose UTF-8 bytes, which is what SQLite compares, are in the order of the values: the first one decides, then the
 * next. Each begins with the rank of its type.
 */
function keyOf(values: readonly unknown[]): string {
  return values.map((value) => rank(value) + orderedText(value)).join('')
}

export function keyRange({ equal, from, to }: Bounds): Range {
  const start = keyOf(from ? [...equal, from.value] : equal)
  const end = keyOf(to ? [...equal, to.value] : equal)
  return {
    start: from && !from.inclusive ? start + LAST : start,
    end: to && !to.inclusive ? end : end + LAST,
  }
}

function orderedText(value: unknown): string {
  if (typeof value === 'string') return value.replaceAll(END, END + LAST) + END
  if (typeof value === 'number') return orderedNumber(value)
  if (value instanceof Date) return orderedNumber(value.getTime())
  if (typeof value === 'boolean') return value ? '1' : '0'
  return typeof value === 'object' && value !== null ? JSON.stringify(value) + END : ''
}

/** The sixteen digits of its bits: of a negative one all turned around, of another the first, so that they sort. */
function orderedNumber(value: number): string {
  const withoutNegativeZero = value + 0
  bits.setFloat64(0, withoutNegativeZero)
  const flip = withoutNegativeZero < 0 ? 0xffffffff : 0
  const high = bits.getUint32(0) ^ (flip || 0x80000000)
  const low = bits.getUint32(4) ^ flip
  return digits(high) + digits(low)
}

function digits(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0')
}

/** What an index says of a document: one key, or one for each element where the document has an array. */
export interface Keys {
  of: string[]
  /** Whether they can't stand for the document's place in a sort: there are several, or their order means nothing. */
  multikey: boolean
}

export const NO_KEYS: Keys = { of: [], multikey: false }

export type Keying = (document: StoredDocument) => Keys

/** How the documents of an index get their keys: none where the index doesn't cover the document. */
export function keyingOf({ key, partialFilterExpression }: IndexSpec): Keying {
  const fields = Object.keys(key)
  const covers = partialFilterExpression ? createMatcher(partialFilterExpression) : () => true
  return (document) => {
    if (!covers(document)) return NO_KEYS
    const values = fields.map((field) => valuesAt(document, field))
    if (values.every(isSingleScalar)) return { of: [keyOf(values.flat(1))], multikey: false }
    return { of: combinations(values.map(distinct)).map(keyOf), multikey: true }
  }
}

function isSingleScalar(values: unknown[]): boolean {
  const [value] = values
  return values.length === 1 && (typeof value !== 'object' || value === null || value instanceof Date)
}

function distinct(values: unknown[]): unknown[] {
  return values.filter((value, at) => values.findIndex((other) => compareValues(other, value) === 0) === at)
}

function combinations(values: unknown[][]): unknown[][] {
  return values.reduce<unknown[][]>((keys, some) => keys.flatMap((key) => some.map((value) => [...key, value])), [[]])
}
