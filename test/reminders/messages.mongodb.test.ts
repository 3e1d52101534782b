import { expect, it } from 'vitest'
import { networkDefinitions } from '../../src/network/network.ts'
import { callRecordsDefinition, createCallRecords } from '../../src/reminders/calls/records.ts'
import { createDeliveries, deliveriesDefinition } from '../../src/reminders/deliveries.ts'
import { createSettingsStore, defaultSettings, personSettingsDefinition } from '../../src/reminders/settings.ts'
import { joined, networkOn, now, person } from '../network/support.ts'
import { describeOnMongoDb, temporaryMongoDbs } from '../support/store.ts'

const date = (instant: Temporal.Instant) => new Date(instant.epochMilliseconds)

describeOnMongoDb('messages on MongoDB', () => {
  it('a changed deadline is one change, however many processes see it', async () => {
    const databases = await temporaryMongoDbs(3, callRecordsDefinition)
    const processes = databases.map(createCallRecords)
    const [first] = processes
    const call = { id: 'a', topic: 'cerv', opens: null, closes: date(now.add({ hours: 24 * 40 })) }
    await Promise.all(processes.map((records) => records.note([call], now)))
    const moved = { ...call, closes: date(now.add({ hours: 24 * 60 })) }
    const later = now.add({ hours: 24 })
    await Promise.all(processes.map((records) => records.note([moved], later)))
    const record = await first?.find('a')
    expect(record?.closes).toEqual(moved.closes)
    expect(record?.changes.map(({ before }) => before.closes)).toEqual([call.closes])
    expect((await first?.ahead(later))?.map(({ _id }) => _id)).toEqual(['a'])
  })

  it('an announcement is handed on once by the processes that send it at the same time, planned or left by another', async () => {
    const databases = await temporaryMongoDbs(3, ...networkDefinitions)
    const processes = databases.map(networkOn)
    const [network] = processes
    if (network === undefined) throw new Error('no process')
    const names = Array.from({ length: 7 }, (_, index) => `P${index}`)
    await joined(network, ...names)
    for (const name of names) await network.people.seen(person(name), { conversation: { id: name } }, now)
    const posted: string[] = []
    const messages = {
      post: async (_: unknown, personIds: readonly string[]) => void posted.push(...personIds),
      stop: async () => {},
      renew: async () => {},
    }
    const empty = { municipalities: [], counties: [], topics: [], roles: [], standing: 'any' as const }
    const draft = {
      _id: 'm',
      by: 't/eva',
      gatheringId: null,
      title: 'Hei',
      text: 'Hei',
      group: 'all' as const,
      ...empty,
    }
    await network.announcements.draft(draft, now)
    const at = now.add({ hours: 1 })
    expect(await network.announcements.schedule('m', at, now)).toMatchObject({ ok: true })
    await Promise.all(processes.map((process) => process.announcements.tend(messages, at)))
    expect(posted.toSorted()).toEqual(names.map((name) => person(name).id).toSorted())

    const dying = { ...messages, post: () => Promise.reject(new Error('died')) }
    await network.announcements.draft({ ...draft, _id: 'n' }, at)
    await expect(network.announcements.send('n', dying, at)).rejects.toThrow('died')
    posted.length = 0
    await network.announcements.tend(messages, at.add({ minutes: 5 }))
    await network.announcements.tend(messages, at.add({ minutes: 10 }))
    expect(posted).toHaveLength(7)
    expect(await network.announcements.find('n')).toMatchObject({
      sentTo: 7,
      handedOnTo: '',
      handedOnAt: expect.any(Date),
    })
  })

  it('a chat that several chose is forgotten for all of its group, or for one of them', async () => {
    const [database] = await temporaryMongoDbs(1, personSettingsDefinition)
    if (database === undefined) throw new Error('no database')
    const settings = createSettingsStore(database)
    const chat = (group: string) => ({ id: `${group}-channel`, group, kind: 'channel' as const, reference: { group } })
    for (const name of ['a', 'b', 'c']) await settings.save({ ...defaultSettings(name), chat: chat('team') })
    await settings.save({ ...defaultSettings('d'), chat: chat('other') })
    await settings.save(defaultSettings('e'))
    const chosen = async () => (await settings.ofMany(['a', 'b', 'c', 'd', 'e'])).values()
    const names = async () =>
      [...(await chosen())]
        .filter((each) => each.chat)
        .map(({ _id }) => _id)
        .toSorted()
    await settings.forgetChats({ group: 'team', personId: 'a' })
    expect(await names()).toEqual(['b', 'c', 'd'])
    await settings.forgetChats({ group: 'team' })
    expect(await names()).toEqual(['d'])
    await settings.forgetChats({ personId: 'd' })
    expect(await names()).toEqual([])
  })

  it('those who have a message are found, some at a time', async () => {
    const [database] = await temporaryMongoDbs(1, deliveriesDefinition)
    if (database === undefined) throw new Error('no database')
    const deliveries = createDeliveries(database)
    const row = { about: 'announcement:m', kind: 'announcement' as const, data: {}, dueAt: now, expiresAt: now }
    for (const name of ['a', 'b', 'c']) {
      const rows = [{ ...row, key: `announcement:m:t/${name}` }]
      const message = { tenantId: 't', personId: `t/${name}`, chat: null, rows }
      await deliveries.note(message, message.rows, name, now)
    }
    const found: string[] = []
    for await (const some of deliveries.about('announcement:m')) found.push(...some.map(({ activityId }) => activityId))
    expect(found).toEqual(['a', 'b', 'c'])
  })
})
