import { describe, expect, it } from 'vitest'
import { readGatherings } from '../../src/network/gathering-file.ts'
import { buttons, startTestBot, type TestBot, type TestPerson, words } from '../support/bot.ts'
import { createClock, stillTimers } from '../support/clock.ts'
import { values } from '../support/inputs.ts'

const gathering = {
  id: 'vaar-2027',
  title: 'Vårsamling',
  startsAt: '2027-03-16T10:00',
  endsAt: '2027-03-16T15:00',
  place: 'Union Scene, Drammen',
  reminders: ['P7D', 'P1D', 'PT1H'],
}

async function start() {
  const clock = createClock('2027-02-01T09:00:00Z')
  const bot = await startTestBot({ now: clock.now, surroundings: { timers: stillTimers } })
  return { bot, clock }
}

async function publish({ running }: TestBot, clock: { now: () => Temporal.Instant }, changes: object = {}) {
  const read = readGatherings([{ ...gathering, ...changes }], { timeZone: 'Europe/Oslo', isTopic: () => true })
  if (!read.ok) throw new Error(JSON.stringify(read.mistakes))
  await running.network.gatherings.importAll(read.gatherings, clock.now())
}

/** Registered as the domain does it; how people get there by cards is another test's matter. */
async function registered(
  { running }: TestBot,
  clock: { now: () => Temporal.Instant },
  person: TestPerson,
  fields: object = {},
  attendance: 'in-person' | 'online' = 'in-person',
) {
  await person.says('hei')
  const email = `${person.conversationId}@example.no`
  const profile = {
    name: 'X',
    email,
    municipality: 'Drammen',
    role: '',
    topics: [],
    language: 'nb' as const,
    ...fields,
  }
  await running.network.members.save(person.id, profile, clock.now())
  const form = { attendance, diet: '', question: '', ifFull: 'refuse' as const }
  const outcome = await running.network.registrations.register('vaar-2027', person.id, form, clock.now())
  expect(outcome.ok).toBe(true)
}

const since = (person: TestPerson, count: number) => person.inbox().slice(count)

describe('a reminder of a gathering', () => {
  it('reaches the registered a week, a day and an hour before, each once, in wall time', async () => {
    const { bot, clock } = await start()
    await using _ = bot
    await publish(bot, clock)
    const kari = bot.person('Kari')
    await registered(bot, clock, kari)
    const before = kari.inbox().length
    for (const moment of [
      '2027-03-09T08:59:00Z',
      '2027-03-09T09:00:00Z',
      '2027-03-09T09:30:00Z',
      '2027-03-15T09:00:00Z',
      '2027-03-16T08:00:00Z',
    ]) {
      clock.moveTo(moment)
      await bot.running.reminders.passOnce()
    }
    expect(since(kari, before).map((seen) => seen.card?.fallbackText)).toEqual([
      'Om en uke: Vårsamling',
      'I morgen: Vårsamling',
      'Om en time: Vårsamling',
    ])
    const [first] = since(kari, before)
    expect(first && buttons(first)).toEqual(
      expect.arrayContaining(['gatherings.show', 'gatherings.cancel', 'reminders.settings']),
    )
    expect(first && words(first)).toContain('tirsdag 16. mars 2027 kl. 10:00–15:00')
  })

  it('goes by the second day, and says so, to who comes on that one only', async () => {
    const { bot, clock } = await start()
    await using _ = bot
    await publish(bot, clock, { endsAt: '2027-03-17T15:00', directions: 'Inngang B, ring på.' })
    const kari = bot.person('Kari')
    await registered(bot, clock, kari)
    const saved = await kari.presses('gatherings.save-registration', { gatheringId: gathering.id, days: '2' })
    expect(words(saved)).toContain('Lagret.')
    const before = kari.inbox().length
    clock.moveTo('2027-03-09T10:00:00Z')
    await bot.running.reminders.passOnce()
    expect(since(kari, before)).toEqual([])
    for (const moment of ['2027-03-10T09:00:00Z', '2027-03-16T09:00:00Z', '2027-03-17T08:00:00Z']) {
      clock.moveTo(moment)
      await bot.running.reminders.passOnce()
    }
    expect(since(kari, before).map((each) => each.card?.fallbackText)).toEqual([
      'Om en uke: Vårsamling',
      'I morgen: Vårsamling',
      'Om en time: Vårsamling',
    ])
    for (const each of since(kari, before)) {
      expect(words(each)).toContain('Du deltar')
      expect(words(each)).toContain('onsdag 17. mars 2027')
    }
    expect(since(kari, before).map((each) => words(each).includes('Inngang B'))).toEqual([false, true, true])
  })

  it('says what to prepare a week before, how to get there the day before, and the door on the day', async () => {
    const { bot, clock } = await start()
    await using _ = bot
    await publish(bot, clock, { preparation: 'Les utlysningen.', directions: 'Inngang B, ring på.' })
    const kari = bot.person('Kari')
    await registered(bot, clock, kari)
    await registered(bot, clock, bot.person('Ola'))
    await registered(bot, clock, bot.person('Siv'), { municipality: 'Lier' })
    await registered(bot, clock, bot.person('Per'), { municipality: 'Bergen' })
    const before = kari.inbox().length
    for (const moment of ['2027-03-09T09:00:00Z', '2027-03-15T09:00:00Z', '2027-03-16T08:00:00Z']) {
      clock.moveTo(moment)
      await bot.running.reminders.passOnce()
    }
    const [ahead = '', tomorrow = '', soon = ''] = since(kari, before).map(words)
    expect(ahead).toContain('Les utlysningen.')
    expect(ahead).not.toContain('Inngang B')
    expect(ahead).toContain('Fra Drammen kommer én til. Fra resten av Buskerud kommer én.')
    expect(tomorrow).toContain('Vi ses i morgen.')
    expect(tomorrow).toContain('Inngang B, ring på.')
    expect(soon).toContain('Vi ses snart.')
    expect(soon).toContain('Inngang B, ring på.')
    expect(soon).not.toContain('Fra Drammen')
  })

  it('shows the link first to who comes online, and the way there to who comes in person', async () => {
    const { bot, clock } = await start()
    await using _ = bot
    await publish(bot, clock, { onlineUrl: 'https://example.no/mote', directions: 'Inngang B' })
    const kari = bot.person('Kari')
    await registered(bot, clock, kari, { language: 'nn' }, 'online')
    clock.moveTo('2027-03-16T08:00:00Z')
    const before = kari.inbox().length
    await bot.running.reminders.passOnce()
    const [soon] = since(kari, before)
    expect(soon && words(soon)).toContain('Møtet opnar snart.')
    expect(soon && words(soon)).not.toContain('Inngang B')
    expect(JSON.stringify(soon?.card)).toMatch(/"Action.OpenUrl".*"gatherings.show"/)
  })

  it('does not come to who cancelled', async () => {
    const { bot, clock } = await start()
    await using _ = bot
    await publish(bot, clock)
    const kari = bot.person('Kari')
    await registered(bot, clock, kari)
    const before = kari.inbox().length
    await bot.running.network.registrations.cancel('vaar-2027', kari.id, clock.now())
    clock.moveTo('2027-03-16T08:00:00Z')
    await bot.running.reminders.passOnce()
    expect(since(kari, before)).toEqual([])
  })

  it('moves with the gathering, and the registered are told that it moved', async () => {
    const { bot, clock } = await start()
    await using _ = bot
    await publish(bot, clock)
    const kari = bot.person('Kari')
    await registered(bot, clock, kari)
    const before = kari.inbox().length
    clock.moveTo('2027-02-02T09:00:00Z')
    await publish(bot, clock, { startsAt: '2027-04-06T10:00', endsAt: '2027-04-06T15:00' })
    await bot.running.reminders.passOnce()
    clock.moveTo('2027-03-09T09:00:00Z')
    await bot.running.reminders.passOnce()
    clock.moveTo('2027-04-05T08:00:00Z')
    await bot.running.reminders.passOnce()
    expect(since(kari, before).map((seen) => seen.card?.fallbackText)).toEqual([
      'Endret: Vårsamling',
      'I morgen: Vårsamling',
    ])
  })

  it('is replaced by a word of it when the gathering is called off', async () => {
    const { bot, clock } = await start()
    await using _ = bot
    await publish(bot, clock)
    const kari = bot.person('Kari')
    await registered(bot, clock, kari)
    const before = kari.inbox().length
    await publish(bot, clock, { status: 'called-off' })
    await bot.running.reminders.passOnce()
    clock.moveTo('2027-03-16T08:00:00Z')
    await bot.running.reminders.passOnce()
    expect(since(kari, before).map((seen) => seen.card?.fallbackText)).toEqual(['Avlyst: Vårsamling'])
  })

  it('to who blocked the bot is not tried again, until they write', async () => {
    const { bot, clock } = await start()
    await using _ = bot
    await publish(bot, clock)
    const kari = bot.person('Kari')
    await registered(bot, clock, kari)
    bot.connector.refuse(kari.conversationId, 403)
    clock.moveTo('2027-03-09T09:00:00Z')
    await bot.running.reminders.passOnce()
    const requests = bot.connector.counts().requests
    clock.moveTo('2027-03-15T09:00:00Z')
    await bot.running.reminders.passOnce()
    expect(bot.connector.counts().requests).toBe(requests)
    bot.connector.allow(kari.conversationId)
    await kari.says('hei')
    const before = kari.inbox().length
    clock.moveTo('2027-03-16T08:00:00Z')
    await bot.running.reminders.passOnce()
    expect(since(kari, before).map((seen) => seen.card?.fallbackText)).toContain('Om en time: Vårsamling')
  })
})

describe('what operators see of reminders', () => {
  it('is at /metrics: what was sent and how late, and what waits in each tenant', async () => {
    const { bot, clock } = await start()
    await using _ = bot
    await publish(bot, clock)
    await registered(bot, clock, bot.person('Kari'))
    clock.moveTo('2027-03-09T09:00:02Z')
    await bot.running.reminders.passOnce()
    const metrics = await (await fetch(`${bot.url}/metrics`)).text()
    expect(metrics).toContain('reminders_messages_total{outcome="sent",kind="reminder"} 1')
    expect(metrics).toContain('reminders_lateness_seconds_bucket{le="1"} 0')
    expect(metrics).toContain('reminders_lateness_seconds_bucket{le="5"} 1')
    expect(metrics).toContain('reminders_queue{tenant="tenant-a",state="due"} 2')
    expect(metrics).toContain('reminders_queue{tenant="tenant-a",state="overdue"} 0')
  })
})

describe('the settings of reminders', () => {
  it('show what is on, and save what the person chooses', async () => {
    const { bot, clock } = await start()
    await using _ = bot
    await publish(bot, clock)
    const kari = bot.person('Kari')
    await registered(bot, clock, kari)
    expect(buttons(await kari.presses('reminders.settings'))).toContain('reminders.save')
    await kari.presses('reminders.save', { kinds: 'gatherings', early: 'P2D', pausedUntil: '', off: 'false' })
    const before = kari.inbox().length
    for (const moment of ['2027-03-09T09:00:00Z', '2027-03-14T09:00:00Z', '2027-03-15T09:00:00Z']) {
      clock.moveTo(moment)
      await bot.running.reminders.passOnce()
    }
    expect(since(kari, before).map((seen) => seen.card?.fallbackText)).toEqual(['Om 2 dager: Vårsamling'])
  })

  it('turn everything off', async () => {
    const { bot, clock } = await start()
    await using _ = bot
    await publish(bot, clock)
    const kari = bot.person('Kari')
    await registered(bot, clock, kari)
    await kari.presses('reminders.save', { off: 'true' })
    const before = kari.inbox().length
    clock.moveTo('2027-03-16T08:00:00Z')
    await bot.running.reminders.passOnce()
    expect(since(kari, before)).toEqual([])
  })

  it('can pause until a day', async () => {
    const { bot, clock } = await start()
    await using _ = bot
    await publish(bot, clock)
    const kari = bot.person('Kari')
    await registered(bot, clock, kari)
    const saved = await kari.presses('reminders.save', { kinds: 'gatherings', pausedUntil: '2027-03-10', off: 'false' })
    expect(JSON.stringify(saved.card)).toContain('"value":"2027-03-10"')
    const before = kari.inbox().length
    for (const moment of ['2027-03-09T09:00:00Z', '2027-03-15T09:00:00Z']) {
      clock.moveTo(moment)
      await bot.running.reminders.passOnce()
    }
    expect(since(kari, before).map((seen) => seen.card?.fallbackText)).toEqual(['I morgen: Vårsamling'])
  })

  it('end a pause and what was all off by one button', async () => {
    const { bot } = await start()
    await using _ = bot
    const kari = bot.person('Kari')
    const off = await kari.presses('reminders.save', { kinds: 'gatherings', pausedUntil: '24.2.2027', off: 'true' })
    expect(words(off)).toContain('Alt er slått av')
    expect(buttons(off)).toContain('reminders.resume')
    const on = await kari.presses('reminders.resume')
    expect(buttons(on)).not.toContain('reminders.resume')
    expect(values(on)).toMatchObject({ off: 'false', kinds: 'gatherings' })
  })

  it('show quiet hours and days as the network has them, and keep what a person chose instead', async () => {
    const bot = await startTestBot({ env: { QUIET_HOURS: '21:00-07:00' } })
    await using _ = bot
    const kari = bot.person('Kari')
    expect(values(await kari.presses('reminders.settings'))).toMatchObject({
      quiet: 'true',
      quietFrom: '21:00',
      quietTo: '07:00',
      daysOff: 'true',
    })
    const form = {
      kinds: 'gatherings',
      quiet: 'true',
      quietFrom: '16.00',
      quietTo: '8',
      daysOff: 'false',
      off: 'false',
    }
    expect(values(await kari.presses('reminders.save', form))).toMatchObject({ quietFrom: '16:00', quietTo: '08:00' })
    expect((await bot.running.reminders.settingsOf(kari.id)).quietHours).toEqual({ from: '16:00', to: '08:00' })
    await kari.presses('reminders.save', { ...form, quietFrom: '21:00', quietTo: '07:00', daysOff: 'true' })
    expect(await bot.running.reminders.settingsOf(kari.id)).not.toHaveProperty('quietHours')
  })

  it('keep what was typed, save nothing, and say at the field what is wrong', async () => {
    const { bot } = await start()
    await using _ = bot
    const kari = bot.person('Kari')
    const typed = {
      kinds: 'calls',
      early: 'P2D',
      quiet: 'true',
      quietTo: '07:00',
      pausedUntil: '2027-01-31',
      off: 'true',
    }
    const wrong = await kari.presses('reminders.save', typed)
    expect(words(wrong)).toContain('Rett opp i 2 felt, så lagrer jeg.')
    expect(words(wrong)).toContain('Skriv et klokkeslett, eller slå av stille timer.')
    expect(words(wrong)).toContain('Den dagen har vært. Velg i dag eller senere.')
    expect(values(wrong)).toMatchObject({ kinds: 'calls', early: 'P2D', pausedUntil: '2027-01-31', off: 'true' })
    expect((await bot.running.reminders.settingsOf(kari.id)).off).toBe(false)
  })

  it('are not shown where others read along', async () => {
    const { bot } = await start()
    await using _ = bot
    const inChannel = bot.person('Kari', { conversationId: 'channel', scope: 'channel' })
    expect(Object.keys(values(await inChannel.presses('reminders.settings')))).toEqual(['chat'])
    expect((await inChannel.presses('reminders.settings', { all: 'yes' })).text).toContain('personlige chatten')
  })
})
