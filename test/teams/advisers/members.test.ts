import { describe, expect, it } from 'vitest'
import { buttons, type Seen, words } from '../../support/bot.ts'
import { buttonOf, fieldOf, member, members, type Office, openOffice } from './support.ts'

const list = ['e-post;navn;kommune;rolle;emner', 'kari@lier.no;Kari Nordmann;Lier;Rektor;erasmus-plus'].join('\n')

/** Pastes a list and saves what the preview offers. */
async function addList({ eva }: Office, csv: string): Promise<Seen> {
  const preview = await eva.presses('members.import', { csv, look: 'yes' })
  return eva.presses('members.save-import', { ...buttonOf(preview, 'members.save-import'), csv })
}

describe('the list of members', () => {
  it('is empty with a way to begin', async () => {
    const { eva } = await openOffice()
    const seen = await eva.says('medlemsliste')
    expect(words(seen)).toContain('Ingen medlemmer ennå')
    expect(buttons(seen)).toContain('members.import')
  })

  it('is searched by name, municipality, role and topic, in any order', async () => {
    const office = await openOffice()
    const { eva } = office
    await member(office, 'Kari Nordmann', { municipality: 'Lier', topics: ['erasmus-plus'] })
    await member(office, 'Ola Hansen', { role: 'Ordfører' })
    const found = async (fields: object) => words(await eva.presses('members.list', { ...fields }))
    expect(await found({ search: 'lier kar' })).toContain('Kari Nordmann')
    expect(await found({ search: 'lier kar' })).not.toContain('Ola Hansen')
    expect(await found({ search: 'ordf' })).toContain('Ola Hansen')
    const byTopic = await found({ topic: 'erasmus-plus' })
    expect(byTopic).toContain('Kari Nordmann')
    expect(byTopic).not.toContain('Ola Hansen')
    expect(await found({ search: 'finnes ikke' })).toContain('Ingen passer med søket')
    expect(fieldOf(await eva.presses('members.list', { search: 'lier' }), 'search')).toBe('lier')
  })

  it('has pages, and a page that is no more shows the first', async () => {
    const office = await openOffice()
    await members(office, ...Array.from({ length: 9 }, (_, index) => `Medlem ${index}`))
    const first = await office.eva.presses('members.list')
    expect(words(first)).toContain('Side 1 av 2')
    const next = await office.eva.presses('members.list', buttonOf(first, 'members.list', 'Vis flere'))
    expect(words(next)).toContain('Medlem 8')
    expect(words(await office.eva.presses('members.list', { page: 7 }))).toContain('Side 1 av 2')
  })

  it('shows a member with what they come to and whether they can be reached', async () => {
    const office = await openOffice()
    const { eva } = office
    const kari = await member(office, 'Kari Nordmann')
    const card = await eva.presses('members.show', { memberId: kari.id })
    expect(words(card)).toContain('Kan nås i Teams')
    expect(words(card)).toContain('Har ikke vært påmeldt noen samling')
    await kari.uninstalls()
    expect(words(await eva.presses('members.show', { memberId: kari.id }))).toContain(
      'Har fjernet meg fra Teams, siden mandag 1. februar 2027',
    )
    const unreachable = await eva.presses('members.list', { show: 'unreachable' })
    expect(words(unreachable)).toContain('Kari Nordmann')
    expect(words(await eva.presses('members.show', { memberId: 'nobody' }))).toContain('Jeg finner ikke')
  })

  it('names who left for a month, and then only their municipality', async () => {
    const office = await openOffice()
    const kari = await member(office, 'Kari Nordmann', { municipality: 'Lier' })
    await kari.presses('membership.confirm-leave')
    expect(words(await office.eva.presses('members.list', { show: 'left' }))).toContain('Kari Nordmann · Lier')
    office.clock.moveTo('2027-03-05T09:00:00Z')
    const later = words(await office.eva.presses('members.list', { show: 'left' }))
    expect(later).toContain('En person · Lier')
    expect(later).not.toContain('Kari')
  })

  it('is fetched as a file once, by who is an adviser still', async () => {
    const office = await openOffice()
    await member(office, 'Kari Nordmann')
    const seen = await office.eva.presses('members.download')
    const path = /\/download\/[\w-]+/.exec(JSON.stringify(seen.card))?.[0]
    const fetched = () => fetch(`${office.bot.url}${path}`, { method: 'POST' })
    const file = await fetched()
    expect(file.headers.get('content-type')).toContain('text/csv')
    expect(await file.text()).toContain('kari.nordmann@example.no;Kari Nordmann;Drammen')
    expect((await fetched()).status).toBe(404)
  })
})

describe('adding a list', () => {
  it('shows what will happen before anything does, and is in the audit trail', async () => {
    const office = await openOffice()
    const { eva, bot } = office
    const preview = await eva.presses('members.import', { csv: list, look: 'yes' })
    expect(words(preview)).toContain('Kari Nordmann, kari@lier.no, Lier, Rektor, Erasmus+')
    expect(fieldOf(preview, 'csv')).toBe(list)
    expect(await bot.running.network.members.all()).toEqual([])
    expect(words(await addList(office, list))).toContain('Lagret: 1 lagt til. De får ingen')
    const [kari] = await bot.running.network.members.all()
    expect(kari).toMatchObject({
      name: 'Kari Nordmann',
      municipality: 'Lier',
      topics: ['erasmus-plus'],
      language: 'nb',
    })
    const trail = await bot.running.network.changes.of({ kind: 'member', id: kari?._id ?? '' })
    expect(trail).toMatchObject([{ by: eva.id, before: null, after: { name: 'Kari Nordmann' } }])
  })

  it('takes what is copied from a spreadsheet, and the same again changes nothing', async () => {
    const office = await openOffice()
    await addList(office, list.replaceAll(';', '\t'))
    expect(words(await office.eva.presses('members.import', { csv: list, look: 'yes' }))).toContain(
      'Ingenting vil bli endret',
    )
  })

  it('names each mistake by row and field, saves nothing, and keeps what was pasted', async () => {
    const { eva, bot } = await openOffice()
    const csv =
      'e-post;navn;kommune;emner\nkari;Kari;Lier;\nola@lier.no;;Lier;ukjent\nper@lier.no;Per;Lier;\nper@lier.no;Per;Lier;'
    const seen = await eva.presses('members.import', { csv, look: 'yes' })
    expect(words(seen)).toContain('4 feil må rettes')
    expect(words(seen)).toContain('Rad 2, E-post: Dette ser ikke ut som en e-postadresse')
    expect(words(seen)).toContain('Rad 3, Navn: Dette må fylles ut.')
    expect(words(seen)).toContain('Rad 3, Emner: Jeg kjenner ikke «ukjent»')
    expect(words(seen)).toContain('Rad 5, E-post: Samme adresse')
    expect(fieldOf(seen, 'csv')).toBe(csv)
    expect(buttons(seen)).not.toContain('members.save-import')
    await eva.presses('members.save-import', { csv, of: 'x' })
    expect(await bot.running.network.members.all()).toEqual([])
  })

  it('takes topics by the names that the bot itself gives them, and says which it does not know', async () => {
    const office = await openOffice()
    const { eva, bot } = office
    const row = (topics: string) => `e-post;navn;kommune;emner\nase@lier.no;Åse Li;Lier;${topics}`
    const refused = await eva.presses('members.import', { csv: row('Erasmus+, Romfart'), look: 'yes' })
    expect(words(refused)).toContain('Jeg kjenner ikke «Romfart»')
    expect(words(await eva.presses('members.import', { csv: row('Erasmus+|LIFE'), look: 'yes' }))).toContain(
      'Åse Li, ase@lier.no, Lier, Erasmus+, LIFE',
    )
    for (const called of ['CEF', 'Connecting Europe Facility', 'connecting europe facility (CEF)']) {
      const seen = words(await eva.presses('members.import', { csv: row(called), look: 'yes' }))
      expect(seen).toContain('Åse Li, ase@lier.no, Lier, Connecting Europe Facility (CEF)')
    }
    await addList(office, row('"Erasmus+, life"'))
    expect((await bot.running.network.members.all())[0]?.topics).toEqual(['erasmus-plus', 'life'])
  })

  it('leaves out «Telefon», joins «Fornavn» and «Etternavn», and reads Outlook’s addresses', async () => {
    const office = await openOffice()
    const csv = 'Fornavn;Etternavn;E-post;Kommune;Telefon\nÅse;Li;Åse Li <ase@lier.no>;Lier kommune;99887766'
    const preview = await office.eva.presses('members.import', { csv, look: 'yes' })
    expect(words(preview)).toContain('Disse kolonnene bruker jeg ikke, og de blir ikke lagret: Telefon.')
    expect(words(preview)).toContain('Åse Li, ase@lier.no, Lier')
    expect(words(preview)).not.toContain('Se over kommunene')
    await addList(office, csv)
    expect(await office.bot.running.network.members.all()).toMatchObject([{ name: 'Åse Li', email: 'ase@lier.no' }])
  })

  it('says which municipality it does not know, and what it took a misspelt one for', async () => {
    const { eva } = await openOffice()
    const csv =
      'e-post;navn;kommune\na@b.no;Åse;Xyz\nb@b.no;Bo;Dramen\nc@b.no;Cai;Buskerud fylkeskommune\nd@b.no;Di;drammen'
    const seen = words(await eva.presses('members.import', { csv, look: 'yes' }))
    expect(seen).toContain('Rad 2: Jeg kjenner ingen kommune som heter «Xyz».')
    expect(seen).toContain('Rad 3: «Dramen» blir lest som Drammen.')
    expect(seen).not.toMatch(/Rad [45]/)
  })

  it('with the same mistake in forty rows says it in a line', async () => {
    const { eva } = await openOffice()
    const rows = Array.from({ length: 40 }, (_, index) => `feil${index};Per;Lier`).join('\n')
    const seen = words(await eva.presses('members.import', { csv: `e-post;navn;kommune\n${rows}`, look: 'yes' }))
    expect(seen).toContain('40 feil må rettes')
    expect(seen).toContain('Rad 2, 3, 4, 5, 6, 7 og 34 til, E-post: ')
    expect(seen.match(/Rad /g)).toHaveLength(1)
  })

  it('says what is wrong with a list without headings, with headings alone, empty, or too long', async () => {
    const { eva } = await openOffice()
    const said = async (csv: string) => words(await eva.presses('members.import', { csv, look: 'yes' }))
    expect(await said('kari@lier.no;Kari;Lier')).toContain('Denne kolonnen mangler')
    expect(await said('e-post;navn;kommune')).toContain('ingen medlemmer')
    for (const nothing of ['', '  ']) expect(await said(nothing)).toContain('Lim inn lista først')
    expect(await said(`${list}\n${'x'.repeat(20_000)}`)).toContain('for lang for ett felt')
    expect(await said('e-post;navn;kommune\n"kari@lier.no;Kari;Lier')).toContain('anførselstegn')
  })

  it('shows anew what was changed after the preview, and saves that only when it is seen', async () => {
    const { eva, bot } = await openOffice()
    const preview = await eva.presses('members.import', { csv: list, look: 'yes' })
    const data = { ...buttonOf(preview, 'members.save-import'), csv: list.replace('Kari Nordmann', 'Kari Hansen') }
    const again = await eva.presses('members.save-import', data)
    expect(words(again)).toContain('Lista er endret siden du så på den')
    expect(await bot.running.network.members.all()).toEqual([])
  })

  it('pressed twice adds once', async () => {
    const office = await openOffice()
    await Promise.all([addList(office, list), addList(office, list)])
    expect(await office.bot.running.network.members.all()).toHaveLength(1)
  })
})

describe('duplicates', () => {
  /** Kari by her own profile, and as a row of a list. */
  async function officeWithTwo() {
    const office = await openOffice()
    const kari = await member(office, 'Kari Nordmann', { municipality: 'Lier', topics: ['life'] })
    await addList(office, list)
    return { ...office, kari }
  }

  it('are found, compared and made one, with a question in between', async () => {
    const { eva, bot, kari } = await officeWithTwo()
    const pairs = await eva.presses('members.duplicates')
    expect(words(pairs)).toContain('samme navn og kommune')
    const compared = await eva.presses('members.compare', buttonOf(pairs, 'members.compare'))
    expect(words(compared)).toContain('Lagt inn av rådgiverne')
    const asked = await eva.presses('members.merge', { ...buttonOf(compared, 'members.merge'), keep: kari.id })
    expect(words(asked)).toContain('Ingenting går tapt')
    expect(await bot.running.network.members.all()).toHaveLength(2)
    const confirm = buttonOf(asked, 'members.confirm-merge')
    const [done] = await Promise.all([1, 2].map(() => eva.presses('members.confirm-merge', confirm)))
    expect(words(done ?? pairs)).toContain('Kari Nordmann er slått sammen')
    expect(await bot.running.network.members.all()).toMatchObject([
      { _id: kari.id, topics: ['life', 'erasmus-plus'], otherEmails: ['kari@lier.no'] },
    ])
    expect(words(await eva.presses('members.duplicates'))).toContain('Ingen dubletter')
    expect(words(await eva.presses('members.confirm-merge', confirm))).toContain('er slått sammen')
  })

  it('that are two people are not asked about again', async () => {
    const { eva } = await officeWithTwo()
    const pairs = await eva.presses('members.duplicates')
    const compared = await eva.presses('members.compare', buttonOf(pairs, 'members.compare'))
    expect(words(await eva.presses('members.keep-apart', buttonOf(compared, 'members.keep-apart')))).toContain(
      'Ingen dubletter',
    )
  })

  it('ask which profile holds when none was chosen', async () => {
    const { eva } = await officeWithTwo()
    const compared = await eva.presses(
      'members.compare',
      buttonOf(await eva.presses('members.duplicates'), 'members.compare'),
    )
    const seen = await eva.presses('members.merge', { ...buttonOf(compared, 'members.merge'), keep: '' })
    expect(words(seen)).toContain('Velg hvilken profil som skal gjelde')
  })

  it('that nobody would guess are found by their address', async () => {
    const office = await openOffice()
    const kari = await member(office, 'Kari Nordmann')
    await member(office, 'Karianne Hansen')
    const find = (email: string) => office.eva.presses('members.find-duplicate', { memberId: kari.id, email })
    expect(words(await find(' Karianne.Hansen@example.no '))).toContain('Er dette samme person?')
    expect(words(await find('nobody@example.no'))).toContain('Ingen andre medlemmer har denne adressen')
  })

  it('of two tenants with one address keep what both had', async () => {
    const office = await openOffice()
    const kari = await member(office, 'Kari Nordmann')
    const school = office.bot.person('Kari Skole', { tenantId: 'tenant-b' })
    await school.presses('help.show')
    const profile = {
      name: 'K. Nordmann',
      email: 'kari.nordmann@example.no',
      municipality: 'Lier',
      role: '',
      topics: [],
    }
    await office.bot.running.network.members.save(school.id, { ...profile, language: 'nn' }, office.clock.now())
    const pairs = await office.eva.presses('members.duplicates')
    expect(words(pairs)).toContain('samme e-postadresse')
    await office.eva.presses('members.confirm-merge', { keepId: kari.id, goneId: school.id })
    expect(words(await school.says('min profil'))).toContain('Kari Nordmann')
  })
})
