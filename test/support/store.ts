import { onTestFinished } from 'vitest'
import type { Database, IndexedCollection } from '../../src/store/database.ts'
import { openEmbedded } from '../../src/store/embedded.ts'

/** An empty database in memory with the indexes of these collections, closed when the test ends. */
export async function temporaryDatabase(...definitions: readonly IndexedCollection[]): Promise<Database> {
  const database = await openEmbedded(':memory:')
  onTestFinished(() => database.close())
  await database.ensureIndexes(definitions)
  return database
}
