import { describe, expect, it } from 'vitest'
import { buttons, words } from '../../support/bot.ts'
import { buttonOf, fieldOf, member, members, openOffice, published } from './support.ts'

const written = { title: 'Ta med pass', text: 'Vi går over grensa.\nSe https://example.no/reise.', group: 'registered' }

/** Kari and Ola are registered, Siv is not. */
async function officeWithRegistered() {
  const office = await openOffice()
  const gatheringId = await published(office.eva)
  const [kari, ola, siv] = await members(office, 'Kari', 'Ola', 'Siv')
  if (!kari || !ola || !siv) throw new Error('nobody')
  for (const person of [kari, ola]) await person.presses('gatherings.register', { gatheringId })
  await office.eva.presses('help.show')
  return { ...office, gatheringId, kari, ola, siv }
}

describe('a message to those of a gathering', () => {
  it('is looked at, tried on oneself, and sent once to those counted, on a double press too', async () => {
    const { eva, bot, gatheringId, kari, ola, siv } = await officeWithRegistered()
    const desk = await eva.presses('gatherings.manage', { gatheringId })
    const form = await eva.presses('announcements.write', buttonOf(desk, 'announcements.write'))
    expect(fieldOf(form, 'group')).toBe('registered')
    const preview = await eva.presses('announcements.preview', {
      ...buttonOf(form, 'announcements.preview'),
      ...written,
    })
    expect(words(preview)).toContain('Ta med pass')
    expect(words(preview)).toContain('[https://example.no/reise](https://example.no/reise).')
    expect(words(preview)).toContain('2 personer')

    const inboxes = () => [kari, ola, siv].map((person) => person.inbox().length)
    const before = inboxes()
    const mine = eva.inbox().length
    const tested = await eva.presses('announcements.test', buttonOf(preview, 'announcements.test'))
    expect(words(tested)).toContain('Ingen andre har fått noe ennå')
    await bot.running.reminders.passOnce()
    expect(inboxes()).toEqual(before)
    expect(eva.inbox().slice(mine).map(words).join()).toContain('Prøve, bare til deg')

    const send = buttonOf(preview, 'announcements.send', 'Send til 2 personer')
    const both = await Promise.all([eva.presses('announcements.send', send), eva.presses('announcements.send', send)])
    for (const seen of both) expect(words(seen)).toContain('Sendt til 2 personer')
    await bot.running.reminders.passOnce()
    await bot.running.reminders.passOnce()
    expect(inboxes()).toEqual(before.map((count, index) => count + (index < 2 ? 1 : 0)))
    const got = kari.inbox().at(-1)
    expect(got && words(got)).toContain('Om Vårsamling')
    expect(got?.card?.fallbackText).toBe('Ta med pass')
    expect(got && buttons(got)).toEqual(expect.arrayContaining(['gatherings.show', 'reminders.settings']))
  })

  it('with mistakes comes back with what was typed', async () => {
    const { eva, gatheringId } = await officeWithRegistered()
    const form = await eva.presses('announcements.write', { gatheringId })
    const mistaken = { title: '', text: '<b>Hei</b>', group: 'registered', municipalities: 'Drammen, Atlantis' }
    const again = await eva.presses('announcements.preview', {
      ...buttonOf(form, 'announcements.preview'),
      ...mistaken,
    })
    expect(words(again)).toContain('Skriv en overskrift')
    expect(words(again)).toContain('Skriv vanlig tekst')
    expect(fieldOf(again, 'text')).toBe('<b>Hei</b>')
    expect(fieldOf(again, 'municipalities')).toBe('Drammen, Atlantis')
    const long = await eva.presses('announcements.preview', {
      ...buttonOf(form, 'announcements.preview'),
      ...written,
      text: 'x'.repeat(10_000),
    })
    expect(words(long)).toContain('for langt')
  })

  it('can be changed before it is sent, and is counted anew when others have registered meanwhile', async () => {
    const { eva, gatheringId, siv } = await officeWithRegistered()
    const form = await eva.presses('announcements.write', { gatheringId })
    const data = buttonOf(form, 'announcements.preview')
    const preview = await eva.presses('announcements.preview', { ...data, ...written })
    const edit = await eva.presses('announcements.edit', buttonOf(preview, 'announcements.edit'))
    expect(fieldOf(edit, 'title')).toBe('Ta med pass')
    const changed = { ...written, title: 'Ta med pass og matpakke' }
    const again = await eva.presses('announcements.preview', { ...buttonOf(edit, 'announcements.preview'), ...changed })
    await siv.presses('gatherings.register', { gatheringId })
    const asked = await eva.presses('announcements.send', buttonOf(again, 'announcements.send'))
    expect(words(asked)).toContain('nå er det 3 personer')
    const sent = await eva.presses('announcements.send', buttonOf(asked, 'announcements.send'))
    expect(words(sent)).toContain('Sendt til 3 personer')
    expect(words(await eva.presses('announcements.edit', buttonOf(preview, 'announcements.edit')))).toContain(
      'Sendt til 3',
    )
  })

  it('to nobody cannot be sent, and a discarded one is gone', async () => {
    const { eva, gatheringId } = await officeWithRegistered()
    const form = await eva.presses('announcements.write', { gatheringId })
    const waiting = { ...buttonOf(form, 'announcements.preview'), ...written, group: 'waiting' }
    const preview = await eva.presses('announcements.preview', waiting)
    expect(words(preview)).toContain('Meldingen når ingen')
    expect(buttons(preview)).not.toContain('announcements.send')
    expect(words(preview)).toContain('Vil du forkaste meldingen?')
    expect(words(form)).toContain('Vil du forkaste meldingen?')
    const gone = await eva.presses('announcements.discard', buttonOf(preview, 'announcements.discard'))
    expect(words(gone)).toContain('forkastet')
    expect(buttons(gone)).toContain('gatherings.manage')
    const again = await eva.presses('announcements.test', buttonOf(preview, 'announcements.test'))
    expect(again.text).toContain('finner ikke denne meldingen')
  })

  it('can be for a municipality alone, and says who cannot be reached', async () => {
    const office = await officeWithRegistered()
    const { eva, bot, gatheringId, clock, ola } = office
    const per = await member(office, 'Per', { municipality: 'Lier' })
    await per.presses('gatherings.register', { gatheringId })
    await bot.running.network.people.markUnreachable(ola.id, 'blocked', clock.now())
    const form = await eva.presses('announcements.write', { gatheringId })
    const data = { ...buttonOf(form, 'announcements.preview'), ...written }
    expect(words(await eva.presses('announcements.preview', data))).toContain('Har fjernet meg fra Teams\n1')
    const toLier = await eva.presses('announcements.preview', { ...data, municipalities: 'lier' })
    expect(words(toLier)).toContain('De påmeldte · Lier')
    expect(words(toLier)).toContain('1 person')
  })
})
