import type { Collection, Database, Entity } from '../../../src/store/database.ts'
import { createEmbeddedCollection, type EmbeddedCollection } from '../../../src/store/embedded/collection.ts'
import { openStoreFile } from '../../../src/store/embedded/file.ts'
import { typedCollection } from '../../../src/store/typed-collection.ts'
import type { VirtualTime } from './virtual-time.ts'

/** What the one server needs for a call, and for each document that it writes or reads, in milliseconds. */
const CALL_MS = 0.05
const WRITTEN_MS = 0.05
const READ_MS = 0.01

/**
 * The embedded store without its disk, as a server that does one thing after the other (20,000 documents written a second)
 * and that is reached over a network.
 */
export interface SharedStore {
  /** As the process sees it that owns what happens: once it is dead nothing is answered. */
  seenBy(owner: object): Database
  calls(): number
  documentsWritten(): number
  /** Milliseconds that the server worked. */
  busyMs(): number
}

/** @param latencyMs of each call, there and back, without what the server needs */
export function createSharedStore(time: VirtualTime, latencyMs: () => number): SharedStore {
  const file = openStoreFile(':memory:')
  const collections = new Map<string, EmbeddedCollection>()
  let calls = 0
  let written = 0
  let busyMs = 0
  let freeAt = 0

  function named(name: string): EmbeddedCollection {
    const known = collections.get(name)
    if (known) return known
    const created = createEmbeddedCollection(name, file)
    collections.set(name, created)
    return created
  }

  function remote<T>(owner: object, perform: () => Promise<T>): Promise<T> {
    calls++
    const latency = latencyMs()
    // What is on its way when the process dies still arrives; only the answer does not.
    return new Promise((resolve, reject) => {
      time.at(time.now() + latency / 2, network, () => {
        perform().then((answer) => time.at(served(answer) + latency / 2, owner, () => resolve(answer)), reject)
      })
    })
  }

  /** When the server has done what gave this answer. */
  function served(answer: unknown): number {
    const read = Array.isArray(answer) ? answer.length : 0
    const changed = writtenOf(answer)
    const work = CALL_MS + read * READ_MS + changed * WRITTEN_MS
    written += changed
    busyMs += work
    freeAt = Math.max(freeAt, time.now()) + work
    return freeAt
  }

  function distant<T extends Entity>(owner: object, near: Collection<T>): Collection<T> {
    return {
      findOne: (...args) => remote(owner, () => near.findOne(...args)),
      find: (...args) => remote(owner, () => near.find(...args)),
      insertOne: (...args) => remote(owner, () => near.insertOne(...args)),
      insertMissing: (...args) => remote(owner, () => near.insertMissing(...args)),
      updateOne: (...args) => remote(owner, () => near.updateOne(...args)),
      updateMany: (...args) => remote(owner, () => near.updateMany(...args)),
      findOneAndUpdate: (...args) => remote(owner, () => near.findOneAndUpdate(...args)),
      deleteOne: (...args) => remote(owner, () => near.deleteOne(...args)),
      deleteMany: (...args) => remote(owner, () => near.deleteMany(...args)),
      countDocuments: (...args) => remote(owner, () => near.countDocuments(...args)),
      aggregate: (...args) => remote(owner, () => near.aggregate(...args)),
    }
  }

  return {
    seenBy: (owner) => ({
      collection: (definition) => distant(owner, typedCollection(definition, named(definition.name))),
      async ensureIndexes(definitions) {
        for (const { name, indexes = [] } of definitions) named(name).ensureIndexes(indexes)
      },
      ping: async () => {},
      close: async () => {},
    }),
    calls: () => calls,
    documentsWritten: () => written,
    busyMs: () => busyMs,
  }
}

function writtenOf(answer: unknown): number {
  if (typeof answer === 'number') return answer
  return typeof answer === 'object' && answer !== null && 'modifiedCount' in answer ? Number(answer.modifiedCount) : 0
}

const network = {}
