import { describe, expect, it } from 'vitest'
import type { InvitationMessages } from '../../src/network/invitations.ts'
import { imported, joined, now, person, profile, simply, type TestNetwork, testNetwork } from './support.ts'

const eva = 'tenant/eva'

/** Members who have written to the bot, and one who never did. */
async function setUp(fields: object = {}) {
  const network = await testNetwork()
  const id = await imported(network, { registrationDeadline: '2027-02-20', ...fields })
  await joined(network, 'Ada', 'Bo', 'Cai')
  for (const name of ['Ada', 'Bo', 'Cai']) await network.people.seen(person(name), { id: name }, now)
  await network.members.importAll([profile('Dag')], now)
  return { network, id, posted: [] as string[][] }
}

/** Nobody was asked before, whatever was posted. */
function posting(posted: string[][]): InvitationMessages {
  const post = async (_: object, personIds: readonly string[]) => {
    posted.push(personIds.map((personId) => personId.split('/')[1] ?? ''))
  }
  return { invite: post, remindOfDeadline: post, remindNow: post, lastAsked: async () => new Map() }
}

async function invite(network: TestNetwork, id: string, posted: string[][], at = now) {
  return network.invitations.invite(eva, id, posting(posted), at)
}

describe('inviting', () => {
  it('reaches those of the audience who have not answered, and says who cannot be reached', async () => {
    const { network, id, posted } = await setUp()
    await network.registrations.register(id, person('Ada').id, simply, now)
    await network.invitations.reply(id, person('Bo').id, 'maybe', now)
    const gathering = await network.gatherings.find(id)
    if (gathering === null) throw new Error('no gathering')
    const reach = await network.invitations.unanswered(gathering)
    expect(reach).toEqual({ personIds: [person('Cai').id], neverWrote: 1, unreachable: 0 })
    await invite(network, id, posted)
    expect(posted).toEqual([['Cai']])
    expect((await network.gatherings.find(id))?.invitedAt).not.toBeNull()
    expect(await network.changes.of({ kind: 'gathering', id })).toMatchObject([{ by: eva, after: { invited: 1 } }])
  })

  it.each([
    ['a draft', { status: 'draft' }],
    ['one that is called off', { status: 'called-off' }],
    ['one whose deadline is past', { registrationDeadline: '2027-01-20' }],
  ])('is not done to %s', async (_, fields) => {
    const { network, id, posted } = await setUp(fields)
    expect(await invite(network, id, posted)).toBeNull()
    expect(posted).toEqual([])
  })

  it('is for its audience alone', async () => {
    const { network, id, posted } = await setUp({ audience: { municipalities: ['Lier'] } })
    await invite(network, id, posted)
    expect(posted).toEqual([])
  })
})

describe('an answer', () => {
  it('is a maybe or a no; the last one holds, and registering is a yes', async () => {
    const { network, id } = await setUp()
    const replies = async () => (await network.gatherings.find(id))?.replies.map(({ reply }) => reply)
    await network.invitations.reply(id, person('Ada').id, 'maybe', now)
    await network.invitations.reply(id, person('Ada').id, 'no', now)
    await network.invitations.reply(id, person('Ada').id, 'no', now)
    expect(await replies()).toEqual(['no'])
    await network.registrations.register(id, person('Ada').id, simply, now)
    expect(await network.invitations.reply(id, person('Ada').id, 'no', now)).toEqual({
      ok: false,
      reason: 'registered',
    })
    expect(await network.invitations.reply(id, 'tenant/nobody', 'no', now)).toEqual({ ok: false, reason: 'not-member' })
  })

  it('is shown to who asks what is stored, and forgotten with them', async () => {
    const { network, id } = await setUp()
    await network.invitations.reply(id, person('Ada').id, 'no', now)
    expect(await network.personalData.everythingAbout(person('Ada').id)).toMatchObject({
      invitations: [{ gatheringId: id, reply: 'no' }],
    })
    await network.personalData.forget(person('Ada').id, now)
    expect((await network.gatherings.find(id))?.replies).toEqual([])
  })
})

describe('the reminder before the deadline', () => {
  it('goes once, two days before, to those who have given no answer', async () => {
    const { network, id, posted } = await setUp()
    await invite(network, id, [])
    await network.registrations.register(id, person('Ada').id, simply, now)
    await network.invitations.reply(id, person('Bo').id, 'no', now)
    for (const time of ['2027-02-18T07:59Z', '2027-02-18T08:00Z', '2027-02-18T08:01Z', '2027-02-19T08:00Z']) {
      await network.invitations.remind(posting(posted), Temporal.Instant.from(time))
    }
    expect(posted).toEqual([['Cai']])
  })

  it('does not go to those invited the same day, nor hours before the deadline, nor when nobody was invited', async () => {
    const { network, id, posted } = await setUp()
    const remind = (time: string) => network.invitations.remind(posting(posted), Temporal.Instant.from(time))
    await remind('2027-02-18T08:00Z')
    await invite(network, id, [], Temporal.Instant.from('2027-02-19T20:00Z'))
    await remind('2027-02-20T08:00Z')
    await remind('2027-02-20T20:00Z')
    expect(posted).toEqual([])
  })
})

describe('a message to members', () => {
  const draft = {
    _id: 'm1',
    by: eva,
    gatheringId: null,
    title: 'Hei',
    text: 'Alle sammen',
    municipalities: [],
    counties: [],
    topics: [],
    roles: [],
    standing: 'any' as const,
  }

  it('is sent once, however often it is pressed, to those whom it reaches then', async () => {
    const { network } = await setUp()
    const posted: string[] = []
    const messages = {
      post: async (_: unknown, personIds: readonly string[]) => void posted.push(...personIds),
      stop: async () => {},
      renew: async () => {},
    }
    await network.announcements.draft({ ...draft, group: 'all' }, now)
    await network.people.markUnreachable(person('Bo').id, 'blocked', now)
    const press = () => network.announcements.send('m1', messages, now)
    expect(await press()).toMatchObject({ sentTo: 2 })
    expect(await press()).toMatchObject({ sentTo: 2 })
    expect(posted).toEqual([person('Ada').id, person('Cai').id])
    expect(await network.announcements.draft({ ...draft, group: 'all', text: 'Noe annet' }, now)).toBeNull()
    expect(await network.changes.of({ kind: 'message', id: 'm1' })).toMatchObject([{ by: eva, after: { sentTo: 2 } }])
  })

  it.each([
    ['registered', ['Ada']],
    ['waiting', ['Bo']],
    ['not-answered', ['Cai', 'Dag']],
    ['all', ['Ada', 'Bo', 'Cai', 'Dag']],
  ] as const)('can be for those %s', async (group, names) => {
    const { network, id } = await setUp({ capacity: 1 })
    await network.registrations.register(id, person('Ada').id, simply, now)
    await network.registrations.register(id, person('Bo').id, { ...simply, ifFull: 'wait' }, now)
    await network.announcements.draft({ ...draft, gatheringId: id, group }, now)
    const announcement = await network.announcements.find('m1')
    const reach = announcement && (await network.announcements.reach(announcement, now))
    const reachable = names.filter((name) => name !== 'Dag').map((name) => person(name).id)
    expect(reach?.personIds).toEqual(reachable)
    expect(reach?.neverWrote).toBe(names.length - reachable.length)
  })

  it('can be limited to municipalities and topics, and is deleted half a year later', async () => {
    const { network } = await setUp()
    await network.members.save(person('Ada').id, profile('Ada', { municipality: 'Lier' }), now)
    await network.announcements.draft({ ...draft, group: 'all', municipalities: ['Lier'] }, now)
    const announcement = await network.announcements.find('m1')
    expect(announcement && (await network.announcements.reach(announcement, now)).personIds).toEqual([person('Ada').id])
    await network.tidy(now.add({ hours: 181 * 24 }))
    expect(await network.announcements.find('m1')).toBeNull()
  })
})
