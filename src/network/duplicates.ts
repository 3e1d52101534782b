import { type Member, personsOf } from './member.ts'
import type { Person } from './people.ts'

export type DuplicateReason = 'same-email' | 'same-name'

export interface Duplicate {
  /** The one that has written, or that was there first, comes first. */
  members: [Member, Member]
  reason: DuplicateReason
}

/**
 * Pairs of members who are likely the same: with an address in common (what they told, what the roster says, and what
 * they were known by before), or with the same first and last name in the same municipality. Surest first.
 */
export function findDuplicates(members: readonly Member[], people: readonly Person[]): Duplicate[] {
  const rosterEmails = new Map(people.map(({ _id, email }) => [_id, email]))
  const found = new Map<string, Duplicate>()

  function pairUp(keysOf: (member: Member) => readonly string[], reason: DuplicateReason): void {
    const groups = Map.groupBy(
      members.flatMap((member) => [...new Set(keysOf(member))].map((key) => ({ key, member }))),
      ({ key }) => key,
    )
    for (const group of groups.values()) {
      const [first, ...others] = group.map(({ member }) => member).toSorted(bySeniority)
      for (const other of others) {
        if (first === undefined || areKnownApart(first, other)) continue
        const key = [first._id, other._id].toSorted().join(' ')
        if (!found.has(key)) found.set(key, { members: [first, other], reason })
      }
    }
  }

  pairUp(
    (member) =>
      [member.email, ...member.otherEmails, ...personsOf(member).flatMap((id) => rosterEmails.get(id) ?? [])].map(
        (email) => email.toLowerCase(),
      ),
    'same-email',
  )
  pairUp(({ name, municipality }) => nameKeys(name).map((key) => `${key} ${municipality.toLowerCase()}`), 'same-name')
  return [...found.values()]
}

function bySeniority(a: Member, b: Member): number {
  const rank = ({ personId }: Member) => (personId === null ? 1 : 0)
  return rank(a) - rank(b) || a.joinedAt.getTime() - b.joinedAt.getTime() || (a._id < b._id ? -1 : 1)
}

function areKnownApart(a: Member, b: Member): boolean {
  return a.notSameAs.includes(b._id) || b.notSameAs.includes(a._id)
}

/** First and last name, without accents; a single name says too little. */
function nameKeys(name: string): string[] {
  const words = name
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .split(/[^\p{Letter}]+/u)
    .filter((word) => word !== '')
  return words.length < 2 ? [] : [`${words[0]} ${words.at(-1)}`]
}
