import { DuplicateKeyError, type IndexSpec } from '../database.ts'
import type { StoredDocument } from '../typed-collection.ts'
import type { StoreFile } from './file.ts'
import { createIdOrder } from './id-order.ts'
import { createIndexes, type Move } from './indexes.ts'
import { decodeStored, encode } from './json.ts'
import type { Order } from './order.ts'

/** An insert has no `before`, a delete no `after`. */
export interface Replacement {
  id: string
  before: StoredDocument | undefined
  after: StoredDocument | undefined
}

/** With what it changes in the indexes. */
interface Write extends Replacement {
  moves: Move[]
}

/** The documents of a collection with their indexes. What it gives is the caller's own. */
export interface Documents {
  get(id: string): StoredDocument | undefined
  /** All of them, in any order. Nothing must be written on the way. */
  values(): Iterable<StoredDocument>
  orders(): readonly Order[]
  /** Throws a {@link DuplicateKeyError} when an index is to be unique and the documents contradict that. */
  ensureIndexes(specs: readonly IndexSpec[]): void
  /** Does all of them or, when it throws (a {@link DuplicateKeyError} or the disk's error), none. */
  commit(replacements: readonly Replacement[]): void
  /** Inserts those whose keys are free, and says how many that were. */
  insertFree(documents: readonly StoredDocument[]): number
}

const BY_ID = '_id_'

export function createDocuments(collection: string, file: StoreFile): Documents {
  const { statements, together } = file
  const indexes = createIndexes(collection, file)
  const byId = createIdOrder(statements, collection)

  /** Writes the document and its keys, or gives the name of the index that it contradicts. */
  function write({ id, before, after, moves }: Write): string | undefined {
    const number = numberOf(id)
    if (before === undefined && number !== undefined) return BY_ID
    const taken = moves.find(({ index, to }) => index.isTaken(to, number))
    if (taken) return taken.index.name

    if (number !== undefined) for (const { index, from } of moves) index.remove(from, number)
    if (after !== undefined) {
      const record = put(id, number, after)
      for (const { index, to } of moves) index.add(to, record)
    } else if (number !== undefined) statements.deleteRecord.run(number)
    return undefined
  }

  function withMoves(replacement: Replacement): Write {
    return { ...replacement, moves: indexes.moves(replacement.before, replacement.after) }
  }

  function writeOrThrow(each: Write): void {
    const taken = write(each)
    if (taken !== undefined) throw new DuplicateKeyError(collection, taken)
  }

  function numberOf(id: string): number | undefined {
    const number = statements.numberOf.get(collection, id)?.number
    return number === undefined ? undefined : Number(number)
  }

  function put(id: string, number: number | undefined, document: StoredDocument): number {
    if (number === undefined)
      return Number(statements.insertRecord.run(collection, id, encode(document)).lastInsertRowid)
    statements.replaceRecord.run(encode(document), number)
    return number
  }

  return {
    get(id) {
      const found = statements.record.get(collection, id)
      return found && decodeStored(String(found.document))
    },
    *values() {
      for (const { document } of statements.records.iterate(collection)) yield decodeStored(String(document))
    },
    orders: () => [byId, ...indexes.orders()],
    ensureIndexes: indexes.ensure,
    commit(replacements) {
      const writes = replacements.map(withMoves)
      const work = () => writes.forEach(writeOrThrow)
      if (writes.every(isOneStatement) && writes.length < 2) work()
      else together(work)
    },
    insertFree: (documents) =>
      together(() => documents.filter((document) => write(withMoves(insertOf(document))) === undefined).length),
  }
}

/** Which SQLite does or does not as a whole. */
function isOneStatement({ moves }: Write): boolean {
  return moves.length === 0
}

export function insertOf(document: StoredDocument): Replacement {
  return { id: document._id, before: undefined, after: document }
}
