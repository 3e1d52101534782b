import { describe, expect, it } from 'vitest'
import { type Seen, words } from '../../support/bot.ts'
import { member, type Office, openOffice, published } from './support.ts'

/** Eva is an adviser, Kari a member; two gatherings are to come. */
async function twoGatherings(): Promise<Office & { says: (text: string) => Promise<Seen> }> {
  const office = await openOffice()
  await published(office.eva)
  await published(office.eva, { title: 'Høstsamling', startDate: '2027-10-16', endDate: '2027-10-16' })
  return { ...office, says: (text) => office.eva.says(text) }
}

describe('an adviser’s words', () => {
  it.each([
    ['lag en samling', 'Første dag'],
    ['lag ei samling', 'Første dag'],
    ['create a gathering', 'Første dag'],
    ['avlys Vårsamling', 'Vil du avlyse samlingen?'],
    ['avlys høstsamling', 'Høstsamling'],
    ['avlys samlinga', 'Vil du avlyse samlingen?'],
    ['call off Vårsamling', 'Vil du avlyse samlingen?'],
    ['flytt Høstsamling', 'Rediger: Høstsamling'],
    ['send melding til de påmeldte', 'Melding om Vårsamling'],
    ['send melding til dei påmelde på Høstsamling', 'Høstsamling'],
    ['write a message to the participants', 'Melding om Vårsamling'],
    ['last ned påmeldte', 'Nedlastingen er klar'],
    ['last ned deltakerlista til Høstsamling', 'Nedlastingen er klar'],
    ['download attendees', 'Nedlastingen er klar'],
    ['legg til medlem', 'Legg til ett medlem'],
    ['legg til ein medlem', 'Legg til ett medlem'],
    ['add a member', 'Legg til ett medlem'],
    ['importer medlemmer', 'Legg inn en liste med medlemmer'],
    ['last ned medlemslista', 'Nedlastingen er klar'],
    ['oppmøte', 'Vårsamling'],
    ['oppmøte på Høstsamling', 'Høstsamling'],
    ['take attendance', 'Vårsamling'],
    ['påmeldte til Høstsamling', 'Høstsamling'],
    ['hvem kommer på Høstsamling?', 'Høstsamling'],
    ['inviter til Høstsamling', 'Høstsamling'],
  ] as const)('«%s» do what they say', async (said, title) => {
    const { says } = await twoGatherings()
    const seen = await says(said)
    expect(words(seen)).toContain(title)
  })

  it('are a member’s where they are about nothing that an adviser has', async () => {
    const { says } = await twoGatherings()
    expect(words(await says('avlys påmeldingen min'))).not.toContain('Vil du avlyse samlingen?')
    expect(words(await says('endre språk'))).not.toContain('Rediger:')
  })

  it('do nothing for a member', async () => {
    const office = await twoGatherings()
    const kari = await member(office, 'Kari')
    for (const said of ['lag en samling', 'avlys Vårsamling', 'last ned påmeldte', 'legg til medlem', 'oppmøte']) {
      const seen = words(await kari.says(said))
      for (const title of ['Første dag', 'Vil du avlyse', 'Nedlastingen er klar', 'Legg til ett medlem']) {
        expect(seen).not.toContain(title)
      }
    }
  })
})
