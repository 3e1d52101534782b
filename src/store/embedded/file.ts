import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { prepareStatements, type Statements } from './statements.ts'

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
  statements: Statements
  /** Writes all that `work` writes or, when it throws, nothing. */
  together<T>(work: () => T): T
  close(): void
}

/** SQLite says more exactly what it means in the bits above: https://sqlite.org/rescode.html */
const PRIMARY_CODE = 0xff
const SQLITE_BUSY = 5

const MODE = `
  PRAGMA locking_mode = EXCLUSIVE;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA secure_delete = ON;
`

const TABLES = `
  CREATE TABLE IF NOT EXISTS records (
    number INTEGER PRIMARY KEY,
    collection TEXT NOT NULL,
    id TEXT NOT NULL,
    document TEXT NOT NULL,
    UNIQUE (collection, id)
  );
  CREATE TABLE IF NOT EXISTS indexes (
    number INTEGER PRIMARY KEY,
    collection TEXT NOT NULL,
    name TEXT NOT NULL,
    spec TEXT NOT NULL,
    multikey INTEGER NOT NULL DEFAULT 0,
    UNIQUE (collection, name)
  );
  CREATE TABLE IF NOT EXISTS keys (
    index_number INTEGER NOT NULL,
    key TEXT NOT NULL,
    record INTEGER NOT NULL,
    PRIMARY KEY (index_number, key, record)
  ) WITHOUT ROWID;
`

/**
 * Records (documents as text), what indexes there are, and their keys, each with the number of its record. SQLite's
 * exclusive lock keeps other processes out, and the operating system drops it with the process, however that ends. With
 * `synchronous = NORMAL` in WAL mode a write survives `kill -9`; a power cut may take the last moments, but never leaves
 * half a transaction. With `secure_delete` what is deleted is overwritten, not only forgotten. `':memory:'` keeps nothing.
 */
export function openStoreFile(dataDir: string): StoreFile {
  const inMemory = dataDir === ':memory:'
  if (!inMemory) mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const sqlite = new DatabaseSync(inMemory ? dataDir : join(dataDir, 'store.sqlite'))
  try {
    sqlite.exec(MODE)
    sqlite.exec('BEGIN EXCLUSIVE')
    sqlite.exec(TABLES)
    takeOver(sqlite)
    sqlite.exec('COMMIT')
  } catch (error) {
    sqlite.close()
    if (isBusy(error)) throw new DataDirInUseError(dataDir, { cause: error })
    throw error
  }

  const begin = sqlite.prepare('BEGIN')
  const commit = sqlite.prepare('COMMIT')
  return {
    statements: prepareStatements(sqlite),
    together(work) {
      begin.run()
      try {
        const result = work()
        commit.run()
        return result
      } catch (error) {
        if (sqlite.isTransaction) sqlite.exec('ROLLBACK')
        throw error
      }
    },
    close: () => sqlite.close(),
  }
}

/** Until December 2026 documents were in a table `entries`, and before that in `documents`, with their indexes in memory. */
function takeOver(sqlite: DatabaseSync): void {
  const tables = sqlite.prepare(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name IN ('entries', 'documents')",
  )
  for (const { name } of tables.all()) {
    sqlite.exec(`INSERT INTO records (collection, id, document) SELECT collection, id, document FROM ${name}`)
    sqlite.exec(`DROP TABLE ${name}; DROP TABLE IF EXISTS unique_indexes`)
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && (Number(error.errcode) & PRIMARY_CODE) === SQLITE_BUSY
}
