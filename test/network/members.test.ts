import { describe, expect, it } from 'vitest'
import { createProfileReader } from '../../src/network/member.ts'
import { fileTerms, networkOn, now, person, profile, testNetwork } from './support.ts'

const ada = person('Ada')
const reference = { conversation: { id: 'chat-1' }, serviceUrl: 'https://example.no' }

describe('joining', () => {
  it('makes one member of two devices and many presses', async () => {
    const network = await testNetwork()
    const other = networkOn(network.database)
    await Promise.all([network, other, network].map(({ members }) => members.save(ada.id, profile('Ada'), now)))
    expect(await network.members.all()).toHaveLength(1)
  })

  it('changes the profile of one who is a member, and keeps since when they are', async () => {
    const network = await testNetwork()
    await network.members.save(ada.id, profile('Ada'), now)
    const later = now.add({ hours: 5 })
    const saved = await network.members.save(ada.id, profile('Ada', { municipality: 'Lier' }), later)
    expect(saved.municipality).toBe('Lier')
    expect(saved.joinedAt).toEqual(new Date(now.epochMilliseconds))
    expect(saved.updatedAt).toEqual(new Date(later.epochMilliseconds))
  })

  it('brings back who had left', async () => {
    const network = await testNetwork()
    await network.members.save(ada.id, profile('Ada'), now)
    await network.registrations.leave(ada.id, now)
    expect(await network.members.of(ada.id)).toBeNull()
    expect(await network.members.known(ada.id)).toMatchObject({ name: 'Ada', status: 'left' })
    await network.members.save(ada.id, profile('Ada'), now)
    expect(await network.members.of(ada.id)).toMatchObject({ status: 'active', leftAt: null })
  })
})

describe('an imported member', () => {
  it('becomes the person whose address in the roster it is, once', async () => {
    const network = await testNetwork()
    await network.members.importAll([profile('Ada', { role: 'Planlegger' })], now)
    await network.people.seen(ada, reference, now)
    expect(await network.members.of(ada.id)).toBeNull()
    await network.people.noteEmail(ada.id, 'ADA@example.no')
    expect(await network.members.of(ada.id)).toMatchObject({ role: 'Planlegger', personId: ada.id })

    const stranger = person('Stranger')
    await network.people.seen(stranger, reference, now)
    await network.people.noteEmail(stranger.id, 'ada@example.no')
    expect(await network.members.of(stranger.id)).toBeNull()
  })

  it('is not given to who only types the address', async () => {
    const network = await testNetwork()
    await network.members.importAll([profile('Ada')], now)
    await network.members.save(person('Stranger').id, profile('Stranger', { email: 'ada@example.no' }), now)
    expect(await network.members.count()).toEqual({ active: 2, imported: 1, left: 0 })
  })

  it('is the same member when they join by the form', async () => {
    const network = await testNetwork()
    await network.members.importAll([profile('Ada')], now)
    await network.people.seen(ada, reference, now)
    await network.people.noteEmail(ada.id, 'ada@example.no')
    await network.members.save(ada.id, profile('Ada', { municipality: 'Moss' }), now)
    expect(await network.members.all()).toMatchObject([{ municipality: 'Moss', personId: ada.id }])
  })

  it('is changed by importing again, but not once the person has joined or left', async () => {
    const network = await testNetwork()
    const rows = [profile('Ada'), profile('Bo')]
    expect(await network.members.importAll(rows, now)).toEqual({ added: 2, changed: 0, kept: 0, unchanged: 0 })
    expect(await network.members.importAll(rows, now)).toEqual({ added: 0, changed: 0, kept: 0, unchanged: 2 })
    await network.people.seen(ada, reference, now)
    await network.people.noteEmail(ada.id, 'ada@example.no')
    await network.registrations.leave(ada.id, now)
    const newer = rows.map((row) => ({ ...row, role: 'Ordfører' }))
    expect(await network.members.importAll(newer, now)).toEqual({ added: 0, changed: 1, kept: 1, unchanged: 0 })
    expect(await network.members.all()).toMatchObject([{ name: 'Bo', role: 'Ordfører' }])
  })
})

describe('a form', () => {
  const read = createProfileReader(fileTerms.isTopic)
  const filled = {
    name: ' Ada  Lovelace ',
    email: 'Ada@Example.no ',
    municipality: 'baerum',
    role: '',
    topics: 'erasmus-plus',
    language: 'nb',
  }

  it('is tidied', () => {
    expect(read(filled)).toEqual({
      ok: true,
      profile: {
        name: 'Ada Lovelace',
        email: 'ada@example.no',
        municipality: 'Bærum',
        role: '',
        topics: ['erasmus-plus'],
        language: 'nb',
      },
    })
  })

  it('takes a municipality that is not on the list as it is written', () => {
    expect(read({ ...filled, municipality: 'Oslo' })).toMatchObject({ ok: true, profile: { municipality: 'Oslo' } })
  })

  it('names every field that is wrong, and why', () => {
    const wrong = {
      ...filled,
      name: '  ',
      email: 'ada',
      municipality: undefined,
      role: 'x'.repeat(300),
      topics: 'x',
      language: 'sv',
    }
    expect(read(wrong)).toEqual({
      ok: false,
      mistakes: [
        { field: 'name', reason: 'required' },
        { field: 'email', reason: 'not-an-email' },
        { field: 'municipality', reason: 'required' },
        { field: 'role', reason: 'too-long' },
        { field: 'topics', reason: 'unknown-choice' },
        { field: 'language', reason: 'unknown-choice' },
      ],
    })
  })
})
