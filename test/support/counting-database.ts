import type { Database } from '../../src/store/database.ts'

/** The same database, with a count of the calls that went to it. */
export function countingDatabase(database: Database): { database: Database; calls: () => number } {
  let calls = 0
  function counting<O extends object>(target: O): O {
    return new Proxy(target, {
      get(object, property, receiver) {
        const value: unknown = Reflect.get(object, property, receiver)
        if (typeof value !== 'function') return value
        return (...args: unknown[]) => {
          calls += 1
          return value(...args)
        }
      },
    })
  }
  return {
    database: { ...database, collection: (definition) => counting(database.collection(definition)) },
    calls: () => calls,
  }
}
