import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { membersDefinition } from '../src/network/member.ts'
import { peopleDefinition } from '../src/network/people.ts'
import { profile } from './network/support.ts'
import { startTestBot, type TestBot, words } from './support/bot.ts'

let bot: TestBot
beforeAll(async () => {
  bot = await startTestBot()
})
afterAll(() => bot[Symbol.asyncDispose]())

function activity(more: Record<string, unknown> = {}) {
  return {
    type: 'message',
    id: '1',
    channelId: 'msteams',
    serviceUrl: bot.connector.serviceUrl,
    text: 'hei',
    from: { id: '29:x', name: 'X', aadObjectId: 'oid-x' },
    recipient: { id: '28:bot', name: 'Bot' },
    conversation: { id: 'chat-x', conversationType: 'personal', tenantId: 'tenant-a' },
    ...more,
  }
}

describe('POST /api/messages', () => {
  it.each([
    ['malformed JSON', '{"type":'],
    ['no JSON object', '[1, 2]'],
    ['nothing', ''],
    ['an empty object', {}],
    ['an activity without a conversation', { type: 'message', text: 'hei' }],
    ['a conversation that is no object', { type: 'message', conversation: 'x' }],
  ])('refuses %s with a 4xx', async (_, body) => {
    const { status } = await bot.post(body)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
  })

  it('refuses a megabyte of text', async () => {
    const { status } = await bot.post(activity({ text: 'å'.repeat(1_000_000) }))
    expect(status).toBe(413)
  })

  it('asks for fewer words when the text is very long', async () => {
    const answer = await bot.person('Lang Tekst').says('hva er erasmus '.repeat(1000))
    expect(words(answer)).toMatch(/kortere/)
  })

  it('takes an unknown kind of activity without an answer', async () => {
    const before = bot.connector.sent.length
    const { status } = await bot.post(activity({ type: 'somethingNew' }))
    expect(status).toBeLessThan(300)
    expect(bot.connector.sent).toHaveLength(before)
  })

  it.each([
    ['an unknown verb', 'gatherings.explode', {}],
    ['a missing field', 'answers.show', {}],
    ['a field of another kind', 'answers.show', { answerId: { $ne: null } }],
    ['a language that is none', 'language.set', { language: 'tlh' }],
    ['an answer that does not exist', 'answers.show', { answerId: 'erasmus-plus/nonsense' }],
  ])('answers a button with %s politely', async (_, verb, data) => {
    const person = bot.person('Frekk Trykker')
    expect(words(await person.presses(verb, data))).toMatch(/virker ikke lenger/)
    expect(words(await person.submits(verb, data))).toMatch(/virker ikke lenger/)
  })

  it('answers a button without a verb politely', async () => {
    const { status } = await bot.post(activity({ type: 'invoke', name: 'adaptiveCard/action', value: { action: 7 } }))
    expect(status).toBe(200)
  })

  it('answers an invoke that it does not know with 501, as the protocol says', async () => {
    expect((await bot.post(activity({ type: 'invoke', name: 'task/fetch', value: {} }))).status).toBe(501)
  })
})

describe('a call without a token, when the bot has an identity', () => {
  it('is refused with 401, and nothing is answered', async () => {
    await using guarded = await startTestBot({
      env: { BOT_ID: crypto.randomUUID(), BOT_PASSWORD: 'secret', BOT_TENANT_ID: crypto.randomUUID() },
    })
    const { status } = await guarded.post({ ...activity(), serviceUrl: guarded.connector.serviceUrl })
    expect(status).toBe(401)
    const forged = await guarded.post({ ...activity() }, { authorization: 'Bearer eyJhbGciOiJub25lIn0.e30.' })
    expect(forged.status).toBe(401)
    expect(guarded.connector.sent).toHaveLength(0)
  })
})

describe('a person of a tenant that is not allowed', () => {
  it('is told whom to ask, and nothing is done', async () => {
    await using closed = await startTestBot({ env: { ALLOWED_TENANTS: 'tenant-a' } })
    const { network, database } = closed.running
    const outside = closed.person('Utenfor', { tenantId: 'tenant-b', email: 'kari@example.no' })
    await network.members.importAll([profile('Kari')], Temporal.Now.instant())
    await outside.installs()
    expect(outside.inbox()).toEqual([])
    expect(words(await outside.says('bli med'))).toMatch(/ikke åpent/)
    expect(words(await outside.presses('help.show'))).toMatch(/ikke åpent/)
    expect(await database.collection(peopleDefinition).find({})).toEqual([])
    expect(await database.collection(membersDefinition).find({})).toMatchObject([{ personId: null }])
    expect(words(await closed.person('Innenfor').says('hei'))).not.toMatch(/ikke åpent/)
  })
})

describe('health', () => {
  it.each(['/healthz', '/readyz'])('%s answers 200', async (path) => {
    expect((await fetch(bot.url + path)).status).toBe(200)
  })
})
