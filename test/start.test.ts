import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { startBot } from '../src/bot.ts'
import { readConfig } from '../src/config.ts'
import { openEmbedded } from '../src/store/embedded.ts'
import { openDatabase, type StoreLocation } from '../src/store/open.ts'
import { systemSurroundings } from '../src/surroundings.ts'
import { temporaryDirectory } from './support/store.ts'

const index = new URL('../src/index.ts', import.meta.url).pathname

function start(env: Record<string, string>) {
  const dataDir = mkdtempSync(join(tmpdir(), 'bot-'))
  const child = spawn(process.execPath, [index], {
    env: { PATH: process.env.PATH ?? '', PORT: '0', DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const listeners = new Set<() => void>()
  const hear = (chunk: Buffer) => {
    output += chunk
    for (const listener of listeners) listener()
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const says = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const match = pattern.exec(output)
        if (match) resolve(match)
      }
      listeners.add(look)
      child.once('exit', () => reject(new Error(`it stopped without saying ${pattern}: ${output}`)))
      look()
    })
  const exit = once(child, 'exit').then(([code]) => Number(code))
  return { child, dataDir, says, exit, output: () => output }
}

describe('starting', () => {
  it('names every mistake in the configuration at once, without its value, and exits with 1', async () => {
    const bot = start({ PORT: 'hemmelig', TIME_ZONE: 'Mars/Olympus', NODE_ENV: 'production' })
    expect(await bot.exit).toBe(1)
    for (const name of ['PORT', 'TIME_ZONE', 'BOT_ID', 'PUBLIC_URL', 'CONTACT_EMAIL'])
      expect(bot.output()).toContain(name)
    expect(bot.output()).not.toContain('hemmelig')
  })

  it('refuses a data folder that another process has open, and says so', async () => {
    const first = start({})
    await first.says(/"msg":"ready"/)
    const second = start({ DATA_DIR: first.dataDir })
    expect(await second.exit).toBe(1)
    expect(second.output()).toContain(first.dataDir)
    first.child.kill('SIGTERM')
    expect(await first.exit).toBe(0)
  })

  it('leaves the data folder to the next one when it cannot read the content, whichever comes first', async () => {
    const directory = await temporaryDirectory()
    const failed = Promise.withResolvers<void>()
    const afterIt = async (location: StoreLocation) => failed.promise.then(() => openDatabase(location))
    const unreadable = async () => {
      setImmediate(failed.resolve)
      throw new Error('no content')
    }
    const config = readConfig({ PORT: '0', DATA_DIR: directory })
    const surroundings = { ...systemSurroundings(pino({ level: 'silent' })), openKnowledge: unreadable }

    await expect(startBot(config, { ...surroundings, openDatabase: afterIt })).rejects.toThrow('no content')
    await (await openEmbedded(directory)).close()
    await expect(startBot(config, surroundings)).rejects.toThrow('no content')
    await (await openEmbedded(directory)).close()
  })

  it('finishes the turn under way on SIGTERM, takes no new one, and exits with 0', async () => {
    const bot = start({})
    const [, port] = await bot.says(/"port":(\d+)/)
    const { startFakeConnector } = await import('./support/fake-connector.ts')
    const connector = await startFakeConnector({ fault: () => ({ kind: 'delay', ms: 400 }) })
    const message = {
      type: 'message',
      id: '1',
      channelId: 'msteams',
      serviceUrl: connector.serviceUrl,
      text: 'hei',
      from: { id: '29:x', name: 'X', aadObjectId: 'oid-x' },
      recipient: { id: '28:bot', name: 'Bot' },
      conversation: { id: 'chat-x', conversationType: 'personal', tenantId: 'tenant-a' },
    }
    const post = () =>
      fetch(`http://127.0.0.1:${port}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(message),
      })
    const turn = post()
    await expect.poll(() => connector.counts().requests).toBe(1)
    bot.child.kill('SIGTERM')
    expect((await turn).status).toBe(200)
    expect(await bot.exit).toBe(0)
    expect(connector.messages('chat-x').filter(({ type }) => type === 'message')).toHaveLength(1)
    await expect(post()).rejects.toThrow()
    await connector.close()
  })

  it('writes no name and no word of what people write to its log', async () => {
    const bot = start({ LOG_LEVEL: 'debug' })
    const [, port] = await bot.says(/"port":(\d+)/)
    await fetch(`http://127.0.0.1:${port}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        type: 'message',
        id: 'activity-7',
        channelId: 'msteams',
        serviceUrl: 'http://127.0.0.1:9/',
        text: 'hva er erasmus for Hemmelige Hansen',
        from: { id: '29:x', name: 'Kari Fortrolig', aadObjectId: 'oid-x' },
        recipient: { id: '28:bot', name: 'Bot' },
        conversation: { id: 'chat-x', conversationType: 'personal', tenantId: 'tenant-a' },
      }),
    })
    await bot.says(/activity-7/)
    bot.child.kill('SIGTERM')
    await bot.exit
    expect(bot.output()).not.toMatch(/Hansen|Fortrolig/)
  })
})
