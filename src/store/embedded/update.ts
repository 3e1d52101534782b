import { updateOne } from 'mingo/updater'
import type { Document } from 'mongodb'
import type { StoredDocument } from '../typed-collection.ts'
import { copy, isPlainObject, type PlainObject } from './json.ts'
import { matchContext } from './match.ts'

const FITS: Record<string, (value: unknown) => boolean> = {
  $inc: (value) => typeof value === 'number',
  $mul: (value) => typeof value === 'number',
  $push: Array.isArray,
  $addToSet: Array.isArray,
  $pull: Array.isArray,
  $pullAll: Array.isArray,
  $pop: Array.isArray,
}

/** The document after the update, or undefined when the update changes nothing in it. */
export function updated(before: StoredDocument, filter: Document, update: Document): StoredDocument | undefined {
  const { $setOnInsert, ...operators } = checked(update)
  const after = copy(before)
  const modified = apply(after, filter, operators)
  return modified ? copy(after) : undefined
}

/** The document that an upsert inserts: what the filter demands to be equal, and then the update. */
export function upserted(filter: Document, update: Document): StoredDocument {
  const { $setOnInsert = {}, $set = {}, ...operators } = checked(update)
  const twice = Object.keys($setOnInsert).find((path) => path in $set)
  if (twice !== undefined) throw new Error(`updating the path '${twice}' would create a conflict at '${twice}'`)

  const { _id: updateId, ...fields } = { ...$setOnInsert, ...$set }
  const { _id: filterId, ...equalities } = Object.fromEntries(equalitiesOf(filter))
  const _id = filterId ?? updateId
  if (typeof _id !== 'string') throw new TypeError('an upsert needs an _id, in its filter or in $setOnInsert')

  const document: StoredDocument = { _id }
  apply(document, {}, { $set: equalities })
  apply(document, filter, { ...operators, $set: fields })
  return copy(document)
}

function checked(update: Document): Document {
  const operators = Object.keys(update)
  if (operators.length === 0 || operators.some((operator) => !operator.startsWith('$'))) {
    throw new TypeError('an update needs operators such as $set')
  }
  return update
}

/** mingo leaves such fields as they are; MongoDB refuses the update. */
function refuseWrongTypes(document: StoredDocument, operators: Document): void {
  for (const [operator, paths] of Object.entries(operators)) {
    const fits = FITS[operator]
    for (const path of fits ? Object.keys(paths) : []) {
      const value = path
        .split('.')
        .reduce<unknown>((at, field) => (isPlainObject(at) ? at[field] : undefined), document)
      if (value !== undefined && !fits?.(value)) throw new TypeError(`${operator} does not fit the value of ${path}`)
    }
  }
}

function apply(document: StoredDocument, filter: Document, operators: Document): boolean {
  refuseWrongTypes(document, operators)
  const positional = Object.values(operators).some((paths: PlainObject) =>
    Object.keys(paths).some((path) => path.includes('.$')),
  )
  const { modifiedCount } = updateOne<PlainObject>(
    [document],
    positional ? filter : {},
    withoutUndefined(operators),
    { cloneMode: 'deep' },
    { context: matchContext },
  )
  return modifiedCount > 0
}

/** As the driver does: a path whose value is undefined is left out. */
function withoutUndefined(operators: Document): Document {
  return Object.fromEntries(
    Object.entries(operators).map(([operator, paths]: [string, PlainObject]) => [
      operator,
      Object.fromEntries(Object.entries(paths).filter(([, value]) => value !== undefined)),
    ]),
  )
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
