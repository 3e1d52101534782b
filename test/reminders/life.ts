import type { Collection, Database, Entity } from '../../src/store/database.ts'

/**
 * The order in which steps of several processes happen, chosen by a seed: each step waits until it is picked. Steps that
 * are not picked are processes that stall.
 */
export interface Interleaving {
  turn(): Promise<void>
  /** Lets so many steps happen, one at a time; fewer when nobody has any left. */
  run(steps: number): Promise<void>
  /** From now on nothing waits. */
  release(): Promise<void>
}

export function createInterleaving(seed: number): Interleaving {
  const waiting: (() => void)[] = []
  let state = seed
  let released = false

  function pick(count: number): number {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * count)
  }

  return {
    turn: () => (released ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
    async run(steps) {
      for (let step = 0; step < steps; step++) {
        await settled()
        const next = waiting.splice(pick(waiting.length), 1)[0]
        if (!next) return
        next()
      }
      await settled()
    },
    async release() {
      released = true
      for (const next of waiting.splice(0)) next()
      await settled()
    },
  }
}

/** Everything has happened that waits for nothing. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/** A process that can be made to die at a call to the outside: nothing that it does after that has any effect. */
export interface Life {
  isOver(): boolean
  /** Dies at its next call: before it is made, or after it was carried out but before it was answered. */
  end(answered: boolean): void
  call<T>(perform: () => Promise<T>): Promise<T>
}

export function createLife(interleaving: Interleaving): Life {
  let ending: 'no' | 'before' | 'after' = 'no'
  let over = false

  const never = <T>() => new Promise<T>(() => {})
  return {
    isOver: () => over,
    end(answered) {
      ending = answered ? 'after' : 'before'
    },
    async call(perform) {
      if (over) return never()
      await interleaving.turn()
      if (over) return never()
      if (ending === 'no') return perform()
      over = true
      if (ending === 'after') await perform()
      return never()
    },
  }
}

export function databaseIn(life: Life, database: Database): Database {
  return {
    ...database,
    collection: (definition) => inLife(life, database.collection(definition)),
  }
}

function inLife<T extends Entity>(life: Life, collection: Collection<T>): Collection<T> {
  return {
    findOne: (...args) => life.call(() => collection.findOne(...args)),
    find: (...args) => life.call(() => collection.find(...args)),
    insertOne: (...args) => life.call(() => collection.insertOne(...args)),
    insertMissing: (...args) => life.call(() => collection.insertMissing(...args)),
    updateOne: (...args) => life.call(() => collection.updateOne(...args)),
    updateMany: (...args) => life.call(() => collection.updateMany(...args)),
    findOneAndUpdate: (...args) => life.call(() => collection.findOneAndUpdate(...args)),
    deleteOne: (...args) => life.call(() => collection.deleteOne(...args)),
    deleteMany: (...args) => life.call(() => collection.deleteMany(...args)),
    countDocuments: (...args) => life.call(() => collection.countDocuments(...args)),
    aggregate: (...args) => life.call(() => collection.aggregate(...args)),
  }
}
