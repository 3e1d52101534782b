import { isDeepStrictEqual } from 'node:util'
import type { Document } from 'mongodb'
import type { Sort } from '../database.ts'
import type { Bounds, Index } from './indexes.ts'
import { isPlainObject } from './json.ts'

/** A way to the documents that may match a filter: some that don't can be among them, but none is missing. */
export interface Plan {
  ids(): Iterable<string>
  /** How many documents that is, at most. */
  count: number
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

/** The ids that a filter names, which needs no index; undefined where it names none. */
export function planById({ _id }: Document): Plan | undefined {
  const named: unknown = isPlainObject(_id) ? _id.$in : [_id]
  if (!Array.isArray(named) || !named.every((id) => typeof id === 'string')) return undefined
  const ids = [...new Set<string>(named)].sort()
  return { count: ids.length, sorted: false, ids: () => ids }
}

/** The plan through the indexes that has the fewest documents to look at, or undefined when none can be used. */
export function planQuery(filter: Document, indexes: Iterable<Index>, wanted: Wanted): Plan | undefined {
  const constraints = constraintsOf(filter)
  const all = Array.from(indexes)
  const usable = all.filter(({ partial }) => implies(filter, partial))
  const plans = usable.map((index) => planIndex(index, constraints, wanted.sort))
  plans.push(planAlternatives(filter, all))
  return plans
    .filter((plan) => plan !== undefined)
    .reduce<Plan | undefined>(
      (best, plan) => (best && cost(best, wanted) <= cost(plan, wanted) ? best : plan),
      undefined,
    )
}

function cost({ count, sorted }: Plan, { sort, limit }: Wanted): number {
  return sort && sorted && limit ? Math.min(count, limit * ASSUMED_MISSES) : count
}

function planIndex(index: Index, constraints: Constraints, sort: Sort | undefined): Plan | undefined {
  const constrained = index.fields.map((field) => constraints.get(field))
  const equalFields = constrained.findIndex((constraint) => constraint?.anyOf === undefined)
  const depth = equalFields === -1 ? index.fields.length : equalFields
  const range = rangeOf(constrained[depth], index.isMultikey())
  const bounds = constrained
    .slice(0, depth)
    .reduce<unknown[][]>(
      (prefixes, constraint) =>
        prefixes.flatMap((prefix) => constraint?.anyOf?.map((value) => [...prefix, value]) ?? []),
      [[]],
    )
    .map((equal): Bounds => ({ equal, ...range }))

  const direction = bounds.length === 1 && !index.isMultikey() ? directionFor(sort, index, depth) : undefined
  const isLimiting = depth > 0 || range !== undefined || index.partial !== undefined
  if (!isLimiting && direction === undefined) return undefined
  return {
    count: bounds.reduce((sum, bound) => sum + index.count(bound), 0),
    sorted: direction !== undefined,
    ids: () => unionOf(bounds.map((bound) => index.between(bound, direction === -1))),
  }
}

/** On an array one element may meet the lower bound and another the upper one, so only one of them can be used. */
function rangeOf(constraint: Constraint | undefined, multikey: boolean): Pick<Bounds, 'from' | 'to'> | undefined {
  const { from, to } = constraint ?? {}
  if (from && (multikey || !to)) return { from }
  if (from && to) return { from, to }
  return to && { to }
}

/** The direction in which the index, whose first `fixed` fields have one value, gives this sort; undefined if neither. */
function directionFor(sort: Sort | undefined, { fields }: Index, fixed: number): 1 | -1 | undefined {
  const rest = Object.entries(sort ?? {}).filter(([field]) => !fields.slice(0, fixed).includes(field))
  const direction = rest[0]?.[1] ?? 1
  const fits = rest.every(([field, way], at) => field === fields[fixed + at] && way === direction)
  return sort && fits ? direction : undefined
}

function planAlternatives(filter: Document, indexes: readonly Index[]): Plan | undefined {
  if (!Array.isArray(filter.$or)) return undefined
  const plans: Plan[] = []
  for (const branch of filter.$or) {
    const plan = planQuery(branch, indexes, {})
    if (plan === undefined) return undefined
    plans.push(plan)
  }
  return {
    count: plans.reduce((sum, plan) => sum + plan.count, 0),
    sorted: false,
    ids: () => unionOf(plans.map((plan) => plan.ids())),
  }
}

/** A document that has several keys comes once. */
function* unionOf(parts: readonly Iterable<string>[]): Iterable<string> {
  const seen = new Set<string>()
  for (const part of parts) {
    for (const id of part) {
      if (seen.has(id)) continue
      seen.add(id)
      yield id
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
  return { from: { value: prefix, inclusive: true }, to: { value: `${prefix}\uffff`, inclusive: true } }
}

function isScalar(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value) || value instanceof Date
}
