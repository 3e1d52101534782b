import { type Database, DuplicateKeyError } from '../store/database.ts'
import { importedMemberId, type Member, membersDefinition, type Profile } from './member.ts'
import type { People } from './people.ts'
import { toDate } from './times.ts'

export type Members = ReturnType<typeof createMembers>

export interface ImportCounts {
  added: number
  changed: number
  /** Rows of members who keep their own profile: they have joined or written, or have left. */
  kept: number
  unchanged: number
}

export function createMembers(database: Database, people: People) {
  const members = database.collection(membersDefinition)

  /** Member or former member. */
  async function known(personId: string): Promise<Member | null> {
    return (await members.findOne({ personId })) ?? (await claimImported(personId))
  }

  /** Gives the imported row with this person's address to them. The update decides when two ask at once. */
  async function claimImported(personId: string): Promise<Member | null> {
    const email = (await people.find(personId))?.email
    if (!email) return null
    return members
      .findOneAndUpdate({ _id: importedMemberId(email), personId: null }, { $set: { personId } })
      .catch((error: unknown) => {
        if (error instanceof DuplicateKeyError) return members.findOne({ personId })
        throw error
      })
  }

  async function of(personId: string): Promise<Member | null> {
    const member = await known(personId)
    return member?.status === 'active' ? member : null
  }

  function joined(personId: string, profile: Profile, at: Date): Member {
    return {
      _id: personId,
      version: 1,
      personId,
      status: 'active',
      ...profile,
      consentAt: at,
      joinedAt: at,
      updatedAt: at,
      leftAt: null,
    }
  }

  /** Joins, comes back, or changes the profile; saving again changes nothing but the profile. */
  async function save(personId: string, profile: Profile, now: Temporal.Instant): Promise<Member> {
    const at = toDate(now)
    const before = await known(personId)
    if (before === null) {
      const member = joined(personId, profile, at)
      return (await members.insertMissing([member])) === 1 ? member : save(personId, profile, now)
    }
    const since =
      before.status === 'active'
        ? { consentAt: before.consentAt ?? at, joinedAt: before.joinedAt }
        : { consentAt: at, joinedAt: at }
    const saved = await members.findOneAndUpdate(
      { _id: before._id },
      { $set: { ...profile, ...since, status: 'active', updatedAt: at, leftAt: null } },
    )
    return saved ?? save(personId, profile, now)
  }

  function imported(profile: Profile, at: Date): Member {
    return { ...joined('', profile, at), _id: importedMemberId(profile.email), personId: null, consentAt: null }
  }

  async function importAll(profiles: readonly Profile[], now: Temporal.Instant): Promise<ImportCounts> {
    const at = toDate(now)
    const emails = profiles.map(({ email }) => email)
    const found = await members.find({ email: { $in: emails } }, { sort: { personId: 1 } })
    const existing = new Map(found.map((member) => [member.email, member]))
    const counts = { added: 0, changed: 0, kept: 0, unchanged: 0 }
    const missing = profiles.filter(({ email }) => !existing.has(email))
    counts.added = await members.insertMissing(missing.map((profile) => imported(profile, at)))
    for (const profile of profiles) {
      const member = existing.get(profile.email)
      if (member === undefined) continue
      if (member.personId !== null || member.status === 'left') counts.kept++
      else if (isProfileOf(member, profile)) counts.unchanged++
      else {
        await members.updateOne({ _id: member._id, personId: null }, { $set: { ...profile, updatedAt: at } })
        counts.changed++
      }
    }
    return counts
  }

  return {
    known,
    /** The member that this person is, an imported one whose address is theirs included; null when they have left. */
    of,
    find: (memberId: string): Promise<Member | null> => members.findOne({ _id: memberId }),
    findMany: (memberIds: readonly string[]): Promise<Member[]> => members.find({ _id: { $in: [...memberIds] } }),
    all: (): Promise<Member[]> => members.find({ status: 'active' }, { sort: { municipality: 1, name: 1 } }),
    /** Active ones by their addresses in lower case; where two have the same, the one who has written. */
    async byEmails(emails: readonly string[]): Promise<Map<string, Member>> {
      const found = await members.find({ email: { $in: [...emails] }, status: 'active' }, { sort: { personId: 1 } })
      return new Map(found.map((member) => [member.email, member]))
    },
    save,
    importAll,

    /** Registrations are not touched. False when they were no member. */
    async leave(personId: string, now: Temporal.Instant): Promise<boolean> {
      const at = toDate(now)
      const left = { status: 'left', leftAt: at, updatedAt: at } as const
      return (await members.updateOne({ personId, status: 'active' }, { $set: left })).modifiedCount === 1
    },

    async count(): Promise<{ active: number; imported: number; left: number }> {
      return {
        active: await members.countDocuments({ status: 'active' }),
        imported: await members.countDocuments({ status: 'active', personId: null }),
        left: await members.countDocuments({ status: 'left' }),
      }
    },

    leftBefore: (at: Date): Promise<Member[]> => members.find({ status: 'left', leftAt: { $lt: at } }),

    async remove(memberId: string): Promise<void> {
      await members.deleteOne({ _id: memberId })
    },

    /** The row of a file with this address that nobody was linked to. */
    async removeImported(email: string): Promise<void> {
      await members.deleteOne({ _id: importedMemberId(email), personId: null })
    },
  }
}

function isProfileOf(member: Member, profile: Profile): boolean {
  return (
    member.name === profile.name &&
    member.municipality === profile.municipality &&
    member.role === profile.role &&
    member.language === profile.language &&
    member.topics.join() === profile.topics.join()
  )
}
