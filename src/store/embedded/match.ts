import { Context } from 'mingo/core'
import * as booleanOperators from 'mingo/operators/expression/boolean'
import * as comparisonOperators from 'mingo/operators/expression/comparison'
import * as queryOperators from 'mingo/operators/query'
import { Query } from 'mingo/query'
import type { Document } from 'mongodb'
import type { StoredDocument } from '../typed-collection.ts'

export type Matcher = (document: StoredDocument) => boolean

/** What filters may use. mingo copies it for every query, so a small one pays. */
export const matchContext = Context.init({ query: queryOperators })
  .addExpressionOps(booleanOperators)
  .addExpressionOps(comparisonOperators)

/** MongoDB's query language, by mingo; equality on plain fields is done here, at a tenth of the cost. */
export function createMatcher(filter: Document): Matcher {
  const fields = Object.entries(filter)
  if (fields.every(isPlainEquality)) {
    return (document) => fields.every(([field, value]) => holds(document[field], value))
  }
  const query = new Query<StoredDocument>(filter, { context: matchContext })
  return (document) => query.test(document)
}

function isPlainEquality([field, value]: [string, unknown]): boolean {
  return !field.startsWith('$') && !field.includes('.') && isPlainScalar(value)
}

function isPlainScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

function holds(stored: unknown, value: unknown): boolean {
  return stored === value || (Array.isArray(stored) && stored.includes(value))
}
