import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contents, gatheringFile, profile } from '../network/support.ts'
import { buttons, startTestBot, type TestBot, type TestPerson, words } from '../support/bot.ts'

let clock = Temporal.Instant.from('2027-02-01T09:00:00Z')
let bot: TestBot
beforeAll(async () => {
  bot = await startTestBot({ now: () => clock, env: { PUBLIC_URL: 'https://bot.example.no' } })
})
afterAll(() => bot[Symbol.asyncDispose]())

let count = 0
/** A gathering of its own for each test. */
async function gathering(fields: object = {}): Promise<string> {
  count++
  const id = `g${count}`
  await bot.running.network.gatherings.importAll(
    contents({ ...gatheringFile, id, title: `Samling ${count}`, ...fields }),
    clock,
  )
  return id
}

async function member(name: string): Promise<TestPerson> {
  const someone = bot.person(name)
  await bot.running.network.members.save(someone.id, profile(name), clock)
  return someone
}

async function registered(id: string, name: string): Promise<TestPerson> {
  const someone = await member(name)
  await someone.presses('gatherings.register', { gatheringId: id })
  return someone
}

describe('gatherings', () => {
  it('are listed with what is coming, and each opens', async () => {
    const id = await gathering({
      agenda: [{ at: '10:15', title: 'Erasmus+ i praksis', speaker: 'Ada Berg' }],
      capacity: 5,
    })
    const list = await bot.person('Per List').presses('gatherings.list')
    expect(words(list)).toContain(`Samling ${count}`)
    expect(buttons(list)).toContain('gatherings.show')
    const shown = await bot.person('Per List').presses('gatherings.show', { gatheringId: id })
    expect(words(shown)).toContain('mandag 1. mars 2027 kl. 10:00–15:00')
    expect(words(shown)).toContain('10:15 Erasmus+ i praksis (Ada Berg)')
    expect(words(shown)).toContain('5 av 5 ledige')
    expect(buttons(shown)).toContain('gatherings.register')
  })

  it('are shown in the language that people chose', async () => {
    await gathering()
    const jane = bot.person('Jane Lang')
    await jane.presses('language.set', { language: 'en' })
    const seen = await jane.presses('gatherings.list')
    expect(words(seen)).toContain('Gatherings')
  })

  it('come a page at a time', async () => {
    for (let index = 0; index < 10; index++) await gathering()
    const someone = bot.person('Per Side')
    const first = await someone.presses('gatherings.list', { page: 0 })
    const second = await someone.presses('gatherings.list', { page: 1 })
    expect(buttons(first).filter((verb) => verb === 'gatherings.show')).toHaveLength(8)
    expect(words(first)).toContain('Vis flere')
    expect(words(second)).toContain('Forrige')
    expect(buttons(second)).toContain('gatherings.show')
  })

  it('of one’s own come a page at a time too', async () => {
    const ada = await member('Ada Mange')
    for (let index = 0; index < 9; index++) await ada.presses('gatherings.register', { gatheringId: await gathering() })
    const first = await ada.says('mine påmeldinger')
    expect(buttons(first).filter((verb) => verb === 'gatherings.show')).toHaveLength(8)
    expect(words(first)).toContain('Vis flere')
    const second = await ada.presses('gatherings.mine', { page: 1 })
    expect(buttons(second).filter((verb) => verb === 'gatherings.show')).toHaveLength(1)
    expect(words(second)).toContain('Forrige')
  })

  it('that are not there any more are told of in words', async () => {
    expect((await bot.person('Per Borte').presses('gatherings.show', { gatheringId: 'nowhere' })).text).toContain(
      'finner ikke',
    )
  })
})

describe('registering', () => {
  it('takes one press, and leads to what is next: details, calendar, cancelling', async () => {
    const id = await gathering({ onlineUrl: 'https://example.no/meet' })
    const ada = await member('Ada Press')
    const done = await ada.presses('gatherings.register', { gatheringId: id })
    expect(words(done)).toContain('Du er påmeldt!')
    expect(buttons(done)).toEqual(expect.arrayContaining(['gatherings.save-registration', 'gatherings.cancel']))
    expect(JSON.stringify(done.card)).toMatch(new RegExp(`https://bot.example.no/calendar/${id}~[\\w-]+\\.ics`))
    expect(JSON.stringify(done.card)).toContain('https://outlook.office.com/calendar/')
    expect(JSON.stringify(done.card)).toContain('https://example.no/meet')
  })

  it('keeps what was told when an old card is pressed again', async () => {
    const id = await gathering()
    const ada = await registered(id, 'Ada Igjen')
    await ada.presses('gatherings.save-registration', { gatheringId: id, diet: 'vegan', question: 'Når er lunsj?' })
    const again = await ada.presses('gatherings.register', { gatheringId: id })
    expect(words(again)).toContain('vegan')
    const views = await bot.running.network.registrations.mine(ada.id, clock)
    expect(views).toMatchObject([
      { registration: { diet: 'vegan', question: 'Når er lunsj?', attendance: 'in-person' } },
    ])
  })

  it('works in clients without Universal Actions', async () => {
    const id = await gathering()
    const ada = await member('Ada Gammel')
    expect(words(await ada.submits('gatherings.register', { gatheringId: id }))).toContain('Du er påmeldt!')
  })

  it('changes attendance, diet and question', async () => {
    const id = await gathering({ onlineUrl: 'https://example.no/meet', capacity: 1 })
    const ada = await registered(id, 'Ada Endrer')
    const saved = await ada.presses('gatherings.save-registration', {
      gatheringId: id,
      attendance: 'online',
      diet: '',
      question: '',
    })
    expect(words(saved)).toContain('Lagret.')
    expect(words(await ada.says('mine påmeldinger'))).toContain('På nett')
  })

  it('shows a form with a mistake again, with what was typed', async () => {
    const id = await gathering()
    const ada = await registered(id, 'Ada Lang')
    const question = 'x'.repeat(1200)
    const wrong = await ada.presses('gatherings.save-registration', { gatheringId: id, diet: 'vegan', question })
    expect(words(wrong)).toContain('Dette ble for langt.')
    expect(words(wrong)).toContain(question)
    expect(await bot.running.network.registrations.mine(ada.id, clock)).toMatchObject([{ registration: { diet: '' } }])
  })

  it.each([
    [{ status: 'closed' }, 'Påmeldingen er stengt.'],
    [{ status: 'called-off' }, 'Avlyst'],
    [{ registrationDeadline: '2027-01-20' }, 'Påmeldingsfristen er ute.'],
    [{ startsAt: '2026-03-01T10:00', endsAt: '2026-03-01T15:00' }, 'Samlingen er over.'],
    [{ audience: { counties: ['Akershus'] } }, 'en annen målgruppe'],
  ])('is refused with the reason: %j', async (fields, reason) => {
    const id = await gathering(fields)
    const ada = await member(`Ada Nei ${count}`)
    const refused = await ada.presses('gatherings.register', { gatheringId: id })
    expect(words(refused)).toContain(reason)
    expect(buttons(refused)).toEqual(['gatherings.list'])
    expect((await bot.running.network.gatherings.find(id))?.registrations).toEqual([])
  })

  it('does not take a forged answer', async () => {
    const id = await gathering()
    const ada = await member('Ada Falsk')
    const forged = await ada.presses('gatherings.register', { gatheringId: id, attendance: 'as the king' })
    expect(forged.text).toContain('virker ikke lenger')
    await ada.presses('gatherings.register', { gatheringId: { $ne: null } })
    expect((await bot.running.network.gatherings.find(id))?.registrations).toEqual([])
  })
})

describe('someone who is no member yet', () => {
  it('joins by one form, and is registered by it', async () => {
    const id = await gathering()
    const ny = bot.person('Ny Medlem')
    const form = await ny.presses('gatherings.register', { gatheringId: id })
    expect(buttons(form)).toContain('membership.save')
    expect(JSON.stringify(form.card)).toContain(id)
    const typed = { name: 'Ny Medlem', email: 'ny@example.no', municipality: 'Lier', language: 'nb', consent: 'true' }
    const done = await ny.presses('membership.save', { gatheringId: id, ...typed })
    expect(words(done)).toContain('du er påmeldt!')
    expect(buttons(done)).toContain('gatherings.save-registration')
    expect(await bot.running.network.registrations.mine(ny.id, clock)).toMatchObject([{ gathering: { _id: id } }])
  })
})

describe('cancelling', () => {
  it('asks first, frees the seat, and is safe to press twice', async () => {
    const id = await gathering({ capacity: 1 })
    const ada = await registered(id, 'Ada Avbud')
    const shown = await ada.presses('gatherings.show', { gatheringId: id })
    expect(words(shown)).toContain('Er du sikker?')
    expect(words(await ada.presses('gatherings.cancel', { gatheringId: id }))).toContain('Du er meldt av.')
    expect(words(await ada.presses('gatherings.cancel', { gatheringId: id }))).toContain('Du er meldt av.')
    expect(words(await ada.says('mine påmeldinger'))).toContain('Du er ikke påmeldt noen samlinger.')
    expect(words(await registered(id, 'Bo Etter').then((bo) => bo.says('mine påmeldinger')))).toContain('Du er påmeldt')
  })
})

describe('a full gathering', () => {
  it('offers to wait, tells the place in the queue, and offers a freed seat to the first', async () => {
    const id = await gathering({ capacity: 1 })
    const ada = await registered(id, 'Ada Først')
    const bo = await member('Bo Venter')
    const full = await bo.presses('gatherings.register', { gatheringId: id })
    expect(words(full)).toContain('Det er fullt.')
    expect(buttons(full)).toContain('gatherings.wait')
    const queued = await bo.presses('gatherings.wait', { gatheringId: id, take: 'false' })
    expect(words(queued)).toContain('som nummer 1')
    expect(buttons(queued)).not.toContain('gatherings.wait')
    await ada.presses('gatherings.cancel', { gatheringId: id })
    const offered = await bo.presses('gatherings.show', { gatheringId: id })
    expect(words(offered)).toContain('Svar innen onsdag 3. februar 2027 kl. 10:00')
    expect(buttons(offered)).toEqual(['gatherings.accept-offer', 'gatherings.decline-offer', 'gatherings.list'])
    expect(words(await bo.presses('gatherings.accept-offer', { gatheringId: id }))).toContain('Plassen er din!')
    expect(words(await ada.presses('gatherings.register', { gatheringId: id }))).toContain('Det er fullt.')
  })

  it('gives the seat without asking to those who wished so', async () => {
    const id = await gathering({ capacity: 1 })
    const ada = await registered(id, 'Ada Plass')
    const bo = await member('Bo Straks')
    await bo.presses('gatherings.wait', { gatheringId: id, take: 'true' })
    await ada.presses('gatherings.cancel', { gatheringId: id })
    expect(words(await bo.presses('gatherings.show', { gatheringId: id }))).toContain('Du er påmeldt')
  })

  it('lets people leave the queue, and says kindly that an answer came too late', async () => {
    const id = await gathering({ capacity: 1 })
    const ada = await registered(id, 'Ada Treg')
    const [bo, cai] = [await member('Bo Treg'), await member('Cai Går')]
    for (const one of [bo, cai]) await one.presses('gatherings.wait', { gatheringId: id })
    expect(words(await cai.presses('gatherings.cancel', { gatheringId: id }))).toContain('ikke lenger på venteliste')
    await (await member('Dag Neste')).presses('gatherings.wait', { gatheringId: id })
    await ada.presses('gatherings.cancel', { gatheringId: id })
    clock = clock.add({ hours: 49 })
    expect(words(await bo.presses('gatherings.accept-offer', { gatheringId: id }))).toContain(
      'plassen gikk til den neste',
    )
    clock = clock.subtract({ hours: 49 })
  })

  it('can be followed online when that is possible', async () => {
    const id = await gathering({ capacity: 1, onlineUrl: 'https://example.no/meet' })
    await registered(id, 'Ada Fysisk')
    const bo = await member('Bo Nett')
    const full = await bo.presses('gatherings.show', { gatheringId: id })
    expect(words(full)).toContain('Delta på nett')
    await bo.presses('gatherings.register', { gatheringId: id, attendance: 'online' })
    expect(words(await bo.presses('gatherings.show', { gatheringId: id }))).toContain('Du er påmeldt')
  })
})

describe('my registrations', () => {
  it('say what to do when there are none', async () => {
    const none = await (await member('Ada Ingen')).says('mine påmeldinger')
    expect(words(none)).toContain('Du er ikke påmeldt noen samlinger.')
    expect(buttons(none)).toEqual(['gatherings.list'])
  })

  it('are one card when there is one, and a list when there are more', async () => {
    const [one, two] = [await gathering(), await gathering()]
    const ada = await registered(one, 'Ada Flere')
    expect(buttons(await ada.says('mine påmeldinger'))).toContain('gatherings.cancel')
    await ada.presses('gatherings.register', { gatheringId: two })
    const list = await ada.says('jeg kan ikke komme på samlingen likevel')
    expect(buttons(list).filter((verb) => verb === 'gatherings.show')).toHaveLength(2)
  })
})

describe('the calendar file', () => {
  it('is served to who has its address, and to nobody else', async () => {
    const id = await gathering()
    const ada = await registered(id, 'Ada Kalender')
    const shown = await ada.presses('gatherings.show', { gatheringId: id })
    const [address = ''] = /\/calendar\/[^"]+\.ics/.exec(JSON.stringify(shown.card)) ?? []
    const served = await fetch(`${bot.url}${address}`)
    expect(served.headers.get('content-type')).toContain('text/calendar')
    expect(await served.text()).toContain('METHOD:PUBLISH')
    expect((await fetch(`${bot.url}/calendar/${id}~nobody.ics`)).status).toBe(404)
    await ada.presses('gatherings.cancel', { gatheringId: id })
    expect(await (await fetch(`${bot.url}${address}`)).text()).toContain('METHOD:CANCEL')
  })
})

describe('a gathering of two days', () => {
  const twoDays = { endsAt: '2027-03-02T15:00', capacity: 1 }

  it('is registered for whole by one press, and changed to one day in the form', async () => {
    const id = await gathering(twoDays)
    const ada = await member('Ada Todager')
    const done = await ada.presses('gatherings.register', { gatheringId: id })
    expect(words(done)).toContain('Hvilke dager kommer du?')
    expect(words(done)).toContain('tirsdag 2. mars 2027')
    const saved = await ada.presses('gatherings.save-registration', { gatheringId: id, days: '2' })
    expect(words(saved)).toContain('Lagret.')
    const [mine] = await bot.running.network.registrations.mine(ada.id, clock)
    expect(mine?.registration.days).toEqual([2])
  })

  it('has a seat on the other day for somebody else, by one press', async () => {
    const id = await gathering(twoDays)
    const ada = await registered(id, 'Ada Dagto')
    await ada.presses('gatherings.save-registration', { gatheringId: id, days: '2' })
    const bo = await member('Bo Dagen')
    const shown = await bo.presses('gatherings.show', { gatheringId: id })
    expect(words(shown)).toContain('1. mars: 1 av 1 ledige, 2. mars: Fullt')
    expect(words(shown)).toContain('Bare 1. mars')
    expect(words(await bo.presses('gatherings.register', { gatheringId: id, days: '1' }))).toContain('Du er påmeldt!')
    expect(words(await bo.presses('gatherings.save-registration', { gatheringId: id, days: '1,2' }))).toContain(
      'Det er fullt.',
    )
  })

  it('asks for at least one day', async () => {
    const id = await gathering(twoDays)
    const ada = await registered(id, 'Ada Ingendag')
    const wrong = await ada.presses('gatherings.save-registration', { gatheringId: id, days: '', diet: 'vegan' })
    expect(words(wrong)).toContain('vegan')
    expect(await bot.running.network.registrations.mine(ada.id, clock)).toMatchObject([{ registration: { diet: '' } }])
  })
})

describe('a guest', () => {
  it('takes a seat, and gives it back', async () => {
    const id = await gathering({ capacity: 2 })
    const ada = await registered(id, 'Ada Følge')
    const bo = await member('Bo Uten')
    const brought = await ada.presses('gatherings.save-registration', { gatheringId: id, guest: 'Grete Hansen' })
    expect(words(brought)).toContain('Grete Hansen')
    expect(words(await bo.presses('gatherings.register', { gatheringId: id }))).toContain('Det er fullt.')
    await ada.presses('gatherings.save-registration', { gatheringId: id, guest: '' })
    expect(words(await bo.presses('gatherings.register', { gatheringId: id }))).toContain('Du er påmeldt!')
    const refused = await ada.presses('gatherings.save-registration', { gatheringId: id, guest: 'Grete' })
    expect(words(refused)).toContain('Det er ikke plass til en til')
  })
})

describe('a seat that is freed too late to be offered', () => {
  it('is taken by whoever waits and looks', async () => {
    const id = await gathering({ capacity: 1 })
    const ada = await registered(id, 'Ada Sent')
    const bo = await member('Bo Sent')
    await bo.presses('gatherings.wait', { gatheringId: id })
    const before = clock
    clock = Temporal.Instant.from('2027-03-01T07:30:00Z')
    await ada.presses('gatherings.cancel', { gatheringId: id })
    expect(words(await bo.presses('gatherings.show', { gatheringId: id }))).toContain('Ta plassen')
    expect(words(await bo.presses('gatherings.accept-offer', { gatheringId: id }))).toContain('Plassen er din!')
    clock = before
  })
})

describe('a calendar address', () => {
  const addressIn = (seen: { card: unknown }) =>
    /\/calendar\/feed\/[^"?]+\.ics/.exec(JSON.stringify(seen.card))?.[0] ?? ''

  it('shows all gatherings that one has a seat at, and follows what changes', async () => {
    const [one, two] = [await gathering({ endsAt: '2027-03-02T15:00' }), await gathering()]
    const ada = await registered(one, 'Ada Abonnent')
    await ada.presses('gatherings.save-registration', { gatheringId: one, days: '2' })
    await ada.presses('gatherings.register', { gatheringId: two })
    const address = addressIn(await ada.presses('calendar.feed'))
    expect(addressIn(await ada.presses('calendar.feed'))).toBe(address)
    const feed = async () => (await fetch(`${bot.url}${address}`)).text()
    expect(await feed()).toContain(`UID:gathering-${one}@`)
    expect(await feed()).toContain('DTSTART:20270302T090000Z')
    expect(await feed()).toContain(`UID:gathering-${two}@`)
    await ada.presses('gatherings.cancel', { gatheringId: two })
    expect(await feed()).not.toContain(`UID:gathering-${two}@`)
  })

  it('is exchanged for another, and turned off', async () => {
    const ada = await member('Ada Bytter')
    const first = addressIn(await ada.presses('calendar.feed'))
    const second = addressIn(await ada.presses('calendar.renew'))
    expect(second).not.toBe(first)
    expect((await fetch(`${bot.url}${first}`)).status).toBe(404)
    expect((await fetch(`${bot.url}${second}`)).status).toBe(200)
    const off = await ada.presses('calendar.revoke')
    expect(words(off)).toContain('Adressen er slått av')
    expect((await fetch(`${bot.url}${second}`)).status).toBe(404)
    expect((await fetch(`${bot.url}/calendar/feed/nobody.ics`)).status).toBe(404)
  })

  it('is forgotten with the person', async () => {
    const ada = await member('Ada Glemt')
    const address = addressIn(await ada.presses('calendar.feed'))
    await ada.presses('privacy.confirm-delete')
    expect((await fetch(`${bot.url}${address}`)).status).toBe(404)
  })
})
