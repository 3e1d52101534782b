import { isDeepStrictEqual } from 'node:util'
import type { Document } from 'mongodb'
import type { Sort } from '../database.ts'
import type { StoredDocument } from '../typed-collection.ts'
import { isPlainObject } from './json.ts'
import type { Bounds } from './key.ts'
import type { Order } from './order.ts'

/** A way to the documents that may match a filter: some that don't can be among them, but none is missing. */
export interface Plan {
  documents(): Iterable<StoredDocument>
  /** How many documents that is, at most; counted no further than `atMost`. */
  count(atMost: number): number
  /** Whether they come in the order that was asked for. */
  sorted: boolean
}

export interface Wanted {
  sort?: Sort
  limit?: number
}

/** What a filter demands of one field; each part by itself, so any of them may be used or left out. */
interface Constraint {
  anyOf?: readonly unknown[]
  from?: Bounds['from']
  to?: Bounds['to']
}

type Constraints = ReadonlyMap<string, Constraint>

/** How much further down a sorted index a match is looked for before another plan would have been better. */
const ASSUMED_MISSES = 8

/** How far the documents of a plan are counted to compare it with others. */
const COUNTED = 100_000

/** The ids that a filter names, in their order; undefined where it names none. */
export function idsIn({ _id }: Document): string[] | undefined {
  const named: unknown = isPlainObject(_id) ? _id.$in : [_id]
  if (!Array.isArray(named) || !named.every((id) => typeof id === 'string')) return undefined
  return [...new Set<string>(named)].sort()
}

/** The plan that has the fewest documents to look at, or undefined when there is none but to look at all. */
export function planQuery(filter: Document, orders: readonly Order[], wanted: Wanted): Plan | undefined {
  const constraints = constraintsOf(filter)
  const usable = orders.filter(({ partial }) => implies(filter, partial))
  const plans = [
    ...usable.map((order) => planOrder(order, constraints, wanted.sort)),
    planAlternatives(filter, orders),
  ].filter((plan) => plan !== undefined)
  return plans.length > 1 ? cheapest(plans, wanted) : plans[0]
}

function cheapest(plans: readonly Plan[], wanted: Wanted): Plan | undefined {
  let best: Plan | undefined
  let least = COUNTED
  for (const plan of plans) {
    const cost = costOf(plan, wanted, least)
    if (best && cost >= least) continue
    best = plan
    least = cost
  }
  return best
}

function costOf({ count, sorted }: Plan, { sort, limit }: Wanted, atMost: number): number {
  return count(sort && sorted && limit ? Math.min(atMost, limit * ASSUMED_MISSES) : atMost)
}

function planOrder(order: Order, constraints: Constraints, sort: Sort | undefined): Plan | undefined {
  const constrained = order.fields.map((field) => constraints.get(field))
  const equalFields = constrained.findIndex((constraint) => constraint?.anyOf === undefined)
  const depth = equalFields === -1 ? order.fields.length : equalFields
  const range = usableRange(constrained[depth], order.isMultikey())
  const bounds = constrained
    .slice(0, depth)
    .reduce<unknown[][]>(
      (prefixes, constraint) =>
        prefixes.flatMap((prefix) => constraint?.anyOf?.map((value) => [...prefix, value]) ?? []),
      [[]],
    )
    .map((equal): Bounds => ({ equal, ...range }))

  const direction = bounds.length === 1 && !order.isMultikey() ? directionFor(sort, order, depth) : undefined
  const isLimiting = depth > 0 || range !== undefined || order.partial !== undefined
  if (!isLimiting && direction === undefined) return undefined
  return {
    count: (atMost) => sumUpTo(atMost, bounds, (bound, rest) => order.count(bound, rest)),
    sorted: direction !== undefined,
    documents: () => unionOf(bounds, (bound) => order.between(bound, direction === -1)),
  }
}

/** On an array one element may meet the lower bound and another the upper one, so only one of them can be used. */
function usableRange(constraint: Constraint | undefined, multikey: boolean): Pick<Bounds, 'from' | 'to'> | undefined {
  const { from, to } = constraint ?? {}
  if (from && (multikey || !to)) return { from }
  if (from && to) return { from, to }
  return to && { to }
}

/** The direction in which the index, whose first `fixed` fields have one value, gives this sort; undefined if neither. */
function directionFor(sort: Sort | undefined, { fields }: Order, fixed: number): 1 | -1 | undefined {
  const rest = Object.entries(sort ?? {}).filter(([field]) => !fields.slice(0, fixed).includes(field))
  const direction = rest[0]?.[1] ?? 1
  const fits = rest.every(([field, way], at) => field === fields[fixed + at] && way === direction)
  return sort && fits ? direction : undefined
}

function planAlternatives(filter: Document, orders: readonly Order[]): Plan | undefined {
  if (!Array.isArray(filter.$or)) return undefined
  const plans: Plan[] = []
  for (const branch of filter.$or) {
    const plan = planQuery(branch, orders, {})
    if (plan === undefined) return undefined
    plans.push(plan)
  }
  return {
    count: (atMost) => sumUpTo(atMost, plans, (plan, rest) => plan.count(rest)),
    sorted: false,
    documents: () => unionOf(plans, (plan) => plan.documents()),
  }
}

function sumUpTo<T>(atMost: number, parts: readonly T[], count: (part: T, atMost: number) => number): number {
  return parts.reduce((sum, part) => (sum < atMost ? sum + count(part, atMost - sum) : sum), 0)
}

/** A document that several parts have, or that has several keys, comes once. */
function* unionOf<T>(parts: readonly T[], documents: (part: T) => Iterable<StoredDocument>): Iterable<StoredDocument> {
  const seen = new Set<string>()
  for (const part of parts) {
    for (const document of documents(part)) {
      if (seen.has(document._id)) continue
      seen.add(document._id)
      yield document
    }
  }
}

/** The filter states all that the index is limited to; it may state more of the same fields. */
function implies(filter: Document, partial: Document | undefined): boolean {
  return Object.entries(partial ?? {}).every(([field, limit]) => {
    const stated = filter[field]
    if (isDeepStrictEqual(stated, limit)) return true
    if (!isPlainObject(stated) || !isPlainObject(limit)) return false
    return Object.entries(limit).every(([operator, value]) => isDeepStrictEqual(stated[operator], value))
  })
}

function constraintsOf(filter: Document): Constraints {
  const constraints = new Map<string, Constraint>()
  for (const [field, condition] of conditions(filter)) {
    constraints.set(field, { ...constraints.get(field), ...constraintOf(condition) })
  }
  return constraints
}

function conditions(filter: Document): [string, unknown][] {
  return Object.entries(filter).flatMap(([field, condition]): [string, unknown][] => {
    if (field === '$and' && Array.isArray(condition)) return condition.flatMap(conditions)
    return field.startsWith('$') ? [] : [[field, condition]]
  })
}

function constraintOf(condition: unknown): Constraint {
  if (isScalar(condition)) return { anyOf: [condition] }
  if (condition instanceof RegExp) return prefixRange(condition) ?? {}
  if (typeof condition !== 'object' || condition === null) return {}
  const { $eq, $in, $gt, $gte, $lt, $lte }: Document = condition
  const constraint: Constraint = {}
  if (isScalar($eq)) constraint.anyOf = [$eq]
  if (Array.isArray($in) && $in.every(isScalar)) constraint.anyOf = $in
  if (isScalar($gt)) constraint.from = { value: $gt, inclusive: false }
  if (isScalar($gte)) constraint.from = { value: $gte, inclusive: true }
  if (isScalar($lt)) constraint.to = { value: $lt, inclusive: false }
  if (isScalar($lte)) constraint.to = { value: $lte, inclusive: true }
  return constraint
}

/** `/^abc/` is the strings from `abc` up to the first that can't begin so. */
function prefixRange({ source, flags }: RegExp): Constraint | undefined {
  const prefix = /^\^((?:[^\\^$.*+?()[\]{}|]|\\[^\w\s])+)$/.exec(source)?.[1]?.replaceAll(/\\(.)/g, '$1')
  if (prefix === undefined || flags !== '') return undefined
  return { from: { value: prefix, inclusive: true }, to: { value: `${prefix}\u{10ffff}`, inclusive: true } }
}

function isScalar(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value) || value instanceof Date
}
