import { describe, expect, it, onTestFinished } from 'vitest'
import { sentCardsDefinition } from '../../src/teams/sent-cards.ts'
import { contents, gatheringFile, profile } from '../network/support.ts'
import { type Seen, startTestBot, type TestBot, type TestPerson, words } from '../support/bot.ts'
import { createClock, stillTimers, type TestClock } from '../support/clock.ts'

interface Scene {
  bot: TestBot
  clock: TestClock
  /** Lets so much time pass, and brings up to date what is due. */
  wait(seconds: number): Promise<void>
  /** Changes the gathering as the adviser's file says. */
  change(fields: object): Promise<void>
  member(name: string): Promise<TestPerson>
  channel: TestPerson
  last(person: TestPerson): string
  updates(person: TestPerson): number
}

async function scene(fields: object = {}): Promise<Scene> {
  const clock = createClock('2027-02-01T09:00:00Z')
  const bot = await startTestBot({ now: clock.now, surroundings: { timers: stillTimers } })
  onTestFinished(() => bot[Symbol.asyncDispose]())
  const nothing: Seen = { text: '', card: null }
  async function change(changes: object) {
    const file = { ...gatheringFile, capacity: 10, ...fields, ...changes }
    await bot.running.network.gatherings.importAll(contents(file), clock.now())
  }
  await change({})
  return {
    bot,
    clock,
    change,
    async wait(seconds) {
      clock.moveTo(clock.now().add({ seconds }).toString())
      await bot.running.cardUpdates.passOnce()
    },
    async member(name) {
      const someone = bot.person(name)
      await someone.presses('help.show')
      await bot.running.network.members.save(someone.id, profile(name), clock.now())
      return someone
    },
    channel: bot.person('Kari', { conversationId: '19:channel@thread.tacv2;messageid=1', scope: 'channel' }),
    last: (person) => words(person.inbox().at(-1) ?? nothing),
    updates: ({ conversationId }) =>
      bot.connector.sent.filter((sent) => sent.operation === 'update' && sent.conversationId === conversationId).length,
  }
}

const gatheringId = gatheringFile.id

describe('a gathering in a channel', () => {
  it('follows the seats: changes that come together are shown together, in the same message', async () => {
    const { channel, member, wait, last, updates } = await scene()
    await channel.submits('gatherings.show', { gatheringId })
    expect(last(channel)).toContain('10 av 10 ledige')
    await wait(10)
    for (const name of ['Ada', 'Bo', 'Cato']) await (await member(name)).presses('gatherings.register', { gatheringId })
    await wait(1)
    expect(last(channel)).toContain('10 av 10 ledige')
    await wait(3)
    expect(last(channel)).toContain('7 av 10 ledige')
    expect(updates(channel)).toBe(1)
    expect(channel.inbox()).toHaveLength(1)
  })

  it('changes no more often than every few seconds, and not when it says the same', async () => {
    const { channel, member, wait, change, last, updates } = await scene()
    await channel.submits('gatherings.show', { gatheringId })
    await wait(10)
    await change({ place: 'Rådhuset' })
    await wait(3)
    await (await member('Ada')).presses('gatherings.register', { gatheringId })
    await wait(2)
    expect(updates(channel)).toBe(1)
    await wait(2)
    expect(last(channel)).toContain('9 av 10 ledige')
    expect(updates(channel)).toBe(2)
    await (await member('Ada')).presses('gatherings.register', { gatheringId })
    await wait(30)
    expect(updates(channel)).toBe(2)
  })

  it('says that it is called off, and lets nobody register any more', async () => {
    const { channel, wait, change, last } = await scene()
    await channel.submits('gatherings.show', { gatheringId })
    await wait(10)
    await change({ status: 'called-off' })
    await wait(3)
    expect(last(channel)).toContain('Avlyst')
    expect(last(channel)).not.toContain('Meld meg på')
  })
})

describe('a card in a personal chat', () => {
  it('is brought up to date when the gathering changes, with the person’s own place, and says so', async () => {
    const { member, wait, change, last, updates } = await scene()
    const ada = await member('Ada')
    await ada.submits('gatherings.register', { gatheringId })
    await wait(10)
    await change({ place: 'Rådhuset i Lier' })
    await wait(3)
    expect(last(ada)).toContain('Rådhuset i Lier')
    expect(last(ada)).toContain('Oppdatert 1. februar kl. 10:00')
    expect(last(ada)).toContain('Du er påmeldt')
    expect(updates(ada)).toBe(1)
  })

  it('is left alone by who comes and goes, so that nothing half typed is lost', async () => {
    const { member, wait, updates } = await scene()
    const ada = await member('Ada')
    await ada.submits('gatherings.register', { gatheringId })
    await wait(10)
    await (await member('Bo')).presses('gatherings.register', { gatheringId })
    await wait(10)
    expect(updates(ada)).toBe(0)
  })
})

describe('a reminder that was sent', () => {
  it('shows what is true now', async () => {
    const { bot, clock, member, wait, change, last, updates } = await scene({ reminders: ['P7D'] })
    const ada = await member('Ada')
    await ada.presses('gatherings.register', { gatheringId })
    clock.moveTo('2027-02-22T10:00:00Z')
    await bot.running.reminders.passOnce()
    expect(last(ada)).toContain('Om en uke: Vårsamling')
    const messages = ada.inbox().length
    await wait(10)
    await change({ reminders: ['P7D'], place: 'Rådhuset' })
    await wait(3)
    expect(words(ada.inbox()[messages - 1] ?? { text: '', card: null })).toContain('Rådhuset')
    await change({ reminders: ['P7D'], status: 'called-off' })
    await wait(3)
    const reminder = words(ada.inbox()[messages - 1] ?? { text: '', card: null })
    expect(reminder).toContain('Avlyst: Vårsamling')
    expect(reminder).not.toContain('Om en uke')
    expect(updates(ada)).toBe(2)
  })
})

describe('an invitation that was sent', () => {
  it('follows the gathering, as long as it is unanswered and when it is called off', async () => {
    const { bot, clock, member, wait, change, last } = await scene()
    const ada = await member('Ada')
    const dueAt = new Date(clock.now().epochMilliseconds)
    const expiresAt = new Date('2027-03-01T09:00:00Z')
    const row = { kind: 'invitation' as const, about: `invitation:${gatheringId}`, data: { gatheringId } }
    await bot.running.reminders.post([{ ...row, key: 'invitation', personId: ada.id, dueAt, expiresAt }])
    await bot.running.reminders.passOnce()
    expect(last(ada)).toContain('Fylkeshuset i Drammen')
    await wait(10)
    await change({ place: 'Rådhuset' })
    await wait(3)
    expect(last(ada)).toContain('Rådhuset')
    await change({ place: 'Rådhuset', status: 'called-off' })
    await wait(3)
    expect(last(ada)).toContain('Avlyst')
    expect(last(ada)).not.toContain('Meld meg på')
    expect(ada.inbox()).toHaveLength(1)
  })
})

describe('what goes wrong', () => {
  it('is tried again when it may pass', async () => {
    const { bot, channel, wait, change, last } = await scene()
    await channel.submits('gatherings.show', { gatheringId })
    await wait(10)
    await change({ place: 'Rådhuset' })
    bot.connector.failNext({ kind: 'status', status: 502 })
    await wait(3)
    expect(last(channel)).not.toContain('Rådhuset')
    await wait(60)
    expect(last(channel)).toContain('Rådhuset')
  })

  it('waits as long as Teams says', async () => {
    const { bot, channel, wait, change, last } = await scene()
    await channel.submits('gatherings.show', { gatheringId })
    await wait(10)
    await change({ place: 'Rådhuset' })
    bot.connector.failNext({ kind: 'status', status: 429, retryAfterSeconds: 20 })
    await wait(3)
    await wait(15)
    expect(last(channel)).not.toContain('Rådhuset')
    await wait(6)
    expect(last(channel)).toContain('Rådhuset')
  })

  it('is no trouble when the message or the bot is gone; it is not tried again', async () => {
    const { bot, channel, wait, change } = await scene()
    await channel.submits('gatherings.show', { gatheringId })
    await wait(10)
    bot.connector.refuse(channel.conversationId, 403)
    await change({ place: 'Rådhuset' })
    await wait(3)
    const { requests } = bot.connector.counts()
    await change({ place: 'Et annet sted' })
    await wait(10)
    expect(bot.connector.counts().requests).toBe(requests)
  })

  it('while no process ran is made good at the next start', async () => {
    const { bot, channel, wait, change, last } = await scene()
    await channel.submits('gatherings.show', { gatheringId })
    await wait(10)
    await change({ place: 'Rådhuset' })
    await bot.running.cardUpdates.start()
    await bot.running.cardUpdates.passOnce()
    expect(last(channel)).toContain('Rådhuset')
  })
})

describe('what is kept of sent cards', () => {
  it('is shown to and deleted with the person, and gone when the gathering is over', async () => {
    const { bot, clock, member, channel } = await scene()
    const ada = await member('Ada')
    await ada.submits('gatherings.show', { gatheringId })
    await channel.submits('gatherings.show', { gatheringId })
    const kept = () => bot.running.database.collection(sentCardsDefinition).find({})
    expect(await kept()).toHaveLength(2)
    expect(JSON.stringify((await kept()).filter(({ personId }) => personId === null))).not.toContain('29:kari')
    expect(words(await ada.presses('privacy.show'))).toContain('En melding om samlinger som kommer')
    await ada.presses('privacy.confirm-delete')
    expect(await kept()).toHaveLength(1)
    clock.moveTo('2027-03-02T10:00:00Z')
    await bot.running.cardUpdates.tidy()
    expect(await kept()).toEqual([])
  })
})
