import type { Changes } from './changes.ts'
import { type Duplicate, findDuplicates } from './duplicates.ts'
import { importedMemberId, type Member, type Profile, personsOf } from './member.ts'
import type { Correction } from './member-correction.ts'
import {
  type Former,
  formerMembers,
  type MemberSearch,
  searchMembers,
  type Unreachable,
  whyUnreachable,
} from './member-directory.ts'
import type { ImportCounts } from './member-import.ts'
import type { Members } from './members.ts'
import type { People, Person } from './people.ts'
import type { Registrations, RegistrationView } from './registrations.ts'

export interface ListedMember {
  member: Member
  /** Null: they can be written to. */
  unreachable: Unreachable | null
}

export interface MemberDetails extends ListedMember {
  /** Past ones too, the latest gathering first. */
  registrations: RegistrationView[]
}

export type Corrected =
  | { ok: true; member: Member; isChanged: boolean }
  | { ok: false; reason: 'not-found' | 'address-taken' }

interface Dependencies {
  members: Members
  people: People
  registrations: Pick<Registrations, 'everything'>
  changes: Pick<Changes, 'recordChange'>
}

/** What advisers see of the members and do with their list. */
export function createMemberDesk({ members, people, registrations, changes }: Dependencies) {
  async function peopleOf(some: readonly Member[]): Promise<Map<string, Person>> {
    const found = await people.findMany(some.flatMap(personsOf))
    return new Map(found.map((person) => [person._id, person]))
  }

  async function listed(some: readonly Member[]): Promise<ListedMember[]> {
    const known = await peopleOf(some)
    return some.map((member) => ({ member, unreachable: whyUnreachable(member, known.get(member.personId ?? '')) }))
  }

  return {
    /** One page of those found, by name, and how many there are in all. */
    async search(search: MemberSearch & { onlyUnreachable: boolean }, page: { skip: number; limit: number }) {
      const matching = searchMembers(await members.all(), search)
      const shown = (some: readonly Member[]) => some.slice(page.skip, page.skip + page.limit)
      if (!search.onlyUnreachable) return { total: matching.length, shown: await listed(shown(matching)) }
      const unreachable = (await listed(matching)).filter((each) => each.unreachable !== null)
      return { total: unreachable.length, shown: unreachable.slice(page.skip, page.skip + page.limit) }
    },

    former: async (now: Temporal.Instant): Promise<Former[]> => formerMembers(await members.former(), now),

    /** Null: there is none, or they have left. */
    async details(memberId: string): Promise<MemberDetails | null> {
      const member = await members.find(memberId)
      if (member?.status !== 'active') return null
      const [one] = await listed([member])
      const views = await registrations.everything(member._id)
      const latestFirst = views.toSorted((a, b) => b.gathering.startsAt.getTime() - a.gathering.startsAt.getTime())
      return one ? { ...one, registrations: latestFirst } : null
    },

    async correct(by: string, memberId: string, corrected: Correction, now: Temporal.Instant): Promise<Corrected> {
      const before = await members.find(memberId)
      if (before?.status !== 'active') return { ok: false, reason: 'not-found' }
      const others = await members.withAddress(corrected.email)
      if (corrected.email !== before.email && others.some(({ _id }) => _id !== before._id)) {
        return { ok: false, reason: 'address-taken' }
      }
      const member = await members.correct(before._id, corrected, now)
      if (member === null) return { ok: false, reason: 'not-found' }
      const isChanged = JSON.stringify(profileOf(before)) !== JSON.stringify(profileOf(member))
      const subject = { kind: 'member', id: member._id } as const
      await changes.recordChange(by, subject, profileOf(before), profileOf(member), now)
      return { ok: true, member, isChanged }
    },

    /** One who has not written yet. */
    async add(by: string, profile: Profile, now: Temporal.Instant): Promise<Corrected> {
      const { added } = await members.importAll([profile], now)
      const member = await members.find(importedMemberId(profile.email))
      if (added === 0 || member === null) return { ok: false, reason: 'address-taken' }
      await changes.recordChange(by, { kind: 'member', id: member._id }, null, profileOf(profile), now)
      return { ok: true, member, isChanged: true }
    },

    /** Somebody who never wrote was forgotten by an adviser: what remains is that it was done. */
    noteForgotten: (by: string, memberId: string, now: Temporal.Instant): Promise<void> =>
      changes.recordChange(by, { kind: 'member', id: memberId }, {}, null, now),

    async duplicates(): Promise<Duplicate[]> {
      const all = await members.all()
      return findDuplicates(all, [...(await peopleOf(all)).values()])
    },

    /** All of a list; each member that it adds or changes is in the audit trail. */
    async importAll(by: string, profiles: readonly Profile[], now: Temporal.Instant): Promise<ImportCounts> {
      const { adding, changing } = await members.planImport(profiles)
      const counts = await members.importAll(profiles, now)
      const record = (id: string, before: Profile | null, after: Profile) =>
        changes.recordChange(by, { kind: 'member', id }, before && profileOf(before), profileOf(after), now)
      for (const profile of adding) await record(importedMemberId(profile.email), null, profile)
      for (const { member, profile } of changing) await record(member._id, member, profile)
      return counts
    },
  }
}

function profileOf({ name, email, municipality, role, topics, language }: Profile): Profile {
  return { name, email, municipality, role, topics, language }
}
