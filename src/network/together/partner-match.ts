import type { Member } from '../member.ts'
import { countyOf } from '../municipalities.ts'
import { areSimilar } from '../similar.ts'
import type { PartnerSearch } from './partner-search.ts'

/** Why somebody may suit, besides looking for a partner in the same programme. */
export type MatchReason = 'idea' | 'roles' | 'municipality' | 'county' | 'experience'

/** A search and the member whose it is. */
export interface Seeker {
  search: PartnerSearch
  member: Member
}

interface MatchTerms {
  /** The words of a text in a form in which they can be compared. */
  wordsOf: (text: string) => readonly string[]
  /** Ids of members who let others know that they have done something in the programme. */
  experienced: ReadonlySet<string>
}

export function matchReasons(mine: Seeker, theirs: Seeker, { wordsOf, experienced }: MatchTerms): MatchReason[] {
  const words = [mine, theirs].map(({ search }) => new Set(wordsOf(search.idea)))
  const [here, there] = [mine, theirs].map(({ member }) => member.municipality)
  const county = countyOf(here ?? '')
  const isNear = county !== null && county === countyOf(there ?? '')
  const place: MatchReason[] = here === there ? ['municipality'] : isNear ? ['county'] : []
  return [
    ...(areSimilar(words[0] ?? new Set(), words[1] ?? new Set()) ? (['idea'] as const) : []),
    ...(complement(mine.search, theirs.search) ? (['roles'] as const) : []),
    ...place,
    ...(experienced.has(theirs.member._id) ? (['experience'] as const) : []),
  ]
}

/** One wants to lead, and the other to take part. */
function complement({ role: one }: PartnerSearch, { role: other }: PartnerSearch): boolean {
  return (one === 'lead' && other === 'partner') || (one === 'partner' && other === 'lead')
}
