import type { Language } from '../language.ts'
import { type Database, DuplicateKeyError } from '../store/database.ts'
import { toDate } from '../store/instants.ts'
import {
  addressesOf,
  joined,
  type Member,
  membersDefinition,
  ofPerson,
  type Profile,
  personsOf,
  topicsSince,
} from './member.ts'
import { createMemberCorrection } from './member-correction.ts'
import { createMemberImport } from './member-import.ts'
import type { People } from './people.ts'

export type Members = ReturnType<typeof createMembers>

/** @param changed told of each member who joined, left, says something else of themselves, or is known by now to be this person */
export function createMembers(
  database: Database,
  people: People,
  changed: (personId: string) => Promise<void> = async () => {},
) {
  const members = database.collection(membersDefinition)

  /**
   * Member or former member. In this order: while a merge goes on, the person stays with the old member until the new
   * one has them for good.
   */
  async function known(personId: string): Promise<Member | null> {
    const found =
      (await members.findOne(ofPerson(personId))) ??
      (await members.findOne({ alsoPersonIds: personId })) ??
      (await claimImported(personId))
    return found && follow(found)
  }

  /** The member that this one was merged into. */
  async function follow(member: Member): Promise<Member | null> {
    if (member.status !== 'merged' || member.mergedInto === null) return member
    const into = await members.findOne({ _id: member.mergedInto })
    return into && follow(into)
  }

  async function find(memberId: string): Promise<Member | null> {
    const found = await members.findOne({ _id: memberId })
    return found && follow(found)
  }

  /** Gives the imported row with this person's address to them. */
  async function claimImported(personId: string): Promise<Member | null> {
    const email = (await people.find(personId))?.email
    const claimed = email ? await claimBy(email, personId) : null
    if (claimed !== null) await changed(personId)
    return claimed
  }

  /** The update decides when two ask at once. */
  async function claimBy(email: string, personId: string): Promise<Member | null> {
    const unclaimed = { personId: null, status: { $in: ['active', 'left'] as const } }
    const claim = { $set: { personId } }
    try {
      return (
        (await members.findOneAndUpdate({ email, ...unclaimed }, claim)) ??
        (await members.findOneAndUpdate({ otherEmails: email, ...unclaimed }, claim))
      )
    } catch (error) {
      if (error instanceof DuplicateKeyError) return members.findOne(ofPerson(personId))
      throw error
    }
  }

  async function of(personId: string): Promise<Member | null> {
    const member = await known(personId)
    return member?.status === 'active' ? member : null
  }

  /** Joins, comes back, or changes the profile; saving again changes nothing but the profile. */
  async function save(personId: string, profile: Profile, now: Temporal.Instant): Promise<Member> {
    const member = await write(personId, profile, now)
    await changed(personId)
    return member
  }

  async function write(personId: string, profile: Profile, now: Temporal.Instant): Promise<Member> {
    const at = toDate(now)
    const before = await known(personId)
    if (before === null) {
      const member = joined(personId, profile, at)
      return (await members.insertMissing([member])) === 1 ? member : write(personId, profile, now)
    }
    const since =
      before.status === 'active'
        ? { consentAt: before.consentAt ?? at, joinedAt: before.joinedAt }
        : { consentAt: at, joinedAt: at }
    const followed = topicsSince(before.status === 'active' ? before : null, profile.topics, at)
    const saved = await members.findOneAndUpdate(
      { _id: before._id },
      { $set: { ...profile, ...since, topicsSince: followed, status: 'active', updatedAt: at, leftAt: null } },
    )
    return saved ?? write(personId, profile, now)
  }

  return {
    known,
    /** The member that this person is, an imported one whose address is theirs included; null when they have left. */
    of,
    /** By its id, or by that of one that was merged into it. */
    find,
    /** Without following merges: what belongs to one that was merged is on its way. */
    findMany: (memberIds: readonly string[]): Promise<Member[]> => members.find({ _id: { $in: [...memberIds] } }),
    ofMunicipality: (municipality: string): Promise<Member[]> =>
      members.find({ municipality, status: 'active' }, { sort: { name: 1 } }),
    /** Active ones by the persons that they are. */
    async ofPersons(personIds: readonly string[]): Promise<Map<string, Member>> {
      const theirs = {
        $or: [
          { personId: { $in: [...personIds], $type: 'string' as const } },
          { alsoPersonIds: { $in: [...personIds] } },
        ],
      }
      const found = await members.find({ ...theirs, status: 'active' })
      return new Map(found.flatMap((member) => personsOf(member).map((personId) => [personId, member])))
    },
    all: (): Promise<Member[]> => members.find({ status: 'active' }, { sort: { municipality: 1, name: 1 } }),
    /** Active ones by their addresses in lower case; where two have the same, the one who has written. */
    async byEmails(emails: readonly string[]): Promise<Map<string, Member>> {
      const theirs = { $or: [{ email: { $in: [...emails] } }, { otherEmails: { $in: [...emails] } }] }
      const found = await members.find({ ...theirs, status: 'active' }, { sort: { personId: 1 } })
      return new Map(
        found.flatMap((member) =>
          addressesOf(member).flatMap((email) => (emails.includes(email) ? [[email, member]] : [])),
        ),
      )
    },
    save,
    ...createMemberImport(members),
    ...createMemberCorrection(members, changed),

    /** Nothing happens to who is no member. */
    async chooseLanguage(personId: string, language: Language, now: Temporal.Instant): Promise<void> {
      const member = await of(personId)
      if (member !== null) await members.updateOne({ _id: member._id }, { $set: { language, updatedAt: toDate(now) } })
    },

    /** Follows these topics as well, or no longer. Null when they are no member. */
    async follow(
      personId: string,
      topics: readonly string[],
      follows: boolean,
      now: Temporal.Instant,
    ): Promise<Member | null> {
      const member = await of(personId)
      if (member === null) return null
      const at = toDate(now)
      const changing = topics.filter((topic) => member.topics.includes(topic) !== follows)
      if (changing.length === 0) return member
      const since = <T>(value: T) => Object.fromEntries(changing.map((topic) => [`topicsSince.${topic}`, value]))
      const followed = await members.findOneAndUpdate(
        { _id: member._id, status: 'active' },
        follows
          ? { $addToSet: { topics: { $each: changing } }, $set: { updatedAt: at, ...since(at) } }
          : { $pull: { topics: { $in: changing } }, $set: { updatedAt: at }, $unset: since(true as const) },
      )
      await changed(personId)
      return followed
    },

    /** One more account of a member; its address is theirs too. */
    async addPerson(memberId: string, personId: string, email: string | null, now: Temporal.Instant): Promise<void> {
      await members.updateOne(
        { _id: memberId, status: 'active' },
        {
          $addToSet: { alsoPersonIds: personId, ...(email === null ? {} : { otherEmails: email }) },
          $set: { updatedAt: toDate(now) },
        },
      )
      await changed(personId)
    },

    /** One account less, with its address; the others stay. False for the one that the member began with. */
    async removePerson(personId: string, now: Temporal.Instant): Promise<boolean> {
      const member = await of(personId)
      const others = member === null ? [] : personsOf(member).filter((id) => id !== personId)
      const [next] = others
      if (member === null || next === undefined || member._id === personId) return false
      const email = (await people.find(personId))?.email
      const isFirst = member.personId === personId
      const { modifiedCount } = await members.updateOne(
        { _id: member._id, personId: member.personId },
        {
          $pull: { alsoPersonIds: personId, ...(email ? { otherEmails: email } : {}) },
          $set: { updatedAt: toDate(now), ...(isFirst ? { personId: next } : {}) },
        },
      )
      // What a merge left under the person's id would be in the way if they join again.
      await members.deleteOne({ _id: personId, status: 'merged' })
      for (const account of [personId, ...others]) await changed(account)
      return modifiedCount === 1
    },

    /** Registrations are not touched. False when they were no member. */
    async leave(personId: string, now: Temporal.Instant): Promise<boolean> {
      const at = toDate(now)
      const left = { status: 'left', leftAt: at, updatedAt: at } as const
      const _id = (await of(personId))?._id
      if (_id === undefined) return false
      const hasLeft = (await members.updateOne({ _id, status: 'active' }, { $set: left })).modifiedCount === 1
      if (hasLeft) await changed(personId)
      return hasLeft
    },

    /** Everybody who is the same member as this person; themselves alone when they are none. */
    async personIdsOf(personId: string): Promise<string[]> {
      const member = await known(personId)
      return [...new Set([personId, ...(member ? personsOf(member) : [])])]
    },

    async count(): Promise<{ active: number; imported: number; left: number }> {
      return {
        active: await members.countDocuments({ status: 'active' }),
        imported: await members.countDocuments({ status: 'active', personId: null }),
        left: await members.countDocuments({ status: 'left' }),
      }
    },

    /** Active ones who have written to the bot and follow one of these topics. */
    following: (topics: readonly string[]): Promise<Member[]> =>
      members.find({ status: 'active', topics: { $in: [...topics] }, personId: { $type: 'string' } }),

    former: (): Promise<Member[]> => members.find({ status: 'left' }),

    leftBefore: (at: Date): Promise<Member[]> => members.find({ status: 'left', leftAt: { $lt: at } }),

    /** With what is left of those that were merged into it. */
    async remove(memberId: string): Promise<void> {
      await members.updateMany({ notSameAs: memberId }, { $pull: { notSameAs: memberId } })
      await members.deleteMany({ mergedInto: memberId })
      await members.deleteOne({ _id: memberId })
    },

    /** Members and former ones with this address, the rows of files that nobody has claimed included. */
    withAddress: (email: string): Promise<Member[]> =>
      members.find({ $or: [{ email }, { otherEmails: email }], status: { $ne: 'merged' } }),

    /** The row of a file with this address that nobody was linked to. */
    async removeImported(email: string): Promise<void> {
      await members.deleteMany({ email, personId: null })
    },
  }
}
