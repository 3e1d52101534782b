import { describe, expect, it } from 'vitest'
import { createNetwork, networkDefinitions } from '../../src/network/network.ts'
import { createPrivacy } from '../../src/network/privacy.ts'
import { temporaryDatabase } from '../support/store.ts'
import { imported, now, person, profile, queueing, simply, type TestNetwork, testNetwork } from './support.ts'

const adviser = 'tenant/adviser'
const ada = person('Ada')
const again = { id: 'other-tenant/Ada', tenantId: 'other-tenant', aadObjectId: 'Ada' }
const chat = (id: string) => ({ conversation: { id } })

/** Ada twice: from her municipality, and from the tenant of its school. */
async function twice(fields: { capacity?: number } = {}): Promise<TestNetwork> {
  const network = await testNetwork()
  await imported(network, fields)
  for (const each of [ada, again]) await network.people.seen(each, chat(each.id), now)
  await network.members.save(ada.id, profile('Ada', { topics: ['life'], role: '' }), now)
  await network.members.save(again.id, profile('Ada', { email: 'ada@skole.no', topics: ['cerv'] }), now)
  return network
}

const pair = { keepId: ada.id, goneId: again.id }

describe('merging two members', () => {
  it('makes one whom both accounts belong to, with what both told', async () => {
    const network = await twice()
    expect(await network.merging.merge(adviser, pair, now)).toMatchObject({ ok: true, member: { _id: ada.id } })
    expect(await network.members.all()).toHaveLength(1)
    for (const each of [ada, again]) {
      const member = await network.members.of(each.id)
      expect(member).toMatchObject({
        _id: ada.id,
        email: 'ada@example.no',
        role: 'Rektor',
        otherEmails: ['ada@skole.no'],
      })
      expect(member?.topics).toEqual(['life', 'cerv'])
    }
    expect(await network.members.find(again.id)).toMatchObject({ _id: ada.id })
  })

  it('keeps the registrations, answers and invitations of both', async () => {
    const network = await twice()
    await imported(network, { id: 'autumn', startsAt: '2027-09-01T10:00', endsAt: '2027-09-01T15:00' })
    await imported(network, { id: 'winter', startsAt: '2027-12-01T10:00', endsAt: '2027-12-01T15:00' })
    await network.gatherings.change(
      'winter',
      (gathering) => ({ ...gathering, audience: { kind: 'invited', memberIds: [again.id] } }),
      now,
    )
    await network.registrations.register('spring', again.id, { ...simply, diet: 'vegan' }, now)
    await network.registrations.register('spring', ada.id, simply, now)
    await network.invitations.reply('autumn', again.id, 'maybe', now)
    await network.merging.merge(adviser, pair, now)
    expect(await network.registrations.mine(ada.id, now)).toMatchObject([
      { gathering: { _id: 'spring' }, registration: { state: 'registered', diet: 'vegan', memberId: ada.id } },
    ])
    expect((await network.gatherings.find('spring'))?.registrations).toHaveLength(1)
    expect(await network.invitations.everything(ada.id)).toMatchObject([
      { gatheringId: 'autumn', reply: 'maybe' },
      { gatheringId: 'winter', invitedByName: true },
    ])
  })

  it('stays the one who registered a colleague, and the one who was asked to take over a place', async () => {
    const network = await twice()
    await network.registrations.register('spring', ada.id, simply, now)
    const handover = { to: again.id, at: new Date(now.epochMilliseconds), state: 'asked' as const }
    await network.gatherings.change(
      'spring',
      (gathering) => ({
        ...gathering,
        registrations: gathering.registrations.map((each) => ({ ...each, byMemberId: again.id, handover })),
      }),
      now,
    )
    await network.merging.merge(adviser, pair, now)
    expect((await network.gatherings.find('spring'))?.registrations).toMatchObject([
      { byMemberId: ada.id, handover: { to: ada.id, state: 'asked' } },
    ])
  })

  it('keeps the better of two places, and gives the seat that is free to the next', async () => {
    const network = await twice({ capacity: 2 })
    const [bo, cy] = [person('Bo').id, person('Cy').id]
    await network.members.save(bo, profile('Bo'), now)
    await network.members.save(cy, profile('Cy'), now)
    for (const id of [ada.id, again.id]) await network.registrations.register('spring', id, simply, now)
    await network.registrations.register('spring', cy, { ...queueing, ifFull: 'take' }, now)
    await network.merging.merge(adviser, pair, now)
    const spring = await network.gatherings.find('spring')
    expect(spring?.registrations.map(({ memberId, state }) => [memberId, state])).toEqual([
      [ada.id, 'registered'],
      [cy, 'registered'],
    ])
  })

  it('gives a row of a list to the person whose it is, and the row does not come back with the next list', async () => {
    const network = await testNetwork()
    const row = profile('Ada', { email: 'post@drammen.kommune.no' })
    await network.members.importAll([row], now)
    await network.members.save(ada.id, profile('Ada'), now)
    const [listed] = (await network.members.all()).filter(({ personId }) => personId === null)
    await network.merging.merge(adviser, { keepId: listed?._id ?? '', goneId: ada.id }, now)
    expect(await network.members.of(ada.id)).toMatchObject({ _id: listed?._id, personId: ada.id })
    const later = now.add({ hours: 30 })
    await network.tend(later)
    expect(await network.members.importAll([row], later)).toMatchObject({ added: 0, kept: 1 })
    expect(await network.members.all()).toHaveLength(1)
  })

  it('is done once when it is pressed twice, on two processes, or from both sides at once', async () => {
    const network = await twice()
    const turned = { keepId: again.id, goneId: ada.id }
    const outcomes = await Promise.all(
      [pair, pair, turned, pair, turned].map((each) => network.merging.merge(adviser, each, now)),
    )
    if (!outcomes.some(({ ok }) => ok)) await network.merging.merge(adviser, pair, now)
    await network.tend(now)
    expect(await network.members.all()).toHaveLength(1)
    const [only] = await network.members.all()
    expect(await network.members.of(ada.id)).toMatchObject({ _id: only?._id })
    expect(await network.members.of(again.id)).toMatchObject({ _id: only?._id })
    expect(await network.changes.of({ kind: 'member', id: only?._id ?? '' })).toHaveLength(1)
  })

  it('makes one of four who are merged crosswise at once', async () => {
    const network = await testNetwork()
    const ids = ['A', 'B', 'C', 'D'].map((name) => person(name).id)
    for (const id of ids) await network.members.save(id, profile(id), now)
    const pairs = ids.flatMap((keepId) => ids.map((goneId) => ({ keepId, goneId })))
    await Promise.all(pairs.map((each) => network.merging.merge(adviser, each, now)))
    for (const each of pairs) await network.merging.merge(adviser, each, now)
    await network.tend(now)
    const [only, ...others] = await network.members.all()
    expect(others).toEqual([])
    for (const id of ids) expect(await network.members.of(id)).toMatchObject({ _id: only?._id })
  })

  it('does not lose a registration that is made at the same moment', async () => {
    const network = await twice()
    await Promise.all([
      network.registrations.register('spring', again.id, simply, now),
      network.merging.merge(adviser, pair, now),
    ])
    await network.tend(now)
    expect(await network.registrations.mine(again.id, now)).toMatchObject([{ registration: { memberId: ada.id } }])
  })

  it('is in the audit trail with what was merged, which goes when the member is forgotten', async () => {
    const network = await twice()
    await network.merging.merge(adviser, pair, now)
    const subject = { kind: 'member', id: ada.id } as const
    expect(await network.changes.of(subject)).toMatchObject([
      { by: adviser, before: { merged: { email: 'ada@skole.no' } }, after: { email: 'ada@example.no' } },
    ])
    const privacy = createPrivacy([network.personalData], network.members.personIdsOf)
    expect(await privacy.everythingAbout(again.id)).toMatchObject({ network: { changesAboutThem: [{}] } })
    await privacy.forget(again.id, now)
    expect(await network.changes.of(subject)).toEqual([])
    for (const { id } of [ada, again]) {
      expect(await network.people.find(id)).toBeNull()
      expect(await privacy.everythingAbout(id)).toEqual({})
    }
  })

  it('has what both accounts follow planned anew', async () => {
    const database = await temporaryDatabase(...networkDefinitions)
    const told: string[] = []
    const network = createNetwork({
      database,
      listener: null,
      quietHours: null,
      newId: () => crypto.randomUUID(),
      memberChanged: async (personId) => {
        told.push(personId)
      },
    })
    for (const { id } of [ada, again]) await network.members.save(id, profile('Ada'), now)
    told.length = 0
    await network.merging.merge(adviser, pair, now)
    expect(told.toSorted()).toEqual([again.id, ada.id])
  })

  it('writes to the account that can be reached', async () => {
    const network = await twice()
    await network.people.markUnreachable(ada.id, 'blocked', now)
    await network.merging.merge(adviser, pair, now)
    expect(await network.members.of(ada.id)).toMatchObject({ _id: ada.id, personId: again.id })
  })

  it('is refused for somebody who left, or who is not there', async () => {
    const network = await twice()
    await network.registrations.leave(again.id, now)
    expect(await network.merging.merge(adviser, pair, now)).toEqual({ ok: false, reason: 'not-found' })
    const unknown = { keepId: ada.id, goneId: 'tenant/nobody' }
    expect(await network.merging.merge(adviser, unknown, now)).toEqual({ ok: false, reason: 'not-found' })
    expect(await network.members.of(ada.id)).toMatchObject({ absorbs: [] })
  })

  it('leaves and comes back as one', async () => {
    const network = await twice()
    await network.merging.merge(adviser, pair, now)
    expect(await network.registrations.leave(again.id, now)).toBe(true)
    expect(await network.members.of(ada.id)).toBeNull()
    await network.members.save(again.id, profile('Ada'), now)
    expect(await network.members.all()).toMatchObject([{ _id: ada.id }])
  })
})
