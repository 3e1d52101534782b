import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { StoredDocument } from '../typed-collection.ts'
import { decode, encode, isPlainObject } from './json.ts'

/** Another process (or another `openEmbedded` of this one) has the folder open. */
export class DataDirInUseError extends Error {
  override readonly name = 'DataDirInUseError'
  readonly dataDir: string

  constructor(dataDir: string, options?: ErrorOptions) {
    super(
      `another process uses the data folder ${dataDir}: stop it, or give this one a folder of its own (or a MongoDB)`,
      options,
    )
    this.dataDir = dataDir
  }
}

/** A document as it now is (`after`), or gone when `after` is undefined. */
export interface Change {
  collection: string
  id: string
  after: StoredDocument | undefined
}

export interface StoreFile {
  load(): Map<string, StoredDocument[]>
  /** All of the changes or none are on disk, safe from the end of this process, when this returns. */
  write(changes: readonly Change[]): void
  close(): void
}

const SQLITE_BUSY = 5

/**
 * One table of (collection, id, document). SQLite's exclusive lock keeps other processes out, and the operating
 * system drops it with the process, however that ends. With `synchronous = NORMAL` in WAL mode a write survives
 * `kill -9`; a power cut may take the last moments, but never leaves half a transaction.
 */
export function openStoreFile(dataDir: string): StoreFile {
  const inMemory = dataDir === ':memory:'
  if (!inMemory) mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const sqlite = new DatabaseSync(inMemory ? dataDir : join(dataDir, 'store.sqlite'))
  try {
    sqlite.exec(`
      PRAGMA locking_mode = EXCLUSIVE;
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = NORMAL;
      CREATE TABLE IF NOT EXISTS documents (
        collection TEXT NOT NULL,
        id TEXT NOT NULL,
        document TEXT NOT NULL,
        PRIMARY KEY (collection, id)
      ) WITHOUT ROWID;
      BEGIN EXCLUSIVE;
      COMMIT;
    `)
  } catch (error) {
    sqlite.close()
    if (isBusy(error)) throw new DataDirInUseError(dataDir, { cause: error })
    throw error
  }

  const put = sqlite.prepare(
    'INSERT INTO documents VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET document = excluded.document',
  )
  const remove = sqlite.prepare('DELETE FROM documents WHERE collection = ? AND id = ?')

  function writeOne({ collection, id, after }: Change): void {
    if (after === undefined) remove.run(collection, id)
    else put.run(collection, id, encode(after))
  }

  return {
    load() {
      const collections = new Map<string, StoredDocument[]>()
      for (const row of sqlite.prepare('SELECT collection, document FROM documents').iterate()) {
        const document = decode(String(row.document))
        if (!isStored(document)) throw new Error(`${dataDir}: a document of ${row.collection} has no _id`)
        const documents = collections.get(String(row.collection))
        if (documents === undefined) collections.set(String(row.collection), [document])
        else documents.push(document)
      }
      return collections
    },
    write(changes) {
      const [first] = changes
      if (first === undefined) return
      if (changes.length === 1) return writeOne(first)
      sqlite.exec('BEGIN')
      try {
        for (const change of changes) writeOne(change)
        sqlite.exec('COMMIT')
      } catch (error) {
        if (sqlite.isTransaction) sqlite.exec('ROLLBACK')
        throw error
      }
    },
    close: () => sqlite.close(),
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY
}

function isStored(value: unknown): value is StoredDocument {
  return isPlainObject(value) && typeof value._id === 'string'
}
