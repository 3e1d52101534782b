import type { Collection } from '../store/database.ts'
import { toDate } from '../store/instants.ts'
import { addressesOf, importedMemberId, joined, type Member, type Profile, topicsSince } from './member.ts'

export interface ImportCounts {
  added: number
  changed: number
  /** Rows of members who keep their own profile: they have joined or written, or have left. */
  kept: number
  unchanged: number
}

export interface ImportPlan {
  adding: Profile[]
  changing: { member: Member; profile: Profile }[]
  kept: number
  unchanged: number
}

/** Takes in the rows of a file: who has joined, written or left keeps what they said themselves. */
export function createMemberImport(members: Collection<Member>) {
  /** What an import would do, row by row. */
  async function planImport(profiles: readonly Profile[]): Promise<ImportPlan> {
    const emails = profiles.map(({ email }) => email)
    const known = { $or: [{ email: { $in: emails } }, { otherEmails: { $in: emails } }] }
    const found = (await members.find(known, { sort: { personId: 1 } })).filter(({ status }) => status !== 'merged')
    const existing = new Map(found.flatMap((member) => addressesOf(member).map((email) => [email, member])))
    const plan: ImportPlan = { adding: [], changing: [], kept: 0, unchanged: 0 }
    for (const profile of profiles) {
      const member = existing.get(profile.email)
      if (member === undefined) plan.adding.push(profile)
      else if (member.personId !== null || member.status === 'left' || member.email !== profile.email) plan.kept++
      else if (isProfileOf(member, profile)) plan.unchanged++
      else plan.changing.push({ member, profile })
    }
    return plan
  }

  async function importAll(profiles: readonly Profile[], now: Temporal.Instant): Promise<ImportCounts> {
    const at = toDate(now)
    const { adding, changing, kept, unchanged } = await planImport(profiles)
    const added = await members.insertMissing(adding.map((profile) => imported(profile, at)))
    for (const { member, profile } of changing) {
      await members.updateOne(
        { _id: member._id, personId: null },
        { $set: { ...profile, topicsSince: topicsSince(member, profile.topics, at), updatedAt: at } },
      )
    }
    return { added, changed: changing.length, kept, unchanged }
  }

  return { planImport, importAll }
}

function imported(profile: Profile, at: Date): Member {
  return { ...joined('', profile, at), _id: importedMemberId(profile.email), personId: null, consentAt: null }
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
