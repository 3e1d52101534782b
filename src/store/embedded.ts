import type { Database } from './database.ts'
import { createEmbeddedCollection, type EmbeddedCollection } from './embedded/collection.ts'
import { openStoreFile } from './embedded/file.ts'
import { typedCollection } from './typed-collection.ts'

export { DataDirInUseError } from './embedded/file.ts'

/**
 * A database for one process: documents and indexes in a SQLite file in `dataDir`, where every write is
 * when its promise resolves. `':memory:'` keeps nothing.
 * Fails with {@link DataDirInUseError} while another process has the folder open.
 */
export async function openEmbedded(dataDir: string): Promise<Database> {
  const file = openStoreFile(dataDir)
  const collections = new Map<string, EmbeddedCollection>()
  let open = true

  function collectionNamed(name: string): EmbeddedCollection {
    const existing = collections.get(name)
    if (existing !== undefined) return existing
    const created = createEmbeddedCollection(name, file)
    collections.set(name, created)
    return created
  }

  return {
    collection: (definition) => typedCollection(definition, collectionNamed(definition.name)),
    async ensureIndexes(definitions) {
      for (const { name, indexes = [] } of definitions) collectionNamed(name).ensureIndexes(indexes)
    },
    async ping() {
      if (!open) throw new Error('the database is closed')
    },
    async close() {
      if (open) file.close()
      open = false
    },
  }
}
