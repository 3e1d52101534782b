import type { Database } from './database.ts'
import { openEmbedded } from './embedded.ts'
import { openMongoDb } from './mongodb.ts'

/** Where the data is: a MongoDB that many processes can share, or a folder that belongs to one process. */
export type StoreLocation = { kind: 'mongodb'; uri: string; database: string } | { kind: 'embedded'; directory: string }

/** Rejects when MongoDB doesn't answer, or with DataDirInUseError when another process has the folder. */
export function openDatabase(location: StoreLocation): Promise<Database> {
  if (location.kind === 'mongodb') return openMongoDb(location.uri, location.database)
  return openEmbedded(location.directory)
}
