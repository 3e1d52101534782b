import { describe, expect, it } from 'vitest'
import { partnerContactsDefinition, partnerSearchesDefinition } from '../../src/network/together/partner-search.ts'
import { saidIn } from '../../src/teams/handlers/said.ts'
import { buttons, type Seen, type TestPerson, words } from '../support/bot.ts'
import { buttonOf, fieldOf, member, type Office, openOffice } from './advisers/support.ts'

const life = { topic: 'life', idea: 'Flom og overvann', role: 'lead', months: '3', isFindable: 'true' }

/** Fills in the form and sends it. */
async function searches(person: TestPerson, fields: object = {}): Promise<Seen> {
  const form = await person.presses('partners.new')
  return person.presses('partners.save', { ...buttonOf(form, 'partners.save'), ...life, ...fields })
}

interface Scene extends Office {
  kari: TestPerson
  ola: TestPerson
}

/** Kari in Lier and Ola in Drammen, of one county. */
async function two(): Promise<Scene> {
  const office = await openOffice()
  const kari = await member(office, 'Kari', { municipality: 'Lier' })
  return { ...office, kari, ola: await member(office, 'Ola') }
}

/** Both look for a partner, and Ola sees Kari. */
async function bothLook(fields: object = {}): Promise<Scene & { seen: Seen }> {
  const scene = await two()
  await searches(scene.kari)
  return { ...scene, seen: await searches(scene.ola, { role: 'partner', idea: 'Overvann i sentrum', ...fields }) }
}

/** Ola asks Kari. */
async function asked(): Promise<Scene & { seen: Seen; question: Seen; reply: Seen; contactId: string }> {
  const scene = await bothLook()
  const other = await scene.ola.presses('partners.other', buttonOf(scene.seen, 'partners.other'))
  const reply = await scene.ola.presses('partners.ask', buttonOf(other, 'partners.ask'))
  const question = await told(scene, scene.kari)
  return { ...scene, reply, question, contactId: String(buttonOf(question, 'partners.accept').contactId) }
}

async function told({ bot }: Office, person: TestPerson): Promise<Seen> {
  await bot.running.reminders.passOnce()
  return person.inbox().at(-1) ?? { text: '', card: null }
}

describe('looking for a partner', () => {
  it('shows who looks for the same, why, and not who it is', async () => {
    const { ola, seen } = await bothLook()
    expect(words(seen)).toContain('Lier')
    for (const why of ['Vil lede prosjektet', 'Ideene ligner', 'En vil lede', 'Samme fylke']) {
      expect(words(seen)).toContain(why)
    }
    const other = await ola.presses('partners.other', buttonOf(seen, 'partners.other'))
    expect(words(other)).toContain('Flom og overvann')
    for (const secret of ['Kari', 'kari@', 'oid-kari']) {
      expect(JSON.stringify([seen.card, other.card])).not.toContain(secret)
    }
  })

  it('tells several from one municipality apart', async () => {
    const scene = await two()
    const siri = await member(scene, 'Siri', { municipality: 'Lier' })
    for (const person of [scene.kari, siri]) await searches(person)
    const seen = words(await searches(scene.ola))
    for (const name of ['Lier', 'Lier (2)']) expect(seen.split('\n')).toContain(name)
  })

  it('finds nobody who has not said that they may be found', async () => {
    const { kari, ola } = await two()
    expect(fieldOf(await kari.says('finn en partner'), 'isFindable')).toBe('false')
    expect(words(await searches(kari, { isFindable: 'false' }))).toContain('Andre kan ikke finne det')
    const seen = await searches(ola)
    expect(words(seen)).toContain('Ingen andre ser etter partner i LIFE akkurat nå. De som kommer etter, finner søket')
    expect(buttons(seen)).toEqual(expect.arrayContaining(['answers.show', 'guidance.ask']))
  })

  it('names those who have done something in the programme and may be contacted', async () => {
    const { kari, ola } = await two()
    const told = { topic: 'life', year: '', what: 'Bygde dammer', lesson: '' }
    await kari.presses('experiences.save', { ...told, experienceId: 'a', title: 'Dammer', mayContact: 'true' })
    await kari.presses('experiences.save', { ...told, experienceId: 'b', title: 'Skjult', mayContact: 'false' })
    const seen = await searches(ola)
    expect(words(seen)).toContain('Dammer')
    expect(words(seen)).not.toContain('Skjult')
    await searches(kari)
    expect(words(await ola.says('søker partner til LIFE'))).toContain('Har delt en erfaring')
  })

  it('starts with the programme of the sentence, and goes on with the search that there is', async () => {
    const { ola } = await two()
    expect(fieldOf(await ola.says('søker partner til LIFE'), 'topic')).toBe('life')
    await searches(ola)
    expect(words(await ola.says('søker partner til LIFE'))).toContain('Partnere i LIFE')
    expect(words(await ola.says('finn en partner'))).toContain('Partnersøkene dine')
  })

  it('knows the programme also where the bot had to ask what was meant', () => {
    const asked = { text: 'partner LIFE', answerIds: [] }
    expect(saidIn({ text: '', memory: { asked } })).toBe('partner LIFE')
    expect(saidIn({ text: '', memory: { asked: { ...asked, answerIds: ['life/what'] } } })).toBe('')
    expect(saidIn({ text: 'finn partner', memory: { asked } })).toBe('finn partner')
  })

  it('says what is missing, and keeps what was typed', async () => {
    const { ola } = await two()
    const again = await searches(ola, { topic: '', isFindable: 'true' })
    expect(words(again)).toContain('Velg et program.')
    expect(fieldOf(again, 'idea')).toBe('Flom og overvann')
    expect(words(await searches(ola, { role: 'chef', months: '99' }))).toContain('Velg et av alternativene')
  })

  it('is changed, ended and runs out, and is nobody else’s to change', async () => {
    const { clock, bot, kari, ola, seen } = await bothLook()
    const own = buttonOf(seen, 'partners.edit')
    expect(fieldOf(await ola.presses('partners.edit', own), 'idea')).toBe('Overvann i sentrum')
    for (const verb of ['partners.edit', 'partners.show', 'partners.save']) {
      expect(words(await kari.presses(verb, { ...life, ...own }))).toContain('ikke åpent lenger')
    }
    await kari.presses('partners.end', own)
    expect(words(await ola.presses('partners.show', own))).toContain('Lier')
    expect(words(await ola.presses('partners.end', own))).toContain('Søket er avsluttet')
    expect(words(await kari.says('søker partner til LIFE'))).toContain('Ingen andre ser etter partner')
    clock.moveTo('2027-06-01T09:00:00Z')
    expect(words(await searches(ola))).toContain('Ingen andre ser etter partner')
    await bot.running.network.tidy(clock.now())
    expect(await bot.running.database.collection(partnerSearchesDefinition).find({ personId: kari.id })).toEqual([])
  })

  it('is for members', async () => {
    const { bot } = await two()
    expect(words(await bot.person('Nils').says('finn en partner'))).toContain('Partnersøket er for medlemmer')
  })
})

describe('somebody new who looks for the same', () => {
  /** Ola looks, and a quarter of an hour after Kari has begun to. */
  async function turnedUp(fields: object = {}): Promise<Scene> {
    const scene = await two()
    await searches(scene.ola, { isFindable: 'false', role: 'partner' })
    await searches(scene.kari, fields)
    return scene
  }

  async function inAQuarter(scene: Scene): Promise<Seen[]> {
    const before = scene.ola.inbox().length
    scene.clock.moveTo(scene.clock.now().add({ minutes: 15 }).toString())
    await scene.bot.running.tend()
    await told(scene, scene.ola)
    return scene.ola.inbox().slice(before)
  }

  it('is told of once, without who it is, and can be asked from there', async () => {
    const scene = await turnedUp()
    const { ola, kari } = scene
    const [message, ...more] = await inAQuarter(scene)
    if (message === undefined) throw new Error('no message')
    expect(more).toEqual([])
    for (const seen of ['Lier ser etter partner i LIFE', 'Du ser også etter partner', 'Flom og overvann'])
      expect(words(message)).toContain(seen)
    for (const secret of ['Kari', 'kari@', 'oid-kari']) expect(JSON.stringify(message.card)).not.toContain(secret)
    await searches(kari, { searchId: buttonOf(message, 'partners.ask').otherId, idea: 'Flom' })
    expect(await inAQuarter(scene)).toEqual([])
    expect(words(await ola.presses('partners.ask', buttonOf(message, 'partners.ask')))).toContain('De i Lier får')
  })

  it('is told of when their search can be found, and not before', async () => {
    const scene = await turnedUp({ isFindable: 'false' })
    expect(await inAQuarter(scene)).toEqual([])
    const own = buttonOf(await scene.kari.says('søker partner til LIFE'), 'partners.edit')
    await scene.kari.presses('partners.save', { ...life, ...own })
    expect(await inAQuarter(scene)).toHaveLength(1)
  })

  it('is not told of when they ended it soon, or have been asked already', async () => {
    const ended = await turnedUp()
    await ended.kari.presses('partners.end', buttonOf(await ended.kari.says('søker partner til LIFE'), 'partners.end'))
    expect(await inAQuarter(ended)).toEqual([])
    const asked = await turnedUp()
    const other = await asked.ola.presses(
      'partners.other',
      buttonOf(await asked.ola.says('søker partner til LIFE'), 'partners.other'),
    )
    await asked.ola.presses('partners.ask', buttonOf(other, 'partners.ask'))
    expect(await inAQuarter(asked)).toEqual([])
  })
})

describe('asking for contact', () => {
  it('tells both who the other is when both have said yes', async () => {
    const scene = await asked()
    const { kari, ola, reply, question, contactId } = scene
    expect(words(reply)).toContain('De i Lier får spørsmålet fra meg')
    for (const seen of ['Vil du samarbeide i LIFE?', 'Noen i Drammen', 'Overvann i sentrum']) {
      expect(words(question)).toContain(seen)
    }
    for (const secret of ['Ola', 'ola@', 'oid-ola']) expect(JSON.stringify(question.card)).not.toContain(secret)
    const yes = await kari.presses('partners.accept', { contactId })
    expect(words(yes)).toContain('ola@example.no')
    const found = await told(scene, ola)
    for (const seen of ['Dere har kontakt om LIFE', 'Kari', 'Lier', 'kari@example.no'])
      expect(words(found)).toContain(seen)
    expect(words(await ola.says('søker partner til LIFE'))).toContain('Dere har kontakt')
  })

  it('comes once, however often it is pressed', async () => {
    const scene = await asked()
    const { bot, kari, ola, contactId, seen } = scene
    const before = kari.inbox().length
    const other = buttonOf(seen, 'partners.other')
    await ola.presses('partners.ask', other)
    await bot.running.tend()
    await told(scene, kari)
    expect(kari.inbox()).toHaveLength(before)
    for (let time = 0; time < 2; time++) await kari.presses('partners.accept', { contactId })
    const answers = ola.inbox().length
    await told(scene, ola)
    await bot.running.tend()
    await told(scene, ola)
    expect(ola.inbox()).toHaveLength(answers + 1)
  })

  it('leaves who is told no as if there were no answer, and is not asked again', async () => {
    const scene = await asked()
    const { kari, ola, contactId, seen } = scene
    const before = ola.inbox().length
    expect(words(await kari.presses('partners.decline', { contactId }))).toContain('De får ikke vite')
    await told(scene, ola)
    expect(ola.inbox()).toHaveLength(before)
    expect(words(await ola.says('søker partner til LIFE'))).toContain('Du har spurt')
    expect(JSON.stringify((await ola.presses('privacy.show')).card)).not.toContain('declined')
    await ola.presses('partners.ask', buttonOf(seen, 'partners.other'))
    await told(scene, kari)
    expect(words(await kari.says('søker partner til LIFE'))).toContain('Ingen andre ser etter partner')
    expect(words(await kari.presses('partners.accept', { contactId }))).toContain('ola@example.no')
  })

  it('is a yes when both ask', async () => {
    const { kari, ola, seen } = await bothLook()
    await ola.presses('partners.ask', buttonOf(seen, 'partners.other'))
    const list = await kari.says('søker partner til LIFE')
    expect(words(list)).toContain('Har spurt deg')
    const searchId = buttonOf(list, 'partners.edit').searchId
    const otherId = buttonOf(seen, 'partners.edit').searchId
    expect(words(await kari.presses('partners.ask', { searchId, otherId }))).toContain('ola@example.no')
  })

  it('is answered by nobody else, and by nobody once it is too late', async () => {
    const scene = await asked()
    const { bot, clock, kari, ola, contactId } = scene
    const stranger = await member(scene, 'Nils')
    for (const verb of ['partners.accept', 'partners.decline', 'partners.contact']) {
      expect(words(await stranger.presses(verb, { contactId }))).toContain('ikke åpen lenger')
    }
    expect(words(await ola.presses('partners.accept', { contactId }))).toContain('Jeg har spurt')
    clock.moveTo('2027-02-20T09:00:00Z')
    expect(words(await kari.presses('partners.accept', { contactId }))).toContain('ikke åpen lenger')
    const [contact] = await bot.running.database.collection(partnerContactsDefinition).find({})
    expect(contact?.state).toBe('asked')
  })

  it('is taken back with the search, with leaving, and with deleting', async () => {
    const { bot, kari, ola, contactId, seen } = await asked()
    await ola.presses('membership.confirm-leave')
    expect(words(await kari.presses('partners.contact', { contactId }))).toContain('ikke åpen lenger')
    expect(words(await kari.says('mine data'))).toContain('Én forespørsel om samarbeid')
    await ola.presses('membership.save', {
      ...{ name: 'Ola', email: 'ola@example.no', municipality: 'Drammen', role: '', topics: '', language: 'nb' },
      consent: 'true',
    })
    expect(words(await kari.presses('partners.contact', { contactId }))).toContain('Vil du samarbeide')
    await ola.presses('partners.end', buttonOf(seen, 'partners.edit'))
    expect(words(await kari.presses('partners.contact', { contactId }))).toContain('ikke åpen lenger')
    await kari.presses('privacy.confirm-delete')
    const { database } = bot.running
    expect(await database.collection(partnerContactsDefinition).find({})).toEqual([])
    expect(await database.collection(partnerSearchesDefinition).find({})).toEqual([])
  })

  it('works on for two members who turn out to be one', async () => {
    const scene = await asked()
    const { bot, clock, eva, kari, contactId } = scene
    const twin = await member(scene, 'Kari K', { municipality: 'Lier' })
    await bot.running.network.merging.merge(eva.id, { keepId: twin.id, goneId: kari.id }, clock.now())
    expect(words(await twin.presses('partners.accept', { contactId }))).toContain('ola@example.no')
  })

  it('does not come to who has turned such messages off', async () => {
    const scene = await bothLook()
    const { kari, ola, seen } = scene
    await kari.presses('reminders.save', { kinds: 'gatherings' })
    const before = kari.inbox().length
    await ola.presses('partners.ask', buttonOf(seen, 'partners.other'))
    await told(scene, kari)
    expect(kari.inbox()).toHaveLength(before)
  })
})
