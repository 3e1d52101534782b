import { $addToSet, $inc, $max, $min, $pull, $push, $set, $unset } from 'mingo/operators/update'
import { updateOne } from 'mingo/updater'
import type { Document } from 'mongodb'
import type { StoredDocument } from '../typed-collection.ts'
import { copy, isPlainObject, type PlainObject } from './json.ts'
import { matchContext } from './match.ts'

const OPERATORS = {
  $addToSet,
  $inc: (fields: PlainObject) => $inc(numbers(fields)),
  $max,
  $min,
  $pull,
  $push,
  $set,
  $unset: (fields: PlainObject) => $unset(Object.fromEntries(Object.keys(fields).map((path) => [path, '' as const]))),
}

type Operator = keyof typeof OPERATORS

/** Paths and values by operator. */
type Operators = Partial<Record<Operator, PlainObject>>

/** The document after the update, or undefined when the update changes nothing in it. */
export function updated(before: StoredDocument, filter: Document, update: Document): StoredDocument | undefined {
  const { $setOnInsert, ...operators } = checked(update)
  const after = copy(before)
  return apply(after, filter, operators) ? copy(after) : undefined
}

/** The document that an upsert inserts: what the filter demands to be equal, and then the update. */
export function upserted(filter: Document, update: Document): StoredDocument {
  const { $setOnInsert, $set, ...operators } = checked(update)
  const { _id: updateId, ...fields } = { ...$setOnInsert, ...$set }
  const { _id: filterId, ...equalities } = Object.fromEntries(equalitiesOf(filter))
  const _id = filterId ?? updateId
  if (typeof _id !== 'string') throw new TypeError('an upsert needs an _id, in its filter or in $setOnInsert')

  const document: StoredDocument = { _id }
  apply(document, {}, { $set: equalities })
  apply(document, filter, { ...operators, $set: fields })
  return copy(document)
}

/** As the driver and the server see it: paths whose value is undefined are left out, contradictions refused. */
function checked(update: Document): Operators & { $setOnInsert?: PlainObject } {
  const checked: Operators & { $setOnInsert?: PlainObject } = {}
  const paths: string[] = []
  for (const [operator, fields] of Object.entries(update)) {
    if (!isOperator(operator) && operator !== '$setOnInsert')
      throw new TypeError(`unknown update operator: ${operator}`)
    const defined = Object.entries(fields).filter(([, value]) => value !== undefined)
    checked[operator] = Object.fromEntries(defined)
    paths.push(...defined.map(([path]) => path))
  }
  if (Object.keys(update).length === 0) throw new TypeError('an update needs an operator such as $set')
  refuseConflicts(paths)
  return checked
}

function isOperator(name: string): name is Operator {
  return name in OPERATORS
}

function refuseConflicts(paths: readonly string[]): void {
  const conflict = paths.find((path, at) =>
    paths.some((other, otherAt) => at !== otherAt && (path === other || path.startsWith(`${other}.`))),
  )
  if (conflict !== undefined) throw new Error(`updating the path '${conflict}' would create a conflict`)
}

/** Changes `document` in place, and says whether it did. */
function apply(document: StoredDocument, filter: Document, operators: Operators): boolean {
  refuseWrongTypes(document, operators)
  if (hasPositions(operators)) {
    const update: Document = operators
    return updateOne<PlainObject>([document], filter, update, {}, { context: matchContext }).modifiedCount > 0
  }
  let modified = false
  for (const [operator, fields] of Object.entries(operators)) {
    if (isOperator(operator) && OPERATORS[operator](fields)(document).length > 0) modified = true
  }
  return modified
}

/** Whether some path holds a `$`, which stands for the element that the filter found. */
function hasPositions(operators: Operators): boolean {
  return Object.values(operators).some((fields) => Object.keys(fields).some((path) => path.includes('.$')))
}

function numbers(fields: PlainObject): Record<string, number> {
  const numbers: Record<string, number> = {}
  for (const [path, value] of Object.entries(fields)) {
    if (typeof value !== 'number') throw new TypeError(`cannot increment ${path} by ${typeof value}`)
    numbers[path] = value
  }
  return numbers
}

const FITS: Partial<Record<string, (value: unknown) => boolean>> = {
  $inc: (value) => typeof value === 'number',
  $push: Array.isArray,
  $addToSet: Array.isArray,
  $pull: Array.isArray,
}

/** mingo leaves such fields as they are; MongoDB refuses the update. */
function refuseWrongTypes(document: StoredDocument, operators: Operators): void {
  for (const [operator, fields] of Object.entries(operators)) {
    const fits = FITS[operator]
    for (const path of fits ? Object.keys(fields) : []) {
      const value = path
        .split('.')
        .reduce<unknown>((at, field) => (isPlainObject(at) ? at[field] : undefined), document)
      if (value !== undefined && !fits?.(value)) throw new TypeError(`${operator} does not fit the value of ${path}`)
    }
  }
}

function equalitiesOf(filter: Document): [string, unknown][] {
  return Object.entries(filter).flatMap(([field, condition]): [string, unknown][] => {
    if (field === '$and' && Array.isArray(condition)) return condition.flatMap(equalitiesOf)
    if (field.startsWith('$') || condition instanceof RegExp) return []
    if (!isPlainObject(condition) || !Object.keys(condition).some((key) => key.startsWith('$'))) {
      return [[field, condition]]
    }
    return '$eq' in condition ? [[field, condition.$eq]] : []
  })
}
