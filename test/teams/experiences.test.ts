import { describe, expect, it } from 'vitest'
import { buttons, type Seen, type TestPerson, words } from '../support/bot.ts'
import { buttonOf, fieldOf, member, type Office, openOffice } from './advisers/support.ts'

const poland = {
  title: 'Barnehagebesøk i Polen',
  topic: 'erasmus-plus',
  year: '2024',
  what: 'Seks ansatte besøkte barnehager i Gdańsk.',
  lesson: 'Begynn med språket.',
  mayContact: 'true',
}

/** Fills in the form and sends it. */
async function shares(person: TestPerson, fields: object = {}): Promise<Seen> {
  const form = await person.says('del en erfaring')
  return person.presses('experiences.save', { ...buttonOf(form, 'experiences.save'), ...poland, ...fields })
}

async function two(): Promise<Office & { kari: TestPerson; ola: TestPerson }> {
  const office = await openOffice()
  const kari = await member(office, 'Kari', { municipality: 'Lier' })
  return { ...office, kari, ola: await member(office, 'Ola') }
}

describe('sharing an experience', () => {
  it('takes a short form, and shows what the others see', async () => {
    const { kari } = await two()
    const shared = words(await shares(kari))
    for (const word of [
      'Takk! Nå kan de andre medlemmene lese dette.',
      'Barnehagebesøk i Polen',
      'Lier · Erasmus+ · 2024 · Delt 1. februar',
      'Seks ansatte',
      'Begynn med språket',
      'Kari, Rektor, Lier',
    ])
      expect(shared).toContain(word)
  })

  it('knows the programme from the sentence', async () => {
    const { kari } = await two()
    const form = await kari.says('vi har nettopp avsluttet et LIFE-prosjekt, hvor legger jeg inn erfaringene')
    expect(fieldOf(form, 'topic')).toBe('life')
  })

  it('says at its field what is missing or wrong, and keeps the rest', async () => {
    const { kari } = await two()
    const again = await shares(kari, { title: ' ', year: '24', lesson: 'x'.repeat(1001) })
    for (const word of ['Gi erfaringen en tittel.', 'fire siffer', 'Dette ble for langt']) {
      expect(words(again)).toContain(word)
    }
    expect(fieldOf(again, 'what')).toBe(poland.what)
    expect(words(await shares(kari, { topic: 'finnes-ikke' }))).toContain('Velg et av alternativene')
    expect(words(await kari.presses('experiences.mine'))).toContain('Du har ikke delt noe ennå')
  })

  it('is done once, however often it is sent', async () => {
    const { kari } = await two()
    const form = buttonOf(await kari.says('del en erfaring'), 'experiences.save')
    for (let time = 0; time < 2; time++) await kari.presses('experiences.save', { ...form, ...poland })
    expect(buttons(await kari.says('mine erfaringer')).filter((verb) => verb === 'experiences.show')).toHaveLength(1)
  })

  it('can be changed and deleted by who did it, and by nobody else', async () => {
    const { kari, ola } = await two()
    const edit = buttonOf(await shares(kari), 'experiences.share')
    const form = await kari.presses('experiences.share', edit)
    expect(fieldOf(form, 'title')).toBe(poland.title)
    const changed = await kari.presses('experiences.save', { ...edit, ...poland, title: 'Polen igjen', topic: 'none' })
    expect(words(changed)).toContain('Endringene er lagret')
    for (const verb of ['experiences.share', 'experiences.save', 'experiences.delete']) {
      expect(words(await ola.presses(verb, { ...edit, ...poland }))).toContain('ikke her lenger')
    }
    expect(words(await ola.says('finn erfaringer'))).toContain('Polen igjen')
    expect(words(await kari.presses('experiences.delete', edit))).toContain('Erfaringen er slettet.')
    expect(words(await kari.presses('experiences.delete', edit))).toContain('ikke her lenger')
    expect(words(await ola.says('finn erfaringer'))).toContain('Ingen har delt noe ennå')
  })

  it('is for members, and answered in their own chat', async () => {
    const { bot, kari } = await two()
    const stranger = bot.person('Nils')
    for (const seen of [await stranger.says('del en erfaring'), await stranger.says('finn erfaringer')]) {
      expect(words(seen)).toContain('Erfaringene er for medlemmer')
      expect(buttons(seen)).toContain('membership.join')
    }
    const group = bot.person('Kari', { conversationId: '19:g', scope: 'groupChat' })
    expect((await group.says('finn erfaringer')).text).toContain('personlige chatten')
    expect(kari.inbox().length).toBeGreaterThan(0)
  })
})

describe('finding experiences', () => {
  it('goes by the programme that a question names, and leads on where there is nothing', async () => {
    const { kari, ola } = await two()
    await shares(kari)
    const found = await ola.says('hvem har erfaring med Erasmus+?')
    expect(words(found)).toContain('Barnehagebesøk i Polen')
    const nothing = await ola.says('har noen i nettverket søkt LIFE før?')
    expect(words(nothing)).toContain('Ingen har delt noe om LIFE ennå')
    expect(buttons(nothing)).toEqual(expect.arrayContaining(['guidance.ask', 'experiences.search']))
    expect(buttonOf(nothing, 'experiences.share')).toMatchObject({ topic: 'life' })
  })

  it.each([
    ['hvem har gjort noe på klima og overvann', 'Regnbed', 'Polen'],
    ['hvem har erfaring med sykkel og byutvikling', 'Regnbed', 'Polen'],
    ['har noen i Asker gjort noe på klima?', 'Regnbed', 'Polen'],
    ['has anyone in Lier done something with kindergartens?', 'Polen', 'Regnbed'],
  ])('goes by what «%s» says, not by its small words', async (text, has, hasNot) => {
    const { kari, ola, ...office } = await two()
    await shares(kari, { what: 'Noe med barnehager og kindergartens.' })
    const asker = await member(office, 'Asta', { municipality: 'Asker' })
    await shares(asker, {
      ...{ title: 'Regnbed', topic: 'none', lesson: '' },
      what: 'Byutvikling med klima, overvann og sykkel.',
    })
    const found = words(await ola.says(text))
    expect(found).toContain(has)
    expect(found).not.toContain(hasNot)
  })

  it('is what «what did the others learn from their Interreg projects?» asks for', async () => {
    const { ola } = await two()
    const list = await ola.says('what did the others learn from their Interreg projects?')
    expect(buttons(list)).not.toContain('experiences.save')
    expect(words(list)).toContain('Interreg')
  })

  it('goes by words of the question, in other forms too', async () => {
    const { kari, ola } = await two()
    await shares(kari)
    await shares(kari, { title: 'Sykkelvei', topic: 'none', what: 'Vi bygde en vei.', lesson: '' })
    const found = words(await ola.says('finn erfaringer fra barnehager'))
    expect(found).toContain('Barnehagebesøk')
    expect(found).not.toContain('Sykkelvei')
  })

  it('goes by municipality, programme and words together, best first', async () => {
    const { kari, ola } = await two()
    await shares(kari)
    await shares(ola, { title: 'Kulturskole i Polen', topic: 'creative-europe' })
    const list = async (fields: object) => words(await ola.presses('experiences.search', { ...fields }))
    expect(await list({ municipality: 'Lier' })).not.toContain('Kulturskole')
    expect(await list({ topic: 'creative-europe' })).not.toContain('Barnehagebesøk')
    expect(await list({ topic: 'creative-europe', municipality: 'Lier' })).toContain('Ingen har delt noe om')
    const both = await list({ search: 'polen kulturskole', topic: 'any', municipality: 'any' })
    expect(both.indexOf('Kulturskole i Polen')).toBeLessThan(both.indexOf('Barnehagebesøk'))
    expect(await list({ search: 'lier' })).toContain('Barnehagebesøk')
    expect(await list({ search: 'romskip' })).toContain('Jeg fant ingen erfaringer som passer')
  })

  it('shows who to write to only when they agreed', async () => {
    const { kari, ola } = await two()
    await shares(kari)
    await shares(kari, { title: 'Uten navn', mayContact: 'false' })
    const list = await ola.says('finn erfaringer')
    const open = await ola.presses('experiences.show', buttonOf(list, 'experiences.show', poland.title))
    expect(JSON.stringify(open.card)).toContain('mailto:kari@example.no')
    const closed = await ola.presses('experiences.show', buttonOf(list, 'experiences.show', 'Uten navn'))
    expect(words(closed)).not.toContain('Kari')
    expect(JSON.stringify(closed.card)).not.toContain('mailto:kari')
    expect(buttons(closed)).toContain('guidance.ask')
  })

  it('goes page by page, and back to where somebody was', async () => {
    const { kari, ola } = await two()
    for (let number = 1; number <= 9; number++) await shares(kari, { title: `Nummer ${number}` })
    const first = await ola.presses('experiences.search', { search: 'barnehager' })
    const next = { ...buttonOf(first, 'experiences.search', 'Vis flere'), search: 'barnehager' }
    expect(words(await ola.presses('experiences.search', next))).toContain('Nummer')
    const opened = await ola.presses('experiences.show', { ...buttonOf(first, 'experiences.show'), search: 'gdańsk' })
    expect(buttonOf(opened, 'experiences.search')).toMatchObject({ search: 'gdańsk' })
  })

  it('shows nothing of who has left, and deletes it with them', async () => {
    const { bot, clock, kari, ola, eva } = await two()
    const shown = buttonOf(await shares(kari), 'experiences.share')
    await kari.presses('membership.confirm-leave')
    expect(words(await ola.says('finn erfaringer'))).toContain('Ingen har delt noe ennå')
    expect(words(await ola.presses('experiences.show', shown))).toContain('ikke her lenger')
    expect(words(await eva.presses('experience-desk.show', shown))).toContain('har meldt seg ut')
    await bot.running.network.tidy(clock.now().add({ hours: 366 * 24 }))
    expect(await bot.running.network.experiences.all()).toEqual([])
  })

  it('keeps what two shared who turn out to be one', async () => {
    const { bot, clock, eva, kari, ola } = await two()
    await shares(ola)
    await bot.running.network.merging.merge(eva.id, { keepId: kari.id, goneId: ola.id }, clock.now())
    expect(words(await kari.says('mine erfaringer'))).toContain(poland.title)
    expect(words(await kari.says('mine data'))).toContain('også er deg')
    await kari.presses('privacy.confirm-delete')
    expect(await bot.running.network.experiences.all()).toEqual([])
  })
})

describe('the advisers', () => {
  it('hide what should not be seen, show it again, and delete it', async () => {
    const { eva, kari, ola } = await two()
    const shown = buttonOf(await shares(kari), 'experiences.share')
    expect(buttons(await eva.says('rådgivermeny'))).toContain('experience-desk.list')
    const list = await eva.presses('experience-desk.list')
    const managed = await eva.presses('experience-desk.show', buttonOf(list, 'experience-desk.show'))
    expect(words(managed)).toContain('Delt av Kari, kari@example.no')
    expect(words(await eva.presses('experience-desk.hide', shown))).toContain('ser det ikke lenger')
    expect(words(await ola.says('finn erfaringer'))).toContain('Ingen har delt noe ennå')
    expect(words(await kari.says('mine erfaringer'))).toContain('Skjult av rådgiverne')
    expect(words(await kari.presses('experiences.show', shown))).toContain('Ta kontakt')
    await eva.presses('experience-desk.reveal', shown)
    expect(words(await ola.says('finn erfaringer'))).toContain(poland.title)
    await eva.presses('experience-desk.delete', shown)
    expect(words(await eva.presses('experience-desk.list'))).toContain('Ingen har delt noe ennå')
    const log = words(await eva.presses('advise.log'))
    for (const what of ['skjulte en erfaring', 'viste en erfaring igjen', 'slettet en erfaring']) {
      expect(log).toContain(what)
    }
  })

  it('who are members too get from what they read to what they can do with it', async () => {
    const office = await two()
    await shares(office.kari)
    await member(office, 'Eva')
    const read = await office.eva.presses(
      'experiences.show',
      buttonOf(await office.eva.says('finn erfaringer'), 'experiences.show'),
    )
    expect(buttons(read)).toContain('experience-desk.show')
  })
})
