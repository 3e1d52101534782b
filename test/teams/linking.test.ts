import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { membersDefinition } from '../../src/network/member.ts'
import { rowsDefinition } from '../../src/reminders/row.ts'
import { contents, gatheringFile, profile } from '../network/support.ts'
import { buttons, startTestBot, type TestBot, type TestPerson, words } from '../support/bot.ts'
import { createClock, stillTimers } from '../support/clock.ts'
import { buttonOf } from './advisers/support.ts'

const clock = createClock('2027-02-01T09:00:00Z')
let bot: TestBot
beforeAll(async () => {
  bot = await startTestBot({ now: clock.now, surroundings: { timers: stillTimers } })
  await bot.running.network.gatherings.importAll(
    contents(gatheringFile, { ...gatheringFile, id: 'autumn', title: 'Høstsamling' }),
    clock.now(),
  )
})
afterAll(() => bot[Symbol.asyncDispose]())

/** The same human at the county, and at the municipality where they work too. */
function twoAccounts(name: string): { here: TestPerson; there: TestPerson; address: string } {
  const there = bot.person(`${name} Kommune`, { tenantId: 'tenant-b' })
  const address = `${name} Kommune`.toLowerCase().replaceAll(/\W+/g, '-')
  return { here: bot.person(name), there, address: `${address}@example.kommune.no` }
}

async function join(someone: TestPerson, name: string, fields: object = {}): Promise<void> {
  await someone.presses('help.show')
  await bot.running.network.members.save(someone.id, profile(name, fields), clock.now())
}

const memberOf = (someone: TestPerson) => bot.running.network.members.of(someone.id)

describe('a member with accounts in two organisations', () => {
  it('is one member when both accounts have said so', async () => {
    const { here, there, address } = twoAccounts('Ada')
    await join(here, 'Ada', { topics: ['life'] })
    await join(there, 'Ada K', { topics: ['nordplus'] })
    await here.presses('gatherings.register', { gatheringId: 'spring' })
    await there.presses('gatherings.register', { gatheringId: 'autumn' })

    const asked = await here.presses('linking.ask', { email: ` ${address.toUpperCase()} ` })
    expect(words(asked)).toContain(address)
    expect((await memberOf(there))?._id).not.toBe((await memberOf(here))?._id)

    const offer = await there.says('min profil')
    expect(words(offer)).toContain('Er dette deg?')
    expect(words(await there.presses('linking.accept', buttonOf(offer, 'linking.accept')))).toContain(
      'ett medlem i begge',
    )
    expect((await memberOf(there))?._id).toBe((await memberOf(here))?._id)
    expect((await memberOf(here))?.topics.toSorted()).toEqual(['life', 'nordplus'])
    for (const account of [here, there]) {
      const mine = words(await account.presses('gatherings.mine'))
      expect(mine).toContain('Vårsamling')
      expect(mine).toContain('Høstsamling')
    }
  })

  it('who had not joined from the other one comes to be the same member there', async () => {
    const { here, there, address } = twoAccounts('Bo')
    await join(here, 'Bo')
    await here.presses('linking.ask', { email: address })
    const offer = await there.says('bli med')
    expect(buttons(offer)).toEqual(['linking.accept', 'linking.decline'])
    await there.presses('linking.accept', buttonOf(offer, 'linking.accept'))
    expect((await memberOf(there))?._id).toBe(here.id)
    expect(words(await there.presses('membership.show'))).toContain('Profilen din')
  })

  it('can be two again, and join anew', async () => {
    const { here, there, address } = twoAccounts('Cato')
    await join(here, 'Cato')
    await join(there, 'Cato K')
    await here.presses('linking.ask', { email: address })
    await there.presses('linking.accept', { from: here.id })
    await there.presses('membership.show')
    await there.presses('linking.accept', { from: here.id })
    expect(buttons(await here.presses('linking.show'))).not.toContain('linking.unlink')
    expect(words(await there.presses('linking.unlink'))).toContain('koblet fra')
    expect(await memberOf(there)).toBeNull()
    expect((await memberOf(here))?.name).toBe('Cato')
    await join(there, 'Cato Igjen')
    expect((await memberOf(there))?.name).toBe('Cato Igjen')
  })
})

describe('an account that is written to', () => {
  it('hands its reminders on when it is unlinked', async () => {
    const { here, there, address } = twoAccounts('Eli')
    await join(here, 'Eli')
    await here.presses('linking.ask', { email: address })
    await there.presses('linking.accept', { from: here.id })
    await here.presses('gatherings.register', { gatheringId: 'spring' })
    const members = bot.running.database.collection(membersDefinition)
    await members.updateOne({ _id: here.id }, { $set: { personId: there.id, alsoPersonIds: [here.id, there.id] } })
    await bot.running.reminders.replan('spring')
    await there.presses('linking.unlink')
    const rows = await bot.running.database
      .collection(rowsDefinition)
      .find({ about: 'gathering:spring', state: 'due', personId: { $in: [here.id, there.id] } })
    expect(new Set(rows.map(({ personId }) => personId))).toEqual(new Set([here.id]))
  })
})

describe('somebody else', () => {
  it('whose organisation gives them another’s address is not taken for them', async () => {
    await bot.running.network.members.importAll([profile('Gro')], clock.now())
    const stranger = bot.person('Fremmed Gro', { tenantId: 'tenant-c', email: 'gro@example.no' })
    await stranger.says('hei')
    expect(await memberOf(stranger)).toBeNull()
    const [{ email } = { email: '' }] = await bot.running.network.people.withAddress('gro@example.no')
    expect(email).toBe('')
  })

  it('cannot take a member by an address alone', async () => {
    const { here, there, address } = twoAccounts('Dina')
    await join(here, 'Dina')
    await join(there, 'Dina K')
    const stranger = bot.person('Fremmed', { tenantId: 'tenant-c' })
    await join(stranger, 'Fremmed')
    await stranger.presses('linking.ask', { email: address })
    expect((await memberOf(there))?.name).toBe('Dina K')
    await here.presses('linking.ask', { email: address })
    expect((await stranger.presses('linking.accept', { from: here.id })).text).toContain('trukket tilbake')
    expect((await memberOf(stranger))?.name).toBe('Fremmed')
  })

  it('who is asked by mistake says no, and is not asked again', async () => {
    const { here, there, address } = twoAccounts('Eli')
    await join(here, 'Eli')
    await join(there, 'Eli K')
    await here.presses('linking.ask', { email: address })
    const offer = await there.says('min profil')
    await there.presses('linking.decline', buttonOf(offer, 'linking.decline'))
    expect(words(await there.says('min profil'))).toContain('Profilen din')
    expect((await there.presses('linking.accept', { from: here.id })).text).toContain('trukket tilbake')
  })

  it('is asked for two weeks, and not after the question is withdrawn', async () => {
    const { here, there, address } = twoAccounts('Fia')
    await join(here, 'Fia')
    await there.presses('help.show')
    await here.presses('linking.ask', { email: address })
    await here.presses('linking.withdraw')
    expect(buttons(await there.says('bli med'))).toContain('membership.save')
    await here.presses('linking.ask', { email: address })
    clock.moveTo(
      clock
        .now()
        .add({ hours: 15 * 24 })
        .toString(),
    )
    expect(buttons(await there.says('bli med'))).toContain('membership.save')
    await bot.running.network.tidy(clock.now())
    expect(await bot.running.network.linking.everything(here.id)).toEqual([])
  })
})

describe('the address', () => {
  it.each([
    ['ikke en adresse', 'ser ikke ut som en e-postadresse'],
    ['gro@example.kommune.no', 'adressen du har her'],
  ])('«%s» is not taken; the field says why, and keeps it', async (email, why) => {
    const gro = bot.person('Gro')
    await join(gro, 'Gro')
    const back = await gro.presses('linking.ask', { email })
    expect(words(back)).toContain(why)
    expect(JSON.stringify(back.card)).toContain(email)
  })

  it('that was asked is told to and deleted with who asked', async () => {
    const gro = bot.person('Gro Data')
    await join(gro, 'Gro Data')
    await gro.presses('linking.ask', { email: 'gro@annen.no' })
    expect(words(await gro.presses('privacy.show'))).toContain('en konto i en annen organisasjon')
    await gro.presses('privacy.confirm-delete')
    expect(await bot.running.network.linking.everything(gro.id)).toEqual([])
  })
})
