import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MongoClient } from 'mongodb'
import { describe, inject, onTestFinished } from 'vitest'
import type { Database, IndexedCollection } from '../../src/store/database.ts'
import { openEmbedded } from '../../src/store/embedded.ts'
import { openMongoDb } from '../../src/store/mongodb.ts'

/** An empty database in memory with the indexes of these collections, closed when the test ends. */
export async function temporaryDatabase(...definitions: readonly IndexedCollection[]): Promise<Database> {
  const database = await openEmbedded(':memory:')
  onTestFinished(() => database.close())
  await database.ensureIndexes(definitions)
  return database
}

/** `describe`, in a file named `*mongodb.test.ts`: skipped where no MongoDB could be had, which the run says loudly. */
export const describeOnMongoDb = describe.skipIf(inject('mongodbUri') === null)

/** As {@link temporaryDatabase}, on the MongoDB of this run; dropped when the test ends. */
export async function temporaryMongoDb(...definitions: readonly IndexedCollection[]): Promise<Database> {
  const [database] = await temporaryMongoDbs(1, ...definitions)
  if (database === undefined) throw new RangeError('no database')
  return database
}

/** One database opened several times, as by so many processes. */
export async function temporaryMongoDbs(
  processes: number,
  ...definitions: readonly IndexedCollection[]
): Promise<Database[]> {
  const uri = inject('mongodbUri')
  if (!uri) throw new Error('tests on MongoDB stand in files named *mongodb.test.ts')
  const name = `test-${randomUUID()}`
  const databases = await Promise.all(Array.from({ length: processes }, () => openMongoDb(uri, name)))
  onTestFinished(async () => {
    await Promise.all(databases.map((database) => database.close()))
    await dropMongoDb(uri, name)
  })
  await databases[0]?.ensureIndexes(definitions)
  return databases
}

async function dropMongoDb(uri: string, name: string): Promise<void> {
  const client = new MongoClient(uri)
  await client.db(name).dropDatabase()
  await client.close()
}

/** A folder for an embedded store that has to be on disk; removed when the test ends. */
export async function temporaryDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'store-'))
  onTestFinished(() => rm(directory, { recursive: true, force: true }))
  return directory
}
