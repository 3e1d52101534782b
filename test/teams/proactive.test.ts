import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Adapter } from '../../src/teams/adapter.ts'
import { createProactive } from '../../src/teams/proactive.ts'
import { replyWithText } from '../../src/teams/reply.ts'
import { type FakeConnector, startFakeConnector } from '../support/fake-connector.ts'

let connector: FakeConnector
beforeAll(async () => {
  connector = await startFakeConnector()
})
afterAll(() => connector.close())

const proactive = createProactive(new Adapter(null, async () => {}).connector)
const hello = replyWithText('hei')
const referenceTo = (id: string) => ({
  channelId: 'msteams',
  serviceUrl: connector.serviceUrl,
  conversation: { id },
  bot: { id: '28:bot', name: 'Bot' },
  user: { id: '29:kari' },
})

describe('a message on the bot’s own account', () => {
  it('reaches the stored conversation, and can be changed and taken back', async () => {
    const reference = referenceTo('chat-1')
    const delivery = await proactive.send(reference, hello)
    expect(delivery).toMatchObject({ kind: 'delivered', activityId: expect.any(String) })
    const id = delivery.kind === 'delivered' ? (delivery.activityId ?? '') : ''
    await proactive.update(reference, id, replyWithText('ha det'))
    expect(connector.messages('chat-1')).toMatchObject([{ text: 'ha det' }])
    await proactive.withdraw(reference, id)
    expect(connector.messages('chat-1')).toEqual([])
  })

  it('tells how long to wait when it is throttled, and does not try again by itself', async () => {
    connector.failNext({ kind: 'status', status: 429, retryAfterSeconds: 3 })
    const before = connector.counts().requests
    expect(await proactive.send(referenceTo('chat-2'), hello)).toEqual({ kind: 'throttled', retryAfterMs: 3000 })
    expect(connector.counts().requests).toBe(before + 1)
  })

  it.each([412, 500, 502, 503, 504])('may be tried again after %i', async (status) => {
    connector.failNext({ kind: 'status', status })
    expect(await proactive.send(referenceTo('chat-3'), hello)).toEqual({ kind: 'failed', retryable: true, status })
  })

  it('may be tried again when the connection breaks', async () => {
    connector.failNext({ kind: 'reset' })
    expect(await proactive.send(referenceTo('chat-4'), hello)).toEqual({ kind: 'failed', retryable: true })
  })

  it.each([403, 404] as const)('is not tried again after %i', async (status) => {
    connector.refuse('chat-5', status)
    expect(await proactive.send(referenceTo('chat-5'), hello)).toMatchObject({ kind: 'unreachable', status })
  })

  it('cannot be sent to what is no conversation', async () => {
    expect(await proactive.send({ conversation: null }, hello)).toMatchObject({ kind: 'unreachable' })
  })
})
