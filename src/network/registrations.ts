import { toDate } from '../store/instants.ts'
import { type Attendance, type Gathering, isActive, queueOf, type Registration, registrationOf } from './gathering.ts'
import type { GatheringDesk } from './gathering-desk.ts'
import type { Gatherings } from './gatherings.ts'
import type { Member } from './member.ts'
import type { Members } from './members.ts'
import { type SeatTerms, settle } from './seat-offers.ts'
import {
  type AnswerRefusal,
  accept,
  type CancelRefusal,
  cancel,
  type Decision,
  decline,
  type RegisterRefusal,
  register,
  remove,
} from './seats.ts'

export type Registrations = ReturnType<typeof createRegistrations>

/** A registration with where it is; `place` is the place in the queue, from 1, of those who wait. */
export interface RegistrationView {
  gathering: Gathering
  registration: Registration
  place: number | null
}

/** `was` is the state before; null when there was no registration. */
export type Outcome<Refusal> =
  | ({ ok: true; was: Registration['state'] | null } & RegistrationView)
  | { ok: false; reason: Refusal }

/** What is null stays as it is in a registration that is there. */
export interface RegistrationForm {
  attendance: Attendance | null
  /** By number, the first is 1; none are all of them. */
  days?: readonly number[] | null
  /** The name of somebody who comes along in person; empty: nobody. */
  guest?: string | null
  diet: string | null
  question: string | null
  answers?: Readonly<Record<string, string>> | null
  /** `wait` joins the queue and is asked before a seat is given; `take` gets the first one at once. */
  ifFull: 'refuse' | 'wait' | 'take'
}

export interface Attendee {
  member: Member
  registration: Registration
  place: number | null
}

interface Dependencies {
  desk: GatheringDesk
  gatherings: Gatherings
  members: Members
  terms: SeatTerms
  newId: () => string
}

/** `place` is the one in the queue, from 1; null for who does not wait. */
export function viewOf(gathering: Gathering, memberId: string): RegistrationView | null {
  const registration = registrationOf(gathering, memberId)
  if (registration === null) return null
  const place = queueOf(gathering, registration.attendance).findIndex((each) => each.memberId === memberId) + 1
  return { gathering, registration, place: place === 0 ? null : place }
}

/** People's own places at gatherings. Outcomes say who may not do what, and why. */
export function createRegistrations({ desk, gatherings, members, terms, newId }: Dependencies) {
  /** Runs a rule of seats for a member, with what time has brought about before it and what follows from it after. */
  async function decide<Refusal>(
    gatheringId: string,
    memberId: string,
    rule: (gathering: Gathering) => Decision<Refusal>,
    now: Temporal.Instant,
  ): Promise<Outcome<Refusal | 'not-found'>> {
    let refused: Refusal | null = null
    const before: { state: Registration['state'] | null } = { state: null }
    const after = await desk.change(
      gatheringId,
      (gathering) => {
        const current = settle(gathering, now, terms)
        before.state = registrationOf(current, memberId)?.state ?? null
        const decision = rule(current)
        refused = decision.refused
        return settle(decision.gathering, now, terms)
      },
      now,
    )
    const view = after && viewOf(after, memberId)
    if (refused !== null) return { ok: false, reason: refused }
    return view === null ? { ok: false, reason: 'not-found' } : { ok: true, was: before.state, ...view }
  }

  async function withMember<T>(
    personId: string,
    act: (member: Member) => Promise<Outcome<T>>,
  ): Promise<Outcome<T | 'not-member'>> {
    const member = await members.of(personId)
    return member === null ? { ok: false, reason: 'not-member' } : act(member)
  }

  /** Takes a member out of all that is ahead. */
  async function cancelAll(memberId: string, now: Temporal.Instant): Promise<void> {
    for (const { _id } of await gatherings.ofMember(memberId, now)) {
      await decide(_id, memberId, (gathering) => cancel(gathering, memberId, now), now)
    }
  }

  return {
    /** Registers, changes a registration, or joins the queue; the same again changes nothing. */
    register(
      gatheringId: string,
      personId: string,
      form: RegistrationForm,
      now: Temporal.Instant,
    ): Promise<Outcome<RegisterRefusal>> {
      const calendarKey = newId()
      return withMember(personId, (member) =>
        decide(
          gatheringId,
          member._id,
          (gathering) => register(gathering, { member, ...form, calendarKey }, now, terms),
          now,
        ),
      )
    },

    accept: (
      gatheringId: string,
      personId: string,
      now: Temporal.Instant,
    ): Promise<Outcome<AnswerRefusal | 'not-member'>> =>
      withMember(personId, ({ _id }) =>
        decide(gatheringId, _id, (gathering) => accept(gathering, _id, now, terms), now),
      ),

    decline: (
      gatheringId: string,
      personId: string,
      now: Temporal.Instant,
    ): Promise<Outcome<AnswerRefusal | 'not-member'>> =>
      withMember(personId, ({ _id }) => decide(gatheringId, _id, (gathering) => decline(gathering, _id, now), now)),

    /** The second time changes nothing. */
    cancel: (
      gatheringId: string,
      personId: string,
      now: Temporal.Instant,
    ): Promise<Outcome<CancelRefusal | 'not-member'>> =>
      withMember(personId, ({ _id }) => decide(gatheringId, _id, (gathering) => cancel(gathering, _id, now), now)),

    /** Cancels what is ahead, and then the membership. False when they were no member. */
    async leave(personId: string, now: Temporal.Instant): Promise<boolean> {
      const member = await members.of(personId)
      if (member === null) return false
      await cancelAll(member._id, now)
      return members.leave(personId, now)
    },

    /** This person's registration for a gathering, whatever its state. */
    async of(gatheringId: string, personId: string): Promise<RegistrationView | null> {
      const [gathering, member] = await Promise.all([gatherings.find(gatheringId), members.of(personId)])
      return gathering && member && viewOf(gathering, member._id)
    },

    /** What this person is registered or waiting for, the next first. */
    async mine(personId: string, now: Temporal.Instant): Promise<RegistrationView[]> {
      const member = await members.of(personId)
      if (member === null) return []
      const found = await gatherings.ofMember(member._id, now)
      return found.flatMap((gathering) => viewOf(gathering, member._id) ?? [])
    },

    /** All who have a seat or wait: by the order in which they asked. */
    async attendees(gathering: Gathering): Promise<Attendee[]> {
      const current = gathering.registrations.filter(isActive)
      const found = await members.findMany(current.map(({ memberId }) => memberId))
      const byId = new Map(found.map((member) => [member._id, member]))
      return current
        .toSorted((a, b) => a.number - b.number)
        .flatMap(({ memberId }) => {
          const member = byId.get(memberId)
          const view = viewOf(gathering, memberId)
          return member && view ? [{ member, registration: view.registration, place: view.place }] : []
        })
    },

    /** The registration that a calendar address belongs to. */
    async byCalendarKey(gatheringId: string, calendarKey: string): Promise<RegistrationView | null> {
      const gathering = await gatherings.find(gatheringId)
      const registration = gathering?.registrations.find((each) => each.calendarKey === calendarKey)
      return gathering && registration ? viewOf(gathering, registration.memberId) : null
    },

    /** Past gatherings included. */
    async everything(memberId: string): Promise<RegistrationView[]> {
      const found = await gatherings.everWithMember(memberId)
      return found.flatMap((gathering) => viewOf(gathering, memberId) ?? [])
    },

    async forget(memberId: string, now: Temporal.Instant): Promise<void> {
      for (const { _id } of await gatherings.everWithMember(memberId)) {
        await gatherings.change(_id, (gathering) => remove(gathering, memberId), now)
      }
    },

    /** Ends the offers whose time is out, and offers their seats to the next. Says of how many gatherings. */
    async endOffers(now: Temporal.Instant): Promise<number> {
      const due = await gatherings.withOffersEnding(toDate(now))
      for (const { _id } of due) await gatherings.change(_id, (gathering) => gathering, now)
      return due.length
    },
  }
}
