import { describe, expect, it } from 'vitest'
import { adviserChannelsDefinition, adviserPersonalData, createAdvisers } from '../../src/network/advisers.ts'
import { changesDefinition, createChanges } from '../../src/network/changes.ts'
import { temporaryDatabase } from '../support/store.ts'

const now = Temporal.Instant.from('2027-02-01T09:00:00Z')
const channel = { _id: '19:channel', tenantId: 'tenant', conversation: { id: '19:channel' } }

async function setUp(configured: string[] = []) {
  const database = await temporaryDatabase(adviserChannelsDefinition, changesDefinition)
  const team: { members: string[] | null } = { members: ['tenant/kari'] }
  const changes = createChanges(database, () => crypto.randomUUID())
  const advisers = createAdvisers({ database, configured, readTeam: async () => team.members, changes })
  return { database, team, advisers, changes }
}

describe('who is an adviser', () => {
  it.each([
    ['tenant/ola', 'tenant/ola', true],
    ['an id alone, in any tenant', 'other/kari', true],
    ['letters large or small', 'TENANT/OLA', true],
    ['the same id in another tenant', 'other/ola', false],
    ['somebody else', 'tenant/per', false],
  ])('by the configuration: %s', async (_, personId, expected) => {
    const { advisers } = await setUp(['tenant/ola', 'KARI'])
    expect(await advisers.isAdviser(personId, now)).toBe(expected)
  })

  it('is whoever is in the team of the advisers’ channel', async () => {
    const { advisers } = await setUp()
    expect(await advisers.isAdviser('tenant/kari', now)).toBe(false)
    expect(await advisers.nameChannel('tenant/ola', channel, now)).toEqual({ members: 1 })
    expect(await advisers.isAdviser('tenant/kari', now)).toBe(true)
    expect(await advisers.isAdviser('tenant/per', now)).toBe(false)
  })

  it('follows who comes and goes within ten minutes', async () => {
    const { advisers, team } = await setUp()
    await advisers.nameChannel('tenant/ola', channel, now)
    team.members = ['tenant/per']
    expect(await advisers.isAdviser('tenant/kari', now.add({ minutes: 9 }))).toBe(true)
    expect(await advisers.isAdviser('tenant/kari', now.add({ minutes: 10 }))).toBe(false)
    expect(await advisers.isAdviser('tenant/per', now.add({ minutes: 10 }))).toBe(true)
  })

  it('stays as it was for a day when Teams does not tell, and no longer', async () => {
    const { advisers, team } = await setUp()
    await advisers.nameChannel('tenant/ola', channel, now)
    team.members = null
    expect(await advisers.isAdviser('tenant/kari', now.add({ hours: 23 }))).toBe(true)
    expect(await advisers.isAdviser('tenant/kari', now.add({ hours: 24 }))).toBe(false)
  })

  it('ends with the channel', async () => {
    const { advisers, changes } = await setUp()
    await advisers.nameChannel('tenant/ola', channel, now)
    expect(await advisers.unnameChannel('tenant/per', channel._id, now)).toBe(true)
    expect(await advisers.isAdviser('tenant/kari', now)).toBe(false)
    expect(await advisers.unnameChannel('tenant/per', channel._id, now)).toBe(false)
    const recorded = await changes.of({ kind: 'advisers', id: channel._id })
    expect(recorded.map(({ by }) => by).toSorted()).toEqual(['tenant/ola', 'tenant/per'])
  })

  it('is forgotten with the person', async () => {
    const { advisers, database } = await setUp()
    await advisers.nameChannel('tenant/kari', channel, now)
    const data = adviserPersonalData(database)
    expect(await data.everythingAbout('tenant/kari')).toEqual([{ _id: '19:channel', namedByThem: true }])
    await data.forget('tenant/kari', now)
    expect(await data.everythingAbout('tenant/kari')).toBeNull()
  })
})
