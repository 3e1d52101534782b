import type { Database } from './database.ts'

/** Where the data is: a MongoDB that many processes can share, or a folder that belongs to one process. */
export type StoreLocation = { kind: 'mongodb'; uri: string; database: string } | { kind: 'embedded'; directory: string }

/**
 * Loads only the engine that is used: the driver alone costs some 35 MB.
 * Rejects when MongoDB doesn't answer, or with DataDirInUseError when another process has the folder.
 */
export async function openDatabase(location: StoreLocation): Promise<Database> {
  if (location.kind === 'mongodb') {
    const { openMongoDb } = await import('./mongodb.ts')
    return openMongoDb(location.uri, location.database)
  }
  const { openEmbedded } = await import('./embedded.ts')
  return openEmbedded(location.directory)
}
