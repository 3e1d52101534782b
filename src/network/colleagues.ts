import { matcher } from './attendee-overview.ts'
import { type Gathering, isActive, type Registration, registrationOf } from './gathering.ts'
import type { Gatherings } from './gatherings.ts'
import { askSubstitute, type HandoverRefusal, keepSeat, refuseHandover, takeOver } from './handover.ts'
import type { Member } from './member.ts'
import type { Members } from './members.ts'
import { type SeatTerms, settle } from './seat-offers.ts'
import { type CancelRefusal, cancel, type Decision, type RegisterRefusal, register } from './seats.ts'

export type ColleagueRefusal =
  | RegisterRefusal
  | CancelRefusal
  | HandoverRefusal
  | 'not-member'
  /** There is no such colleague, or they could not hear of it. */
  | 'no-colleague'
  /** Has a place, or waits for one. */
  | 'is-registered'

export type ColleagueOutcome =
  | { ok: true; gathering: Gathering; colleague: Member; registration: Registration | null }
  | { ok: false; reason: ColleagueRefusal; colleague: Member | null }

/** Somebody who can be registered, or asked to take over; `state` is where they are with the gathering. */
export interface Colleague {
  member: Member
  state: Registration['state'] | null
}

interface Dependencies {
  gatherings: Gatherings
  members: Members
  terms: SeatTerms
  newId: () => string
}

/** What this person does to another member's place, or with another to their own. */
type Act = (gatheringId: string, personId: string, otherId: string, now: Temporal.Instant) => Promise<ColleagueOutcome>

/**
 * What members do for others of their municipality: only for those who have written to the bot, since they are to hear
 * of it and can say no.
 */
export function createColleagues({ gatherings, members, terms, newId }: Dependencies) {
  function isColleague(me: Member, other: Member): boolean {
    return other._id !== me._id && other.municipality === me.municipality && other.personId !== null
  }

  async function decide<Refusal extends ColleagueRefusal>(
    gatheringId: string,
    { colleague }: { colleague: Member },
    rule: (gathering: Gathering) => Decision<Refusal>,
    now: Temporal.Instant,
    of = colleague._id,
  ): Promise<ColleagueOutcome> {
    let refused: ColleagueRefusal | null = null
    const gathering = await gatherings.change(
      gatheringId,
      (current) => {
        const decision = rule(settle(current, now, terms))
        refused = decision.refused
        return decision.gathering
      },
      now,
    )
    if (refused !== null) return { ok: false, reason: refused, colleague }
    if (gathering === null) return { ok: false, reason: 'not-found', colleague }
    return { ok: true, gathering, colleague, registration: registrationOf(gathering, of) }
  }

  async function both(personId: string, colleagueId: string): Promise<{ me: Member; colleague: Member } | null> {
    const [me, colleague] = await Promise.all([members.of(personId), members.find(colleagueId)])
    if (me === null || colleague === null || colleague.status !== 'active') return null
    return { me, colleague }
  }

  /** The colleague is one of the same municipality. */
  async function withColleague(
    personId: string,
    colleagueId: string,
    act: (pair: { me: Member; colleague: Member }) => Promise<ColleagueOutcome>,
  ): Promise<ColleagueOutcome> {
    const pair = await both(personId, colleagueId)
    const isOne = pair !== null && isColleague(pair.me, pair.colleague)
    return isOne ? act(pair) : { ok: false, reason: 'no-colleague', colleague: null }
  }

  /** Who answers a question that was put to them; the one who put it may have moved to another municipality since. */
  async function withAsker(
    personId: string,
    askerId: string,
    act: (pair: { me: Member; colleague: Member }) => Promise<ColleagueOutcome>,
  ): Promise<ColleagueOutcome> {
    const pair = await both(personId, askerId)
    return pair === null ? { ok: false, reason: 'handover-ended', colleague: null } : act(pair)
  }

  const acts = {
    /** Registers a colleague, or has them wait where it is full. Who has said no is not registered by somebody else. */
    register: (gatheringId, personId, colleagueId, now) =>
      withColleague(personId, colleagueId, (pair) => {
        const { me, colleague } = pair
        const asked = { attendance: null, diet: null, question: null, ifFull: 'wait', calendarKey: newId() } as const
        const request = { ...asked, member: colleague, by: 'colleague', byMemberId: me._id } as const
        const rule = (gathering: Gathering): Decision<ColleagueRefusal> => {
          const current = registrationOf(gathering, colleague._id)
          if (current !== null && isActive(current)) {
            const isMine = current.by === 'colleague' && current.byMemberId === me._id
            return { gathering, refused: isMine ? null : 'is-registered' }
          }
          if (hasSaidNo(gathering, current, colleague._id)) return { gathering, refused: 'has-said-no' }
          return register(gathering, request, now, terms)
        }
        return decide(gatheringId, pair, rule, now)
      }),

    /** Takes back a registration of this person's own making, which its member has not made theirs. */
    unregister: (gatheringId, personId, colleagueId, now) =>
      withAsker(personId, colleagueId, (pair) => {
        const rule = (gathering: Gathering): Decision<ColleagueRefusal> => {
          const current = registrationOf(gathering, colleagueId)
          const isMine = current?.by === 'colleague' && current.byMemberId === pair.me._id
          if (current?.state === 'cancelled' && isMine) return { gathering, refused: null }
          if (!isMine) return { gathering, refused: 'not-registered' }
          return cancel(gathering, colleagueId, now, 'colleague', pair.me._id)
        }
        return decide(gatheringId, pair, rule, now)
      }),

    /** Asks a colleague to take over this person's place. */
    askSubstitute: (gatheringId, personId, colleagueId, now) =>
      withColleague(personId, colleagueId, (pair) => {
        const who = { from: pair.me._id, to: pair.colleague._id }
        return decide(gatheringId, pair, (gathering) => askSubstitute(gathering, who, now), now, pair.me._id)
      }),

    /** This person takes over the place of who asked them. */
    takeOver: (gatheringId, personId, askerId, now) =>
      withAsker(personId, askerId, (pair) => {
        const who = { from: pair.colleague._id, to: pair.me._id, calendarKey: newId() }
        return decide(gatheringId, pair, (gathering) => takeOver(gathering, who, now), now, pair.me._id)
      }),

    refuse: (gatheringId, personId, askerId, now) =>
      withAsker(personId, askerId, (pair) => {
        const who = { from: pair.colleague._id, to: pair.me._id }
        return decide(gatheringId, pair, (gathering) => refuseHandover(gathering, who, now), now, pair.me._id)
      }),
  } satisfies Record<string, Act>

  return {
    /** Members of this person's municipality by the beginnings of their names, or by a whole e-mail address. */
    async find(gathering: Gathering, personId: string, search: string): Promise<Colleague[]> {
      const me = await members.of(personId)
      if (me === null) return []
      const wanted = search.trim().toLowerCase()
      const isNamed = matcher(wanted)
      const found = (await members.ofMunicipality(me.municipality)).filter(
        (other) =>
          isColleague(me, other) && (other.email === wanted || (!wanted.includes('@') && isNamed([other.name]))),
      )
      return found.map((member) => ({ member, state: registrationOf(gathering, member._id)?.state ?? null }))
    },

    ...acts,

    /** This person comes after all. */
    keepSeat: async (gatheringId: string, personId: string, now: Temporal.Instant): Promise<ColleagueOutcome> => {
      const me = await members.of(personId)
      if (me === null) return { ok: false, reason: 'not-member', colleague: null }
      return decide(gatheringId, { colleague: me }, (gathering) => keepSeat(gathering, me._id), now)
    },

    /** Who asks this person to take over a place at a gathering, and who is asked in return. */
    nameOf: async (memberId: string): Promise<string | null> => (await members.find(memberId))?.name ?? null,
  }
}

function hasSaidNo({ replies }: Gathering, current: Registration | null, memberId: string): boolean {
  const hasLeft = current?.state === 'cancelled' && current.by === null && current.handover === null
  return (
    hasLeft ||
    current?.state === 'declined' ||
    replies.some((each) => each.memberId === memberId && each.reply === 'no')
  )
}
