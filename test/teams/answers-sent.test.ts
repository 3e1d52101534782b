import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestBot, type TestBot, words } from '../support/bot.ts'

let bot: TestBot
beforeAll(async () => {
  bot = await startTestBot()
})
afterAll(() => bot[Symbol.asyncDispose]())

it.each([
  ['is busy, when it says', { kind: 'status', status: 429, retryAfterSeconds: 0 }],
  ['fails for a moment', { kind: 'status', status: 503 }],
] as const)('an answer reaches who asked although the service %s', async (_, fault) => {
  const kari = bot.person('Kari')
  await kari.says('hei')
  bot.connector.failNext(fault)
  expect(words(await kari.says('hva er erasmus+?'))).toContain('Erasmus+')
})

it('an answer to who has blocked the bot is given up at once, and others are answered', async () => {
  const ola = bot.person('Ola')
  await ola.says('hei')
  const before = bot.connector.counts().refused
  bot.connector.refuse('chat-tenant-a-ola', 403)
  await expect(ola.says('hva er erasmus+?')).rejects.toThrow()
  expect(bot.connector.counts().refused - before).toBeLessThanOrEqual(2)
  expect(words(await bot.person('Kari').says('hva er nordplus?'))).toContain('Nordplus')
})
