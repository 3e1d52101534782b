import type { Collection } from '../store/database.ts'
import { toDate } from '../store/instants.ts'
import { type Member, type Profile, personsOf } from './member.ts'

/** What an adviser may put right about somebody. */
export type Correction = Pick<Profile, 'name' | 'email' | 'municipality' | 'role'>

export function createMemberCorrection(members: Collection<Member>, changed: (personId: string) => Promise<void>) {
  return {
    /** The link to the person stays, whatever the address. Null when they are no member. */
    async correct(memberId: string, corrected: Correction, now: Temporal.Instant): Promise<Member | null> {
      const set = { $set: { ...corrected, updatedAt: toDate(now) } }
      const member = await members.findOneAndUpdate({ _id: memberId, status: 'active' }, set)
      for (const personId of member === null ? [] : personsOf(member)) await changed(personId)
      return member
    },
  }
}
