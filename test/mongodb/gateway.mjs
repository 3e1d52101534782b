// MongoDB wire protocol (OP_MSG, and OP_QUERY for the handshake) in front of PostgreSQL with the
// DocumentDB extension. Each command's BSON goes to the extension's own SQL function and its BSON
// answer comes back as it is, so query, update and index semantics are the engine's, not this file's.
// No authentication, sessions and transactions: a server for tests on loopback only.
import net from 'node:net';
import pg from 'pg';
import { serialize, deserialize, calculateObjectSize, Long } from 'bson';

const port = Number(process.argv[2] ?? 27017);
const pool = new pg.Pool({ host: '127.0.0.1', port: Number(process.argv[3] ?? 9712), user: 'postgres', database: 'postgres', max: 40 });
pool.on('error', () => {});

const OP_REPLY = 1, OP_QUERY = 2004, OP_MSG = 2013;
const KEEP = { promoteValues: false, promoteBuffers: false };
const toBson = (doc) => 'BSONHEX' + Buffer.from(serialize(doc, { ignoreUndefined: true })).toString('hex');
const fromBson = (text) => (text == null ? {} : deserialize(Buffer.from(text.replace(/^BSONHEX/, ''), 'hex'), KEEP));
const plain = (value) => (value && typeof value === 'object' && 'value' in value ? value.value : value);

const TRANSPORT_FIELDS = new Set(['$db', 'lsid', '$clusterTime', '$readPreference', 'txnNumber', 'apiVersion', 'apiStrict', 'apiDeprecationErrors']);
const strip = (cmd) => Object.fromEntries(Object.entries(cmd).filter(([k]) => !TRANSPORT_FIELDS.has(k)));

class CommandError extends Error {
  constructor(code, codeName, message) { super(message); this.code = code; this.codeName = codeName; }
}

/** One statement, its own transaction: as MongoDB does with a write conflict, a deadlock is simply tried again. */
async function one(sql, params, tries = 50) {
  try {
    const { rows } = await pool.query(sql, params);
    return rows[0] ?? {};
  } catch (e) {
    if (tries > 0 && (e.code === '40P01' || e.code === '40001')) return one(sql, params, tries - 1);
    throw e;
  }
}

const cursors = new Map(); // the engine's cursor id → its continuation

const firstPage = (fn) => async (db, cmd) => {
  const row = await one(`select cursorpage::text, continuation::text, cursorid::text from documentdb_api.${fn}($1, $2::documentdb_core.bson)`, [db, toBson(cmd)]);
  const reply = fromBson(row.cursorpage);
  if (row.continuation) cursors.set(row.cursorid, row.continuation);
  reply.cursor.id = row.continuation ? Long.fromString(row.cursorid) : Long.ZERO;
  return reply;
};
const single = (fn) => async (db, cmd) =>
  fromBson((await one(`select document::text from documentdb_api.${fn}($1, $2::documentdb_core.bson)`, [db, toBson(cmd)])).document);
const write = (fn) => async (db, cmd) => {
  const reply = fromBson((await one(`select p_result::text from documentdb_api.${fn}($1, $2::documentdb_core.bson)`, [db, toBson(cmd)])).p_result);
  for (const error of reply.writeErrors ?? []) error.code = mongoCode(sqlState(plain(error.code)));
  return reply;
};

const ok = async () => ({ ok: 1 });
const hello = async () => ({
  helloOk: true, ismaster: true, isWritablePrimary: true, maxBsonObjectSize: 16777216, maxMessageSizeBytes: 48000000,
  maxWriteBatchSize: 100000, localTime: new Date(), minWireVersion: 0, maxWireVersion: 21, readOnly: false, ok: 1,
});

const COMMANDS = {
  hello, ismaster: hello, isMaster: hello, ping: ok, endSessions: ok, abortTransaction: ok, connectionStatus: ok,
  buildInfo: async () => ({ version: '7.0.0', versionArray: [7, 0, 0, 0], maxBsonObjectSize: 16777216, ok: 1 }),
  insert: write('insert'), update: write('update'), delete: write('delete'),
  findAndModify: write('find_and_modify'), findandmodify: write('find_and_modify'),
  find: firstPage('find_cursor_first_page'), aggregate: firstPage('aggregate_cursor_first_page'),
  listCollections: firstPage('list_collections_cursor_first_page'), listIndexes: firstPage('list_indexes_cursor_first_page'),
  count: single('count_query'), distinct: single('distinct_query'),
  getMore: async (db, cmd) => {
    const key = String(plain(cmd.getMore));
    const continuation = cursors.get(key);
    if (!continuation) throw new CommandError(43, 'CursorNotFound', `cursor id ${key} not found`);
    const row = await one('select cursorpage::text, continuation::text from documentdb_api.cursor_get_more($1, $2::documentdb_core.bson, $3::documentdb_core.bson)', [db, toBson(cmd), continuation]);
    const reply = fromBson(row.cursorpage);
    if (row.continuation) { cursors.set(key, row.continuation); reply.cursor.id = Long.fromString(key); }
    else { cursors.delete(key); reply.cursor.id = Long.ZERO; }
    return reply;
  },
  killCursors: async (_db, cmd) => {
    for (const id of cmd.cursors) cursors.delete(String(plain(id)));
    return { cursorsKilled: cmd.cursors, cursorsNotFound: [], cursorsAlive: [], cursorsUnknown: [], ok: 1 };
  },
  createIndexes: async (db, cmd) => {
    const { retval, requests } = await one('select retval::text, requests::text from documentdb_api.create_indexes_background($1, $2::documentdb_core.bson)', [db, toBson(cmd)]);
    const reply = fromBson(retval);
    const raw = reply.raw?.defaultShard ?? reply;
    if (plain(raw.ok) !== 1) throw new CommandError(plain(raw.code) ?? 67, 'CannotCreateIndex', plain(raw.errmsg) ?? 'createIndexes failed');
    const pending = requests && fromBson(requests).indexRequest;
    for (let tries = 0; pending && tries < 300; tries++) { // the engine builds indexes in the background: ask it to now
      await pool.query('call documentdb_api_internal.build_index_concurrently(1)').catch(() => {});
      const state = await one('select retval::text, complete from documentdb_api_internal.check_build_index_status($1::documentdb_core.bson)', [requests]);
      const built = fromBson(state.retval);
      if (plain(built.ok) === 0) throw new CommandError(plain(built.code) ?? 67, 'CannotCreateIndex', plain(built.errmsg) ?? 'index build failed');
      if (state.complete) break;
      await new Promise((r) => setTimeout(r, 50));
    }
    return { ...raw, ok: 1 };
  },
  dropIndexes: async (db, cmd) => fromBson((await one('call documentdb_api.drop_indexes($1, $2::documentdb_core.bson, null)', [db, toBson(cmd)])).retval),
  create: async (db, cmd) => { await one('select documentdb_api.create_collection($1, $2)', [db, plain(cmd.create)]); return { ok: 1 }; },
  drop: async (db, cmd) => {
    const { dropped } = await one('select documentdb_api.drop_collection($1, $2) as dropped', [db, plain(cmd.drop)]);
    if (!dropped) throw new CommandError(26, 'NamespaceNotFound', 'ns not found');
    return { ok: 1 };
  },
  dropDatabase: async (db) => { await one('select documentdb_api.drop_database($1)', [db]); return { dropped: db, ok: 1 }; },
  listDatabases: async (_db, cmd) => fromBson((await one('select documentdb_api.list_databases($1::documentdb_core.bson)::text as d', [toBson(cmd)])).d),
  collStats: async (db, cmd) => fromBson((await one('select documentdb_api.coll_stats($1, $2)::text as d', [db, plain(cmd.collStats)])).d),
  collMod: async (db, cmd) => fromBson((await one('select documentdb_api.coll_mod($1, $2, $3::documentdb_core.bson)::text as d', [db, plain(cmd.collMod), toBson(cmd)])).d),
};

// The engine names an error by a SQLSTATE that starts with 'M'; in a write error, packed six bits a letter.
// Only those that a client acts on are told apart: the rest is BadValue, with the engine's own text.
const sqlState = (packed) => String.fromCharCode(...[0, 6, 12, 18, 24].map((shift) => ((packed >> shift) & 63) + 48));
const mongoCode = (state) => (state === 'M001C' || state === '23505' || state === '23P01' ? 11000 : /^M/.test(state) ? 2 : 1);
async function errorReply(e) {
  const code = e instanceof CommandError ? e.code : mongoCode(e.code ?? '');
  const errmsg = code === 11000 ? await duplicateMessage(e) : e.message;
  return { ok: 0, errmsg, code, codeName: e.codeName ?? { 2: 'BadValue', 11000: 'DuplicateKey' }[code] ?? 'InternalError' };
}

/** `find_and_modify` names PostgreSQL's constraint; MongoDB, and the engine's other functions, name the index. */
async function duplicateMessage({ constraint = '', message }) {
  const id = /^documents_rum_index_(\d+)$/.exec(constraint)?.[1];
  const row = id && (await one('select (index_spec).index_name as name from documentdb_api_catalog.collection_indexes where index_id = $1', [id]));
  const name = constraint.startsWith('collection_pk_') ? '_id_' : row?.name;
  return name ? `Duplicate key violation on the requested collection: Index '${name}'` : message;
}

async function answer(cmd) {
  const name = Object.keys(cmd)[0];
  try {
    const run = COMMANDS[name];
    if (!run) throw new CommandError(59, 'CommandNotFound', `no such command: '${name}'`);
    return await run(String(plain(cmd.$db) ?? 'admin'), strip(cmd));
  } catch (e) {
    if (process.env.GATEWAY_DEBUG) console.error(name, e.code, e.message);
    return await errorReply(e);
  }
}

function parseMsg(body) {
  const flags = body.readUInt32LE(0);
  let at = 4, cmd = {};
  const sequences = {};
  const end = flags & 1 ? body.length - 4 : body.length;
  while (at < end) {
    const kind = body[at++];
    if (kind === 0) {
      const size = body.readInt32LE(at);
      cmd = deserialize(body.subarray(at, at + size), KEEP);
      at += size;
    } else {
      const stop = at + body.readInt32LE(at);
      at += 4;
      const zero = body.indexOf(0, at);
      const id = body.toString('utf8', at, zero);
      at = zero + 1;
      const docs = (sequences[id] = []);
      while (at < stop) { const size = body.readInt32LE(at); docs.push(deserialize(body.subarray(at, at + size), KEEP)); at += size; }
    }
  }
  return { cmd: { ...cmd, ...sequences }, moreToCome: (flags & 2) !== 0 };
}

let nextRequest = 1;
function header(length, responseTo, opCode) {
  const h = Buffer.alloc(16);
  h.writeInt32LE(length, 0); h.writeInt32LE(nextRequest++ & 0x7fffffff, 4); h.writeInt32LE(responseTo, 8); h.writeInt32LE(opCode, 12);
  return h;
}

async function handle(socket, message) {
  const requestId = message.readInt32LE(4), opCode = message.readInt32LE(12), body = message.subarray(16);
  if (opCode === OP_MSG) {
    const { cmd, moreToCome } = parseMsg(body);
    const doc = serialize(await answer(cmd));
    if (!moreToCome) socket.write(Buffer.concat([header(16 + 5 + doc.length, requestId, OP_MSG), Buffer.alloc(5), doc]));
  } else if (opCode === OP_QUERY) {
    const at = body.indexOf(0, 4) + 1 + 8;
    const cmd = deserialize(body.subarray(at, at + body.readInt32LE(at)), KEEP);
    const doc = serialize(await answer({ ...cmd, $db: 'admin' }));
    const head = Buffer.alloc(20);
    head.writeInt32LE(8, 0); head.writeInt32LE(1, 16);
    socket.write(Buffer.concat([header(16 + 20 + doc.length, requestId, OP_REPLY), head, doc]));
  } else socket.destroy();
}

const server = net.createServer((socket) => {
  let buffer = Buffer.alloc(0);
  let queue = Promise.resolve();
  socket.setNoDelay(true);
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk) => {
    buffer = buffer.length ? Buffer.concat([buffer, chunk]) : chunk;
    while (buffer.length >= 16 && buffer.length >= buffer.readInt32LE(0)) {
      const message = buffer.subarray(0, buffer.readInt32LE(0));
      buffer = buffer.subarray(message.length);
      queue = queue.then(() => handle(socket, message)).catch((e) => { console.error(e); socket.destroy(); });
    }
  });
});
server.listen(port, '127.0.0.1', () => console.log(`waiting for connections on 127.0.0.1:${port}`));
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => process.exit(0));
