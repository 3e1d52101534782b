import { describe, expect, it } from 'vitest'
import { createPrivacy } from '../../src/network/privacy.ts'
import { aMember, imported, joined, now, person, profile, simply, testNetwork } from './support.ts'

async function netWithAda() {
  const network = await testNetwork()
  await network.people.seen(person('Ada'), { conversation: { id: 'chat-1' } }, now)
  await imported(network)
  const [ada = '', bo = ''] = await joined(network, 'Ada', 'Bo')
  await network.registrations.register('spring', ada, { ...simply, diet: 'vegan' }, now)
  await network.registrations.register('spring', bo, simply, now)
  return { network, ada, bo, privacy: createPrivacy([network.personalData], network.members.personIdsOf) }
}

describe('everything about a person', () => {
  it('is their person, membership and registrations, and nobody else', async () => {
    const { privacy, ada, bo } = await netWithAda()
    const everything = await privacy.everythingAbout(ada)
    expect(everything).toMatchObject({
      network: {
        person: { conversation: { conversation: { id: 'chat-1' } } },
        member: { email: 'ada@example.no' },
        registrations: [{ gatheringId: 'spring', diet: 'vegan' }],
      },
    })
    expect(JSON.stringify(everything)).not.toContain(bo)
  })

  it('is nothing for who was never here', async () => {
    const { privacy } = await netWithAda()
    expect(await privacy.everythingAbout(person('Nobody').id)).toEqual({})
  })
})

describe('forgetting a person', () => {
  it('leaves no trace, keeps the others, and may be repeated', async () => {
    const { network, privacy, ada, bo } = await netWithAda()
    await privacy.forget(ada, now)
    await privacy.forget(ada, now)
    expect(await privacy.everythingAbout(ada)).toEqual({})
    expect((await network.gatherings.find('spring'))?.registrations).toMatchObject([{ memberId: bo }])
    expect(network.events.at(-1)).toEqual({ kind: 'registrations-changed', gatheringId: 'spring', memberIds: [ada] })
  })

  it('includes a row with their address that was imported', async () => {
    const network = await testNetwork()
    await network.members.importAll([profile('Ada')], now)
    await network.people.seen(person('Ada'), {}, now)
    await network.people.noteEmail(person('Ada').id, 'ada@example.no')
    await createPrivacy([network.personalData], network.members.personIdsOf).forget(person('Ada').id, now)
    expect(await network.members.all()).toEqual([])
  })
})

describe('the record of changes', () => {
  it('has who changed what, from what to what', async () => {
    const network = await testNetwork()
    const before = aMember('Ada')
    const after = { ...before, municipality: 'Moss' }
    const subject = { kind: 'member', id: before._id } as const
    await network.changes.recordChange('tenant/adviser', subject, before, after, now)
    await network.changes.recordChange('tenant/adviser', subject, after, after, now)
    expect(await network.changes.of(subject)).toMatchObject([
      { by: 'tenant/adviser', before: { municipality: 'Drammen' }, after: { municipality: 'Moss' } },
    ])
  })

  it('keeps what an adviser did, but not who they were, when they are forgotten', async () => {
    const network = await testNetwork()
    const subject = { kind: 'gathering', id: 'spring' } as const
    await network.changes.recordChange(person('Bo').id, subject, null, { title: 'Vårsamling' }, now)
    await createPrivacy([network.personalData], network.members.personIdsOf).forget(person('Bo').id, now)
    expect(await network.changes.of(subject)).toMatchObject([{ by: 'forgotten', after: { title: 'Vårsamling' } }])
  })
})
