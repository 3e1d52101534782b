import { decodeStored } from './json.ts'
import type { Bounds } from './key.ts'
import type { Order } from './order.ts'
import type { Statements } from './statements.ts'

/** Above the first character of every id. */
const LAST = '\u{10ffff}'

/** The ids of a collection, which are in order without an index. */
export function createIdOrder(statements: Statements, collection: string): Order {
  function limits({ equal: [equal], from, to }: Bounds): [start: string, end: string] {
    if (typeof equal === 'string') return [equal, next(equal)]
    return [
      typeof from?.value === 'string' ? (from.inclusive ? from.value : next(from.value)) : '',
      typeof to?.value === 'string' ? (to.inclusive ? next(to.value) : to.value) : LAST,
    ]
  }

  return {
    fields: ['_id'],
    partial: undefined,
    isMultikey: () => false,
    *between(bounds, descending) {
      const found = descending ? statements.byId.descending : statements.byId.ascending
      for (const { document } of found.iterate(collection, ...limits(bounds))) yield decodeStored(String(document))
    },
    count: (bounds, atMost) => Number(statements.countIds.get(collection, ...limits(bounds), atMost)?.count),
  }
}

/** The least text that is above this one. */
function next(text: string): string {
  return `${text}\0`
}
