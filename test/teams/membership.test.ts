import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contents, gatheringFile, profile } from '../network/support.ts'
import { buttons, startTestBot, type TestBot, type TestPerson, words } from '../support/bot.ts'
import { inputs, values } from '../support/inputs.ts'
import { buttonOf } from './advisers/support.ts'

const now = Temporal.Instant.from('2027-02-01T09:00:00Z')
let bot: TestBot
beforeAll(async () => {
  bot = await startTestBot({ now: () => now })
  await bot.running.network.gatherings.importAll(
    contents(gatheringFile, { ...gatheringFile, id: 'autumn', title: 'Høstsamling' }),
    now,
  )
})
afterAll(() => bot[Symbol.asyncDispose]())

const elsewhere = 'Annen kommune eller organisasjon'
const filled = {
  municipality: 'Bærum',
  role: 'Rektor',
  topics: 'erasmus-plus,nordplus',
  language: 'nb',
  consent: 'true',
}

function membersNamed(name: string) {
  return bot.running.network.members.all().then((all) => all.filter((member) => member.name === name))
}

async function joined(name: string, fields: object = {}): Promise<TestPerson> {
  const someone = bot.person(name)
  const form = await someone.presses('membership.join')
  await someone.presses('membership.save', { ...values(form), ...filled, ...fields })
  return someone
}

describe('joining', () => {
  it('begins with a form with name and address from Teams', async () => {
    const form = await bot.person('Kari Spør').presses('answers.show', { answerId: 'join' })
    expect(values(form)).toMatchObject({ name: 'Kari Spør', email: 'kari-sp-r@example.kommune.no', consent: 'false' })
    expect(Object.keys(inputs(form))).toEqual(
      expect.arrayContaining(['name', 'email', 'municipality', 'role', 'topics', 'language', 'consent']),
    )
  })

  it('offers the municipalities of all three counties in order, another one, and every programme', async () => {
    const { municipality, topics } = inputs(await bot.person('Kari Ny').presses('membership.join'))
    const names = municipality?.choices?.map(({ title }) => title) ?? []
    expect(names).toHaveLength(52)
    expect(names.slice(0, 2)).toEqual(['Aremark', 'Asker'])
    expect(names.slice(-3)).toEqual(['Ål', 'Ås', 'Annen kommune eller organisasjon'])
    expect(topics?.choices?.find(({ value }) => value === 'eea-grants')?.title).toBe('EØS-midlene')
    expect(topics?.choices?.length).toBeGreaterThan(30)
  })

  it('says what is stored, without leaving the form', async () => {
    const form = await bot.person('Kari Ny').presses('membership.join')
    expect(words(form)).toContain('navn, e-post, kommune, rolle, temaer og språk')
  })

  it('shows the profile with ways on', async () => {
    const ola = bot.person('Ola Profil')
    const form = await ola.presses('membership.join')
    const saved = await ola.presses('membership.save', { ...values(form), ...filled })
    expect(words(saved)).toContain('Velkommen! Nå er du med')
    for (const word of ['Ola Profil', 'Bærum', 'Rektor', 'Erasmus+ og Nordplus']) expect(words(saved)).toContain(word)
    expect(buttons(saved)).toEqual(expect.arrayContaining(['gatherings.list', 'membership.edit', 'privacy.show']))
  })

  it('makes one member of two presses at once, an old card, and two devices', async () => {
    const eva = bot.person('Eva To')
    const form = { ...values(await eva.presses('membership.join')), ...filled }
    await Promise.all([eva.presses('membership.save', form), eva.submits('membership.save', form)])
    const again = await eva.presses('membership.save', { ...form, municipality: 'Lier' })
    expect(words(again)).toContain('Endringene er lagret')
    expect(await membersNamed('Eva To')).toMatchObject([{ municipality: 'Lier', personId: eva.id }])
  })

  it('takes somebody from elsewhere, in their own words', async () => {
    await joined('Åse Annen', { municipality: elsewhere, otherMunicipality: 'Holmestrand' })
    await joined('Åse Tom', { municipality: '', otherMunicipality: 'baerum kommune' })
    expect(await membersNamed('Åse Annen')).toMatchObject([{ municipality: 'Holmestrand' }])
    expect(await membersNamed('Åse Tom')).toMatchObject([{ municipality: 'Bærum' }])
  })

  it('does not trust a person in card data', async () => {
    const per = bot.person('Per Ekte')
    const form = values(await per.presses('membership.join'))
    await per.presses('membership.save', { ...form, ...filled, personId: 'tenant-a/oid-offer', _id: 'tenant-a/x' })
    expect(await membersNamed('Per Ekte')).toMatchObject([{ _id: per.id, personId: per.id }])
  })

  it('works when Teams does not tell who somebody is', async () => {
    bot.connector.setFault(({ operation }) => (operation === 'members' ? { kind: 'status', status: 500 } : undefined))
    const form = await bot.person('Nils Uten').presses('membership.join')
    bot.connector.setFault(undefined)
    expect(values(form)).toMatchObject({ name: '', email: '' })
  })

  it('answers in the language that was chosen, from then on', async () => {
    const jon = bot.person('Jon Nynorsk')
    const form = values(await jon.presses('membership.join'))
    const saved = await jon.presses('membership.save', { ...form, ...filled, language: 'nn' })
    expect(words(saved)).toContain('Velkomen! No er du med')
    expect(words(await jon.presses('membership.leave'))).toContain('Nei, eg blir')
  })
})

describe('a form with mistakes', () => {
  it('comes back with what was typed, and what is wrong at each field', async () => {
    const mons = bot.person('Mons Feil')
    const typed = { name: ' ', email: 'mons', municipality: 'other', otherMunicipality: '', role: 'x'.repeat(300) }
    const back = await mons.presses('membership.save', { ...typed, topics: 'life', language: 'nb', consent: 'false' })
    expect(values(back)).toMatchObject({ email: 'mons', municipality: elsewhere, role: typed.role, topics: 'life' })
    const said = words(back)
    expect(said).toContain('5 felt må rettes')
    expect(said).toContain('Skriv navnet ditt.')
    expect(said).toContain('navn@kommune.no')
    expect(said).toContain('Skriv hvilken kommune eller organisasjon du kommer fra.')
    expect(said).toContain('Uten samtykke kan jeg ikke lagre noe')
    expect(await bot.running.network.members.known(mons.id)).toBeNull()
  })

  it.each([{}, { name: 7 }, { name: 'x'.repeat(100_000) }, { topics: ['life'] }, { consent: { forged: true } }])(
    'that is forged (%#) is answered, and nothing is stored',
    async (data) => {
      const mons = bot.person('Mons Falsk')
      const answer = await mons.presses('membership.save', data)
      expect(words(answer)).not.toBe('')
      expect(await bot.running.network.members.known(mons.id)).toBeNull()
    },
  )

  it('is shown as far as a card can show it', async () => {
    const long = { name: 'x'.repeat(20_000), email: 'y'.repeat(20_000), role: 'z'.repeat(20_000) }
    const back = await bot.person('Mons Lang').presses('membership.save', { ...long, topics: 'x,life', language: 'sv' })
    expect(values(back)).toMatchObject({ topics: 'life', language: 'nb' })
    expect(words(back)).toContain('for langt')
  })

  it('keeps a municipality that is not on the list', async () => {
    const liv = bot.person('Liv Utenfor')
    const back = await liv.presses('membership.save', { ...filled, name: 'Liv', email: '', municipality: 'Oslo' })
    expect(values(back)).toMatchObject({ municipality: elsewhere, otherMunicipality: 'Oslo' })
  })
})

describe('the profile', () => {
  it('is what a member gets who asks to join again', async () => {
    const ida = await joined('Ida Medlem')
    expect(words(await ida.presses('membership.join'))).toContain('Profilen din')
    expect(words(await ida.presses('membership.join'))).toContain('Profilen din')
    expect(words(await ida.presses('membership.show'))).toContain('Bærum')
  })

  it('is changed by the same form, filled in', async () => {
    const ida = await joined('Ida Endrer')
    const form = await ida.presses('membership.edit')
    expect(values(form)).toMatchObject({ ...filled, name: 'Ida Endrer' })
    const saved = await ida.presses('membership.save', { ...values(form), municipality: 'Lier', topics: '' })
    expect(words(saved)).toContain('Endringene er lagret')
    expect(words(saved)).toContain('Lier')
    expect(words(saved)).toContain('Ingen valgt ennå')
  })

  it('is the form to join by for who is no member', async () => {
    expect(values(await bot.person('Bo Fremmed').presses('membership.show'))).toMatchObject({ name: 'Bo Fremmed' })
  })

  it('that was imported is shown to who has its address, to be confirmed', async () => {
    const someone = bot.person('Unni Importert')
    const email = 'unni-importert@example.kommune.no'
    await bot.running.network.members.importAll([profile('Unni I.', { email, role: 'Planlegger' })], now)
    const shown = await someone.presses('membership.show')
    expect(words(shown)).toContain('Planlegger')
    expect(words(shown)).toContain('rådgiverne')
    const form = await someone.presses('membership.join')
    expect(values(form)).toMatchObject({ name: 'Unni I.', role: 'Planlegger', consent: 'false' })
    const saved = await someone.presses('membership.save', { ...values(form), consent: 'true' })
    expect(words(saved)).toContain('Velkommen! Nå er du med')
    expect(await membersNamed('Unni I.')).toMatchObject([{ personId: someone.id, consentAt: expect.any(Date) }])
  })
})

describe('joining on the way to a gathering', () => {
  it('lands in the registration', async () => {
    const tor = bot.person('Tor Vei')
    const form = await tor.presses('gatherings.register', { gatheringId: 'spring' })
    expect(words(form)).toContain('Samlingene er for medlemmer')
    expect(buttonOf(form, 'membership.save')).toMatchObject({ gatheringId: 'spring' })
    const done = await tor.presses('membership.save', { ...values(form), ...filled, gatheringId: 'spring' })
    expect(words(done)).toContain('du er påmeldt')
    expect(await bot.running.network.registrations.mine(tor.id, now)).toHaveLength(1)
  })

  it('keeps the way through a mistake', async () => {
    const tor = bot.person('Tor Feil')
    const back = await tor.presses('membership.save', { ...filled, name: 'Tor', gatheringId: 'spring' })
    expect(buttonOf(back, 'membership.save')).toMatchObject({ gatheringId: 'spring' })
  })

  it('goes on at once for a member', async () => {
    const liv = await joined('Liv Alt')
    expect(words(await liv.presses('membership.join', { gatheringId: 'spring' }))).toContain('påmeldt')
  })
})

describe('leaving', () => {
  it('asks first and names what will be cancelled; then cancels it, frees the seat and says how to come back', async () => {
    const geir = await joined('Geir Går')
    await geir.presses('gatherings.register', { gatheringId: 'spring' })
    await geir.presses('gatherings.register', { gatheringId: 'autumn' })
    const asked = await geir.presses('membership.leave')
    expect(words(asked)).toContain('meldt av disse 2 samlingene')
    expect(words(asked)).toContain('Vårsamling, mandag 1. mars 2027')
    expect(await membersNamed('Geir Går')).toHaveLength(1)

    const left = await geir.presses('membership.confirm-leave')
    expect(words(left)).toContain('meldt av de 2 samlingene')
    expect(words(left)).toContain('ett år')
    expect(buttons(left)).toEqual(['membership.join', 'privacy.delete'])
    expect(await membersNamed('Geir Går')).toEqual([])
    const spring = await bot.running.network.gatherings.find('spring')
    expect(spring?.registrations.find(({ memberId }) => memberId === geir.id)?.state).toBe('cancelled')
    expect(words(await geir.presses('membership.confirm-leave'))).toContain('Du er meldt ut')
  })

  it('keeps what was told for who comes back', async () => {
    const geir = await joined('Geir Igjen')
    await geir.presses('membership.confirm-leave')
    const form = await geir.presses('membership.join')
    expect(words(form)).toContain('Velkommen tilbake')
    expect(values(form)).toMatchObject({ municipality: 'Bærum', role: 'Rektor', consent: 'false' })
    expect(words(await geir.presses('membership.save', { ...values(form), consent: 'true' }))).toContain('Velkommen!')
  })

  it('lets people choose what is kept, and offers a break instead', async () => {
    const geir = await joined('Geir Velger')
    const asked = await geir.presses('membership.leave')
    expect(buttons(asked)).toEqual([
      'membership.confirm-leave',
      'privacy.delete',
      'membership.pause',
      'membership.show',
    ])
    expect(words(asked)).toContain('Behold i ett år')
    await geir.presses('privacy.confirm-delete')
    expect(await bot.running.network.members.known(geir.id)).toBeNull()
  })

  it('gives back what was there: topics, and what one was registered for', async () => {
    const geir = await joined('Geir Tilbake')
    await geir.presses('gatherings.register', { gatheringId: 'spring' })
    await geir.presses('gatherings.register', { gatheringId: 'autumn' })
    await geir.presses('gatherings.cancel', { gatheringId: 'autumn' })
    await geir.presses('membership.confirm-leave')
    await bot.running.network.tidy(now)
    const form = await geir.presses('membership.join')
    expect(values(form)).toMatchObject({ topics: 'erasmus-plus,nordplus' })
    const back = await geir.presses('membership.save', { ...values(form), consent: 'true' })
    expect(words(back)).toContain('Du var påmeldt dette da du meldte deg ut')
    expect(buttons(back).filter((verb) => verb === 'gatherings.show').length).toBeGreaterThan(0)
    expect(words(await geir.presses('membership.show'))).not.toContain('Du var påmeldt dette')
  })

  it('is nothing for who is no member', async () => {
    const bo = bot.person('Bo Fremmed')
    expect(words(await bo.presses('membership.leave'))).toContain('Du er ikke medlem')
    expect(words(await bo.presses('membership.confirm-leave'))).toContain('Du er ikke medlem')
  })
})

describe('in a group chat', () => {
  it('nothing personal is shown', async () => {
    const ida = await joined('Ida Gruppe')
    const inGroup = bot.person('Ida Gruppe', { conversationId: 'group-1', scope: 'groupChat' })
    for (const answerId of ['join', 'profile', 'leave']) {
      const answer = await inGroup.presses('answers.show', { answerId })
      expect(answer.card).toBeNull()
      expect(answer.text).toContain('personlige chatten')
    }
    expect((await inGroup.presses('membership.confirm-leave')).text).toContain('personlige chatten')
    expect(await bot.running.network.members.of(ida.id)).not.toBeNull()
  })
})
