import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { StoredDocument } from '../typed-collection.ts'
import { decode, encode, isPlainObject } from './json.ts'
import type { Change, Shelf } from './shelf.ts'

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

export interface StoreFile {
  shelf(collection: string): Shelf
  close(): void
}

const SQLITE_BUSY = 5

/**
 * One table of (collection, id, document), whose key has a tree of its own. SQLite's exclusive lock keeps other processes out, and the operating
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
      BEGIN EXCLUSIVE;
      CREATE TABLE IF NOT EXISTS entries (
        collection TEXT NOT NULL,
        id TEXT NOT NULL,
        document TEXT NOT NULL,
        PRIMARY KEY (collection, id)
      );
      CREATE TABLE IF NOT EXISTS unique_indexes (collection TEXT NOT NULL, spec TEXT NOT NULL, PRIMARY KEY (collection, spec));
    `)
    takeOver(sqlite)
    sqlite.exec('COMMIT')
  } catch (error) {
    sqlite.close()
    if (isBusy(error)) throw new DataDirInUseError(dataDir, { cause: error })
    throw error
  }

  const get = sqlite.prepare('SELECT document FROM entries WHERE collection = ? AND id = ?')
  const all = sqlite.prepare('SELECT document FROM entries WHERE collection = ?')
  const put = sqlite.prepare(
    'INSERT INTO entries VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET document = excluded.document',
  )
  const remove = sqlite.prepare('DELETE FROM entries WHERE collection = ? AND id = ?')
  const isKept = sqlite.prepare('SELECT 1 FROM unique_indexes WHERE collection = ? AND spec = ?')
  const noteKept = sqlite.prepare('INSERT INTO unique_indexes VALUES (?, ?) ON CONFLICT DO NOTHING')

  function parse(text: string): StoredDocument {
    const document = decode(text)
    if (!isStored(document)) throw new Error(`${dataDir}: a document has no _id`)
    return document
  }

  function writeAll(collection: string, changes: readonly Change[]): void {
    for (const { id, after } of changes) {
      if (after === undefined) remove.run(collection, id)
      else put.run(collection, id, encode(after))
    }
  }

  function writeInTransaction(collection: string, changes: readonly Change[]): void {
    sqlite.exec('BEGIN')
    try {
      writeAll(collection, changes)
      sqlite.exec('COMMIT')
    } catch (error) {
      if (sqlite.isTransaction) sqlite.exec('ROLLBACK')
      throw error
    }
  }

  return {
    shelf: (collection) => ({
      get(id) {
        const text = get.get(collection, id)?.document
        return typeof text === 'string' ? parse(text) : undefined
      },
      *values() {
        for (const { document } of all.iterate(collection)) yield parse(String(document))
      },
      isKeptTo: (index) => isKept.get(collection, JSON.stringify(index)) !== undefined,
      noteKeptTo: (index) => void noteKept.run(collection, JSON.stringify(index)),
      write: (changes) => (changes.length > 1 ? writeInTransaction : writeAll)(collection, changes),
    }),
    close: () => sqlite.close(),
  }
}

/** Before December 2026 documents were in the tree of their keys, where finding one took five times as long. */
function takeOver(sqlite: DatabaseSync): void {
  const before = sqlite.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'documents'").get()
  if (before === undefined) return
  sqlite.exec('INSERT INTO entries SELECT collection, id, document FROM documents; DROP TABLE documents')
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY
}

function isStored(value: unknown): value is StoredDocument {
  return isPlainObject(value) && typeof value._id === 'string'
}
