import { describe, expect, it } from 'vitest'
import { buttons, words } from '../../support/bot.ts'
import { buttonOf, fieldOf, member, openOffice, published } from './support.ts'

const questions = 'Hva vil du lære?\nTrenger du parkering? [ja/nei]'

async function officeWith(fields: object = {}) {
  const office = await openOffice()
  const gatheringId = await published(office.eva, { questions, ...fields })
  return { ...office, gatheringId }
}

describe('somebody on a list of members, registered by an adviser', () => {
  it('hears of it, and is reminded, from when they first write', async () => {
    const { bot, clock, eva, gatheringId } = await officeWith({ reminders: 'P1D', questions: '' })
    const email = 'liv-liste@example.kommune.no'
    const profile = { name: 'Liv Liste', email, municipality: 'Lier', role: '', topics: [], language: 'nb' as const }
    await bot.running.network.members.importAll([profile], clock.now())
    const [imported] = (await bot.running.network.members.all()).filter((each) => each.email === email)
    await eva.presses('attendees.register', { gatheringId, memberId: imported?._id })
    const liv = bot.person('Liv Liste')
    await liv.says('mine påmeldinger')
    await bot.running.reminders.passOnce()
    expect(liv.inbox().map(words).join()).toContain('meldt deg på')
    clock.moveTo('2027-03-15T10:00:00Z')
    await bot.running.reminders.passOnce()
    expect(liv.inbox().map(words).join()).toContain('I morgen: Vårsamling')
  })
})

describe('who is registered', () => {
  it('is counted by attendance, municipality, diet and own questions, and read one by one', async () => {
    const office = await officeWith({ onlineUrl: 'https://example.no/mote', capacity: '2', onlineCapacity: '10' })
    const { eva, gatheringId } = office
    const empty = await eva.presses('attendees.overview', { gatheringId })
    expect(words(empty)).toContain('Ingen er påmeldt ennå')
    expect(buttons(empty)).not.toContain('attendees.list')
    const people: [string, object, object][] = [
      [
        'Kari',
        {},
        { attendance: 'in-person', diet: 'Vegetar', question: 'Hva med Nordplus?', q1: 'Budsjett', q2: 'yes' },
      ],
      ['Ola', { municipality: 'Lier' }, { attendance: 'online', q2: 'no' }],
      ['Siv', {}, { attendance: 'in-person', diet: 'vegetar', q2: 'yes' }],
    ]
    for (const [name, profile, form] of people) {
      const person = await member(office, name, profile)
      await person.presses('gatherings.save-registration', { gatheringId, ...form })
    }
    await member(office, 'Per')
    const desk = await eva.presses('gatherings.manage', { gatheringId })
    const overview = await eva.presses('attendees.overview', buttonOf(desk, 'attendees.overview'))
    const said = words(overview)
    for (const part of [
      'Fysisk\n2 av 2',
      'På nett\n1 av 10',
      'Har ikke svart: 1',
      'Drammen: 2',
      'Lier: 1',
      'Vegetar: 2',
      'Trenger du parkering? (3)',
      'Ja: 2',
      'Hva vil du lære? (1)',
      'Spørsmål til innlederne (1)',
    ]) {
      expect(said).toContain(part)
    }
    expect(words(await eva.presses('attendees.answers', { gatheringId }))).toContain('Kari, Drammen: Hva med Nordplus?')
    expect(words(await eva.presses('attendees.answers', { gatheringId, questionId: 'q1' }))).toContain('Budsjett')
    const kari = await eva.presses('attendees.show', { gatheringId, memberId: 'tenant-a/oid-kari' })
    expect(words(kari)).toContain('kari@example.no')
    expect(words(kari)).toContain('Vegetar')
  })

  it('is shown to an adviser who asks in words, of the next gathering; to others it is a question like any', async () => {
    const office = await officeWith()
    for (const text of ['påmeldte', 'Hvem er påmeldt?', 'Hvem har meldt seg på?', 'Kven kjem', 'Who is registered?']) {
      expect(buttons(await office.eva.says(text))).toContain('attendees.find')
    }
    const kari = await member(office, 'Kari')
    expect(buttons(await kari.says('påmeldte'))).not.toContain('attendees.find')
  })

  it('is counted by day, with those who come along', async () => {
    const office = await officeWith({ endDate: '2027-03-17' })
    const { eva, gatheringId } = office
    const [kari, ola] = [await member(office, 'Kari'), await member(office, 'Ola')]
    await kari.presses('gatherings.save-registration', { gatheringId, days: '1,2', guest: 'Per' })
    await ola.presses('gatherings.save-registration', { gatheringId, days: '2' })
    const overview = words(await eva.presses('attendees.overview', { gatheringId }))
    expect(overview).toContain('tirsdag 16. mars 2027\n2')
    expect(overview).toContain('onsdag 17. mars 2027\n3')
    expect(overview).toContain('Følge\n1')
    const shown = words(await eva.presses('attendees.show', { gatheringId, memberId: kari.id }))
    expect(shown).toContain('Tar med\nPer')
    expect(words(await eva.presses('attendees.show', { gatheringId, memberId: ola.id }))).toContain(
      'Dager\nonsdag 17. mars 2027',
    )
    const form = await eva.presses('attendees.form', { gatheringId, memberId: ola.id })
    expect(fieldOf(form, 'days')).toBe('2')
    expect(words(form)).toContain('Dager')
    expect(words(form)).not.toMatch(/kommer du|vil du delta/)
  })

  it('is a list that is searched and paged, for 500 too', async () => {
    const office = await officeWith()
    const { eva, gatheringId, bot, clock } = office
    const { members, attendeeDesk } = bot.running.network
    const profiles = Array.from({ length: 500 }, (_, index) => ({
      name: `Deltaker ${String(index).padStart(3, '0')}`,
      email: `d${index}@example.no`,
      municipality: index === 321 ? 'Lier' : 'Drammen',
      role: '',
      topics: [],
      language: 'nb' as const,
    }))
    await members.importAll(profiles, clock.now())
    const all = await members.all()
    const form = { attendance: null, diet: null, question: null, ifFull: 'refuse' } as const
    const registering = all.map(({ _id }) => attendeeDesk.register(eva.id, gatheringId, _id, form, clock.now()))
    await Promise.all(registering)
    const first = await eva.presses('attendees.list', { gatheringId })
    expect(words(first)).toContain('1–10 av 500')
    expect(words(first)).toContain('Deltaker 009')
    const second = await eva.presses('attendees.list', buttonOf(first, 'attendees.list', 'Vis flere'))
    expect(words(second)).toContain('11–20 av 500')
    const found = await eva.presses('attendees.list', { gatheringId, search: 'lier' })
    expect(words(found)).toContain('Deltaker 321')
    expect(words(found)).toContain('1–1 av 1')
    expect(words(await eva.presses('attendees.list', { gatheringId, search: 'Tromsø' }))).toContain('Ingen passer til')
    expect(words(await eva.presses('attendees.overview', { gatheringId }))).toContain('Drammen: 499')
  })
})

describe('registering somebody', () => {
  it('is found by name, filled in and saved; they hear of it, and it is in the history', async () => {
    const office = await officeWith()
    const { eva, bot, gatheringId } = office
    const kari = await member(office, 'Kari')
    await member(office, 'Ola')
    const found = await eva.presses('attendees.find', { gatheringId, search: 'kar' })
    expect(words(found)).not.toContain('Ola')
    const form = await eva.presses('attendees.form', buttonOf(found, 'attendees.form'))
    const data = { ...buttonOf(form, 'attendees.register'), diet: 'Vegan', q2: 'yes' }
    const saved = await eva.presses('attendees.register', data)
    expect(words(saved)).toContain('Kari er påmeldt. De får beskjed i chatten.')
    expect(words(saved)).toContain('påmeldt (av en rådgiver)')
    expect(words(saved)).toContain('Vegan')
    const before = kari.inbox().length
    await bot.running.reminders.passOnce()
    expect(
      kari
        .inbox()
        .slice(before)
        .map((seen) => seen.card?.fallbackText),
    ).toEqual(['Du er meldt på: Vårsamling'])
    const again = await eva.presses('attendees.find', { gatheringId, search: 'kari' })
    expect(words(again)).toContain('Ingen medlemmer passer')
  })

  it('with a mistake comes back with what was typed', async () => {
    const office = await officeWith({ questions: 'Hva vil du lære? *' })
    const { eva, gatheringId } = office
    const kari = await member(office, 'Kari')
    const mistaken = { gatheringId, memberId: kari.id, diet: 'Vegan', guest: 'x'.repeat(300) }
    const again = await eva.presses('attendees.register', mistaken)
    expect(words(again)).toContain('for langt')
    expect(fieldOf(again, 'diet')).toBe('Vegan')
  })

  it('needs no answers that only the member knows', async () => {
    const office = await officeWith({ questions: 'Hva vil du lære? *' })
    const { eva, gatheringId } = office
    const kari = await member(office, 'Kari')
    const form = await eva.presses('attendees.form', { gatheringId, memberId: kari.id })
    expect(JSON.stringify(form.card)).not.toContain('isRequired')
    const saved = await eva.presses('attendees.register', { ...buttonOf(form, 'attendees.register'), q1: '' })
    expect(words(saved)).toContain('Kari')
    expect(buttons(saved)).toContain('attendees.remove')
  })

  it('where it is full offers the waiting list, and keeps what was typed', async () => {
    const office = await officeWith({ capacity: '1' })
    const { eva, gatheringId } = office
    const [kari, ola] = [await member(office, 'Kari'), await member(office, 'Ola')]
    await kari.presses('gatherings.register', { gatheringId })
    const form = await eva.presses('attendees.form', { gatheringId, memberId: ola.id })
    const save = { ...buttonOf(form, 'attendees.register', 'Lagre'), diet: 'Vegan' }
    const full = await eva.presses('attendees.register', save)
    expect(words(full)).toContain('Det er fullt')
    expect(fieldOf(full, 'diet')).toBe('Vegan')
    const wait = { ...buttonOf(full, 'attendees.register', 'Sett på venteliste'), diet: 'Vegan' }
    expect(words(await eva.presses('attendees.register', wait))).toContain('Ola står på ventelista')
    expect(words(await eva.presses('attendees.show', { gatheringId, memberId: ola.id }))).toContain('nummer 1 på')
  })

  it('of one who never wrote says that they must be told otherwise', async () => {
    const { eva, bot, gatheringId, clock } = await officeWith()
    const dag = {
      name: 'Dag',
      email: 'dag@example.no',
      municipality: 'Lier',
      role: '',
      topics: [],
      language: 'nb' as const,
    }
    await bot.running.network.members.importAll([dag], clock.now())
    const found = await eva.presses('attendees.find', { gatheringId, search: 'dag' })
    const form = await eva.presses('attendees.form', buttonOf(found, 'attendees.form'))
    const saved = await eva.presses('attendees.register', buttonOf(form, 'attendees.register'))
    expect(words(saved)).toContain('du må si fra selv')
  })

  it('a change of the days or the way they come is news to them, each time', async () => {
    const office = await officeWith({ endDate: '2027-03-17' })
    const { eva, bot, gatheringId, clock } = office
    const kari = await member(office, 'Kari')
    await kari.presses('gatherings.register', { gatheringId })
    for (const days of ['2', '1', '1,2']) {
      clock.moveTo(clock.now().add({ minutes: 5 }).toString())
      const form = await eva.presses('attendees.form', { gatheringId, memberId: kari.id })
      const before = kari.inbox().length
      for (const _ of ['pressed', 'pressed again']) {
        await eva.presses('attendees.register', { ...buttonOf(form, 'attendees.register'), days })
      }
      await bot.running.reminders.passOnce()
      const told = kari.inbox().slice(before)
      expect(told.map(({ card }) => card?.fallbackText)).toEqual(['Påmeldingen din er endret: Vårsamling'])
    }
  })

  it('a change of what they told is no news to them', async () => {
    const office = await officeWith()
    const { eva, bot, gatheringId } = office
    const kari = await member(office, 'Kari')
    await kari.presses('gatherings.register', { gatheringId })
    const form = await eva.presses('attendees.form', { gatheringId, memberId: kari.id })
    await eva.presses('attendees.register', { ...buttonOf(form, 'attendees.register'), diet: 'Vegan' })
    const before = kari.inbox().length
    await bot.running.reminders.passOnce()
    expect(kari.inbox().length).toBe(before)
    const shown = await eva.presses('attendees.show', { gatheringId, memberId: kari.id })
    expect(words(shown)).toContain('Vegan')
    expect(words(shown)).not.toContain('av en rådgiver')
  })
})

describe('removing somebody', () => {
  it('asks first, tells them, and gives the seat on', async () => {
    const office = await officeWith({ capacity: '1' })
    const { eva, bot, gatheringId } = office
    const [kari, ola] = [await member(office, 'Kari'), await member(office, 'Ola')]
    await kari.presses('gatherings.register', { gatheringId })
    await ola.presses('gatherings.wait', { gatheringId })
    const shown = await eva.presses('attendees.show', { gatheringId, memberId: kari.id })
    expect(words(shown)).toContain('plassen går til den neste på ventelista')
    const gone = await eva.presses('attendees.remove', buttonOf(shown, 'attendees.remove'))
    expect(words(gone)).toContain('Kari er meldt av. De får beskjed')
    expect(words(gone)).toContain('har fått tilbud om plass')
    await bot.running.reminders.passOnce()
    expect(kari.inbox().at(-1)?.card?.fallbackText).toBe('Du er meldt av: Vårsamling')
    expect(ola.inbox().at(-1)?.card?.fallbackText).toContain('Ledig plass til deg')
    const twice = await eva.presses('attendees.remove', buttonOf(shown, 'attendees.remove'))
    expect(words(twice)).toContain('Kari er meldt av')
  })
})

describe('two of one name', () => {
  it('are told apart by their addresses, where they are listed and where they are looked for', async () => {
    const office = await officeWith({ questions: '' })
    const { bot, clock, eva, gatheringId } = office
    const twins = ['kari@lier.no', 'kari@drammen.no'].map((email) => ({
      ...{ name: 'Kari Dobbel', email, municipality: 'Lier', role: '', topics: [], language: 'nb' as const },
    }))
    await bot.running.network.members.importAll(twins, clock.now())
    const found = await eva.presses('attendees.find', { gatheringId, search: 'Kari' })
    for (const { email } of twins) {
      const { memberId } = buttonOf(found, 'attendees.form', `Kari Dobbel (${email})`)
      await eva.presses('attendees.register', { gatheringId, memberId })
    }
    const listed = [await eva.presses('attendees.list', { gatheringId }), await eva.presses('members.list')]
    for (const seen of listed) for (const { email } of twins) expect(words(seen)).toContain(`Kari Dobbel (${email})`)
  })
})

describe('removing somebody from the waiting list', () => {
  it('promises nobody their seat', async () => {
    const office = await officeWith({ capacity: '1', questions: '' })
    const { eva, gatheringId } = office
    const [kari, ola] = [await member(office, 'Kari'), await member(office, 'Ola')]
    await kari.presses('gatherings.register', { gatheringId })
    await ola.presses('gatherings.wait', { gatheringId })
    expect(words(await eva.presses('attendees.show', { gatheringId, memberId: ola.id }))).toContain(
      'tatt av ventelista',
    )
    expect(words(await eva.presses('attendees.show', { gatheringId, memberId: kari.id }))).toContain(
      'går til den neste',
    )
  })
})

describe('a seat where it is full', () => {
  it('is given to somebody who waits, whom the adviser chooses, after a question; the others keep what they have', async () => {
    const office = await officeWith({ capacity: '1', questions: '' })
    const { bot, eva, gatheringId } = office
    const [kari, ola, nils] = [await member(office, 'Kari'), await member(office, 'Ola'), await member(office, 'Nils')]
    await kari.presses('gatherings.register', { gatheringId })
    for (const person of [ola, nils]) await person.presses('gatherings.wait', { gatheringId })
    const card = await eva.presses('attendees.show', { gatheringId, memberId: nils.id })
    expect(words(card)).toContain('om det så blir én mer enn det er plass til')
    const given = await eva.presses('attendees.give-seat', buttonOf(card, 'attendees.give-seat'))
    expect(words(given)).toContain('Nils har fått plass')
    expect(words(given)).toContain('ekstra plass')
    await bot.running.reminders.passOnce()
    expect(words(nils.inbox().at(-1) ?? card)).toContain('Du er meldt på')
    expect(words(await eva.presses('attendees.show', { gatheringId, memberId: ola.id }))).toContain('nummer 1 på')
    expect(words(await eva.presses('gatherings.manage', { gatheringId }))).toContain('2 av 1')
    expect(words(await eva.presses('advise.log'))).toContain('ga Nils en ekstra plass')
  })

  it('is given to somebody new, with what was typed; members are told that it is full as ever', async () => {
    const office = await officeWith({ capacity: '1', questions: '' })
    const { eva, gatheringId } = office
    const [kari, ola, nils] = [await member(office, 'Kari'), await member(office, 'Ola'), await member(office, 'Nils')]
    await kari.presses('gatherings.register', { gatheringId })
    const form = await eva.presses('attendees.form', { gatheringId, memberId: ola.id })
    const give = { ...buttonOf(form, 'attendees.register', 'Ja, gi plass'), diet: 'Vegan' }
    const given = words(await eva.presses('attendees.register', give))
    for (const seen of ['Ola er påmeldt', 'ekstra plass', 'Vegan']) expect(given).toContain(seen)
    await nils.presses('gatherings.register', { gatheringId, extra: 'true', ifFull: 'extra' })
    expect(words(await eva.presses('attendees.list', { gatheringId }))).not.toContain('Nils')
  })
})
