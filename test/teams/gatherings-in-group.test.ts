import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contents, gatheringFile, profile } from '../network/support.ts'
import { buttons, startTestBot, type TestBot, type TestPerson, words } from '../support/bot.ts'

const now = Temporal.Instant.from('2027-02-01T09:00:00Z')
let bot: TestBot
beforeAll(async () => {
  bot = await startTestBot({ now: () => now })
})
afterAll(() => bot[Symbol.asyncDispose]())

let count = 0
async function gathering(fields: object = {}): Promise<string> {
  const id = `g${++count}`
  const file = { ...gatheringFile, id, title: `Samling ${count}`, ...fields }
  await bot.running.network.gatherings.importAll(contents(file), now)
  return id
}

interface Both {
  alone: TestPerson
  inGroup: TestPerson
}

/** Somebody in a group of so many people; a member who has written to the bot in their own chat. */
async function inGroup(name: string, options: { scope?: string; size?: number; isMember?: boolean } = {}) {
  const { scope = 'channel', size = 3, isMember = true } = options
  const conversationId = `19:${name}@thread.tacv2`
  const someone: Both = { alone: bot.person(name), inGroup: bot.person(name, { conversationId, scope }) }
  const roster = Array.from({ length: size }, (_, index) => {
    const id = index === 0 ? `29:${name.toLowerCase().replaceAll(/\W+/g, '-')}` : `29:other-${index}`
    return { id, aadObjectId: `oid-${index}`, tenantId: 'tenant-a', name: `Noen ${index}` }
  })
  bot.connector.addConversation(conversationId, 'tenant-a', roster)
  if (isMember) {
    await someone.alone.presses('help.show')
    await bot.running.network.members.save(someone.alone.id, profile(name), now)
  }
  return someone
}

function registrationOf(gatheringId: string, { alone }: Both) {
  return bot.running.network.registrations.of(gatheringId, alone.id)
}

describe('a gathering in a channel', () => {
  it('shows all the same, and lets Teams show each their own', async () => {
    const id = await gathering()
    const ada = await inGroup('Ada Alle')
    await ada.alone.presses('gatherings.register', { gatheringId: id })
    const shown = await ada.inGroup.submits('gatherings.show', { gatheringId: id })
    expect(words(shown)).not.toContain('Du er påmeldt')
    expect(buttons(shown)).toEqual(expect.arrayContaining(['gatherings.register', 'gatherings.view']))
    expect(shown.card?.refresh?.action).toMatchObject({ verb: 'gatherings.view', data: { gatheringId: id } })
    expect(shown.card?.refresh?.userIds).toBeUndefined()
  })

  it.each([
    ['Ada Påmeldt', 'gatherings.register', 'Du er påmeldt', 'gatherings.cancel'],
    ['Ada Ubesvart', null, 'Du har ikke svart ennå', 'gatherings.register'],
  ])('tells %s their own state', async (name, verb, status, button) => {
    const id = await gathering()
    const ada = await inGroup(name)
    if (verb !== null) await ada.alone.presses(verb, { gatheringId: id })
    const own = await ada.inGroup.presses('gatherings.view', { gatheringId: id })
    expect(words(own)).toContain(status)
    expect(buttons(own)).toContain(button)
    expect(own.card?.refresh?.userIds).toEqual([`29:${name.toLowerCase().replaceAll(/\W+/g, '-')}`])
  })

  it('tells who waits their place in the queue, and who said maybe that they did', async () => {
    const id = await gathering({ capacity: 1 })
    const first = await inGroup('Ada Først')
    const second = await inGroup('Ada Venter')
    await first.alone.presses('gatherings.register', { gatheringId: id })
    await second.alone.presses('gatherings.wait', { gatheringId: id })
    expect(words(await second.inGroup.presses('gatherings.view', { gatheringId: id }))).toContain(
      'nummer 1 på ventelista',
    )
    const open = await gathering()
    await bot.running.network.invitations.reply(open, second.alone.id, 'maybe', now)
    expect(words(await second.inGroup.presses('gatherings.view', { gatheringId: open }))).toContain('svart kanskje')
  })

  it('keeps diet, questions and the calendar address out of the group', async () => {
    const id = await gathering({ onlineUrl: 'https://example.no/meet' })
    const ada = await inGroup('Ada Diett')
    await ada.alone.presses('gatherings.register', { gatheringId: id })
    await ada.alone.presses('gatherings.save-registration', { gatheringId: id, diet: 'nøtter', question: '' })
    const own = await ada.inGroup.presses('gatherings.view', { gatheringId: id })
    expect(words(own)).not.toContain('nøtter')
    expect(JSON.stringify(own.card)).not.toContain('/calendar/')
    const sent = await ada.inGroup.presses('gatherings.in-private', { gatheringId: id })
    expect(sent.text).toContain('personlige chatten')
    expect(words(ada.alone.inbox().at(-1) ?? { text: '', card: null })).toContain('nøtter')
  })

  it('in a large one is refreshed for those who have a place in it, sixty at most', async () => {
    const id = await gathering()
    for (let index = 0; index < 62; index++) {
      const person = await inGroup(`Mange ${index}`)
      await bot.running.network.registrations.register(
        id,
        person.alone.id,
        { attendance: null, diet: null, question: null, ifFull: 'refuse' },
        now,
      )
    }
    const big = await inGroup('Ada Stor', { size: 61 })
    const { card } = await big.inGroup.submits('gatherings.show', { gatheringId: id })
    expect(card?.refresh?.userIds).toHaveLength(60)
    expect(card?.refresh?.userIds?.[0]).toMatch(/^29:mange-/)
  })

  it('that only those invited may see is shown to nobody else', async () => {
    const id = await gathering()
    await bot.running.network.gatherings.change(
      id,
      (each) => ({ ...each, audience: { kind: 'invited', memberIds: ['somebody'] } }),
      now,
    )
    const ada = await inGroup('Ada Utenfor')
    expect((await ada.inGroup.submits('gatherings.show', { gatheringId: id })).card).toBeNull()
    expect((await ada.inGroup.presses('gatherings.view', { gatheringId: id })).card).toBeNull()
  })
})

describe('pressing register in a channel', () => {
  it('registers who pressed, and what is left to fill in comes to their own chat', async () => {
    const id = await gathering()
    const ada = await inGroup('Ada Trykker')
    const done = await ada.inGroup.presses('gatherings.register', { gatheringId: id })
    expect(words(done)).toContain('Du er påmeldt!')
    expect(words(done)).toContain('personlige chatten')
    expect(Object.keys(done.card ?? {})).toContain('refresh')
    expect(JSON.stringify(done.card)).not.toContain('Input.Text')
    expect((await registrationOf(id, ada))?.registration.state).toBe('registered')
    const form = ada.alone.inbox().at(-1)
    expect(form && buttons(form)).toContain('gatherings.save-registration')
    expect(ada.inGroup.inbox()).toEqual([])

    const before = ada.alone.inbox().length
    await ada.inGroup.presses('gatherings.register', { gatheringId: id })
    expect(ada.alone.inbox()).toHaveLength(before)
    const off = await ada.inGroup.presses('gatherings.cancel', { gatheringId: id })
    expect(words(off)).toContain('Du er meldt av')
    expect((await registrationOf(id, ada))?.registration.state).toBe('cancelled')
  })

  it('in a client without Universal Actions answers in the own chat alone', async () => {
    const id = await gathering()
    const ada = await inGroup('Ada Eldre', { scope: 'groupChat' })
    const answer = await ada.inGroup.submits('gatherings.register', { gatheringId: id })
    expect(answer.card).toBeNull()
    expect(answer.text).toContain('personlige chatten')
    expect(words(ada.alone.inbox().at(-1) ?? { text: '', card: null })).toContain('Du er påmeldt!')
    expect((await registrationOf(id, ada))?.registration.state).toBe('registered')
  })

  it('leads who is no member to their own chat, also one that was not begun yet, and on from there', async () => {
    const id = await gathering()
    const bo = await inGroup('Bo Fremmed', { isMember: false })
    const answer = await bo.inGroup.presses('gatherings.register', { gatheringId: id })
    expect(answer.text).toContain('Skjemaet for å bli med')
    const [form] = bot.connector.messages('a:29:bo-fremmed')
    expect(JSON.stringify(form)).toContain('membership.save')
    expect(JSON.stringify(form)).toContain(id)
  })

  it('shows the way to the chat when the bot may not write there', async () => {
    const id = await gathering()
    const bo = await inGroup('Bo Stengt', { isMember: false })
    bot.connector.refuse('a:29:bo-stengt', 403)
    const answer = await bo.inGroup.presses('gatherings.register', { gatheringId: id })
    expect(JSON.stringify(answer.card)).toContain('https://teams.microsoft.com/l/chat/0/0?users=28%3Abot')
    expect(await registrationOf(id, bo)).toBeNull()
  })

  it('without Teams telling who pressed says so', async () => {
    const id = await gathering()
    const response = await bot.post({
      type: 'invoke',
      name: 'adaptiveCard/action',
      id: 'x',
      channelId: 'msteams',
      serviceUrl: bot.connector.serviceUrl,
      from: { id: '29:nobody' },
      recipient: { id: '28:bot' },
      conversation: { id: '19:nobody', conversationType: 'channel' },
      value: { action: { type: 'Action.Execute', verb: 'gatherings.register', data: { gatheringId: id } } },
    })
    expect(JSON.stringify(response.body)).toContain('Jeg ser ikke hvem du er')
  })
})

describe('personal things asked for in a group', () => {
  it('are answered in the own chat, in the own language', async () => {
    const ada = await inGroup('Ada Personlig', { scope: 'groupChat' })
    await ada.alone.presses('language.set', { language: 'nn' })
    const answer = await ada.inGroup.says('mine påmeldinger')
    expect(answer.text).toContain('personlige chatten')
    expect(words(ada.alone.inbox().at(-1) ?? { text: '', card: null })).toContain('Påmeldingane mine')
  })

  it('that end a membership are not done from there', async () => {
    const ada = await inGroup('Ada Blir')
    await ada.inGroup.presses('membership.confirm-leave')
    await ada.inGroup.presses('privacy.confirm-delete')
    expect(await bot.running.network.members.of(ada.alone.id)).not.toBeNull()
  })
})
