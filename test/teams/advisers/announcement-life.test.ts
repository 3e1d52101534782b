import { describe, expect, it } from 'vitest'
import { buttons, type Seen, type TestPerson, words } from '../../support/bot.ts'
import { buttonOf, fieldOf, member, type Office, openOffice } from './support.ts'

const written = { title: 'Nytt fra Brussel', text: 'Komiteen har bestemt seg.', group: 'all' }

async function officeWithMembers() {
  const office = await openOffice()
  const { bot, clock } = office
  const kari = await member({ bot, clock }, 'Kari', { topics: ['erasmus-plus'], role: 'Rektor' })
  const ola = await member({ bot, clock }, 'Ola', { municipality: 'Bergen', role: 'Næringssjef', language: 'nn' })
  await office.eva.presses('help.show')
  return { ...office, kari, ola }
}

async function previewed(eva: TestPerson, changes: object = {}): Promise<Seen> {
  const form = await eva.presses('announcements.write', {})
  return eva.presses('announcements.preview', { ...buttonOf(form, 'announcements.preview'), ...written, ...changes })
}

/** Written, sent and delivered; answers its id. */
async function sent({ eva, bot }: Office, changes: object = {}): Promise<string> {
  const preview = await previewed(eva, changes)
  const data = buttonOf(preview, 'announcements.send')
  await eva.presses('announcements.send', data)
  await bot.running.reminders.passOnce()
  return String(data.announcementId)
}

const titles = (person: TestPerson) => person.inbox().map(({ card }) => card?.fallbackText)
const lastText = (person: TestPerson) => words(person.inbox().at(-1) ?? { text: '', card: null })

describe('a message to the network', () => {
  it('can be for a county, a role, followers of a programme, or new members, with a count before it goes', async () => {
    const { eva, clock } = await officeWithMembers()
    const count = async (changes: object) => words(await previewed(eva, changes))
    expect(await count({})).toContain('2 personer')
    expect(await count({ counties: 'Buskerud' })).toContain('Send til 1 person')
    expect(await count({ roles: 'rektor' })).toContain('Send til 1 person')
    expect(await count({ topics: 'erasmus-plus' })).toContain('Send til 1 person')
    expect(await count({ counties: 'Buskerud', roles: 'næring' })).toContain('Meldingen når ingen')
    expect(await count({ standing: 'new' })).toContain('2 personer')
    clock.moveTo('2027-08-01T09:00:00Z')
    expect(await count({ standing: 'new' })).toContain('Meldingen når ingen')
    const mistaken = await previewed(eva, { counties: 'Atlantis' })
    expect(fieldOf(mistaken, 'counties')).toBe('Atlantis')
  })

  it('may hold an address as Outlook writes it', async () => {
    const { eva } = await officeWithMembers()
    const preview = await previewed(eva, { text: 'Spør Kari Nordmann <kari@drammen.kommune.no>.' })
    expect(words(preview)).toContain('<kari@drammen.kommune.no>')
    expect(buttons(preview)).toContain('announcements.send')
  })

  it('says afterwards whom it reached, whom it did not and why, and tries again what failed', async () => {
    const office = await officeWithMembers()
    const { eva, bot, kari, ola } = office
    bot.connector.refuse(ola.conversationId, 403)
    const announcementId = await sent(office)
    const report = await eva.presses('announcements.report', { announcementId })
    expect(words(report)).toMatch(/Levert\n1/)
    expect(words(await eva.presses('privacy.show'))).toContain('En melding du har skrevet til medlemmene som rådgiver')
    expect(words(report)).toMatch(/Kunne ikke nås\n1/)
    expect(words(report)).toContain('Ola, Bergen: har fjernet eller blokkert meg')
    expect(titles(kari).at(-1)).toBe('Nytt fra Brussel')
    expect(buttons(report)).not.toContain('announcements.retry')

    bot.connector.setFault(({ operation }) => (operation === 'send' ? { kind: 'status', status: 400 } : undefined))
    const failing = await sent(office, { title: 'Enda noe', roles: 'rektor' })
    const failed = await eva.presses('announcements.report', { announcementId: failing })
    expect(words(failed)).toMatch(/Feilet\n1/)
    expect(words(failed)).toMatch(/Kari, .*: sendingen feilet/)
    bot.connector.setFault(undefined)
    expect(words(await eva.presses('announcements.retry', { announcementId: failing }))).toContain('Prøver én på nytt')
    await bot.running.reminders.passOnce()
    expect(titles(kari).at(-1)).toBe('Enda noe')
    expect(words(await eva.presses('announcements.retry', { announcementId: failing }))).toContain('ingen igjen')
  })

  it('is corrected where people have it, without another message', async () => {
    const office = await officeWithMembers()
    const { eva, bot, kari } = office
    const announcementId = await sent(office)
    const count = kari.inbox().length
    const form = await eva.presses('announcements.correct', { announcementId })
    expect(fieldOf(form, 'text')).toBe('Komiteen har bestemt seg.')
    const empty = await eva.presses('announcements.save-correction', { announcementId, title: '', text: 'x' })
    expect(words(empty)).toContain('må fylles ut')
    await eva.presses('announcements.save-correction', {
      announcementId,
      title: 'Nytt',
      text: 'Komiteen har utsatt det.',
    })
    await bot.running.reminders.passOnce()
    expect(kari.inbox().length).toBe(count)
    expect(lastText(kari)).toContain('Komiteen har utsatt det.')
    const changes = await bot.running.network.changes.of({ kind: 'message', id: announcementId })
    expect(changes.map(({ after }) => Object.keys(after ?? {}))).toContainEqual(['title', 'text'])
  })

  it('is taken back, after a question, from all who have it', async () => {
    const office = await officeWithMembers()
    const { eva, bot, kari, ola } = office
    const before = [kari.inbox().length, ola.inbox().length]
    const announcementId = await sent(office)
    expect(kari.inbox().length).toBe((before[0] ?? 0) + 1)
    const question = await eva.presses('announcements.withdraw', { announcementId })
    expect(words(question)).toContain('Trekke meldingen tilbake?')
    const data = buttonOf(question, 'announcements.confirm-withdraw')
    await Promise.all([
      eva.presses('announcements.confirm-withdraw', data),
      eva.presses('announcements.confirm-withdraw', data),
    ])
    await bot.running.reminders.passOnce()
    expect([kari.inbox().length, ola.inbox().length]).toEqual(before)
    expect(words(await eva.presses('announcements.report', { announcementId }))).toContain('Trukket tilbake')
  })

  it('that came together with another is taken back alone', async () => {
    const { eva, bot, kari } = await officeWithMembers()
    const ids: string[] = []
    for (const title of ['Den ene', 'Den andre']) {
      const data = buttonOf(await previewed(eva, { title }), 'announcements.send')
      await eva.presses('announcements.send', data)
      ids.push(String(data.announcementId))
    }
    await bot.running.reminders.passOnce()
    expect(titles(kari).at(-1)).toContain('Den ene')
    expect(titles(kari).at(-1)).toContain('Den andre')
    await eva.presses('announcements.confirm-withdraw', { announcementId: ids[0] })
    await bot.running.reminders.passOnce()
    expect(titles(kari).at(-1)).toBe('Den andre')
  })

  it('is stopped while it waits, and says how many did not get it', async () => {
    const office = await officeWithMembers()
    const { eva, bot, kari } = office
    const preview = await previewed(eva)
    const data = buttonOf(preview, 'announcements.send')
    const count = kari.inbox().length
    const running = await eva.presses('announcements.send', data)
    const stopped = await eva.presses('announcements.stop', buttonOf(running, 'announcements.stop'))
    expect(words(stopped)).toMatch(/Stoppet før den gikk\n2/)
    await bot.running.reminders.passOnce()
    expect(kari.inbox().length).toBe(count)
  })

  it('is sent by itself when it is planned to, and not when the plan was given up', async () => {
    const { eva, bot, clock, kari } = await officeWithMembers()
    const preview = await previewed(eva)
    const ask = buttonOf(preview, 'announcements.schedule')
    const form = await eva.presses('announcements.schedule', ask)
    expect([fieldOf(form, 'date'), fieldOf(form, 'time')]).toEqual(['2027-02-02', '09:00'])
    const data = buttonOf(form, 'announcements.schedule')
    expect(
      words(await eva.presses('announcements.schedule', { ...data, date: '2027-01-01', time: '09:00' })),
    ).toContain('forbi')
    const planned = await eva.presses('announcements.schedule', { ...data, date: '2027-02-02', time: '09:00' })
    expect(words(planned)).toContain('sendes tirsdag 2. februar 2027 kl. 09:00')
    const again = await eva.presses('announcements.edit', ask)
    expect(words(again)).toContain('Meldingen sendes tirsdag 2. februar 2027 kl. 09:00')
    const changed = { ...buttonOf(again, 'announcements.preview'), ...written, text: 'Nå.' }
    expect(words(await eva.presses('announcements.preview', changed))).toContain('tirsdag 2. februar 2027 kl. 09:00')
    await eva.presses('announcements.unschedule', ask)
    clock.moveTo('2027-02-02T08:00:00Z')
    await bot.running.tend()
    await bot.running.reminders.passOnce()
    expect(titles(kari)).not.toContain('Nytt fra Brussel')

    await eva.presses('announcements.schedule', { ...data, date: '2027-02-03', time: '10:00' })
    clock.moveTo('2027-02-03T08:59:00Z')
    await bot.running.tend()
    await bot.running.reminders.passOnce()
    expect(titles(kari)).not.toContain('Nytt fra Brussel')
    clock.moveTo('2027-02-03T09:00:00Z')
    await Promise.all([bot.running.tend(), bot.running.tend()])
    await bot.running.reminders.passOnce()
    expect(titles(kari).filter((title) => title === 'Nytt fra Brussel')).toHaveLength(1)
    expect(words(await eva.says('meldinger'))).toContain('Sendt onsdag 3. februar 2027 kl. 10:00 til 2')
  })

  it('planned for Easter Sunday says, before and after, that it arrives on Tuesday', async () => {
    const office = await openOffice(undefined, { QUIET_HOURS: '21:00-07:00' })
    const { eva, bot, clock } = office
    const kari = await member(office, 'Kari')
    const tuesday = 'ommer fram tirsdag 30. mars 2027 kl. 07:00'
    const preview = await previewed(eva)
    expect(words(preview)).not.toContain('ommer fram')
    const { announcementId } = buttonOf(preview, 'announcements.schedule')
    const plan = { announcementId, asked: 'yes', date: '2027-03-28', time: '03:30' }
    expect(words(await eva.presses('announcements.schedule', plan))).toContain(tuesday)
    expect(words(await eva.says('meldinger'))).toContain(tuesday)
    clock.moveTo('2027-03-28T01:31:00Z')
    await bot.running.tend()
    await bot.running.reminders.passOnce()
    const report = await eva.presses('announcements.report', { announcementId })
    expect(words(report)).toContain('På vei til 1 person.')
    expect(words(report)).toContain(tuesday)
    expect(words(await eva.says('meldinger'))).toContain('framme tirsdag 30. mars 2027 kl. 07:00')
    expect(titles(kari)).not.toContain('Nytt fra Brussel')
    clock.moveTo('2027-03-30T05:00:00Z')
    await bot.running.reminders.passOnce()
    expect(titles(kari).at(-1)).toBe('Nytt fra Brussel')
    expect(words(await eva.presses('announcements.report', { announcementId }))).toContain('Sendt til 1 person.')
  })

  it('goes on where a process left it that died while handing it on', async () => {
    const { eva, bot, clock, kari, ola } = await officeWithMembers()
    const preview = await previewed(eva)
    const id = String(buttonOf(preview, 'announcements.send').announcementId)
    const dying = {
      post: () => Promise.reject(new Error('died')),
      stop: async () => {},
      renew: async () => {},
    }
    await expect(bot.running.network.announcements.send(id, dying, clock.now())).rejects.toThrow('died')
    expect(words(await eva.presses('announcements.report', { announcementId: id }))).toContain('Sendes nå')
    clock.moveTo('2027-02-01T09:05:00Z')
    await bot.running.tend()
    await bot.running.reminders.passOnce()
    for (const person of [kari, ola]) expect(titles(person).at(-1)).toBe('Nytt fra Brussel')
  })

  it('begins in the list of messages, which says what it is for when it is empty', async () => {
    const { eva } = await openOffice()
    const empty = await eva.says('Meldinger')
    expect(words(empty)).toContain('Her kommer meldinger')
    expect(fieldOf(await eva.presses('announcements.write', buttonOf(empty, 'announcements.write')), 'group')).toBe(
      'all',
    )
    expect(words(await eva.says('ny melding'))).toContain('Skriv en melding')
  })
})
