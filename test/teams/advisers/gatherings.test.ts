import { describe, expect, it, onTestFinished } from 'vitest'
import { buttons, startTestBot, type TestPerson, words } from '../../support/bot.ts'
import { buttonOf, fieldOf, idIn, member, members, openOffice, published, typed } from './support.ts'

const wholeList = { skip: 0, limit: 100 }

describe('a new gathering', () => {
  it('is filled in, saved as a draft, looked at and published; members see it only then', async () => {
    const office = await openOffice()
    const { eva } = office
    const kari = await member(office, 'Kari')
    const form = await eva.presses('gatherings.create')
    expect(fieldOf(form, 'timeZone')).toBe('Europe/Oslo')
    const draft = await eva.presses('gatherings.save', {
      ...buttonOf(form, 'gatherings.save'),
      ...typed,
      endDate: '2027-03-17',
      capacity: '40',
      onlineUrl: 'https://example.no/mote',
      onlineCapacity: '100',
      registrationDeadline: '2027-03-10',
      agenda: '10:00 Velkommen – Ordføreren\nDag 2\n09:00 Gruppearbeid',
      topics: 'erasmus-plus',
      reminders: 'P7D,PT1H',
      questions: 'Hva vil du lære?',
    })
    expect(words(draft)).toContain('Utkastet er lagret')
    expect(words(await kari.presses('gatherings.list'))).not.toContain('Vårsamling')
    const gatheringId = idIn(draft)
    const preview = await eva.presses('gatherings.preview', { gatheringId })
    expect(words(preview)).toContain('09:00 Gruppearbeid')
    expect(words(preview)).toContain('Hva vil du lære?')
    expect(buttons(preview)).toEqual(['gatherings.publish', 'gatherings.edit', 'gatherings.manage'])
    const shown = await eva.presses('gatherings.publish', { gatheringId })
    expect(words(shown)).toContain('Samlingen er publisert')
    expect(words(shown)).toContain('Fysisk: 0 av 40, På nett: 0 av 100')
    expect(words(await kari.presses('gatherings.list'))).toContain('Vårsamling')
  })

  it('on a holiday is warned of before it is published', async () => {
    const { eva } = await openOffice()
    const easter = { startDate: '2027-03-28', endDate: '2027-03-30' }
    const draft = await eva.presses('gatherings.save', { ...typed, ...easter })
    const warned = 'Fridag: søndag 28. mars 2027 og mandag 29. mars 2027. Sjekk at datoen stemmer.'
    expect(words(draft)).toContain(warned)
    const gatheringId = idIn(draft)
    expect(words(await eva.presses('gatherings.preview', { gatheringId }))).toContain(warned)
    await eva.presses('gatherings.publish', { gatheringId })
    expect(words(await eva.presses('gatherings.manage', { gatheringId }))).not.toContain('Fridag')
  })

  it('whose registration is closed is previewed as closed, not as full with a waiting list', async () => {
    const office = await openOffice()
    const { eva } = office
    const gatheringId = await published(eva, { capacity: '1' })
    const kari = await member(office, 'Kari')
    await kari.presses('gatherings.register', { gatheringId })
    expect(words(await eva.presses('gatherings.preview', { gatheringId }))).toContain('venteliste')
    await eva.presses('gatherings.close', { gatheringId })
    const preview = words(await eva.presses('gatherings.preview', { gatheringId }))
    expect(preview).toContain('Påmeldingen er stengt')
    expect(preview).not.toContain('du kan stå på venteliste')
  })

  it('with seats online but no link, or at a time that the clock skips, comes back', async () => {
    const { eva } = await openOffice()
    expect(words(await eva.presses('gatherings.save', { ...typed, onlineCapacity: '100' }))).toContain(
      'Legg inn møtelenken',
    )
    const night = { startDate: '2027-03-28', startTime: '02:30', endDate: '2027-03-28' }
    expect(words(await eva.presses('gatherings.save', { ...typed, ...night }))).toContain(
      'dette klokkeslettet finnes ikke',
    )
    const sameDay = await eva.presses('gatherings.save', { ...typed, registrationDeadline: typed.startDate })
    expect(words(sameDay)).toContain('tirsdag 16. mars 2027 kl. 10:00')
    expect(words(sameDay)).toContain('Utkastet er lagret')
  })

  it('saved twice is one', async () => {
    const { eva, bot, clock } = await openOffice()
    const data = { ...buttonOf(await eva.presses('gatherings.create'), 'gatherings.save'), ...typed }
    await eva.presses('gatherings.save', data)
    await eva.presses('gatherings.save', data)
    expect(await bot.running.network.gatherings.every(wholeList, clock.now())).toHaveLength(1)
  })

  it('with mistakes comes back with what was typed, and what is wrong at each field', async () => {
    const { eva, bot, clock } = await openOffice()
    const mistaken = {
      ...typed,
      title: 'x'.repeat(10_000),
      startDate: '2026-03-16',
      endDate: '2026-03-15',
      place: '<script>alert(1)</script>',
      onlineUrl: 'http://example.no',
      capacity: 'førti',
      registrationDeadline: '2027-03-17',
      agenda: '10:00 Velkommen\n99:00 Feil',
      timeZone: 'Europe/Oslo',
    }
    const again = await eva.presses('gatherings.save', mistaken)
    for (const [field, value] of Object.entries(mistaken)) expect(fieldOf(again, field)).toBe(value)
    const said = words(again)
    for (const mistake of [
      'Dette ble for langt',
      'Slutten må være etter starten',
      'Skriv vanlig tekst',
      'https://',
      'Skriv et helt tall',
      'Fristen kan ikke være etter starten',
      'Linje 2: Skriv klokkeslettet slik: 09:30',
    ]) {
      expect(said).toContain(mistake)
    }
    expect(await bot.running.network.gatherings.every(wholeList, clock.now())).toEqual([])
  })

  it('with texts too long for a message still comes back', async () => {
    const { eva } = await openOffice()
    const again = await eva.presses('gatherings.save', {
      ...typed,
      startDate: '',
      agenda: 'x\n'.repeat(9_000),
      questions: 'y\n'.repeat(9_000),
    })
    expect(words(again)).toContain('Velg en dato')
    expect(JSON.stringify(again.card).length).toBeLessThan(28_000)
  })

  it.each([
    ['startsAt in an unknown zone', { timeZone: 'Mars/Base' }, 'tidssonen finnes ikke'],
    ['a card in the title', { title: '{"type":"AdaptiveCard"}' }, 'vanlig tekst'],
    ['an audience of nobody', { audience: 'invited', audienceList: 'ingen@example.no' }, 'Ingen medlemmer har'],
  ])('is told of %s', async (_, changes, said) => {
    const { eva } = await openOffice()
    expect(words(await eva.presses('gatherings.save', { ...typed, ...changes }))).toContain(said)
  })

  it('can be a copy, for which only the dates are missing', async () => {
    const { eva, bot, clock } = await openOffice()
    const gatheringId = await published(eva, { agenda: '10:00 Velkommen', capacity: '40' })
    const form = await eva.presses('gatherings.copy', { gatheringId })
    expect(fieldOf(form, 'title')).toBe('Vårsamling')
    expect(fieldOf(form, 'agenda')).toBe('10:00 Velkommen')
    expect(fieldOf(form, 'startDate')).toBe('')
    const saved = await eva.presses('gatherings.save', {
      ...buttonOf(form, 'gatherings.save'),
      ...typed,
      title: 'Høstsamling',
      startDate: '2027-10-05',
      endDate: '2027-10-05',
    })
    expect(idIn(saved)).not.toBe(gatheringId)
    expect((await bot.running.network.gatherings.every(wholeList, clock.now())).map(({ title }) => title)).toEqual([
      'Vårsamling',
      'Høstsamling',
    ])
  })

  it('of two days can be copied and moved, and the points of «Dag 2» go along', async () => {
    const { eva } = await openOffice()
    const twoDays = { endDate: '2027-03-17', agenda: '10:00 Velkommen\nDag 2\n9.30 Gruppearbeid' }
    const gatheringId = await published(eva, twoDays)
    const copy = await eva.presses('gatherings.copy', { gatheringId })
    const agenda = fieldOf(copy, 'agenda')
    expect(agenda).toBe('10:00 Velkommen\nDag 2\n09:30 Gruppearbeid')
    const autumn = { ...typed, agenda, title: 'Høstsamling', startDate: '2027-10-05', endDate: '2027-10-06' }
    const copied = await eva.presses('gatherings.save', { ...buttonOf(copy, 'gatherings.save'), ...autumn })
    expect(words(copied)).toContain('Utkastet er lagret')
    expect(words(await eva.presses('gatherings.preview', { gatheringId: idIn(copied) }))).toMatch(
      /onsdag 6\. oktober[\s\S]*09:30 Gruppearbeid/,
    )
    const form = buttonOf(await eva.presses('gatherings.edit', { gatheringId }), 'gatherings.save')
    const moved = { ...typed, agenda, startDate: '2027-04-20', endDate: '2027-04-21' }
    expect(words(await eva.presses('gatherings.save', { ...form, ...moved }))).toContain('Lagret.')
  })
})

describe('a change', () => {
  it('of time and place says how many it reaches, and tells them from what to what', async () => {
    const office = await openOffice()
    const { eva, bot, clock } = office
    const gatheringId = await published(eva)
    const people = await members(office, 'Kari', 'Ola')
    for (const person of people) await person.presses('gatherings.register', { gatheringId })
    clock.moveTo('2027-02-02T09:00:00Z')
    const form = await eva.presses('gatherings.edit', { gatheringId })
    const changed = { ...typed, startTime: '12:00', place: 'Papirbredden' }
    const asked = await eva.presses('gatherings.save', { ...buttonOf(form, 'gatherings.save'), ...changed })
    expect(words(asked)).toContain('Dette gjelder 2 personer')
    expect(words(asked)).toContain('Papirbredden (før: Union Scene, Drammen)')
    expect(fieldOf(asked, 'place')).toBe('Papirbredden')
    const before = people.map((person) => person.inbox().length)
    await bot.running.reminders.passOnce()
    expect(people.map((person) => person.inbox().length)).toEqual(before)

    const yes = buttonOf(asked, 'gatherings.save', 'Lagre og si fra til 2')
    expect(words(await eva.presses('gatherings.save', { ...yes, ...changed }))).toContain('2 personer får beskjed')
    await bot.running.reminders.passOnce()
    for (const [index, person] of people.entries()) {
      const [told, ...more] = person.inbox().slice(before[index])
      expect(more).toEqual([])
      expect(told && words(told)).toContain('Endret: Vårsamling')
      expect(told && words(told)).toContain('kl. 12:00–15:00 (før: tirsdag 16. mars 2027 kl. 10:00–15:00)')
      expect(told && words(told)).toContain('Papirbredden (før: Union Scene, Drammen)')
    }
    await bot.running.reminders.passOnce()
    expect(people.map((person) => person.inbox().length)).toEqual(before.map((count) => count + 1))
    const history = await eva.presses('gatherings.history', { gatheringId })
    expect(words(history)).toContain('sted fra «Union Scene, Drammen» til «Papirbredden»')
  })

  it('that nobody needs to hear of is saved at once, and tells nobody', async () => {
    const office = await openOffice()
    const { eva, bot } = office
    const gatheringId = await published(eva)
    const kari = await member(office, 'Kari')
    await kari.presses('gatherings.register', { gatheringId })
    const form = await eva.presses('gatherings.edit', { gatheringId })
    const saved = await eva.presses('gatherings.save', {
      ...buttonOf(form, 'gatherings.save'),
      ...typed,
      agenda: '10:00 Kaffe',
    })
    expect(words(saved)).toContain('Lagret.')
    const before = kari.inbox().length
    await bot.running.reminders.passOnce()
    expect(kari.inbox().length).toBe(before)
  })

  it('below the number of registered is refused at the field', async () => {
    const office = await openOffice()
    const { eva } = office
    const gatheringId = await published(eva)
    for (const person of await members(office, 'Kari', 'Ola'))
      await person.presses('gatherings.register', { gatheringId })
    const form = await eva.presses('gatherings.edit', { gatheringId })
    const data = { ...buttonOf(form, 'gatherings.save'), ...typed }
    const refused = await eva.presses('gatherings.save', { ...data, capacity: '1' })
    expect(words(refused)).toContain('Så mange har plass allerede')
    expect(fieldOf(refused, 'capacity')).toBe('1')
  })

  it('made while another adviser saved shows both, and the second press holds', async () => {
    const { eva } = await openOffice()
    const gatheringId = await published(eva)
    const form = buttonOf(await eva.presses('gatherings.edit', { gatheringId }), 'gatherings.save')
    await eva.presses('gatherings.save', { ...form, ...typed, title: 'Den ene' })
    const again = await eva.presses('gatherings.save', { ...form, ...typed, title: 'Den andre' })
    expect(words(again)).toContain('Samlingen er endret')
    expect(fieldOf(again, 'title')).toBe('Den andre')
    await eva.presses('gatherings.save', { ...buttonOf(again, 'gatherings.save'), ...typed, title: 'Den andre' })
    expect(words(await eva.presses('gatherings.manage', { gatheringId }))).toContain('Den andre')
  })
})

describe('two advisers at one gathering', () => {
  /** Eva and Per open the form at the same time; Per saves first. */
  async function both(perChanges: object) {
    const env = { ADVISERS: 'tenant-a/oid-eva tenant-a/oid-per' }
    const bot = await startTestBot({ now: () => Temporal.Instant.from('2027-02-01T09:00:00Z'), env })
    onTestFinished(() => bot[Symbol.asyncDispose]())
    const eva = bot.person('Eva')
    const clock = { now: () => Temporal.Instant.from('2027-02-01T09:00:00Z'), moveTo() {} }
    const per = await member({ bot, clock }, 'Per')
    const gatheringId = await published(eva, { agenda: '10:00 Kaffe' })
    const open = async (person: TestPerson) => {
      const form = await person.presses('gatherings.edit', { gatheringId })
      return { ...typed, agenda: fieldOf(form, 'agenda'), ...buttonOf(form, 'gatherings.save') }
    }
    const [evas, pers] = [await open(eva), await open(per)]
    await per.presses('gatherings.save', { ...pers, ...perChanges })
    return { bot, eva, gatheringId, form: evas }
  }

  it('keep each other’s changes in fields that only one of them touched', async () => {
    const { eva, form, gatheringId, bot } = await both({ capacity: '40', agenda: '10:00 Te' })
    const saved = await eva.presses('gatherings.save', { ...form, title: 'Ny tittel', agenda: '10:00 Kaffe\r\n' })
    expect(words(saved)).toContain('Det Per endret imens, er beholdt')
    const { title, capacity, agenda } = (await bot.running.network.gatherings.find(gatheringId)) ?? {}
    expect([title, capacity, agenda?.[0]?.title]).toEqual(['Ny tittel', 40, 'Te'])
  })

  it('are shown what differs where both touched a field, and the second press holds for that alone', async () => {
    const { eva, form, gatheringId, bot } = await both({ capacity: '40', place: 'Rådhuset' })
    const again = await eva.presses('gatherings.save', { ...form, place: 'Papirbredden' })
    for (const seen of ['Per har endret samlingen', 'Rådhuset']) expect(words(again)).toContain(seen)
    expect(fieldOf(again, 'place')).toBe('Papirbredden')
    expect(fieldOf(again, 'capacity')).toBe('40')
    const shown = { ...form, ...buttonOf(again, 'gatherings.save'), place: 'Papirbredden', capacity: '40' }
    await eva.presses('gatherings.save', shown)
    const { place, capacity } = (await bot.running.network.gatherings.find(gatheringId)) ?? {}
    expect([place, capacity]).toEqual(['Papirbredden', 40])
  })

  it('who made the same change are not asked', async () => {
    const { eva, form } = await both({ place: 'Rådhuset' })
    expect(words(await eva.presses('gatherings.save', { ...form, place: 'Rådhuset' }))).toContain('Lagret.')
  })
})

describe('a sentence of the adviser’s own', () => {
  const reason = ' Foreleseren er *syk*,\nvi ses **snart** '
  const asWritten = 'Rådgiveren skriver: Foreleseren er \\*syk\\*, vi ses \\*\\*snart\\*\\*'

  it('stands in the message that a gathering is called off, as it was written, and is said to the adviser', async () => {
    const office = await openOffice()
    const { eva, bot } = office
    const gatheringId = await published(eva)
    const kari = await member(office, 'Kari')
    await kari.presses('gatherings.register', { gatheringId })
    const asked = await eva.presses('gatherings.call-off', { gatheringId })
    expect(fieldOf(asked, 'reason')).toBe('')
    const yes = buttonOf(asked, 'gatherings.call-off', 'Ja, og si fra til 1')
    expect(words(await eva.presses('gatherings.call-off', { ...yes, reason }))).toContain(
      'I meldingen står: «Foreleseren',
    )
    await bot.running.reminders.passOnce()
    expect(words(kari.inbox().at(-1) ?? asked)).toContain(asWritten)
  })

  it('stands in the message that it is moved, once each where several changes come together', async () => {
    const office = await openOffice()
    const { eva, bot, clock } = office
    const gatheringId = await published(eva)
    const kari = await member(office, 'Kari')
    await kari.presses('gatherings.register', { gatheringId })
    clock.moveTo('2027-02-02T09:00:00Z')
    for (const [place, why] of [
      ['Papirbredden', reason],
      ['Rådhuset', 'Papirbredden var opptatt.'],
    ]) {
      const form = buttonOf(await eva.presses('gatherings.edit', { gatheringId }), 'gatherings.save')
      const asked = await eva.presses('gatherings.save', { ...form, ...typed, place })
      const yes = buttonOf(asked, 'gatherings.save', 'Lagre og si fra til 1')
      await eva.presses('gatherings.save', { ...yes, ...typed, place, reason: why })
    }
    await bot.running.reminders.passOnce()
    const told = words(kari.inbox().at(-1) ?? { text: '', card: null })
    for (const seen of [asWritten, 'Papirbredden var opptatt.']) expect(told.split(seen)).toHaveLength(2)
  })

  it('is nothing where nobody is told, and no longer than 500 characters', async () => {
    const office = await openOffice()
    const { eva, bot } = office
    const gatheringId = await published(eva)
    const kari = await member(office, 'Kari')
    await kari.presses('gatherings.register', { gatheringId })
    const asked = await eva.presses('gatherings.call-off', { gatheringId })
    const yes = buttonOf(asked, 'gatherings.call-off', 'Ja, og si fra til 1')
    await eva.presses('gatherings.call-off', { ...yes, reason: 'a'.repeat(900) })
    await bot.running.reminders.passOnce()
    expect(words(kari.inbox().at(-1) ?? asked)).toMatch(/skriver: a{500}$/m)
    const on = await eva.presses('gatherings.reopen', { gatheringId })
    const silently = buttonOf(on, 'gatherings.reopen', 'Ja, uten å si fra')
    expect(words(await eva.presses('gatherings.reopen', { ...silently, reason: 'Hei' }))).not.toContain('Hei')
  })
})

describe('calling off', () => {
  it('asks, tells the registered, and can be taken back', async () => {
    const office = await openOffice()
    const { eva, bot, clock } = office
    const gatheringId = await published(eva)
    const kari = await member(office, 'Kari')
    await kari.presses('gatherings.register', { gatheringId })
    const asked = await eva.presses('gatherings.call-off', { gatheringId })
    expect(words(asked)).toContain('Én person er påmeldt')
    expect(words(await eva.presses('gatherings.manage', { gatheringId }))).toContain('Publisert')
    const yes = buttonOf(asked, 'gatherings.call-off', 'Ja, og si fra til 1')
    expect(words(await eva.presses('gatherings.call-off', yes))).toContain('Samlingen er avlyst. Én person får beskjed')
    expect(words(await eva.presses('gatherings.call-off', yes))).toContain('Samlingen er avlyst')
    await bot.running.reminders.passOnce()
    expect(kari.inbox().at(-1)?.card?.fallbackText).toBe('Avlyst: Vårsamling')
    clock.moveTo('2027-02-01T10:00:00Z')
    const again = await eva.presses('gatherings.reopen', { gatheringId })
    await eva.presses('gatherings.reopen', buttonOf(again, 'gatherings.reopen', 'Ja, og si fra til 1'))
    await bot.running.reminders.passOnce()
    expect(kari.inbox().at(-1)?.card?.fallbackText).toBe('Blir noe av likevel: Vårsamling')
  })

  it('and holding it after all promises no seat to those on the waiting list, nor does a new date', async () => {
    const office = await openOffice()
    const { eva, bot, clock } = office
    const gatheringId = await published(eva, { capacity: '1' })
    const [kari, ola] = await members(office, 'Kari', 'Ola')
    if (!kari || !ola) throw new Error('nobody')
    await kari.presses('gatherings.register', { gatheringId })
    await ola.presses('gatherings.wait', { gatheringId })
    const last = async () => {
      await bot.running.reminders.passOnce()
      return [kari, ola].map((person) => person.inbox().slice(-1).map(words).join())
    }
    const off = await eva.presses('gatherings.call-off', { gatheringId })
    await eva.presses('gatherings.call-off', buttonOf(off, 'gatherings.call-off', 'Ja, og si fra til 2'))
    await last()
    clock.moveTo('2027-02-01T10:00:00Z')
    const on = await eva.presses('gatherings.reopen', { gatheringId })
    await eva.presses('gatherings.reopen', buttonOf(on, 'gatherings.reopen', 'Ja, og si fra til 2'))
    const [toKari, toOla] = await last()
    expect(toKari).toContain('Du er fortsatt påmeldt.')
    expect(toOla).toContain('Du står fortsatt på venteliste.')
    expect(toOla).not.toContain('påmeldt')
    clock.moveTo('2027-02-02T09:00:00Z')
    const form = buttonOf(await eva.presses('gatherings.edit', { gatheringId }), 'gatherings.save')
    const moved = { ...typed, capacity: '1', startDate: '2027-03-18', endDate: '2027-03-18' }
    const asked = await eva.presses('gatherings.save', { ...form, ...moved })
    await eva.presses('gatherings.save', { ...buttonOf(asked, 'gatherings.save', 'Lagre og si fra til 2'), ...moved })
    const [changedKari, changedOla] = await last()
    expect(changedKari).toContain('endringer i samlingen du er påmeldt.')
    expect(changedOla).toContain('endringer i samlingen du står på venteliste til.')
  })

  it('asks also when nobody is registered', async () => {
    const { eva } = await openOffice()
    const gatheringId = await published(eva)
    const asked = await eva.presses('gatherings.call-off', { gatheringId })
    expect(words(asked)).toContain('Ingen er påmeldt')
    const done = await eva.presses('gatherings.call-off', buttonOf(asked, 'gatherings.call-off'))
    expect(words(done)).toContain('Avlyst')
  })

  it('closing and opening the registration needs no question', async () => {
    const office = await openOffice()
    const { eva } = office
    const gatheringId = await published(eva)
    const kari = await member(office, 'Kari')
    expect(words(await eva.presses('gatherings.close', { gatheringId }))).toContain('Påmeldingen er stengt')
    expect(words(await kari.presses('gatherings.register', { gatheringId }))).toContain('Påmeldingen er stengt')
    await eva.presses('gatherings.reopen', { gatheringId })
    expect(words(await kari.presses('gatherings.register', { gatheringId }))).toContain('Du er påmeldt')
  })
})

describe('the list of gatherings', () => {
  it('pages, with the next to come first, and says what to do when it is empty', async () => {
    const { eva, clock } = await openOffice()
    const empty = await eva.presses('gatherings.manage-list')
    expect(words(empty)).toContain('Ingen samlinger ennå')
    expect(buttons(empty)).toContain('gatherings.create')
    for (let day = 10; day < 20; day++) {
      await eva.presses('gatherings.save', {
        ...typed,
        title: `Nr. ${day}`,
        startDate: `2027-03-${day}`,
        endDate: `2027-03-${day}`,
      })
    }
    clock.moveTo('2027-03-14T23:00:00Z')
    const listed = async (page: number) =>
      words(await eva.presses('gatherings.manage-list', { page })).match(/(?<=Nr\. )\d+/g)
    const [first, second] = [await listed(0), await listed(1)]
    expect([...new Set(first), ...new Set(second)].map(Number)).toEqual([15, 16, 17, 18, 19, 14, 13, 12, 11, 10])
  })

  it('lets go of a draft', async () => {
    const { eva } = await openOffice()
    const gatheringId = idIn(await eva.presses('gatherings.save', typed))
    expect(words(await eva.presses('gatherings.discard', { gatheringId }))).toContain('Utkastet er slettet')
    expect(words(await eva.presses('gatherings.discard', { gatheringId }))).toContain('Utkastet er slettet')
    expect(words(await eva.presses('gatherings.edit', { gatheringId }))).toContain('finner ikke')
  })
})

describe('the adviser’s own questions', () => {
  const questions = 'Hva vil du lære? *\nTrenger du parkering? [ja/nei]\nHvilken buss? [kl. 8 | kl. 9]'

  it('stand in the form to register, and their answers with the registration', async () => {
    const office = await openOffice()
    const gatheringId = await published(office.eva, { questions })
    const kari = await member(office, 'Kari')
    const form = await kari.presses('gatherings.register', { gatheringId })
    expect(words(form)).toContain('Trenger du parkering?')
    const save = { gatheringId, q1: 'Budsjett', q2: 'no', q3: 'kl. 9' }
    const saved = await kari.presses('gatherings.save-registration', save)
    expect(saved.card?.body).toContainEqual({
      type: 'FactSet',
      facts: expect.arrayContaining([
        { title: 'Hva vil du lære?', value: 'Budsjett' },
        { title: 'Trenger du parkering?', value: 'Nei' },
        { title: 'Hvilken buss?', value: 'kl. 9' },
      ]),
    })
  })

  it('say what is wrong at the field, and keep what was typed', async () => {
    const office = await openOffice()
    const gatheringId = await published(office.eva, { questions })
    const kari = await member(office, 'Kari')
    await kari.presses('gatherings.register', { gatheringId })
    const wrong = { gatheringId, diet: 'Vegetar', q1: '', q2: 'no', q3: 'kl. 10' }
    const again = await kari.presses('gatherings.save-registration', wrong)
    expect(words(again)).toContain('Dette må fylles ut')
    expect(words(again)).toContain('Velg et av alternativene')
    expect(fieldOf(again, 'diet')).toBe('Vegetar')
    expect(fieldOf(again, 'q3')).toBe('')
  })
})

describe('a gathering for those invited alone', () => {
  it('is not seen by others, by its list or its id', async () => {
    const office = await openOffice()
    const [kari, ola] = [await member(office, 'Kari'), await member(office, 'Ola')]
    const gatheringId = await published(office.eva, { audience: 'invited', audienceList: 'kari@example.no' })
    expect(words(await kari.presses('gatherings.list'))).toContain('Vårsamling')
    expect(words(await ola.presses('gatherings.list'))).not.toContain('Vårsamling')
    expect(words(await ola.presses('gatherings.show', { gatheringId }))).toContain('finner ikke')
    expect(words(await ola.presses('gatherings.register', { gatheringId }))).not.toContain('Union Scene')
    expect(words(await kari.presses('gatherings.register', { gatheringId }))).toContain('Du er påmeldt')
  })
})
