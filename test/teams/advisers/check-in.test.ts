import { describe, expect, it } from 'vitest'
import { words } from '../../support/bot.ts'
import { buttonOf, fieldOf, member, members, openOffice, published } from './support.ts'

/** On the morning of the gathering; Kari and Ola are registered, Siv is not. */
async function onTheDay() {
  const office = await openOffice()
  const gatheringId = await published(office.eva)
  const [kari, ola, siv] = await members(office, 'Kari', 'Ola', 'Siv')
  if (!kari || !ola || !siv) throw new Error('nobody')
  for (const person of [kari, ola]) await person.presses('gatherings.register', { gatheringId })
  office.clock.moveTo('2027-03-16T08:45:00Z')
  return { ...office, gatheringId, kari, ola, siv }
}

describe('the list at the door', () => {
  it('ticks off who is there, and takes a tick back', async () => {
    const { eva, gatheringId, kari, ola } = await onTheDay()
    const overview = await eva.presses('attendees.overview', { gatheringId })
    const list = await eva.presses('attendees.check', buttonOf(overview, 'attendees.check'))
    expect(words(list)).toContain('0 av 2 er krysset av')
    const saved = await eva.presses('attendees.tick', { ...buttonOf(list, 'attendees.tick'), present: kari.id })
    expect(words(saved)).toContain('Lagret for én')
    expect(words(saved)).toContain('1 av 2 er krysset av')
    expect(fieldOf(saved, 'present')).toBe(kari.id)
    const other = await eva.presses('attendees.tick', { ...buttonOf(saved, 'attendees.tick'), present: ola.id })
    expect(words(other)).toContain('Lagret for 2')
    expect(fieldOf(other, 'present')).toBe(ola.id)
    const again = await eva.presses('attendees.tick', { ...buttonOf(other, 'attendees.tick'), present: ola.id })
    expect(words(again)).toContain('Ingenting var endret')
    expect(words(await eva.presses('attendees.show', { gatheringId, memberId: ola.id }))).toContain('påmeldt, var der')
  })

  it('keeps who ticked themselves off while it was open, and finds people by name', async () => {
    const { eva, gatheringId, kari, ola } = await onTheDay()
    const list = await eva.presses('attendees.check', { gatheringId })
    const code = /\n(\d{4})\n/.exec(words(await eva.presses('attendees.code', { gatheringId })))?.[1] ?? ''
    await ola.says(code)
    const saved = await eva.presses('attendees.tick', { ...buttonOf(list, 'attendees.tick'), present: kari.id })
    expect(words(saved)).toContain('2 av 2 er krysset av')
    const found = await eva.presses('attendees.check', { gatheringId, search: 'kari' })
    expect(words(found)).not.toContain('Ola')
    expect(words(await eva.presses('attendees.check', { gatheringId, search: 'nils' }))).toContain('Ingen passer til')
  })

  it('pages, and a save on one page leaves the others', async () => {
    const office = await onTheDay()
    const { eva, bot, clock, gatheringId, kari } = office
    const { members: network, attendeeDesk } = bot.running.network
    const many = Array.from({ length: 30 }, (_, index) => ({
      name: `Deltaker ${String(index).padStart(2, '0')}`,
      email: `d${index}@example.no`,
      municipality: 'Lier',
      role: '',
      topics: [],
      language: 'nb' as const,
    }))
    await network.importAll(many, clock.now())
    const form = { attendance: null, diet: null, question: null, ifFull: 'refuse' } as const
    for (const { _id, name } of await network.all()) {
      if (name.startsWith('Deltaker')) await attendeeDesk.register(eva.id, gatheringId, _id, form, clock.now())
    }
    const first = await eva.presses('attendees.check', { gatheringId })
    const second = await eva.presses('attendees.check', buttonOf(first, 'attendees.check', 'Vis flere'))
    const saved = await eva.presses('attendees.tick', { ...buttonOf(second, 'attendees.tick'), present: kari.id })
    expect(words(saved)).toContain('1 av 32 er krysset av')
    const here = await eva.presses('attendees.tick', { ...buttonOf(first, 'attendees.tick'), present: '' })
    expect(words(here)).toContain('1 av 32 er krysset av')
  })

  it('of a gathering without registrations says so', async () => {
    const { eva } = await openOffice()
    const gatheringId = await published(eva)
    expect(words(await eva.presses('attendees.check', { gatheringId }))).toContain('ingen å krysse av')
  })
})

describe('the code on the screen', () => {
  it('is written to the bot by those who are there, and no other code or person will do', async () => {
    const office = await onTheDay()
    const { eva, gatheringId, kari, siv } = office
    const shown = words(await eva.presses('attendees.code', { gatheringId }))
    const code = /\n(\d{4})\n/.exec(shown)?.[1] ?? ''
    expect(shown).toContain('Koden virker til tirsdag 16. mars 2027 kl. 15:00')
    expect((await kari.says(code === '1234' ? '4321' : '1234')).text).toContain('Den koden kjenner jeg ikke')
    expect((await kari.says(`Koden er ${code}`)).text).toContain('Velkommen til Vårsamling! Du er krysset av.')
    expect((await kari.says(code)).text).toContain('Velkommen')
    expect((await siv.says(code)).text).toContain('jeg finner ikke påmeldingen din')
    expect((await office.bot.person('Fremmed').says(code)).text).toContain('du er ikke medlem ennå')
    expect(words(await eva.presses('attendees.code', { gatheringId }))).toContain('1 av 2 er krysset av')
    const kariInGroup = office.bot.person('Kari', { conversationId: '19:chat', scope: 'groupChat' })
    expect(words(await kariInGroup.says(code))).not.toContain('Velkommen')
  })

  it('is not read where none is open', async () => {
    const office = await openOffice()
    const kari = await member(office, 'Kari')
    expect((await kari.says('2027')).text).not.toContain('Den koden')
  })
})
