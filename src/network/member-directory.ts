import { matcher } from './attendee-overview.ts'
import type { Member } from './member.ts'
import type { Person } from './people.ts'

/** Why nothing can be sent to a member. */
export type UnreachableReason = 'never-wrote' | 'uninstalled' | 'blocked'

export interface Unreachable {
  reason: UnreachableReason
  /** Null: always. */
  since: Date | null
}

/** Null: they can be written to. */
export function whyUnreachable({ personId }: Member, person: Person | undefined): Unreachable | null {
  const neverWrote = { reason: 'never-wrote', since: null } as const
  if (personId === null || person === undefined) return neverWrote
  if (person.unreachable === null) return person.conversation === null ? neverWrote : null
  const { reason, since } = person.unreachable
  return { reason: reason === 'uninstalled' ? 'uninstalled' : 'blocked', since }
}

export interface MemberSearch {
  /** Each begins a word of the name, municipality, role or address. */
  words: string
  /** Only who follows it; empty is all. */
  topic: string
}

const norwegian = new Intl.Collator('nb')

/** By name. */
export function searchMembers(members: readonly Member[], { words, topic }: MemberSearch): Member[] {
  const matches = matcher(words)
  return members
    .filter((member) => topic === '' || member.topics.includes(topic))
    .filter(({ name, municipality, role, email }) => matches([name, municipality, role, email]))
    .toSorted((a, b) => norwegian.compare(a.name, b.name))
}

/** Somebody who left, as advisers see it. */
export interface Former {
  /** Null once it is nobody's business any more. */
  name: string | null
  municipality: string
  role: string
  leftAt: Date
}

/** How long the advisers see who it was: long enough to ask the municipality for a new contact. */
export const daysNamed = 30

/** The last who left first. */
export function formerMembers(members: readonly Member[], now: Temporal.Instant): Former[] {
  const named = now.epochMilliseconds - daysNamed * 24 * 3_600_000
  return members
    .flatMap(({ name, municipality, role, leftAt, status }) => {
      if (status !== 'left' || leftAt === null) return []
      const isNamed = leftAt.getTime() > named
      return [{ name: isNamed ? name : null, municipality, role: isNamed ? role : '', leftAt }]
    })
    .toSorted((a, b) => b.leftAt.getTime() - a.leftAt.getTime())
}
