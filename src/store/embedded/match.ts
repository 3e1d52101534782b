import { Context } from 'mingo/core'
import * as booleanOperators from 'mingo/operators/expression/boolean'
import * as comparisonOperators from 'mingo/operators/expression/comparison'
import * as queryOperators from 'mingo/operators/query'
import { Query } from 'mingo/query'
import type { Document } from 'mongodb'
import type { StoredDocument } from '../typed-collection.ts'
import { isPlainObject } from './json.ts'

export type Matcher = (document: StoredDocument) => boolean

/** What filters may use. mingo copies it for every query, so a small one pays. */
export const matchContext = Context.init({ query: queryOperators })
  .addExpressionOps(booleanOperators)
  .addExpressionOps(comparisonOperators)

/** MongoDB's query language, by mingo; equality with plain values, or one of some, is done here at a tenth of the cost. */
export function createMatcher(filter: Document): Matcher {
  const fields = Object.entries(filter).map(([field, value]) => ({ field, values: plainValues(field, value) }))
  if (fields.every(({ values }) => values !== undefined)) {
    return (document) => fields.every(({ field, values }) => values?.some((value) => holds(document[field], value)))
  }
  const query = new Query<StoredDocument>(filter, { context: matchContext })
  return (document) => query.test(document)
}

/** The values of which the field has to hold one; undefined where the condition is another. */
function plainValues(field: string, condition: unknown): readonly unknown[] | undefined {
  if (field.startsWith('$') || field.includes('.')) return undefined
  if (isPlainScalar(condition)) return [condition]
  if (!isPlainObject(condition) || !Array.isArray(condition.$in) || Object.keys(condition).length > 1) return undefined
  return condition.$in.every(isPlainScalar) ? condition.$in : undefined
}

function isPlainScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

function holds(stored: unknown, value: unknown): boolean {
  return stored === value || (Array.isArray(stored) && stored.includes(value))
}
