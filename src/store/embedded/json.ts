import type { StoredDocument } from '../typed-collection.ts'

/** Documents as text: JSON, with a `Date` as `{"$date": milliseconds}`. */

const DATE = '$date'

export type PlainObject = Record<string, unknown>

export function isPlainObject(value: unknown): value is PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
}

/**
 * A deep copy as the store would give it back: fields that are `undefined` are left out.
 * Throws a TypeError on what the text form can't carry.
 */
export function copy<T>(value: T): T
export function copy(value: unknown): unknown {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value
  if (typeof value === 'number' && Number.isFinite(value)) return value
  if (value instanceof Date && !Number.isNaN(value.getTime())) return new Date(value)
  if (Array.isArray(value)) return value.map((element) => copy(element ?? null))
  if (isPlainObject(value)) return copyObject(value)
  throw new TypeError(`cannot store a value of type ${typeof value}: ${String(value)}`)
}

function copyObject(object: PlainObject): PlainObject {
  const prototype = Object.getPrototypeOf(object)
  if (prototype !== Object.prototype && prototype !== null) {
    throw new TypeError(`cannot store an instance of ${object.constructor?.name}`)
  }
  const result: PlainObject = {}
  for (const key of Object.keys(object)) {
    const value = object[key]
    if (value === undefined) continue
    if (key === DATE || key === '__proto__') throw new TypeError(`cannot store a field named ${key}`)
    result[key] = copy(value)
  }
  return result
}

export function encode(document: PlainObject): string {
  return JSON.stringify(tagDates(document))
}

/** Shares with `value` whatever holds no date. */
function tagDates(value: unknown): unknown {
  if (value instanceof Date) return { [DATE]: value.getTime() }
  if (Array.isArray(value)) {
    const tagged = value.map(tagDates)
    return tagged.some((element, index) => element !== value[index]) ? tagged : value
  }
  if (!isPlainObject(value)) return value
  let result = value
  for (const key of Object.keys(value)) {
    const tagged = tagDates(value[key])
    if (tagged === value[key]) continue
    if (result === value) result = { ...value }
    result[key] = tagged
  }
  return result
}

export function decode(text: string): unknown {
  const value: unknown = JSON.parse(text)
  return text.includes(DATE) ? reviveDates(value) : value
}

export function decodeStored(text: string): StoredDocument {
  const document = decode(text)
  if (!isStored(document)) throw new Error('a document has no _id')
  return document
}

function isStored(value: unknown): value is StoredDocument {
  return isPlainObject(value) && typeof value._id === 'string'
}

function reviveDates(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reviveDates)
  if (!isPlainObject(value)) return value
  const time = value[DATE]
  if (typeof time === 'number') return new Date(time)
  for (const key of Object.keys(value)) value[key] = reviveDates(value[key])
  return value
}
