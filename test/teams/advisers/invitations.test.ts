import { describe, expect, it } from 'vitest'
import { buttons, words } from '../../support/bot.ts'
import { buttonOf, fieldOf, member, members, openOffice, published } from './support.ts'

const deadline = { registrationDeadline: '2027-03-10' }

/** Kari, Ola and Siv are members; the gathering is published, and nobody is invited yet. */
async function officeWithMembers(fields: object = {}) {
  const office = await openOffice()
  const gatheringId = await published(office.eva, { ...deadline, ...fields })
  const [kari, ola, siv] = await members(office, 'Kari', 'Ola', 'Siv')
  if (!kari || !ola || !siv) throw new Error('nobody')
  return { ...office, gatheringId, kari, ola, siv }
}

type Office = Awaited<ReturnType<typeof officeWithMembers>>

async function invite({ eva, bot, gatheringId }: Office) {
  const asked = await eva.presses('gatherings.invite', { gatheringId })
  const sent = await eva.presses('gatherings.invite', buttonOf(asked, 'gatherings.invite'))
  await bot.running.reminders.passOnce()
  return sent
}

describe('an invitation', () => {
  it('is looked at with the number it reaches, and comes once to the audience', async () => {
    const office = await officeWithMembers()
    const { eva, bot, gatheringId, kari, siv } = office
    await siv.presses('gatherings.register', { gatheringId })
    const before = [kari, siv].map((person) => person.inbox().length)
    const asked = await eva.presses('gatherings.invite', { gatheringId })
    expect(words(asked)).toContain('2 i målgruppen har verken svart eller fått invitasjonen')
    expect(words(asked)).toContain('Invitasjon: Vårsamling')
    await bot.running.reminders.passOnce()
    expect(kari.inbox().length).toBe(before[0])
    const data = buttonOf(asked, 'gatherings.invite')
    expect(words(await eva.presses('gatherings.invite', data))).toContain('sendt til 2 personer')
    await eva.presses('gatherings.invite', data)
    await bot.running.reminders.passOnce()
    expect([kari, siv].map((person) => person.inbox().length)).toEqual([(before[0] ?? 0) + 1, before[1]])
    const got = kari.inbox().at(-1)
    expect(got?.card?.fallbackText).toBe('Invitasjon: Vårsamling')
    expect(got && buttons(got).slice(0, 4)).toEqual([
      'gatherings.register',
      'gatherings.reply',
      'gatherings.reply',
      'gatherings.show',
    ])
    expect(words(await eva.presses('gatherings.manage', { gatheringId }))).toContain('Inviter nye')
  })

  it('is answered by one press: yes, maybe and no are all answers that the adviser sees', async () => {
    const office = await officeWithMembers()
    const { eva, gatheringId, kari, ola, siv } = office
    const dag = await member(office, 'Dag')
    await invite(office)
    const card = kari.inbox().at(-1)
    if (!card) throw new Error('no invitation')
    expect(words(await kari.presses('gatherings.register', buttonOf(card, 'gatherings.register')))).toContain(
      'Du er påmeldt',
    )
    const maybe = await ola.presses('gatherings.reply', buttonOf(card, 'gatherings.reply', 'Kanskje'))
    expect(words(maybe)).toContain('Notert: kanskje')
    expect(buttons(maybe)).toContain('gatherings.register')
    expect(words(await siv.presses('gatherings.reply', buttonOf(card, 'gatherings.reply', 'Nei')))).toContain(
      'du kommer ikke',
    )
    expect(words(await kari.presses('gatherings.reply', { gatheringId, reply: 'no' }))).toContain('Du er påmeldt')
    const overview = await eva.presses('attendees.overview', { gatheringId })
    for (const part of ['Påmeldt\n1', 'Har svart kanskje: 1', 'Har svart nei: 1', 'Har ikke svart: 1']) {
      expect(words(overview)).toContain(part)
    }
    expect(words(await eva.presses('gatherings.replies', { gatheringId, reply: 'no' }))).toContain('Siv, Drammen')
    const silent = await eva.presses('gatherings.replies', { gatheringId, reply: 'not-answered' })
    expect(words(silent)).toContain('Dag, Drammen')
    const message = await eva.presses('announcements.write', buttonOf(silent, 'announcements.write'))
    expect(fieldOf(message, 'group')).toBe('not-answered')
    expect(dag.inbox().at(-1)?.card?.fallbackText).toContain('Invitasjon')
  })

  it('is no longer a maybe once somebody registered, also when they then cannot come', async () => {
    const office = await officeWithMembers()
    const { eva, gatheringId, ola } = office
    await invite(office)
    await ola.presses('gatherings.reply', { gatheringId, reply: 'maybe' })
    expect(words(await eva.presses('attendees.overview', { gatheringId }))).toContain('kanskje: 1')
    await ola.presses('gatherings.register', { gatheringId })
    await ola.presses('gatherings.cancel', { gatheringId })
    expect(words(await eva.presses('attendees.overview', { gatheringId }))).not.toContain('kanskje')
  })

  it('reminds once before the deadline those who gave no answer', async () => {
    const office = await officeWithMembers()
    const { bot, clock, gatheringId, kari, ola, siv } = office
    await invite(office)
    await kari.presses('gatherings.register', { gatheringId })
    await ola.presses('gatherings.reply', { gatheringId, reply: 'maybe' })
    const before = [kari, ola, siv].map((person) => person.inbox().length)
    for (const time of [
      '2027-03-08T07:59:00Z',
      '2027-03-08T08:00:00Z',
      '2027-03-08T08:01:00Z',
      '2027-03-09T08:00:00Z',
    ]) {
      clock.moveTo(time)
      await bot.running.tend()
      await bot.running.reminders.passOnce()
    }
    const came = [kari, ola, siv].map((person, index) =>
      person
        .inbox()
        .slice(before[index])
        .map((seen) => seen.card?.fallbackText),
    )
    expect(came[1]).toEqual([])
    expect(came[2]).toEqual(['Kommer du? Vårsamling'])
    expect(siv.inbox().map(words).join()).toContain('Fristen er onsdag 10. mars 2027 kl. 23:59')
  })

  it('that was answered before it went out is not sent', async () => {
    const { eva, bot, gatheringId, kari } = await officeWithMembers()
    const asked = await eva.presses('gatherings.invite', { gatheringId })
    await eva.presses('gatherings.invite', buttonOf(asked, 'gatherings.invite'))
    await kari.presses('gatherings.reply', { gatheringId, reply: 'no' })
    const before = kari.inbox().length
    await bot.running.reminders.passOnce()
    expect(kari.inbox().length).toBe(before)
  })

  it('is refused where the registration is closed, and asks anew when others have come', async () => {
    const office = await officeWithMembers()
    const { eva, gatheringId } = office
    const asked = await eva.presses('gatherings.invite', { gatheringId })
    await member(office, 'Dag')
    const again = await eva.presses('gatherings.invite', buttonOf(asked, 'gatherings.invite'))
    expect(words(again)).toContain('Målgruppen er blitt en annen')
    expect(words(again)).toContain('Inviter 4 personer')
    await eva.presses('gatherings.close', { gatheringId })
    expect(words(await eva.presses('gatherings.invite', { gatheringId }))).toContain('ingenting å invitere til')
  })

  it('goes the second time to those alone who have not had it, and says so when there are none', async () => {
    const office = await officeWithMembers()
    const { eva, bot, gatheringId, kari } = office
    await invite(office)
    const again = words(await eva.presses('gatherings.invite', { gatheringId }))
    expect(again).toContain('Ingen nye: alle i målgruppen har fått invitasjonen eller svart.')
    expect(again).not.toContain('Inviter 3 personer')
    const before = kari.inbox().length
    const dag = await member(office, 'Dag')
    const asked = await eva.presses('gatherings.invite', { gatheringId })
    expect(words(asked)).toContain('Én i målgruppen har verken svart eller fått invitasjonen.')
    const sent = await eva.presses('gatherings.invite', buttonOf(asked, 'gatherings.invite', 'Inviter 1 person'))
    expect(words(sent)).toContain('Invitasjonen er sendt til 1 person.')
    await bot.running.reminders.passOnce()
    expect(dag.inbox().at(-1)?.card?.fallbackText).toBe('Invitasjon: Vårsamling')
    expect(kari.inbox().length).toBe(before)
    const log = words(await eva.presses('gatherings.history', { gatheringId }))
    expect(log).toContain('inviterte 3')
    expect(log).toContain('inviterte 1')
  })

  it('is followed by a reminder when the adviser says «Minn dem på det nå», not within three days of the last', async () => {
    const office = await officeWithMembers()
    const { eva, bot, clock, gatheringId, kari, ola } = office
    await invite(office)
    await ola.presses('gatherings.reply', { gatheringId, reply: 'no' })
    const lately = await eva.presses('gatherings.invite', { gatheringId })
    expect(words(lately)).toContain(
      '2 har ikke svart, men fikk invitasjonen eller en påminnelse for mindre enn tre dager',
    )
    expect(buttons(lately)).not.toContain('gatherings.remind-invited')
    clock.moveTo('2027-02-04T09:00:00Z')
    const asked = await eva.presses('gatherings.invite', { gatheringId })
    expect(words(asked)).toContain('2 har fått invitasjonen, men ikke svart.')
    const remind = buttonOf(asked, 'gatherings.remind-invited', 'Minn dem på det nå')
    const before = [kari, ola].map((person) => person.inbox().length)
    expect(words(await eva.presses('gatherings.remind-invited', remind))).toContain('2 personer blir minnet på det.')
    expect(words(await eva.presses('gatherings.remind-invited', remind))).toContain('mindre enn tre dager')
    await bot.running.reminders.passOnce()
    expect([kari, ola].map((person) => person.inbox().length)).toEqual([(before[0] ?? 0) + 1, before[1]])
    expect(kari.inbox().at(-1)?.card?.fallbackText).toBe('Kommer du? Vårsamling')
    expect(words(await eva.presses('gatherings.history', { gatheringId }))).toContain('minnet 2 på invitasjonen')
  })

  it('to those invited by name shows the gathering to them', async () => {
    const office = await officeWithMembers({ audience: 'all' })
    const { eva } = office
    const gatheringId = await published(eva, {
      ...deadline,
      title: 'Styremøte',
      audience: 'invited',
      audienceList: 'kari@example.no',
    })
    await invite({ ...office, gatheringId })
    expect(office.kari.inbox().at(-1)?.card?.fallbackText).toBe('Invitasjon: Styremøte')
    expect(office.ola.inbox().map(words).join()).not.toContain('Styremøte')
    expect(words(await office.ola.presses('gatherings.reply', { gatheringId, reply: 'maybe' }))).toContain(
      'finner ikke',
    )
  })
})
