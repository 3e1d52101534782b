import { describe, expect, it } from 'vitest'
import { suggestionsDefinition } from '../../src/network/together/suggestion.ts'
import { themeIn } from '../../src/teams/handlers/theme-in.ts'
import { buttons, type Seen, type TestPerson, words } from '../support/bot.ts'
import { buttonOf, fieldOf, member, members, type Office, openOffice } from './advisers/support.ts'

/** Fills in the form and sends it. */
async function suggests(person: TestPerson, topic: string, why = ''): Promise<Seen> {
  const form = await person.says('foreslå et tema')
  return person.presses('topics.save', { ...buttonOf(form, 'topics.save'), topic, why })
}

async function suggestionId({ bot }: Office): Promise<string> {
  const [found] = await bot.running.database.collection(suggestionsDefinition).find({})
  return found?._id ?? ''
}

describe('suggesting a theme', () => {
  it('takes one field, says thank you, and can be undone', async () => {
    const office = await openOffice()
    const kari = await member(office, 'Kari')
    const form = await kari.says('jeg har et forslag til tema')
    expect(words(form)).toContain('Rådgiverne ser hvem du er')
    const thanks = await suggests(kari, '  Budsjett i   Interreg ')
    expect(words(thanks)).toContain('Takk for forslaget!')
    expect(words(thanks)).toContain('Budsjett i Interreg')
    expect(words(await office.eva.says('temaforslag'))).toContain('Budsjett i Interreg')
    await kari.presses('topics.withdraw', buttonOf(thanks, 'topics.withdraw'))
    expect(words(await office.eva.says('temaforslag'))).toContain('Ingen forslag venter')
  })

  it.each([
    ['kan neste samling handle om klima?', 'Klima'],
    ['jeg vil høre mer om barnehager på samlingen', 'Barnehager'],
    ['kunne vi hatt noe om budsjett på neste møte', 'Budsjett'],
    ['forslag: partnersøk i Polen', 'Partnersøk i Polen'],
    ['foreslå tema: hvordan skrive budsjett', 'Hvordan skrive budsjett'],
    ['framlegg til tema: korleis skrive budsjett', 'Korleis skrive budsjett'],
    ['suggest a topic: how to write a budget', 'How to write a budget'],
    ['neste samling bør handle om korleis ein finn partnarar', 'Korleis ein finn partnarar'],
    ['could the next gathering be about climate', 'Climate'],
    ['foreslå et tema', ''],
    ['jeg har et forslag', ''],
  ])('takes «%s» into the form as «%s»', (sentence, theme) => {
    expect(themeIn(sentence)).toBe(theme)
  })

  it('has the theme of the sentence in the form already', async () => {
    const office = await openOffice()
    expect(fieldOf(await office.bot.person('Nils').says('kan neste samling handle om klima?'), 'topic')).toBe('Klima')
  })

  it('says what is missing, and keeps what was typed', async () => {
    const office = await openOffice()
    const nils = office.bot.person('Nils')
    const again = await suggests(nils, '   ', 'Vi står fast')
    expect(words(again)).toContain('Skriv hva temaet er.')
    expect(fieldOf(again, 'why')).toBe('Vi står fast')
    expect(words(await suggests(nils, 'x'.repeat(200)))).toContain('Dette ble for langt')
    expect(words(await office.eva.says('temaforslag'))).toContain('Ingen forslag venter')
  })

  it('is done once, however often it is sent', async () => {
    const office = await openOffice()
    const kari = await member(office, 'Kari')
    const form = buttonOf(await kari.says('foreslå et tema'), 'topics.save')
    for (let time = 0; time < 2; time++) await kari.presses('topics.save', { ...form, topic: 'Ungdom' })
    expect(await office.bot.running.network.suggestions.all('open')).toHaveLength(1)
  })

  it('is for those who are no members too, and in the own chat', async () => {
    const office = await openOffice()
    const group = office.bot.person('Nils', { conversationId: '19:g', scope: 'groupChat' })
    await office.bot.person('Nils').says('hei')
    expect((await group.says('foreslå et tema')).text).toContain('personlige chatten')
    await suggests(office.bot.person('Nils'), 'Kultur')
    expect(words(await office.eva.presses('suggestions.list'))).toContain('Kultur')
    const shown = await office.eva.presses('suggestions.show', { suggestionId: await suggestionId(office) })
    expect(words(shown)).toContain('En som ikke er medlem')
  })
})

describe('wanting what others suggested', () => {
  it('takes one press, is counted once, and can be taken back', async () => {
    const office = await openOffice()
    const [kari, ola] = [await member(office, 'Kari'), await member(office, 'Ola')]
    await suggests(kari, 'Frivillighet')
    const form = await ola.says('foreslå et tema')
    expect(words(form)).toContain('Én ønsker dette')
    expect(words(form)).not.toContain('Kari')
    const press = buttonOf(form, 'topics.support')
    expect(words(await ola.presses('topics.support', press))).toContain('Du og én til ønsker dette')
    expect(words(await ola.presses('topics.support', press))).toContain('Du og én til ønsker dette')
    await ola.presses('topics.withdraw', press)
    expect(words(await kari.presses('topics.list'))).toContain('Du ønsker dette')
  })

  it('is offered when somebody writes much the same', async () => {
    const office = await openOffice()
    const [kari, ola] = [await member(office, 'Kari'), await member(office, 'Ola')]
    await suggests(kari, 'Klimatilpasning i små kommuner')
    const asked = await suggests(ola, 'klimatilpasning', 'Vi har mye flom')
    expect(words(asked)).toContain('Er det det samme som dette?')
    await ola.presses('topics.support', { ...buttonOf(asked, 'topics.support'), why: 'Vi har mye flom' })
    const shown = await office.eva.presses('suggestions.show', { suggestionId: await suggestionId(office) })
    expect(words(shown)).toContain('2 personer · Drammen')
    expect(words(shown)).toContain('«Vi har mye flom»')
    const sent = await ola.presses('topics.save', { ...buttonOf(asked, 'topics.save'), topic: 'klimatilpasning' })
    expect(words(sent)).toContain('Takk for forslaget!')
    expect(await office.bot.running.network.suggestions.all('open')).toHaveLength(2)
  })

  it('is kept when the one who suggested it takes the wish back, or is forgotten', async () => {
    const office = await openOffice()
    const [kari, ola] = [await member(office, 'Kari'), await member(office, 'Ola')]
    await suggests(kari, 'Integrering', 'Karis grunn')
    const id = await suggestionId(office)
    await ola.presses('topics.support', { suggestionId: id })
    expect(words(await kari.says('mine data'))).toContain('Ett tema du har foreslått')
    await kari.presses('privacy.confirm-delete')
    const shown = words(await office.eva.presses('suggestions.show', { suggestionId: id }))
    expect(shown).toContain('Ola')
    expect(shown).not.toContain('Kari')
    await ola.presses('privacy.confirm-delete')
    expect(await suggestionId(office)).toBe('')
  })

  it('counts two members who turn out to be one as one', async () => {
    const office = await openOffice()
    const [kari, ola] = [await member(office, 'Kari'), await member(office, 'Ola')]
    await suggests(kari, 'Idrett')
    await ola.presses('topics.support', { suggestionId: await suggestionId(office) })
    await office.bot.running.network.merging.merge(
      office.eva.id,
      { keepId: kari.id, goneId: ola.id },
      office.clock.now(),
    )
    expect(words(await ola.presses('topics.list'))).toContain('Du ønsker dette')
    await ola.presses('topics.withdraw', { suggestionId: await suggestionId(office) })
    expect(await suggestionId(office)).toBe('')
  })
})

describe('the advisers', () => {
  it('see who wants what, mark it as taken up, open it again, and delete it', async () => {
    const office = await openOffice()
    const { eva } = office
    const kari = await member(office, 'Kari', { municipality: 'Lier' })
    await suggests(kari, 'Skoleutveksling', 'Lærerne spør')
    expect(buttons(await eva.says('rådgivermeny'))).toContain('suggestions.list')
    const list = await eva.presses('suggestions.list')
    expect(words(list)).toContain('Én person · Lier · først 1. februar')
    const shown = await eva.presses('suggestions.show', buttonOf(list, 'suggestions.show'))
    expect(words(shown)).toContain('Kari, Lier, kari@example.no')
    const done = await eva.presses('suggestions.done', buttonOf(shown, 'suggestions.done'))
    expect(words(done)).toContain('Merket som tatt opp.')
    expect(words(await kari.presses('topics.list'))).toContain('Ingen har foreslått noe ennå')
    expect(words(await kari.presses('topics.support', buttonOf(list, 'suggestions.show')))).toContain(
      'ikke åpent lenger',
    )
    expect(words(await eva.presses('suggestions.list', { show: 'done' }))).toContain('Skoleutveksling')
    await eva.presses('suggestions.reopen', buttonOf(done, 'suggestions.reopen'))
    await eva.presses('suggestions.delete', buttonOf(shown, 'suggestions.delete'))
    expect(words(await eva.presses('suggestions.show', buttonOf(list, 'suggestions.show')))).toContain(
      'ikke åpent lenger',
    )
    const log = words(await eva.presses('advise.log'))
    for (const what of ['tatt opp', 'åpnet et forslag', 'slettet et forslag']) expect(log).toContain(what)
    expect(log).not.toContain('Skoleutveksling')
  })

  it('see what most want first, page by page', async () => {
    const office = await openOffice()
    const [kari, ola] = await members(office, 'Kari', 'Ola')
    for (const letter of 'ABCDEFGHIJ') await suggests(kari as TestPerson, `Tema${letter}${letter}`)
    const { suggestions } = office.bot.running.network
    const last = (await suggestions.all('open')).at(-1)?.suggestion
    await (ola as TestPerson).presses('topics.support', { suggestionId: last?._id })
    const list = await office.eva.presses('suggestions.list')
    expect(words(list).indexOf(last?.text ?? '')).toBeLessThan(words(list).indexOf('Én person'))
    expect(words(await office.eva.presses('suggestions.list', { page: 1 }))).toContain('Tema')
    expect(words(await (ola as TestPerson).presses('topics.list', { page: 1 }))).toContain('Tema')
  })

  it('keep what was taken up for a year, and what nobody took up for two', async () => {
    const office = await openOffice()
    const kari = await member(office, 'Kari')
    await suggests(kari, 'Havvind')
    await suggests(kari, 'Reiseliv')
    const { suggestions } = office.bot.running.network
    const [one] = await suggestions.all('open')
    await suggestions.setDone(office.eva.id, one?.suggestion._id ?? '', true, office.clock.now())
    await suggestions.tidy(office.clock.now().add({ hours: 366 * 24 }))
    expect([...(await suggestions.all('open')), ...(await suggestions.all('done'))]).toHaveLength(1)
    await suggestions.tidy(office.clock.now().add({ hours: 731 * 24 }))
    expect(await suggestions.all('open')).toEqual([])
  })
})
