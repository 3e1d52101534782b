import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { toDate } from '../store/instants.ts'
import type { Changes } from './changes.ts'
import { type Gathering, isActive, type Registration, registrationOf } from './gathering.ts'
import type { Gatherings } from './gatherings.ts'
import type { Members } from './members.ts'
import type { RegistrationForm } from './registrations.ts'
import { type SeatTerms, settle } from './seat-offers.ts'
import {
  type CancelRefusal,
  cancel,
  type Decision,
  isSameClaim,
  type RegisterRefusal,
  type RegisterRequest,
  register,
} from './seats.ts'
import { isAfter } from './times.ts'

export type DeskOutcome<Refusal> =
  | { ok: true; gathering: Gathering; registration: Registration }
  | { ok: false; reason: Refusal }

/** As members fill it in; an adviser may give a seat beside the capacity too. */
type DeskForm = Omit<RegistrationForm, 'ifFull'> & Pick<RegisterRequest, 'ifFull'>

export type CheckInOutcome =
  | { ok: true; gathering: Gathering }
  | { ok: false; reason: 'wrong-code' | 'not-registered' | 'not-member' }

interface Dependencies {
  gatherings: Gatherings
  members: Members
  changes: Pick<Changes, 'recordChange'>
  terms: SeatTerms
  newId: () => string
}

/** What advisers do with registrations. Each change is kept with who did it, and the member hears of it. */
export function createAttendeeDesk({ gatherings, members, changes, terms, newId }: Dependencies) {
  async function decide<Refusal>(
    by: string,
    gatheringId: string,
    memberId: string,
    rule: (gathering: Gathering) => Decision<Refusal>,
    now: Temporal.Instant,
  ): Promise<DeskOutcome<Refusal | 'not-found'>> {
    let refused: Refusal | null = null
    let before: Registration | null = null
    const gathering = await gatherings.change(
      gatheringId,
      (current) => {
        before = registrationOf(current, memberId)
        const decision = rule(settle(current, now, terms))
        refused = decision.refused
        return decision.gathering
      },
      now,
    )
    const registration = gathering && registrationOf(gathering, memberId)
    if (refused !== null) return { ok: false, reason: refused }
    if (gathering === null || registration === null) return { ok: false, reason: 'not-found' }
    const after = {
      ...recorded(registration),
      ...(areDetailsOther(before, registration) ? { details: 'changed' } : {}),
    }
    await changes.recordChange(by, subjectOf(memberId, gatheringId), recorded(before), after, now)
    return { ok: true, gathering, registration }
  }

  return {
    /**
     * Registers a member who asked for it otherwise, or changes what they told, of which they need not hear. A closed
     * registration, a deadline and an audience are no hindrance to an adviser. A full gathering is, unless they give a
     * seat beside the capacity.
     */
    async register(
      by: string,
      gatheringId: string,
      memberId: string,
      form: DeskForm,
      now: Temporal.Instant,
    ): Promise<DeskOutcome<RegisterRefusal>> {
      const member = await members.find(memberId)
      if (member === null || member.status === 'left') return { ok: false, reason: 'not-member' }
      const request = { member, ...form, calendarKey: newId() }
      const rule = (gathering: Gathering) => {
        const known = registrationOf(gathering, memberId)
        const decision = register(gathering, { ...request, by: 'adviser' }, now, terms)
        const wanted = registrationOf(decision.gathering, memberId)
        const isTold = known !== null && isActive(known) && wanted?.state === known.state && isSameClaim(known, wanted)
        return isTold ? register(gathering, { ...request, by: known.by }, now, terms) : decision
      }
      return decide(by, gatheringId, memberId, (gathering) => opened(gathering, rule), now)
    },

    /** Takes somebody off; their seat is offered to the next. */
    remove: (
      by: string,
      gatheringId: string,
      memberId: string,
      now: Temporal.Instant,
    ): Promise<DeskOutcome<CancelRefusal>> =>
      decide(by, gatheringId, memberId, (gathering) => cancel(gathering, memberId, now, 'adviser'), now),

    /** Ticks off who of those shown was there. */
    async setAttended(
      by: string,
      gatheringId: string,
      { shown, present }: { shown: readonly string[]; present: readonly string[] },
      now: Temporal.Instant,
    ): Promise<Gathering | null> {
      let ticked: string[] = []
      let cleared: string[] = []
      const after = await gatherings.change(
        gatheringId,
        (gathering) => {
          const concerned = gathering.registrations.filter(({ memberId }) => shown.includes(memberId))
          const there = (each: Registration) => present.includes(each.memberId)
          ticked = concerned.filter((each) => there(each) && each.attendedAt === null).map(({ memberId }) => memberId)
          cleared = concerned.filter((each) => !there(each) && each.attendedAt !== null).map(({ memberId }) => memberId)
          return withAttended(withAttended(gathering, ticked, toDate(now)), cleared, null)
        },
        now,
      )
      for (const memberId of [...ticked, ...cleared]) {
        const attended = ticked.includes(memberId)
        const subject = subjectOf(memberId, gatheringId)
        await changes.recordChange(by, subject, { attended: !attended }, { attended }, now)
      }
      return after
    },

    /** A code that those present give the bot; the one that is open is given again. */
    async openCheckIn(by: string, gatheringId: string, now: Temporal.Instant): Promise<Gathering | null> {
      const taken = new Set((await gatherings.withCheckIn(now)).map(({ checkIn }) => checkIn?.code))
      const code = freeCode(newId(), taken)
      const before = await gatherings.find(gatheringId)
      const after = await gatherings.change(
        gatheringId,
        (gathering) => {
          const isOpen = gathering.checkIn !== null && isAfter(gathering.checkIn.until, now)
          return isOpen ? gathering : { ...gathering, checkIn: { code, until: checkInEnd(gathering, now) } }
        },
        now,
      )
      const isNew = before?.checkIn?.code !== after?.checkIn?.code
      const subject = { kind: 'gathering', id: gatheringId } as const
      if (after !== null && isNew) await changes.recordChange(by, subject, { checkIn: false }, { checkIn: true }, now)
      return after
    },

    /** Somebody gives the code: they are ticked off as present. Twice is as once. */
    async checkIn(personId: string, code: string, now: Temporal.Instant): Promise<CheckInOutcome> {
      const open = (await gatherings.withCheckIn(now)).find(({ checkIn }) => checkIn?.code === code)
      if (open === undefined) return { ok: false, reason: 'wrong-code' }
      const member = await members.of(personId)
      if (member === null) return { ok: false, reason: 'not-member' }
      const after = await gatherings.change(
        open._id,
        (gathering) => {
          const mine = registrationOf(gathering, member._id)
          const isNew = mine !== null && isActive(mine) && mine.attendedAt === null
          return isNew ? withAttended(gathering, [member._id], toDate(now)) : gathering
        },
        now,
      )
      const isThere = after !== null && registrationOf(after, member._id)?.attendedAt != null
      return isThere ? { ok: true, gathering: after } : { ok: false, reason: 'not-registered' }
    },
  }
}

/** As the gathering would be if everybody could still register until it is over. */
function opened<Refusal>(gathering: Gathering, rule: (gathering: Gathering) => Decision<Refusal>): Decision<Refusal> {
  const { status, registrationDeadline, audience, endsAt } = gathering
  const { gathering: after, refused } = rule({
    ...gathering,
    status: status === 'closed' ? 'published' : status,
    registrationDeadline: endsAt,
    audience: { kind: 'all' },
  })
  return { gathering: { ...after, status, registrationDeadline, audience }, refused }
}

function withAttended(gathering: Gathering, memberIds: readonly string[], at: Date | null): Gathering {
  if (memberIds.length === 0) return gathering
  const registrations = gathering.registrations.map((each) =>
    memberIds.includes(each.memberId) ? { ...each, attendedAt: at } : each,
  )
  return { ...gathering, registrations }
}

const checkInHours = 12

/** A code is of a day: it can't be tried out for long. */
function checkInEnd({ endsAt }: Gathering, now: Temporal.Instant): Date {
  const longest = toDate(now.add({ hours: checkInHours }))
  return endsAt < longest && isAfter(endsAt, now) ? endsAt : longest
}

const firstCode = 1000
const codes = 9000

/** Four digits, made of an id that nobody can guess; the next one where another gathering has the same. */
function freeCode(id: string, taken: ReadonlySet<string | undefined>): string {
  const chosen = createHash('sha256').update(id).digest().readUInt32BE() % codes
  const free = Array.from({ length: codes }, (_, index) => String(firstCode + ((chosen + index) % codes)))
  return free.find((code) => !taken.has(code)) ?? String(firstCode)
}

function subjectOf(memberId: string, gatheringId: string) {
  return { kind: 'registration', id: memberId, of: gatheringId } as const
}

function recorded(registration: Registration | null): object {
  const extra = registration?.isExtra ? { extra: true } : {}
  return { state: registration?.state ?? null, attendance: registration?.attendance ?? null, ...extra }
}

/** What people told is not kept here: that it was changed is. */
function areDetailsOther(before: Registration | null, after: Registration): boolean {
  if (before === null || !isActive(before) || !isActive(after)) return false
  const told = ({ diet, question, answers, days, guest }: Registration) => ({ diet, question, answers, days, guest })
  return !isDeepStrictEqual(told(before), told(after))
}
