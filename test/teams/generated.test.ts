import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buttons, startTestBot, type TestBot, type TestPerson, words } from '../support/bot.ts'
import { type FakeOpenAi, startFakeOpenAi } from '../support/fake-openai.ts'
import { understanding } from '../support/understanding.ts'

const question = 'Hva er Erasmus+? Hilsen Kari Nordmann, 912 34 567'
const answerId = 'erasmus-plus/what'
const good = 'Erasmus+ er EUs program for utdanning, opplæring, ungdom og idrett [1].'

let api: FakeOpenAi
let bot: TestBot
let now = Temporal.Instant.from('2026-11-24T09:00:00Z')
beforeAll(async () => {
  api = await startFakeOpenAi()
  bot = await startTestBot({
    now: () => now,
    env: { OPENAI_API_KEY: 'sk-test', ADVISERS: 'oid-astrid' },
    surroundings: { fetch: api.fetch, openKnowledge: understanding({ [question]: answerId, printeren: null }) },
  })
})
afterAll(async () => {
  await bot[Symbol.asyncDispose]()
  await api[Symbol.asyncDispose]()
})
/** Later each time: a model that has failed is left alone for a while. */
beforeEach(() => {
  now = now.add({ minutes: 2 })
  api.requests.length = 0
  api.behave({ kind: 'says', text: good })
})

/** The last message as Teams got it, without what only showed typing. */
function sent(person: TestPerson): Record<string, unknown> {
  return bot.connector.messages(person.conversationId).findLast(({ type }) => type === 'message') ?? {}
}

describe('a question, with a language model', () => {
  it('is answered in its words, labelled as generated, with sources and Teams’ buttons for what one thinks', async () => {
    const kari = bot.person('Kari')
    await kari.says(question)
    expect(sent(kari)).toMatchObject({
      text: good,
      channelData: { feedbackLoop: { type: 'default' } },
      entities: [
        {
          type: 'https://schema.org/Message',
          '@type': 'Message',
          '@context': 'https://schema.org',
          additionalType: ['AIGeneratedContent'],
          citation: [
            { '@type': 'Claim', position: 1, appearance: { '@type': 'DigitalDocument', name: 'Hva er Erasmus+?' } },
          ],
        },
      ],
    })
  })

  it('shows that it is worked on', async () => {
    const kari = bot.person('Kari Venter')
    await kari.says(question)
    expect(bot.connector.messages(kari.conversationId).map(({ type }) => type)).toEqual(['typing', 'message'])
  })

  it('comes with the checked answer behind a button, in place of the votes of the card', async () => {
    const kari = bot.person('Kari')
    const answer = await kari.says(question)
    expect(words(answer)).toContain('En språkmodell har formulert dette')
    expect(buttons(answer)).toEqual(['answers.show', 'guidance.ask'])
    expect(buttons(await kari.presses('answers.show', { answerId }))).toContain('answers.helpful')
  })

  it('goes to the model without names, numbers and ids', async () => {
    await bot.person('Kari').says(question)
    const asked = JSON.stringify([...api.requests.map(({ body }) => body)])
    expect(asked).toContain('Hva er Erasmus+?')
    expect(asked).not.toMatch(/Nordmann|912 34|oid-kari|tenant-a|29:/)
  })

  it.each([
    ['invents a number', { kind: 'says', text: 'Erasmus+ gir 999 euro [1].' }],
    [
      'answers in another language',
      { kind: 'says', text: 'Erasmus+ is the programme of the EU for your municipality [1].' },
    ],
    ['breaks down', { kind: 'status', status: 500 }],
    ['is throttled', { kind: 'status', status: 429 }],
    ['talks nonsense', { kind: 'body', body: { hello: 'world' } }],
  ] as const)('is answered from the content when the model %s', async (_, behaviour) => {
    api.behave(behaviour)
    const kari = bot.person('Kari Uheldig')
    const answer = await kari.says(question)
    expect(words(answer)).toContain('Hva er Erasmus+?')
    expect(buttons(answer)).toContain('answers.helpful')
    expect(sent(kari).entities ?? []).toEqual([])
  })

  it('is answered from the content when Teams does not take the label', async () => {
    const kari = bot.person('Kari Merket')
    bot.connector.setFault(({ body }) => (body.entities ? { kind: 'status', status: 400 } : undefined))
    const answer = await kari.says(question)
    bot.connector.setFault(undefined)
    expect(api.requests).toHaveLength(1)
    expect(buttons(answer)).toContain('answers.helpful')
  })

  it('that has no answer does not reach the model', async () => {
    await bot.person('Kari').says('printeren')
    expect(api.requests).toHaveLength(0)
  })
})

describe('what people think of a generated answer', () => {
  async function reacts(
    person: TestPerson,
    reaction: string,
    word: string,
    replyToId: string,
    written = (feedbackText: string) => JSON.stringify({ feedbackText }),
  ) {
    return bot.post({
      type: 'invoke',
      name: 'message/submitAction',
      id: crypto.randomUUID(),
      channelId: 'msteams',
      serviceUrl: bot.connector.serviceUrl,
      from: { id: '29:x', aadObjectId: person.id.split('/')[1] },
      recipient: { id: '28:bot' },
      conversation: { id: person.conversationId, conversationType: 'personal', tenantId: 'tenant-a' },
      replyToId,
      value: { actionName: 'feedback', actionValue: { reaction, feedback: written(word) } },
    })
  }

  it('reaches the advisers like a vote on the answer', async () => {
    const nora = bot.person('Nora')
    await nora.says(question)
    const { activityId } = bot.connector.sent.findLast(({ body }) => body.type === 'message') ?? { activityId: '' }
    const answer = await reacts(nora, 'dislike', 'Savner satsene', activityId)
    expect(answer).toEqual({ status: 200, body: {} })
    const astrid = bot.person('Astrid')
    const list = await astrid.presses('questions.list')
    expect(words(list)).toContain('Svaret hjalp ikke: Hva er Erasmus+?')
    const ids = JSON.stringify(list.card).match(/(?<="questionId":")[^"]+/g) ?? []
    const needs = await Promise.all(ids.map((questionId) => astrid.presses('questions.show', { questionId })))
    expect(needs.map(words).join()).toContain('Savner satsene')
    await reacts(nora, 'like', '', activityId)
    expect(words(await astrid.presses('questions.list'))).not.toContain('Svaret hjalp ikke')
  })

  it('is also understood as the Agents Playground sends it', async () => {
    const nora = bot.person('Nora Lekeplass')
    await nora.says(question)
    const { activityId } = bot.connector.sent.findLast(({ body }) => body.type === 'message') ?? { activityId: '' }
    await reacts(nora, 'dislike', 'Bare tekst', activityId, (text) => text)
    expect(JSON.stringify((await nora.presses('privacy.show')).card)).toContain('Bare tekst')
    await reacts(nora, 'like', '', activityId)
  })

  it('of a message that nobody remembers is answered, and kept nowhere', async () => {
    const nora = bot.person('Nora')
    expect(await reacts(nora, 'dislike', 'x', 'long-ago')).toEqual({ status: 200, body: {} })
    expect(words(await bot.person('Astrid').presses('questions.list'))).not.toContain('Svaret hjalp ikke')
  })
})
