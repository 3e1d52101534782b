import { isDeepStrictEqual } from 'node:util'
import { toDate } from '../store/instants.ts'
import { freeSeatsByDay, seatsTaken } from './free-seats.ts'
import {
  type Attendance,
  attendancesOf,
  type Gathering,
  holdsSeat,
  isActive,
  type NotOpen,
  type Registration,
  registrationOf,
  whyNotOpen,
} from './gathering.ts'
import { datesOf, daysAttended, keptDays } from './gathering-days.ts'
import type { Member } from './member.ts'
import { offerEnd } from './offer-terms.ts'
import { emptied, moved, withRegistration } from './registration-changes.ts'
import type { SeatTerms } from './seat-offers.ts'
import { isAfter } from './times.ts'

/*
 * The rules of seats and of the queue for them, as pure functions from a gathering to what it is afterwards. A seat is
 * for a day. No rule but a lowered capacity, or fewer days, makes more hold a seat on a day than there are; a free seat
 * is offered to the first who waits while there is time to answer, and nobody passes them. The one exception is an
 * adviser's: a seat beside the capacity, for somebody whom they choose, which neither takes nor frees one of the others.
 */

export type RegisterRefusal = NotOpen | 'not-member' | 'full' | 'no-seat-for-guest' | 'attendance-unavailable'
export type AnswerRefusal = 'not-found' | 'not-registered' | 'offer-ended' | 'called-off' | 'past'
export type CancelRefusal = 'not-found' | 'not-registered' | 'past'

export interface Decision<Refusal> {
  gathering: Gathering
  refused: Refusal | null
}

/** What is null, or not said, stays as it is in a registration that is there. */
export interface RegisterRequest {
  member: Member
  attendance: Attendance | null
  /** By number, the first is 1; none are all of them. */
  days?: readonly number[] | null
  /** The name of somebody who comes along in person; empty: nobody. */
  guest?: string | null
  diet: string | null
  question: string | null
  /** To the gathering's own questions. */
  answers?: Readonly<Record<string, string>> | null
  /** Who asks, if it is not the member. */
  by?: Registration['by']
  byMemberId?: string | null
  /** For a new registration; one that is there keeps its own. */
  calendarKey: string
  /**
   * `wait` is offered a seat when one is free and has to accept; `take` gets it at once. `extra` is a seat beside the
   * capacity, which only advisers give.
   */
  ifFull: 'refuse' | 'wait' | 'take' | 'extra'
}

/** The seats that somebody wants, or has. */
type Claim = Pick<Registration, 'attendance' | 'days' | 'guest'>

/**
 * Registers, changes a registration, accepts an offered seat, or joins the queue. The same request again changes
 * nothing. A change that is refused leaves the registration as it was.
 */
export function register(
  gathering: Gathering,
  request: RegisterRequest,
  now: Temporal.Instant,
  terms: SeatTerms,
): Decision<RegisterRefusal> {
  const current = registrationOf(gathering, request.member._id)
  const claim = claimOf(gathering, current, request)
  const refuse = (refused: RegisterRefusal) => ({ gathering, refused })
  if (!attendancesOf(gathering).includes(claim.attendance)) return refuse('attendance-unavailable')
  const held = current !== null && holdsSeat(current) ? current : null
  const keepsSeat = held !== null && isWithin(gathering, claim, held)
  const closed = whyNotOpen(gathering, request.member, now)
  if (closed !== null && !(keepsSeat && isStillChangeable(closed))) return refuse(closed)
  const fits = (wanted: Claim) => hasSeatsFor(gathering, request.member._id, wanted, now, terms)
  const hasSeats = keepsSeat || fits(claim)
  const isExtra = keepsSeat ? held.isExtra : !hasSeats && request.ifFull === 'extra'
  const isFree = hasSeats || isExtra
  if (!isFree && claim.guest !== '' && fits({ ...claim, guest: '' })) return refuse('no-seat-for-guest')
  if (!isFree && (request.ifFull === 'refuse' || held !== null)) return refuse('full')
  const next = isFree
    ? requested(gathering, current, request, { ...claim, state: 'registered', isExtra }, now)
    : requested(gathering, current, request, { ...claim, guest: '', state: 'waiting', isExtra }, now)
  if (current !== null && isSame(current, next)) return { gathering, refused: null }
  const lastNumber = Math.max(gathering.lastNumber, next.number)
  const replies = gathering.replies.filter(({ memberId }) => memberId !== next.memberId)
  return { gathering: { ...withRegistration(gathering, next), lastNumber, replies }, refused: null }
}

/** What closes a gathering to others does not keep those with a seat from changing what they told. */
function isStillChangeable(closed: NotOpen): boolean {
  return closed === 'closed' || closed === 'deadline-passed' || closed === 'not-audience'
}

function claimOf(gathering: Gathering, current: Registration | null, request: RegisterRequest): Claim {
  const before = current !== null && isActive(current) ? current : null
  const attendance = request.attendance ?? before?.attendance ?? 'in-person'
  const days = keptDays(request.days ?? before?.days ?? [], datesOf(gathering).length)
  return { attendance, days, guest: attendance === 'online' ? '' : (request.guest ?? before?.guest ?? '') }
}

/** Whether a claim needs no seat beyond those of another. */
function isWithin(gathering: Gathering, claim: Claim, other: Claim): boolean {
  return (
    claim.attendance === other.attendance &&
    seatsTaken(claim) <= seatsTaken(other) &&
    areDaysWithin(gathering, claim, other)
  )
}

function areDaysWithin(gathering: Gathering, claim: Claim, other: Claim): boolean {
  const count = datesOf(gathering).length
  const others = daysAttended(other, count)
  return daysAttended(claim, count).every((day) => others.includes(day))
}

/** Whether there are seats beside those that others hold; and, while offers are made, that those who wait before come first. */
function hasSeatsFor(
  gathering: Gathering,
  memberId: string,
  claim: Claim,
  now: Temporal.Instant,
  { quietHours }: SeatTerms,
): boolean {
  const place = placeOf(gathering, memberId, claim)
  const isOffering = offerEnd(now, gathering, quietHours) !== null
  const comesFirst = ({ state, number }: Registration) => isOffering && state === 'waiting' && number < place
  const takers = gathering.registrations.filter(
    (each) => each.memberId !== memberId && (holdsSeat(each) || comesFirst(each)),
  )
  const free = freeSeatsByDay(gathering, claim.attendance, takers)
  return daysAttended(claim, free.length).every((day) => (free[day - 1] ?? 0) >= seatsTaken(claim))
}

/** The number in the queue that somebody has for what they claim; the last of all when they have none. */
function placeOf(gathering: Gathering, memberId: string, claim: Claim): number {
  const current = registrationOf(gathering, memberId)
  return current?.state === 'waiting' && isWithin(gathering, { ...claim, guest: '' }, current)
    ? current.number
    : Number.POSITIVE_INFINITY
}

function requested(
  gathering: Gathering,
  current: Registration | null,
  { member, diet, question, answers, by, byMemberId, calendarKey, ifFull }: RegisterRequest,
  wanted: Claim & { state: 'registered' | 'waiting'; isExtra: boolean },
  now: Temporal.Instant,
): Registration {
  const { state } = wanted
  const stays = current?.state === state
  const keepsPlace = stays && (state === 'registered' || isWithin(gathering, wanted, current))
  return {
    ...wanted,
    memberId: member._id,
    number: keepsPlace ? current.number : gathering.lastNumber + 1,
    since: stays ? current.since : toDate(now),
    claimChangedAt: stays ? (isSameClaim(current, wanted) ? current.claimChangedAt : toDate(now)) : null,
    offer: null,
    takeWhenFree: state === 'waiting' && ifFull === 'take',
    diet: diet ?? current?.diet ?? '',
    question: question ?? current?.question ?? '',
    answers: { ...(answers ?? current?.answers) },
    by: by ?? null,
    byMemberId: byMemberId ?? null,
    handover: stays ? current.handover : null,
    attendedAt: current?.attendedAt ?? null,
    calendarKey: current?.calendarKey ?? calendarKey,
  }
}

/** Comes on the same days, in the same way. */
export function isSameClaim(one: Pick<Claim, 'attendance' | 'days'>, other: Pick<Claim, 'attendance' | 'days'>) {
  return one.attendance === other.attendance && isDeepStrictEqual(one.days, other.days)
}

/** Whoever brought it about. */
function isSame(a: Registration, b: Registration): boolean {
  const { by: _, byMemberId: __, ...was } = a
  const { by: ___, byMemberId: ____, ...is } = b
  return isDeepStrictEqual(was, is)
}

/** Says yes to an offer; also to one that has run out or that nobody made, while a seat is free. */
export function accept(
  gathering: Gathering,
  memberId: string,
  now: Temporal.Instant,
  terms: SeatTerms,
): Decision<AnswerRefusal> {
  const current = registrationOf(gathering, memberId)
  const refused = whyNoAnswer(gathering, current, now)
  if (current === null || refused !== null) return { gathering, refused: refused ?? 'not-registered' }
  if (current.state === 'registered') return { gathering, refused: null }
  const mayTake = current.state === 'offered' || hasSeatsFor(gathering, memberId, current, now, terms)
  if (!mayTake) return { gathering, refused: 'offer-ended' }
  return { gathering: withRegistration(gathering, moved(current, 'registered', now)), refused: null }
}

/** Says no to an offer, and leaves the queue. */
export function decline(gathering: Gathering, memberId: string, now: Temporal.Instant): Decision<AnswerRefusal> {
  const current = registrationOf(gathering, memberId)
  const refused = whyNoAnswer(gathering, current, now)
  if (current === null || refused !== null) return { gathering, refused: refused ?? 'not-registered' }
  if (current.state === 'registered') return { gathering, refused: 'offer-ended' }
  if (!isActive(current)) return { gathering, refused: null }
  return { gathering: withRegistration(gathering, emptied(moved(current, 'declined', now))), refused: null }
}

function whyNoAnswer(gathering: Gathering, current: Registration | null, now: Temporal.Instant): AnswerRefusal | null {
  if (gathering.status === 'called-off') return 'called-off'
  if (!isAfter(gathering.endsAt, now)) return 'past'
  return current === null || current.state === 'cancelled' ? 'not-registered' : null
}

/** Gives up a seat or a place in the queue; the second time there is nothing to give up, and that is no refusal. */
export function cancel(
  gathering: Gathering,
  memberId: string,
  now: Temporal.Instant,
  by: Registration['by'] = null,
  byMemberId: string | null = null,
): Decision<CancelRefusal> {
  const current = registrationOf(gathering, memberId)
  if (current === null) return { gathering, refused: 'not-registered' }
  if (!isAfter(gathering.endsAt, now)) return { gathering, refused: 'past' }
  if (!isActive(current)) return { gathering, refused: null }
  return {
    gathering: withRegistration(gathering, emptied({ ...moved(current, 'cancelled', now), by, byMemberId })),
    refused: null,
  }
}

/** Leaves no trace of a member. */
export function remove(gathering: Gathering, memberId: string): Gathering {
  const isOther = (each: { memberId: string }) => each.memberId !== memberId
  const audience =
    gathering.audience.kind === 'invited'
      ? { ...gathering.audience, memberIds: gathering.audience.memberIds.filter((id) => id !== memberId) }
      : gathering.audience
  const registrations = gathering.registrations.filter(isOther).map((each) => withoutMention(each, memberId))
  const replies = gathering.replies.filter(isOther)
  const after = { ...gathering, audience, registrations, replies }
  return isDeepStrictEqual(gathering, after) ? gathering : after
}

function withoutMention(registration: Registration, memberId: string): Registration {
  const { handover, byMemberId } = registration
  if (handover?.to !== memberId && byMemberId !== memberId) return registration
  return {
    ...registration,
    handover: handover?.to === memberId ? null : handover,
    byMemberId: byMemberId === memberId ? null : byMemberId,
  }
}
