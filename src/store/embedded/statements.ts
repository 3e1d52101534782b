import type { DatabaseSync } from 'node:sqlite'

export type Statements = ReturnType<typeof prepareStatements>

/** All that is asked of the file, prepared once. */
export function prepareStatements(sqlite: DatabaseSync) {
  const ofCollection = 'FROM records WHERE collection = ?'
  const inRange = 'index_number = ? AND key >= ? AND key < ?'
  const byId = `SELECT document ${ofCollection} AND id >= ? AND id < ? ORDER BY id`
  const byKey = `SELECT document FROM keys JOIN records ON number = record WHERE ${inRange} ORDER BY key`
  const statement = (text: string) => sqlite.prepare(text)
  return {
    record: statement(`SELECT document ${ofCollection} AND id = ?`),
    numberOf: statement(`SELECT number ${ofCollection} AND id = ?`),
    records: statement(`SELECT number, document ${ofCollection}`),
    insertRecord: statement('INSERT INTO records (collection, id, document) VALUES (?, ?, ?)'),
    replaceRecord: statement('UPDATE records SET document = ? WHERE number = ?'),
    deleteRecord: statement('DELETE FROM records WHERE number = ?'),
    byId: { ascending: statement(byId), descending: statement(`${byId} DESC`) },
    countIds: statement(`SELECT count(*) AS count FROM (SELECT 1 ${ofCollection} AND id >= ? AND id < ? LIMIT ?)`),

    indexes: statement('SELECT number, spec, multikey FROM indexes WHERE collection = ?'),
    insertIndex: statement('INSERT INTO indexes (collection, name, spec) VALUES (?, ?, ?)'),
    noteMultikey: statement('UPDATE indexes SET multikey = 1 WHERE number = ? AND multikey = 0'),
    deleteIndex: statement('DELETE FROM indexes WHERE number = ?'),

    byKey: { ascending: statement(byKey), descending: statement(`${byKey} DESC`) },
    countKeys: statement(`SELECT count(*) AS count FROM (SELECT 1 FROM keys WHERE ${inRange} LIMIT ?)`),
    holders: statement('SELECT record FROM keys WHERE index_number = ? AND key = ?'),
    doubleKey: statement('SELECT 1 FROM keys WHERE index_number = ? GROUP BY key HAVING count(*) > 1 LIMIT 1'),
    insertKey: statement('INSERT INTO keys VALUES (?, ?, ?)'),
    deleteKey: statement('DELETE FROM keys WHERE index_number = ? AND key = ? AND record = ?'),
    deleteKeys: statement('DELETE FROM keys WHERE index_number = ?'),
  }
}
