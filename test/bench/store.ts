import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import type { Collection, Database } from '../../src/store/database.ts'
import { openEmbedded } from '../../src/store/embedded.ts'
import { openMongoDb } from '../../src/store/mongodb.ts'

const rows = {
  name: 'benchRows',
  schema: z.object({ _id: z.string(), person: z.string(), status: z.string(), dueAt: z.date(), tries: z.number() }),
  indexes: [
    { name: 'due', key: { status: 1, dueAt: 1 } },
    { name: 'person', key: { person: 1 } },
  ],
} as const

type Row = z.infer<typeof rows.schema>

const LARGE = 100_000
const people = LARGE / 10
const day = 86_400_000

function row(n: number): Row {
  return {
    _id: `row/${n}`,
    person: `tenant/${n % people}`,
    status: 'due',
    dueAt: new Date((n % 1_000) * day),
    tries: 0,
  }
}

interface Rate {
  name: string
  perSecond: number
}

async function rate(name: string, times: number, call: (n: number) => Promise<unknown>): Promise<Rate> {
  const start = performance.now()
  for (let n = 0; n < times; n++) await call(n)
  return { name, perSecond: (times / (performance.now() - start)) * 1_000 }
}

/** Calls a second, one at a time, in a collection of 100,000 documents. */
async function measure(database: Database, times: number): Promise<Rate[]> {
  await database.ensureIndexes([rows])
  const collection: Collection<Row> = database.collection(rows)
  await collection.deleteMany({})
  for (let n = 0; n < LARGE; n += 10_000) {
    await collection.insertMissing(Array.from({ length: 10_000 }, (_, at) => row(n + at)))
  }
  const early = { status: 'due', dueAt: { $lte: new Date(20 * day) } }
  return [
    await rate('insertOne', times, (n) => collection.insertOne(row(LARGE + n))),
    await rate('updateOne by _id', times, (n) => collection.updateOne({ _id: `row/${n}` }, { $inc: { tries: 1 } })),
    await rate('findOneAndUpdate, next that is due', Math.min(times, 2_000), () =>
      collection.findOneAndUpdate(early, { $set: { status: 'leased' }, $inc: { tries: 1 } }, { sort: { dueAt: 1 } }),
    ),
    await rate('findOne by _id', times, (n) => collection.findOne({ _id: `row/${n}` })),
    await rate('find 10 by indexed field', times, (n) => collection.find({ person: `tenant/${n % people}` })),
    await rate('find 20 that are due', times, () => collection.find(early, { sort: { dueAt: 1 }, limit: 20 })),
    await rate('insertMissing of 10, all there', times, (n) =>
      collection.insertMissing(Array.from({ length: 10 }, (_, at) => row(50_000 + n + at))),
    ),
  ]
}

/** What the disk allows: the same documents through bare SQLite, a transaction each. */
async function bareSqlite(directory: string, times: number): Promise<Rate> {
  const sqlite = new DatabaseSync(join(directory, 'bare.sqlite'))
  sqlite.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
  sqlite.exec('CREATE TABLE t (id TEXT PRIMARY KEY, document TEXT) WITHOUT ROWID')
  const put = sqlite.prepare('INSERT INTO t VALUES (?, ?)')
  const result = await rate('bare SQLite insert', times, async (n) => put.run(`row/${n}`, JSON.stringify(row(n))))
  sqlite.close()
  return result
}

async function benchEmbedded(times = 10_000): Promise<{ rates: Rate[]; bare: Rate }> {
  const directory = await mkdtemp(join(tmpdir(), 'store-bench-'))
  try {
    const database = await openEmbedded(directory)
    const rates = await measure(database, times)
    await database.close()
    const opening = await rate('open with 100,000 documents', 1, async () => {
      const again = await openEmbedded(directory)
      await again.ensureIndexes([rows])
      await again.close()
    })
    return { rates: [...rates, opening], bare: await bareSqlite(directory, times) }
  } finally {
    await rm(directory, { recursive: true })
  }
}

async function benchMongoDb(uri: string, times = 1_000): Promise<Rate[]> {
  const database = await openMongoDb(uri, 'store-bench')
  try {
    return await measure(database, times)
  } finally {
    await database.collection(rows).deleteMany({})
    await database.close()
  }
}

function print(title: string, rates: readonly Rate[], bare?: Rate): void {
  console.log(bare ? `${title} (and as a share of what bare SQLite inserts)` : title)
  for (const { name, perSecond } of bare ? [...rates, bare] : rates) {
    const share = bare ? (perSecond / bare.perSecond).toFixed(2).padStart(9) : ''
    console.log(`  ${name.padEnd(36)} ${perSecond.toFixed(1).padStart(10)} /s ${micros(perSecond)} µs ${share}`)
  }
}

function micros(perSecond: number): string {
  return (1e6 / perSecond).toFixed(0).padStart(9)
}

/** Calls of the stores a second: `npm run bench -- store`; on MongoDB too when `MONGODB_URI` is set. */
export async function benchStore(): Promise<void> {
  const { rates, bare } = await benchEmbedded()
  print('embedded', rates, bare)
  if (process.env.MONGODB_URI) print('MongoDB', await benchMongoDb(process.env.MONGODB_URI))
}
