import type { Sort } from '../database.ts'
import { isPlainObject } from './json.ts'

/** Stands for an empty array, which MongoDB sorts before null. */
const EMPTY_ARRAY = Symbol('empty array')

/** MongoDB's order of types: a missing field counts as null. */
export function rank(value: unknown): number {
  if (value === EMPTY_ARRAY) return 0
  if (value === undefined || value === null) return 1
  if (typeof value === 'number') return 2
  if (typeof value === 'string') return 3
  if (Array.isArray(value)) return 5
  if (typeof value === 'boolean') return 6
  if (value instanceof Date) return 7
  return 4
}

/** Total order over stored values; objects and arrays are told apart, but in no order that means anything. */
export function compareValues(a: unknown, b: unknown): number {
  if (a === b) return 0
  if (typeof a === 'string' && typeof b === 'string') return compareTexts(a, b)
  if (typeof a === 'number' && typeof b === 'number') return a - b
  const ranks = rank(a) - rank(b)
  if (ranks !== 0) return ranks
  if (a instanceof Date && b instanceof Date) return a.getTime() - b.getTime()
  if (typeof a === 'boolean') return a ? 1 : -1
  if (typeof a !== 'object' || a === null) return 0
  return compareValues(JSON.stringify(a), JSON.stringify(b))
}

/** By code points, as UTF-8 is compared; JavaScript's own order has emoji before some other characters. */
function compareTexts(a: string, b: string): number {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return (a.codePointAt(at) ?? -1) - (b.codePointAt(at) ?? -1)
}

/** The values at a dotted path, those of each element where there are arrays on the way or at the end of it. */
export function valuesAt(document: unknown, path: string): unknown[] {
  if (isPlainObject(document) && !path.includes('.')) return elements(document[path])
  return collect(document, path.split('.'))
}

function elements(value: unknown): unknown[] {
  if (!Array.isArray(value)) return [value]
  return value.length === 0 ? [EMPTY_ARRAY] : value
}

function collect(value: unknown, [field, ...rest]: string[]): unknown[] {
  if (field === undefined) return elements(value)
  if (isPlainObject(value)) return collect(value[field], rest)
  if (!Array.isArray(value) || value.length === 0) return [undefined]
  return value.flatMap((element) => collect(element, [field, ...rest]))
}

/** As MongoDB sorts: an array by its least element when ascending, by its greatest when descending. */
export function sortBy<T>(documents: readonly T[], sort: Sort): T[] {
  const fields = Object.entries(sort)
  return documents
    .map((document) => ({
      document,
      key: fields.map(([path, direction]) => sortValue(valuesAt(document, path), direction)),
    }))
    .sort((a, b) => compareKeys(a.key, b.key, fields))
    .map(({ document }) => document)
}

function sortValue(values: unknown[], direction: 1 | -1): unknown {
  return values.reduce((best, value) => (direction * compareValues(value, best) < 0 ? value : best))
}

function compareKeys(a: unknown[], b: unknown[], fields: [string, 1 | -1][]): number {
  for (const [position, [, direction]] of fields.entries()) {
    const order = direction * compareValues(a[position], b[position])
    if (order !== 0) return order
  }
  return 0
}
