import type { Database } from '../store/database.ts'
import { toDate } from '../store/instants.ts'
import type { Changes } from './changes.ts'
import type { MaybeListener } from './events.ts'
import type { Gatherings } from './gatherings.ts'
import { type Member, membersDefinition, personsOf, unmerged } from './member.ts'
import type { Members } from './members.ts'
import { moveMember } from './moved-member.ts'
import type { People } from './people.ts'

/** `busy`: one of them is just being merged with somebody else. */
export type MergeOutcome = { ok: true; member: Member } | { ok: false; reason: 'not-found' | 'busy' }

interface Dependencies {
  database: Database
  members: Members
  people: People
  gatherings: Gatherings
  changes: Pick<Changes, 'recordChange' | 'recordOnce' | 'moveSubject'>
  listener: MaybeListener
  /** Told of each person of a member who is another one now. */
  memberChanged?: ((personId: string) => Promise<void>) | undefined
}

export type Merging = ReturnType<typeof createMerging>

/** How long what came for the old member, from a process that had read it before the merge, finds its way to the new one. */
const hoursFollowed = 1

/**
 * Makes one member of two who are the same. Both are claimed first, each in one update of its own document: the one that
 * stays may not be merged away meanwhile, so that no two merges run after each other in a circle. What follows can be
 * repeated at any time and on any process, and is, until what was on its way to the old member has come: so neither a
 * crash nor a registration at the same moment loses anything.
 */
export function createMerging(dependencies: Dependencies) {
  const { database, members, people, gatherings, changes, listener, memberChanged } = dependencies
  const documents = database.collection(membersDefinition)

  async function claim(by: string, keepId: string, goneId: string, now: Temporal.Instant): Promise<boolean> {
    const stays = { _id: keepId, status: 'active' } as const
    if ((await documents.updateOne(stays, { $addToSet: { absorbs: goneId } })).matchedCount === 0) return false
    const free = { _id: goneId, status: 'active', 'absorbs.0': { $exists: false } } as const
    const merged = { status: 'merged', mergedInto: keepId, mergedBy: by, mergedAt: toDate(now) } as const
    if ((await documents.updateOne(free, { $set: merged })).matchedCount === 1) return true
    if ((await documents.findOne({ _id: goneId }))?.mergedInto === keepId) return true
    await documents.updateOne({ _id: keepId }, { $pull: { absorbs: goneId } })
    return false
  }

  async function complete(goneId: string, now: Temporal.Instant): Promise<void> {
    const gone = await documents.findOne({ _id: goneId, status: 'merged' })
    const keep = gone && (await members.find(gone._id))
    if (!gone || !keep) return
    const isWhole = gone.name !== ''
    if (isWhole) {
      const id = `merge:${goneId}:${gone.mergedAt?.getTime()}`
      const subject = { kind: 'member', id: keep._id } as const
      await changes.recordOnce(id, gone.mergedBy ?? '', subject, { merged: described(gone) }, described(keep), now)
      await takeOver(keep, gone, now)
    }
    await changes.moveSubject(goneId, keep._id)
    for (const { _id } of await gatherings.everWithMember(goneId)) {
      const isTold = personsOf(gone).length > 0
      await gatherings.change(_id, (gathering) => moveMember(gathering, goneId, keep._id, { isTold }), now)
    }
    await documents.updateOne({ _id: keep._id }, { $pull: { absorbs: goneId } })
    if (isWhole) await planAnew(keep._id, now)
  }

  /** The persons come first: from then on the old member is not needed to find them. */
  async function takeOver(keep: Member, gone: Member, now: Temporal.Instant): Promise<void> {
    const otherEmails = [gone.email, ...gone.otherEmails].filter((email) => email !== keep.email)
    const first = <K extends 'joinedAt' | 'consentAt'>(field: K) =>
      [keep[field], gone[field]].filter((at) => at !== null).toSorted((a, b) => a.getTime() - b.getTime())[0]
    const topicsSince = { ...followedSince(gone), ...followedSince(keep) }
    const joinedAt = first('joinedAt')
    const consentAt = first('consentAt')
    await documents.updateOne(
      { _id: keep._id },
      {
        $addToSet: {
          alsoPersonIds: { $each: personsOf(gone) },
          otherEmails: { $each: otherEmails },
          topics: { $each: gone.topics },
        },
        $set: {
          topicsSince,
          updatedAt: toDate(now),
          ...(joinedAt ? { joinedAt } : {}),
          ...(consentAt ? { consentAt } : {}),
        },
      },
    )
    await documents.updateOne({ _id: keep._id, role: '' }, { $set: { role: gone.role } })
    const { mergedInto, mergedBy, mergedAt } = gone
    const nothing = { name: '', email: '', municipality: '', role: '', topics: [], topicsSince: {}, personId: null }
    await documents.updateOne(
      { _id: gone._id },
      { $set: { ...unmerged(), ...nothing, mergedInto, mergedBy, mergedAt } },
    )
    await choosePerson(keep._id)
  }

  /** Of several persons the one is written to who can be reached. */
  async function choosePerson(memberId: string): Promise<void> {
    const member = await documents.findOne({ _id: memberId })
    if (member === null) return
    const ids = personsOf(member)
    const found = await people.findMany(ids)
    const isReachable = (id: string) =>
      found.some(({ _id, conversation, unreachable }) => _id === id && conversation !== null && unreachable === null)
    const chosen = ids.find(isReachable) ?? ids[0]
    if (chosen === undefined || chosen === member.personId) return
    const others = { alsoPersonIds: { $each: ids } }
    await documents.updateOne(
      { _id: memberId, personId: member.personId },
      { $set: { personId: chosen }, $addToSet: others },
    )
  }

  /** Whoever is written to now gets the reminders of what the member is registered for, and hears of what they follow. */
  async function planAnew(memberId: string, now: Temporal.Instant): Promise<void> {
    const member = await documents.findOne({ _id: memberId })
    for (const personId of member ? personsOf(member) : []) await memberChanged?.(personId)
    for (const { _id } of await gatherings.ofMember(memberId, now)) {
      const event = { kind: 'registrations-changed', gatheringId: _id, memberIds: [memberId] } as const
      await listener?.changed(event).catch((error: unknown) => listener.failed(error, event))
    }
  }

  return {
    /**
     * What both told is kept; where they differ, what the one said who stays. Pressed twice, or from both sides at once, it
     * is done once.
     * @param by the person who said that they are the same
     */
    async merge(
      by: string,
      { keepId, goneId }: { keepId: string; goneId: string },
      now: Temporal.Instant,
    ): Promise<MergeOutcome> {
      const [keep, gone] = await Promise.all([members.find(keepId), members.find(goneId)])
      if (keep?.status !== 'active' || gone?.status !== 'active') return { ok: false, reason: 'not-found' }
      if (keep._id !== gone._id) {
        if (!(await claim(by, keep._id, gone._id, now))) return { ok: false, reason: 'busy' }
        await complete(gone._id, now)
      }
      const member = await members.find(keep._id)
      return member === null ? { ok: false, reason: 'not-found' } : { ok: true, member }
    },

    /** They look alike and are two: not asked again. */
    async keepApart(by: string, memberIds: readonly [string, string], now: Temporal.Instant): Promise<void> {
      const [one, other] = memberIds
      const { modifiedCount } = await documents.updateOne({ _id: one }, { $addToSet: { notSameAs: other } })
      if (modifiedCount === 0) return
      await changes.recordChange(by, { kind: 'member', id: one }, {}, { keptApart: true }, now)
    },

    /** Ends what a process began that died, and brings what came late: call it about once a minute. */
    async tend(now: Temporal.Instant): Promise<void> {
      const since = toDate(now.subtract({ hours: hoursFollowed }))
      for (const { _id, mergedAt } of await documents.find({ mergedAt: { $type: 'date' } })) {
        await complete(_id, now)
        if (mergedAt !== null && mergedAt < since) await documents.deleteOne({ _id, status: 'merged' })
      }
    },

    /** Who merged is not said any more of one who is forgotten. */
    async forget(personId: string): Promise<void> {
      await documents.updateMany(
        { mergedAt: { $type: 'date' }, mergedBy: personId },
        { $set: { mergedBy: 'forgotten' } },
      )
    },

    /** Lets go of those whose merge never began; call it rarely, since one may be about to begin. */
    async release(): Promise<void> {
      for (const { _id, absorbs } of await documents.find({ absorbs: { $gt: '' } })) {
        const merged = await documents.find({ _id: { $in: absorbs }, mergedInto: _id })
        const idle = absorbs.filter((id) => !merged.some((each) => each._id === id))
        for (const id of idle) await documents.updateOne({ _id }, { $pull: { absorbs: id } })
      }
    },
  }
}

function followedSince({ topics, topicsSince, joinedAt }: Member): Member['topicsSince'] {
  return Object.fromEntries(topics.map((topic) => [topic, topicsSince[topic] ?? joinedAt]))
}

function described({ name, email, municipality, role, topics, language }: Member): object {
  return { name, email, municipality, role, topics, language }
}
