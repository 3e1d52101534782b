import { describe, expect, it } from 'vitest'
import { buttons, type Seen, type TestPerson, words } from '../../support/bot.ts'
import { buttonOf, fieldOf, member, type Office, openOffice, published } from './support.ts'

const nils = { name: 'Nils Hansen', email: 'nils@lier.kommune.no', municipality: 'Lier', role: 'Rektor' }

/** Eva adds Nils, who has never written. */
async function withNils(): Promise<Office & { memberId: string; card: Seen }> {
  const office = await openOffice()
  const card = await office.eva.presses('members.save', nils)
  return { ...office, card, memberId: String(buttonOf(card, 'members.form').memberId) }
}

async function told({ bot }: Office, person: TestPerson): Promise<Seen[]> {
  const before = person.inbox().length
  await bot.running.reminders.passOnce()
  return person.inbox().slice(before)
}

describe('putting right what is stored of a member', () => {
  it('changes it, is in the log, and is told to who writes', async () => {
    const office = await openOffice()
    const { eva } = office
    const kari = await member(office, 'Kari')
    const form = await eva.presses('members.form', { memberId: kari.id })
    expect(fieldOf(form, 'municipality')).toBe('Drammen')
    const given = { name: 'Kari Ås', email: 'kari.aas@lier.no', municipality: 'Lier', role: 'Rådgiver' }
    const saved = await eva.presses('members.save', { ...buttonOf(form, 'members.save'), ...given })
    for (const seen of ['Kari Ås', 'kari.aas@lier.no', 'medlemmet får beskjed']) expect(words(saved)).toContain(seen)
    const [message, ...more] = await told(office, kari)
    expect(more).toEqual([])
    for (const seen of ['Rådgiveren har rettet profilen din', 'Kari Ås', 'Lier'])
      expect(words(message as Seen)).toContain(seen)
    expect(words(await kari.says('min profil'))).toContain('kari.aas@lier.no')
    expect(words(await eva.presses('advise.log'))).toContain('kommune fra «Drammen» til «Lier»')
  })

  it('tells nobody where nothing changed', async () => {
    const office = await openOffice()
    const kari = await member(office, 'Kari')
    const same = { name: 'Kari', email: 'kari@example.no', municipality: 'Drammen', role: 'Rektor' }
    await office.eva.presses('members.save', { memberId: kari.id, ...same })
    expect(await told(office, kari)).toEqual([])
  })

  it('lets who has the address that is right, and nobody with the one that was wrong, be this member', async () => {
    const { eva, bot, memberId } = await withNils()
    await eva.presses('members.save', { ...nils, memberId, email: 'ingrid-ny@example.kommune.no', name: 'Ingrid Ny' })
    await bot.person('Nils').says('min profil')
    expect(words(await eva.presses('members.show', { memberId }))).toContain('Har ikke skrevet til meg')
    expect(words(await bot.person('Ingrid Ny').says('min profil'))).toContain('Ingrid Ny')
    expect(words(await eva.presses('members.show', { memberId }))).toContain('Kan nås i Teams')
  })

  it('says what is wrong and keeps what was typed; an address is one member’s', async () => {
    const office = await withNils()
    const { eva, memberId } = office
    await member(office, 'Kari')
    const wrong = await eva.presses('members.save', { ...nils, memberId, name: '', role: 'Lærer' })
    expect(words(wrong)).toContain('Ett felt må rettes')
    expect(fieldOf(wrong, 'role')).toBe('Lærer')
    const taken = await eva.presses('members.save', { ...nils, memberId, email: 'kari@example.no' })
    expect(words(taken)).toContain('Et annet medlem har denne adressen')
    expect(words(await eva.presses('members.save', nils))).toContain('Et annet medlem har denne adressen')
  })
})

describe('adding one member', () => {
  it('needs no list, and sends nothing', async () => {
    const { eva, card } = await withNils()
    expect(words(card)).toContain('Nils Hansen er lagt til')
    expect(words(await eva.presses('members.list'))).toContain('Nils Hansen')
    expect(words(await eva.presses('advise.log'))).toContain('la til medlemmet Nils Hansen')
    expect(buttons(await eva.presses('members.list'))).toContain('members.form')
  })

  it('takes a municipality or an organisation that is not on the list', async () => {
    const { eva } = await openOffice()
    const elsewhere = { municipality: 'Annen kommune eller organisasjon', otherMunicipality: 'USN' }
    expect(words(await eva.presses('members.save', { ...nils, ...elsewhere }))).toContain('USN')
  })
})

describe('the member card', () => {
  it('writes to the member, and registers them for a gathering', async () => {
    const office = await withNils()
    const { eva, card, memberId } = office
    expect(JSON.stringify(card.card)).toContain('mailto:nils@lier.kommune.no')
    const gatheringId = await published(eva)
    const choice = await eva.presses('members.gatherings', { memberId })
    const form = await eva.presses('attendees.form', buttonOf(choice, 'attendees.form', 'Vårsamling'))
    await eva.presses('attendees.register', buttonOf(form, 'attendees.register'))
    expect(words(await eva.presses('attendees.list', { gatheringId }))).toContain('Nils Hansen')
    expect(words(await eva.presses('members.gatherings', { memberId }))).toContain('Ingen samlinger er åpne')
  })
})

describe('forgetting a member who never wrote', () => {
  it('asks first, frees the seat, leaves nothing, and is in the log without a name', async () => {
    const office = await withNils()
    const { eva, bot, memberId } = office
    const kari = await member(office, 'Kari')
    const gatheringId = await published(eva, { capacity: '1' })
    await eva.presses('attendees.register', { gatheringId, memberId })
    await kari.presses('gatherings.wait', { gatheringId })
    const asked = await eva.presses('members.forget', { memberId })
    for (const seen of ['Slette alt om Nils Hansen?', 'Vårsamling']) expect(words(asked)).toContain(seen)
    expect(words(await eva.presses('members.list'))).toContain('Nils Hansen')
    const gone = await eva.presses('members.confirm-forget', buttonOf(asked, 'members.confirm-forget'))
    expect(words(gone)).toContain('Medlemmet er slettet')
    expect(words(gone)).not.toContain('Nils Hansen')
    expect(words((await told(office, kari)).at(-1) as Seen)).toContain('Vårsamling')
    const log = words(await eva.presses('advise.log'))
    expect(log).toContain('slettet et medlem som ville glemmes')
    expect(log).not.toContain('Nils')
    expect(JSON.stringify(await bot.running.network.gatherings.find(gatheringId))).not.toContain(memberId)
    expect(words(await eva.presses('members.confirm-forget', { memberId }))).toContain(
      'Jeg finner ikke dette medlemmet',
    )
  })

  it('is for themselves to do once they write', async () => {
    const office = await openOffice()
    const kari = await member(office, 'Kari')
    expect(buttons(await office.eva.presses('members.show', { memberId: kari.id }))).not.toContain('members.forget')
    const refused = await office.eva.presses('members.confirm-forget', { memberId: kari.id })
    expect(words(refused)).toContain('skriver selv til meg')
    expect(words(refused)).toContain('Kari')
  })
})
