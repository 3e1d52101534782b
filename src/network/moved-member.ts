import { isDeepStrictEqual } from 'node:util'
import { type Gathering, holdsSeat, isActive, type Registration } from './gathering.ts'

interface MoveTerms {
  /** The old member was told what happened to their registration, and need not hear it again as the new one. */
  isTold: boolean
}

/**
 * Gives what a gathering has of one member to another who is the same person. Of two registrations the better stays, with
 * what was told in the other one where it says nothing; the seat of the other one is free.
 */
export function moveMember(gathering: Gathering, from: string, to: string, terms: MoveTerms): Gathering {
  const after = {
    ...gathering,
    registrations: movedRegistrations(gathering.registrations, from, to, terms).map((each) =>
      mentioning(each, from, to),
    ),
    replies: movedReplies(gathering.replies, from, to),
    audience: movedAudience(gathering.audience, from, to),
  }
  return isDeepStrictEqual(gathering, after) ? gathering : after
}

function movedRegistrations(
  registrations: readonly Registration[],
  from: string,
  to: string,
  { isTold }: MoveTerms,
): Registration[] {
  const old = registrations.find(({ memberId }) => memberId === from)
  const theirs = registrations.find(({ memberId }) => memberId === to)
  if (old === undefined) return [...registrations]
  const silent = old.state === 'registered' && isTold ? { by: null, takeWhenFree: false } : {}
  const moved = { ...old, ...silent, memberId: to }
  const kept = theirs === undefined ? moved : united(theirs, moved)
  return registrations.flatMap((each) => {
    if (each === old) return theirs === undefined ? [kept] : []
    return each === theirs ? [kept] : [each]
  })
}

/** Of a colleague whom they registered, or whose place they were asked to take over. */
function mentioning(registration: Registration, from: string, to: string): Registration {
  const { byMemberId, handover } = registration
  if (byMemberId !== from && handover?.to !== from) return registration
  return {
    ...registration,
    byMemberId: byMemberId === from ? to : byMemberId,
    handover: handover?.to === from ? { ...handover, to } : handover,
  }
}

function united(a: Registration, b: Registration): Registration {
  const [better, other] = isBetter(b, a) ? [b, a] : [a, b]
  if (!isActive(better)) return better
  return {
    ...better,
    diet: better.diet || other.diet,
    question: better.question || other.question,
    answers: { ...other.answers, ...better.answers },
    attendedAt: better.attendedAt ?? other.attendedAt,
  }
}

function isBetter(a: Registration, b: Registration): boolean {
  const rank = (each: Registration) =>
    each.state === 'registered' ? 0 : holdsSeat(each) ? 1 : each.state === 'waiting' ? 2 : 3
  return rank(a) < rank(b) || (rank(a) === rank(b) && a.number < b.number)
}

/** The last answer holds. */
function movedReplies(replies: Gathering['replies'], from: string, to: string): Gathering['replies'] {
  const theirs = replies.filter(({ memberId }) => memberId === from || memberId === to)
  const last = theirs.toSorted((a, b) => b.at.getTime() - a.at.getTime())[0]
  if (last === undefined || theirs.every(({ memberId }) => memberId === to)) return replies
  return [...replies.filter((each) => !theirs.includes(each)), { ...last, memberId: to }]
}

function movedAudience(audience: Gathering['audience'], from: string, to: string): Gathering['audience'] {
  if (audience.kind !== 'invited' || !audience.memberIds.includes(from)) return audience
  return { ...audience, memberIds: [...new Set(audience.memberIds.map((id) => (id === from ? to : id)))] }
}
