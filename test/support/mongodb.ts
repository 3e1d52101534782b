/**
 * A MongoDB for the tests. As vitest's global setup it starts one for the files `*mongodb.test.ts`, once a run:
 * `MONGODB_URI`, or the first of `mongod` on PATH, a download, and DocumentDB from Debian's packages that can be had.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { MongoClient } from 'mongodb'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Null: no server could be had, and this isn't CI. */
    mongodbUri: string | null
  }
}

export interface MongoDbServer {
  uri: string
  stop(): Promise<void>
}

const MONGOD = 'mongod'
const DEBIAN = join(import.meta.dirname, '../mongodb')
const START_TIMEOUT_MS = 20_000

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startMongoDb().catch((error: Error) => {
    if (process.env.CI) throw error
    return error
  })
  if (server instanceof Error) {
    const notRun = `\n  NOT RUN: the tests on MongoDB. ${server.message}\n`
    console.error(notRun)
    project.provide('mongodbUri', null)
    return async () => console.error(notRun)
  }
  project.provide('mongodbUri', server.uri)
  return server.stop
}

/** Rejects with the reason of every way that failed. */
export async function startMongoDb(): Promise<MongoDbServer> {
  if (process.env.MONGODB_URI) return { uri: process.env.MONGODB_URI, stop: async () => {} }
  const installed = existsSync(join(process.env.MONGODB_TEST_CACHE ?? debianCache(), 'root/.ready'))
  const ways: Record<string, () => Promise<MongoDbServer>> = {
    'mongod on PATH': fromPath,
    ...(!installed && { 'download of mongod': fromDownload }),
    'test/mongodb/up': fromDebian,
  }
  const reasons: string[] = []
  for (const [name, way] of Object.entries(ways)) {
    try {
      return await way()
    } catch (error) {
      reasons.push(`${name}: ${error instanceof Error ? error.message.split('\n')[0] : error}`)
    }
  }
  throw new Error(`No MongoDB for the tests (docs/testing.md says how to get one):\n    ${reasons.join('\n    ')}`)
}

async function fromPath(): Promise<MongoDbServer> {
  const directory = await mkdtemp(join(tmpdir(), 'mongod-'))
  const port = await freePort()
  const mongod = spawn(MONGOD, ['--dbpath', directory, '--port', String(port), '--bind_ip', '127.0.0.1'], {
    stdio: 'ignore',
  })
  await once(mongod, 'spawn')
  const ended = once(mongod, 'exit')
  async function stop(): Promise<void> {
    mongod.kill()
    await ended
    await rm(directory, { recursive: true, force: true })
  }
  const uri = `mongodb://127.0.0.1:${port}/`
  try {
    await Promise.race([answers(uri), ended.then(([code]) => Promise.reject(new Error(`mongod ended with ${code}`)))])
  } catch (error) {
    await stop()
    throw error
  }
  return { uri, stop }
}

async function fromDownload(): Promise<MongoDbServer> {
  process.env.MONGOMS_MAX_RETRIES ??= '1'
  const { MongoMemoryServer } = await import('mongodb-memory-server-core')
  const server = await MongoMemoryServer.create()
  return {
    uri: server.getUri(),
    async stop() {
      await server.stop()
    },
  }
}

/** It is left running, so that the next run starts at once: `test/mongodb/down` stops it. */
async function fromDebian(): Promise<MongoDbServer> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Error('needs root on Debian or one of its kin')
  }
  const up = spawn(join(DEBIAN, 'up'), { stdio: ['ignore', 'pipe', 'inherit'] })
  const [uri, [code]] = await Promise.all([text(up.stdout), once(up, 'exit')])
  if (code !== 0) throw new Error(`test/mongodb/up ended with ${code}`)
  return { uri: uri.trim(), stop: async () => {} }
}

function debianCache(): string {
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'mongodb-test-server')
}

async function answers(uri: string): Promise<void> {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: START_TIMEOUT_MS })
  try {
    await client.db().command({ ping: 1 })
  } finally {
    await client.close()
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no port is free')
  return address.port
}
