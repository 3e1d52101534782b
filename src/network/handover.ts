import { toDate } from '../store/instants.ts'
import { type Gathering, holdsSeat, type Registration, registrationOf } from './gathering.ts'
import { emptied, moved, withRegistration } from './registration-changes.ts'
import type { Decision } from './seats.ts'
import { isAfter } from './times.ts'

/*
 * How a place passes to a substitute. Until they say yes the seat stays with whoever has it, so it is neither lost nor
 * offered to the queue; the yes moves it in one update. A closed registration or a deadline is no hindrance.
 */

export type HandoverRefusal =
  | 'not-found'
  | 'called-off'
  | 'past'
  /** Who would hand over has no seat. */
  | 'not-registered'
  /** The substitute has a seat of their own. */
  | 'has-seat'
  /** The same one was asked before. */
  | 'has-said-no'
  | 'handover-ended'

/** Asks a substitute; one who was asked before them, and has not answered, is asked no longer. */
export function askSubstitute(
  gathering: Gathering,
  { from, to }: { from: string; to: string },
  now: Temporal.Instant,
): Decision<HandoverRefusal> {
  const refused = whyOver(gathering, now)
  const current = registrationOf(gathering, from)
  if (refused !== null) return { gathering, refused }
  if (current?.state !== 'registered') return { gathering, refused: 'not-registered' }
  if (hasSeat(gathering, to)) return { gathering, refused: 'has-seat' }
  const { handover } = current
  if (handover?.to === to) return { gathering, refused: handover.state === 'refused' ? 'has-said-no' : null }
  return { gathering: withHandover(gathering, current, { to, at: toDate(now), state: 'asked' }), refused: null }
}

/** The substitute says yes. The same again changes nothing. */
export function takeOver(
  gathering: Gathering,
  { from, to, calendarKey }: { from: string; to: string; calendarKey: string },
  now: Temporal.Instant,
): Decision<HandoverRefusal> {
  const refused = whyOver(gathering, now)
  const giver = registrationOf(gathering, from)
  if (refused !== null) return { gathering, refused }
  if (giver?.handover?.to === to && giver.handover.state === 'taken' && hasSeat(gathering, to)) {
    return { gathering, refused: null }
  }
  if (!isAsked(giver, to)) return { gathering, refused: 'handover-ended' }
  if (hasSeat(gathering, to)) return { gathering, refused: 'has-seat' }
  const before = registrationOf(gathering, to)
  const taken: Registration = {
    ...emptied(moved(giver, 'registered', now)),
    memberId: to,
    isExtra: giver.isExtra,
    days: giver.days,
    number: gathering.lastNumber + 1,
    attendedAt: null,
    calendarKey: before?.calendarKey ?? calendarKey,
  }
  const given = {
    ...emptied(moved(giver, 'cancelled', now)),
    handover: { to, at: toDate(now), state: 'taken' as const },
  }
  const after = withRegistration(withRegistration(gathering, given), taken)
  return { gathering: { ...after, lastNumber: taken.number }, refused: null }
}

/** The substitute says no. */
export function refuseHandover(
  gathering: Gathering,
  { from, to }: { from: string; to: string },
  now: Temporal.Instant,
): Decision<HandoverRefusal> {
  const giver = registrationOf(gathering, from)
  if (giver?.handover?.to === to && giver.handover.state === 'refused') return { gathering, refused: null }
  if (!isAsked(giver, to)) return { gathering, refused: 'handover-ended' }
  return { gathering: withHandover(gathering, giver, { to, at: toDate(now), state: 'refused' }), refused: null }
}

/** Whoever asked comes after all. */
export function keepSeat(gathering: Gathering, from: string): Decision<HandoverRefusal> {
  const giver = registrationOf(gathering, from)
  if (giver?.state !== 'registered') return { gathering, refused: 'not-registered' }
  if (giver.handover?.state !== 'asked') return { gathering, refused: null }
  return { gathering: withHandover(gathering, giver, null), refused: null }
}

function whyOver({ status, endsAt }: Gathering, now: Temporal.Instant): HandoverRefusal | null {
  if (status === 'called-off') return 'called-off'
  return isAfter(endsAt, now) ? null : 'past'
}

function hasSeat(gathering: Gathering, memberId: string): boolean {
  const registration = registrationOf(gathering, memberId)
  return registration !== null && holdsSeat(registration)
}

function isAsked(giver: Registration | null, to: string): giver is Registration {
  return giver?.state === 'registered' && giver.handover?.to === to && giver.handover.state === 'asked'
}

function withHandover(gathering: Gathering, giver: Registration, handover: Registration['handover']): Gathering {
  return withRegistration(gathering, { ...giver, handover })
}
