import { isDeepStrictEqual } from 'node:util'
import {
  type Attendance,
  attendances,
  attendancesOf,
  freeSeats,
  type Gathering,
  holdsSeat,
  isActive,
  type NotOpen,
  queueOf,
  type Registration,
  registrationOf,
  whyNotOpen,
} from './gathering.ts'
import type { Member } from './member.ts'
import { offerEnd, type QuietHours } from './offer-terms.ts'
import { isAfter, toDate } from './times.ts'

/**
 * The rules of seats and of the queue for them, as pure functions from a gathering to what it is afterwards.
 * No rule but a lowered capacity makes more hold a seat than there are; a free seat is offered to the first who waits
 * while there is time to answer, and nobody passes them.
 */
export interface SeatTerms {
  quietHours: QuietHours | null
}

export type RegisterRefusal = NotOpen | 'not-member' | 'full' | 'attendance-unavailable'
export type AnswerRefusal = 'not-found' | 'not-registered' | 'offer-ended' | 'called-off' | 'past'
export type CancelRefusal = 'not-found' | 'not-registered' | 'past'

export interface Decision<Refusal> {
  gathering: Gathering
  refused: Refusal | null
}

/** What is null stays as it is in a registration that is there. */
export interface RegisterRequest {
  member: Member
  attendance: Attendance | null
  diet: string | null
  question: string | null
  /** To the gathering's own questions. */
  answers?: Readonly<Record<string, string>> | null
  /** Who asks, if it is not the member. */
  by?: Registration['by']
  /** For a new registration; one that is there keeps its own. */
  calendarKey: string
  /** `wait` is offered a seat when one is free and has to accept; `take` gets it at once. */
  ifFull: 'refuse' | 'wait' | 'take'
}

/**
 * Registers, changes a registration, accepts an offered seat, or joins the queue. The same request again changes
 * nothing. A change that is refused leaves the registration as it was.
 */
export function register(
  gathering: Gathering,
  request: RegisterRequest,
  now: Temporal.Instant,
): Decision<RegisterRefusal> {
  const current = registrationOf(gathering, request.member._id)
  const attendance = request.attendance ?? (current !== null && isActive(current) ? current.attendance : 'in-person')
  const refuse = (refused: RegisterRefusal) => ({ gathering, refused })
  if (!attendancesOf(gathering).includes(attendance)) return refuse('attendance-unavailable')
  const keepsSeat = current !== null && holdsSeat(current) && current.attendance === attendance
  const closed = whyNotOpen(gathering, request.member, now)
  if (closed !== null && !(keepsSeat && isStillChangeable(closed))) return refuse(closed)
  const free = keepsSeat || freeSeats(gathering, attendance) > 0
  if (!free && (request.ifFull === 'refuse' || (current !== null && holdsSeat(current)))) return refuse('full')
  const wanted = { ...request, attendance, state: free ? ('registered' as const) : ('waiting' as const) }
  return { gathering: withRequest(gathering, current, wanted, now), refused: null }
}

/** What closes a gathering to others does not keep those with a seat from changing what they told. */
function isStillChangeable(closed: NotOpen): boolean {
  return closed === 'closed' || closed === 'deadline-passed' || closed === 'not-audience'
}

function withRequest(
  gathering: Gathering,
  current: Registration | null,
  wanted: RegisterRequest & { attendance: Attendance; state: 'registered' | 'waiting' },
  now: Temporal.Instant,
): Gathering {
  const { member, attendance, diet, question, answers, by, calendarKey, ifFull, state } = wanted
  const stays = current?.state === state
  const keepsPlace = stays && (state === 'registered' || current.attendance === attendance)
  const number = keepsPlace ? current.number : gathering.lastNumber + 1
  const next: Registration = {
    memberId: member._id,
    state,
    attendance,
    number,
    since: stays ? current.since : toDate(now),
    offer: null,
    takeWhenFree: state === 'waiting' && ifFull === 'take',
    diet: diet ?? current?.diet ?? '',
    question: question ?? current?.question ?? '',
    answers: { ...(answers ?? current?.answers) },
    by: by ?? null,
    attendedAt: current?.attendedAt ?? null,
    calendarKey: current?.calendarKey ?? calendarKey,
  }
  if (current !== null && isSame(current, next)) return gathering
  return { ...withRegistration(gathering, next), lastNumber: Math.max(gathering.lastNumber, number) }
}

function isSame(a: Registration, b: Registration): boolean {
  return (
    a.state === b.state &&
    a.attendance === b.attendance &&
    a.number === b.number &&
    a.takeWhenFree === b.takeWhenFree &&
    a.diet === b.diet &&
    a.question === b.question &&
    isDeepStrictEqual(a.answers, b.answers)
  )
}

/** Says yes to an offer; also to one that has run out or that nobody made, while a seat is free. */
export function accept(gathering: Gathering, memberId: string, now: Temporal.Instant): Decision<AnswerRefusal> {
  const current = registrationOf(gathering, memberId)
  const refused = whyNoAnswer(gathering, current, now)
  if (current === null || refused !== null) return { gathering, refused: refused ?? 'not-registered' }
  if (current.state === 'registered') return { gathering, refused: null }
  const mayTake = current.state === 'offered' || freeSeats(gathering, current.attendance) > 0
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
): Decision<CancelRefusal> {
  const current = registrationOf(gathering, memberId)
  if (current === null) return { gathering, refused: 'not-registered' }
  if (!isAfter(gathering.endsAt, now)) return { gathering, refused: 'past' }
  if (!isActive(current)) return { gathering, refused: null }
  return { gathering: withRegistration(gathering, emptied({ ...moved(current, 'cancelled', now), by })), refused: null }
}

/** Leaves no trace of a member. */
export function remove(gathering: Gathering, memberId: string): Gathering {
  const isOther = (each: { memberId: string }) => each.memberId !== memberId
  const audience =
    gathering.audience.kind === 'invited'
      ? { ...gathering.audience, memberIds: gathering.audience.memberIds.filter((id) => id !== memberId) }
      : gathering.audience
  const registrations = gathering.registrations.filter(isOther)
  const replies = gathering.replies.filter(isOther)
  const after = { ...gathering, audience, registrations, replies }
  return isDeepStrictEqual(gathering, after) ? gathering : after
}

/**
 * What time and a changed capacity bring about: offers run out, are taken back when there are fewer seats or the
 * gathering is called off, and are made to those who wait. Do this before and after every other rule; the same moment twice changes nothing.
 */
export function settle(gathering: Gathering, now: Temporal.Instant, terms: SeatTerms): Gathering {
  if (gathering.status === 'called-off') return withOffersEnd(withdrawOffers(gathering, offersOf(gathering), now), null)
  if (!isAfter(gathering.endsAt, now)) return withOffersEnd(expireOffers(gathering, now), null)
  const settled = attendances.reduce(
    (each, attendance) => offerFreeSeats(takeBackOffers(each, attendance, now), attendance, now, terms),
    expireOffers(gathering, now),
  )
  return withOffersEnd(settled, firstOfferEnd(settled))
}

function expireOffers(gathering: Gathering, now: Temporal.Instant): Gathering {
  const expired = offersOf(gathering).filter(({ offer }) => offer !== null && !isAfter(offer.until, now))
  return expired.reduce((each, registration) => withRegistration(each, moved(registration, 'expired', now)), gathering)
}

/** Of those who asked last first. */
function takeBackOffers(gathering: Gathering, attendance: Attendance, now: Temporal.Instant): Gathering {
  const missing = -freeSeats(gathering, attendance)
  if (missing <= 0) return gathering
  const last = offersOf(gathering)
    .filter((each) => each.attendance === attendance)
    .toSorted((a, b) => b.number - a.number)
    .slice(0, missing)
  return withdrawOffers(gathering, last, now)
}

function offersOf({ registrations }: Gathering): Registration[] {
  return registrations.filter(({ state }) => state === 'offered')
}

/** Back to where they were in the queue. */
function withdrawOffers(gathering: Gathering, offers: readonly Registration[], now: Temporal.Instant): Gathering {
  return offers.reduce((each, offer) => withRegistration(each, moved(offer, 'waiting', now)), gathering)
}

function offerFreeSeats(
  gathering: Gathering,
  attendance: Attendance,
  now: Temporal.Instant,
  { quietHours }: SeatTerms,
): Gathering {
  const queue = queueOf(gathering, attendance)
  const free = queue.length === 0 ? 0 : freeSeats(gathering, attendance)
  if (free <= 0) return gathering
  const until = offerEnd(now, gathering, quietHours)
  if (until === null) return gathering
  return queue.slice(0, free).reduce((each, registration) => {
    if (registration.takeWhenFree) return withRegistration(each, given(registration, now))
    const number = each.lastNumber + 1
    const offered = { ...moved(registration, 'offered', now), offer: { number, until: toDate(until) } }
    return { ...withRegistration(each, offered), lastNumber: number }
  }, gathering)
}

function moved(registration: Registration, state: Registration['state'], now: Temporal.Instant): Registration {
  return { ...registration, state, since: toDate(now), offer: null, takeWhenFree: false, by: null }
}

function given(registration: Registration, now: Temporal.Instant): Registration {
  return { ...moved(registration, 'registered', now), takeWhenFree: true }
}

function emptied(registration: Registration): Registration {
  return { ...registration, diet: '', question: '', answers: {} }
}

function withRegistration(gathering: Gathering, registration: Registration): Gathering {
  const at = gathering.registrations.findIndex(({ memberId }) => memberId === registration.memberId)
  const registrations =
    at === -1 ? [...gathering.registrations, registration] : gathering.registrations.with(at, registration)
  return { ...gathering, registrations }
}

function firstOfferEnd({ registrations }: Gathering): number | null {
  const ends = registrations.flatMap(({ offer }) => (offer === null ? [] : [offer.until.getTime()]))
  return ends.length === 0 ? null : Math.min(...ends)
}

function withOffersEnd(gathering: Gathering, time: number | null): Gathering {
  if ((gathering.offersEndAt?.getTime() ?? null) === time) return gathering
  return { ...gathering, offersEndAt: time === null ? null : new Date(time) }
}
