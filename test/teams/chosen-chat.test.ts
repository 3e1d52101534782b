import { describe, expect, it } from 'vitest'
import { buttons, type Seen, type TestPerson, words } from '../support/bot.ts'
import { buttonOf, fieldOf, member, openOffice, published } from './advisers/support.ts'

/** The moments of the reminders of `published`: a week, a day and an hour before. */
const week = '2027-03-09T09:00:00Z'
const day = '2027-03-15T09:00:00Z'
const hour = '2027-03-16T08:00:00Z'

const team = '19:team@thread.tacv2'
const channel = '19:channel@thread.tacv2'
const none: Seen = { text: '', card: null }

type Someone = Awaited<ReturnType<typeof someoneIn>>

/** A member in their own chat and in a chat with others. */
async function someoneIn(office: Awaited<ReturnType<typeof openOffice>>, name: string, where: Where, fields = {}) {
  const alone = await member(office, name, fields)
  const { conversationId = channel, scope = 'channel' } = where
  return { alone, there: office.bot.person(name, { conversationId, scope }) }
}

interface Where {
  conversationId?: string
  scope?: 'channel' | 'groupChat'
}

/** Kari and Ola, registered for a gathering, in the same channel. */
async function start(where: Where = {}) {
  const office = await openOffice()
  const { bot, clock, eva } = office
  const gatheringId = await published(eva, { reminders: 'P7D,P1D,PT1H' })
  const kari = await someoneIn(office, 'Kari Nordmann', where)
  const ola = await someoneIn(office, 'Ola Nordmann', where)
  for (const { alone } of [kari, ola]) await alone.presses('gatherings.register', { gatheringId })

  async function passTo(...moments: string[]) {
    for (const moment of moments) {
      clock.moveTo(moment)
      await bot.running.reminders.passOnce()
    }
  }
  const shared = () => bot.connector.messages(where.conversationId ?? channel)
  const isRegistered = async ({ alone }: Someone) =>
    (await bot.running.network.registrations.of(gatheringId, alone.id))?.registration.state === 'registered'
  /** Something that Teams tells by itself, there. */
  const event = (activity: object) =>
    bot.post({
      channelId: 'msteams',
      serviceUrl: bot.connector.serviceUrl,
      from: { id: '29:somebody' },
      recipient: { id: '28:bot' },
      conversation: { id: team, conversationType: 'channel', tenantId: 'tenant-a' },
      channelData: { tenant: { id: 'tenant-a' }, team: { id: team } },
      ...activity,
    })
  return { ...office, gatheringId, kari, ola, passTo, shared, isRegistered, event }
}

const titles = (seen: readonly Seen[]) => seen.map(({ card }) => card?.fallbackText)
const last = (person: TestPerson) => person.inbox().at(-1) ?? none
const chooses = (person: TestPerson, chat: string) => person.presses('reminders.save', { chat })

describe('choosing a chat with others', () => {
  it('is offered to who writes «påminnelser» there, without telling the others of anybody', async () => {
    const { kari } = await start({ scope: 'groupChat' })
    const form = await kari.there.says('påminnelser')
    expect(fieldOf(form, 'chat')).toBe('shared')
    expect(words(form)).toContain('Hvor skal meldingene komme?')
    expect(words(form)).toContain('Valget gjelder bare den som trykker på Lagre.')
    expect(words(form)).toContain('kommer alltid i den personlige chatten')
    expect(fieldOf(form, 'kinds')).toBeUndefined()
    expect(titles(kari.alone.inbox())).not.toContain('Påminnelser')
    expect(words(form)).toContain('Her, i denne chatten')
  })

  it('says where they come now to who presses the button there, and what was saved', async () => {
    const { kari } = await start()
    expect(fieldOf(await kari.there.presses('reminders.settings'), 'chat')).toBe('personal')
    const saved = await chooses(kari.there, 'shared')
    expect(words(saved)).toContain('Påminnelsene dine kommer her.')
    expect(fieldOf(await kari.there.presses('reminders.settings'), 'chat')).toBe('shared')
    expect((await kari.there.submits('reminders.save', { chat: 'personal' })).text).toContain(
      'i den personlige chatten',
    )
  })

  it('touches no other choice, and all of them are a press away in the own chat', async () => {
    const { bot, kari } = await start()
    await kari.alone.presses('reminders.save', { kinds: 'gatherings', early: 'P2D' })
    await chooses(kari.there, 'shared')
    expect(await bot.running.reminders.settingsOf(kari.alone.id)).toMatchObject({ reminders: ['P2D'] })
    expect((await kari.there.presses('reminders.settings', { all: 'yes' })).text).toContain('personlige chatten')
    expect(fieldOf(last(kari.alone), 'kinds')).toBe('gatherings')
    expect(fieldOf(last(kari.alone), 'chat')).toBe('shared')
  })

  it('is left as it is by who says nothing, and shown as it is elsewhere', async () => {
    const { bot, kari } = await start()
    await chooses(kari.there, 'shared')
    for (const nothing of [{}, { chat: '' }, { chat: 'elsewhere' }]) await kari.there.presses('reminders.save', nothing)
    expect((await bot.running.reminders.settingsOf(kari.alone.id)).chat?.id).toBe(channel)
    const elsewhere = bot.person('Kari Nordmann', { conversationId: '19:other', scope: 'groupChat' })
    expect(fieldOf(await elsewhere.presses('reminders.settings'), 'chat')).toBe('')
    await chooses(elsewhere, 'shared')
    expect((await bot.running.reminders.settingsOf(kari.alone.id)).chat?.id).toBe('19:other')
  })

  it('cannot be done from elsewhere, whatever the card says', async () => {
    const { bot, kari } = await start()
    await kari.alone.presses('reminders.save', { kinds: 'gatherings', chat: 'shared', reference: { id: channel } })
    expect((await bot.running.reminders.settingsOf(kari.alone.id)).chat).toBeUndefined()
    const form = await kari.alone.presses('reminders.settings')
    expect(fieldOf(form, 'chat')).toBeUndefined()
    expect(words(form)).toContain('skriv «påminnelser» til meg der')
  })

  it('is part of what is shown, and goes with the person', async () => {
    const { bot, kari } = await start()
    await chooses(kari.there, 'shared')
    const shown = await kari.alone.presses('privacy.show')
    expect(words(shown)).toContain('hvilken chat de kommer i')
    expect(words(shown)).toContain(channel)
    await kari.alone.presses('membership.confirm-leave')
    const { chat, ...others } = await bot.running.reminders.settingsOf(kari.alone.id)
    expect([chat, others._id]).toEqual([undefined, kari.alone.id])
    await chooses(kari.there, 'shared')
    await kari.alone.presses('privacy.confirm-delete')
    expect((await bot.running.reminders.settingsOf(kari.alone.id)).chat).toBeUndefined()
  })
})

describe('who chose a chat with others', () => {
  it('is reminded there by name, once', async () => {
    const { kari, passTo, shared } = await start()
    await chooses(kari.there, 'shared')
    const before = kari.alone.inbox().length
    await passTo(week, day, hour)
    expect(titles(kari.there.inbox())).toEqual([
      'Om en uke: Vårsamling',
      'I morgen: Vårsamling',
      'Om en time: Vårsamling',
    ])
    expect(kari.alone.inbox()).toHaveLength(before)
    expect(shared()[0]).toMatchObject({
      text: '<at>Kari Nordmann</at>',
      entities: [
        {
          type: 'mention',
          text: '<at>Kari Nordmann</at>',
          mentioned: { id: '29:kari-nordmann', name: 'Kari Nordmann' },
        },
      ],
    })
  })

  it('shows others nothing that they could press in the own name, nor the link of the meeting', async () => {
    const { bot, eva, kari, gatheringId, passTo } = await start()
    await eva.presses('gatherings.save', {
      ...{ gatheringId, title: 'Vårsamling', startDate: '2027-03-16', startTime: '10:00', endDate: '2027-03-16' },
      ...{ endTime: '15:00', place: 'Drammen', onlineUrl: 'https://example.no/meet', reminders: 'P7D,P1D,PT1H' },
    })
    await chooses(kari.there, 'shared')
    await bot.running.reminders.passOnce()
    await passTo(hour)
    const [reminder = none] = kari.there.inbox()
    expect(new Set(buttons(reminder))).toEqual(new Set(['gatherings.show', 'reminders.settings']))
    expect(JSON.stringify(reminder.card)).not.toContain('https://example.no/meet')
  })

  it('keeps seat and reminders, whatever a colleague presses', async () => {
    const { kari, ola, passTo, isRegistered, bot, gatheringId } = await start()
    await chooses(kari.there, 'shared')
    await passTo(week)
    const key = `reminder:${gatheringId}:${kari.alone.id}:P1D@2027-03-16`
    for (const verb of ['reminders.done', 'reminders.later', 'reminders.mute', 'reminders.undo-done']) {
      const answer = await ola.there.presses(verb, { keys: [key], choice: 'tomorrow', category: 'gatherings' })
      expect([verb, answer.card]).toEqual([verb, null])
    }
    await ola.there.presses('gatherings.show', { gatheringId })
    await ola.there.presses('gatherings.cancel', { gatheringId })
    await chooses(ola.there, 'personal')
    expect(await isRegistered(kari)).toBe(true)
    expect((await bot.running.reminders.settingsOf(kari.alone.id)).chat?.id).toBe(channel)
    await passTo(day)
    expect(titles(kari.there.inbox()).at(-1)).toBe('I morgen: Vårsamling')
  })

  it('is still offered a seat, and told of changes, alone', async () => {
    const office = await openOffice()
    const gatheringId = await published(office.eva, { capacity: '1' })
    const kari = await someoneIn(office, 'Kari Nordmann', {})
    const ola = await someoneIn(office, 'Ola Nordmann', {})
    await ola.alone.presses('gatherings.register', { gatheringId })
    await kari.alone.presses('gatherings.wait', { gatheringId })
    await chooses(kari.there, 'shared')
    await ola.alone.presses('gatherings.cancel', { gatheringId })
    await office.bot.running.reminders.passOnce()
    expect(titles(kari.alone.inbox()).at(-1)).toContain('Ledig plass')
    expect(office.bot.connector.messages(channel)).toEqual([])
  })

  it('is reminded alone of what only those invited may see', async () => {
    const { bot, clock, kari, gatheringId, passTo, shared } = await start()
    await bot.running.network.gatherings.change(
      gatheringId,
      (each) => ({ ...each, audience: { kind: 'invited', memberIds: [kari.alone.id] } }),
      clock.now(),
    )
    await chooses(kari.there, 'shared')
    await passTo(week)
    expect(titles(kari.alone.inbox()).at(-1)).toBe('Om en uke: Vårsamling')
    expect(shared()).toEqual([])
  })

  it('goes back to the own chat from either', async () => {
    const { kari, passTo } = await start()
    await chooses(kari.there, 'shared')
    const back = await kari.alone.presses('reminders.save', { kinds: 'gatherings', chat: 'personal' })
    expect(words(back)).toContain('Lagret.')
    expect(fieldOf(back, 'chat')).toBeUndefined()
    await passTo(week)
    expect(titles(kari.alone.inbox()).at(-1)).toBe('Om en uke: Vårsamling')
    await chooses(kari.there, 'shared')
    await chooses(kari.there, 'personal')
    await passTo(day)
    expect(titles(kari.alone.inbox()).at(-1)).toBe('I morgen: Vårsamling')
    expect(kari.there.inbox()).toEqual([])
  })

  it('gets it alone when the chat takes nothing any more, and is no less reachable for it', async () => {
    for (const status of [403, 404, 400] as const) {
      const { bot, kari, ola, passTo } = await start()
      await chooses(kari.there, 'shared')
      await chooses(ola.there, 'shared')
      if (status === 400) {
        bot.connector.setFault(({ conversationId }) =>
          conversationId === channel ? { kind: 'status', status } : undefined,
        )
      } else bot.connector.refuse(channel, status)
      await passTo(week)
      for (const { alone } of [kari, ola]) {
        expect(titles(alone.inbox()).at(-1)).toBe('Om en uke: Vårsamling')
        expect((await bot.running.reminders.settingsOf(alone.id)).chat).toBeUndefined()
        expect((await bot.running.network.people.find(alone.id))?.unreachable).toBeNull()
      }
    }
  })

  it.each([
    ['the bot is uninstalled there', { type: 'installationUpdate', action: 'remove' }],
    ['the bot is taken out', { type: 'conversationUpdate', membersRemoved: [{ id: '28:bot' }] }],
    [
      'they are taken out',
      { type: 'conversationUpdate', membersRemoved: [{ id: '29:x', aadObjectId: 'oid-kari-nordmann' }] },
    ],
  ])('gets it alone when %s', async (what, activity) => {
    const { bot, kari, ola, event } = await start()
    const inTeam = { channelData: { tenant: { id: 'tenant-a' }, team: { id: team } } }
    for (const { there } of [kari, ola]) await there.says('påminnelser', inTeam)
    for (const { there } of [kari, ola]) {
      await there.says('', { value: { verb: 'reminders.save', chat: 'shared' }, ...inTeam })
    }
    const chosen = async ({ alone }: Someone) => (await bot.running.reminders.settingsOf(alone.id)).chat?.id
    expect([await chosen(kari), await chosen(ola)]).toEqual([channel, channel])
    await event(activity)
    expect(await chosen(kari)).toBeUndefined()
    expect(await chosen(ola)).toBe(what.startsWith('they') ? channel : undefined)
  })
})

describe('what was sent to a chat with others', () => {
  const written = { title: 'Nytt fra Brussel', text: 'Komiteen har bestemt seg.', group: 'all' }

  async function withAnnouncement() {
    const parts = await start()
    const { bot, eva, kari } = parts
    await chooses(kari.there, 'shared')
    const form = await eva.presses('announcements.write', {})
    const preview = await eva.presses('announcements.preview', {
      ...buttonOf(form, 'announcements.preview'),
      ...written,
    })
    const data = buttonOf(preview, 'announcements.send')
    await eva.presses('announcements.send', data)
    await bot.running.reminders.passOnce()
    return { ...parts, announcementId: String(data.announcementId) }
  }

  it('is corrected and taken back there, wherever messages come by then', async () => {
    const { bot, eva, kari, shared, announcementId } = await withAnnouncement()
    expect(titles(kari.there.inbox())).toEqual(['Nytt fra Brussel'])
    await chooses(kari.there, 'personal')
    const before = kari.alone.inbox()
    await eva.presses('announcements.save-correction', { announcementId, title: 'Nytt', text: 'De har utsatt det.' })
    await bot.running.reminders.passOnce()
    expect(words(last(kari.there))).toContain('De har utsatt det.')
    expect(shared()[0]?.entities).toMatchObject([{ type: 'mention' }])
    expect(buttons(last(kari.there))).toEqual(['reminders.settings'])
    await eva.presses('announcements.confirm-withdraw', { announcementId })
    await bot.running.reminders.passOnce()
    expect(shared()).toEqual([])
    expect(kari.alone.inbox()).toEqual(before)
  })

  it('in the own chat is corrected there, also by who chose another since', async () => {
    const { bot, eva, kari, ola, shared, announcementId } = await withAnnouncement()
    await chooses(ola.there, 'shared')
    await chooses(kari.there, 'personal')
    await eva.presses('announcements.save-correction', { announcementId, title: 'Nytt', text: 'De har utsatt det.' })
    await bot.running.reminders.passOnce()
    expect(words(last(ola.alone))).toContain('De har utsatt det.')
    expect(shared()).toHaveLength(1)
  })

  it('follows its gathering, without showing others what is the own', async () => {
    const { bot, clock, kari, gatheringId, passTo, shared } = await start()
    await chooses(kari.there, 'shared')
    await passTo(week)
    const move = (place: string) =>
      bot.running.network.gatherings.change(gatheringId, (each) => ({ ...each, place }), clock.now())
    await move('Papirbredden, Drammen')
    clock.moveTo('2027-03-09T09:01:00Z')
    await bot.running.cardUpdates.passOnce()
    expect(words(last(kari.there))).toContain('Papirbredden, Drammen')
    expect(new Set(buttons(last(kari.there)))).toEqual(new Set(['gatherings.show', 'reminders.settings']))
    expect(shared()).toHaveLength(1)
    expect(shared()[0]?.text).toBe('<at>Kari Nordmann</at>')
  })
})
