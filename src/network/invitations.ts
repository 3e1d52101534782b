import { toDate } from '../store/instants.ts'
import type { Changes } from './changes.ts'
import { type Gathering, isActive, isVisibleTo, registrationOf, whyNotOpen } from './gathering.ts'
import type { Gatherings } from './gatherings.ts'
import type { Members } from './members.ts'
import type { People } from './people.ts'
import { hasAnswered, membersOfGroup, type Reach, reachOf, unlimited } from './recipients.ts'
import { isAfter } from './times.ts'

export type Reply = Gathering['replies'][number]['reply']
export type ReplyOutcome =
  | { ok: true; gathering: Gathering }
  | { ok: false; reason: 'not-found' | 'not-member' | 'called-off' | 'past' | 'registered' }

/** Hands messages on to be sent; must not mind doing so twice for the same person. */
type PostTo = (gathering: Gathering, personIds: readonly string[], now: Temporal.Instant) => Promise<void>

export interface InvitationMessages {
  invite: PostTo
  /** Before the deadline, once. */
  remindOfDeadline: PostTo
  /** When an adviser wants it, at most once a day. */
  remindNow: PostTo
  /** When each person was last invited or reminded. */
  lastAsked: (gathering: Gathering) => Promise<ReadonlyMap<string, Date>>
}

/** Those of the audience who have not answered, by what can be done about it. */
export interface Unanswered extends Omit<Reach, 'personIds'> {
  uninvited: string[]
  remindable: string[]
  /** How many were asked so lately that they are left in peace. */
  justAsked: number
}

/** On which day before the deadline those who have not answered are reminded, and when on that day. */
const daysBeforeDeadline = 2
const reminderTime = '09:00'
/** Nobody is reminded of what they were invited to just now, or of a deadline that is upon them. */
const hoursAfterInvitation = 24
const daysBetweenReminders = 3
const hoursToAnswer = 3

interface Dependencies {
  gatherings: Gatherings
  members: Members
  people: People
  changes: Pick<Changes, 'recordChange'>
}

/** Invites the audience of a gathering, takes their answers, and reminds once those who give none. */
export function createInvitations({ gatherings, members, people, changes }: Dependencies) {
  /** Those of the audience who have not answered. */
  async function unanswered(gathering: Gathering): Promise<Reach> {
    const choice = { ...unlimited, group: 'not-answered' } as const
    const chosen = membersOfGroup(choice, gathering, await members.all())
    return reachOf(chosen, await people.findMany(chosen.flatMap(({ personId }) => personId ?? [])))
  }

  async function unansweredBy(
    gathering: Gathering,
    lastAsked: InvitationMessages['lastAsked'],
    now: Temporal.Instant,
  ): Promise<Unanswered> {
    const [{ personIds, ...reach }, asked] = await Promise.all([unanswered(gathering), lastAsked(gathering)])
    const invited = personIds.filter((personId) => asked.has(personId))
    const remindable = invited.filter((personId) => !isAskedWithin(24 * daysBetweenReminders, asked.get(personId), now))
    const uninvited = personIds.filter((personId) => !asked.has(personId))
    return { ...reach, uninvited, remindable, justAsked: invited.length - remindable.length }
  }

  /** Open for registration, so that there is something to ask for. */
  async function findOpen(gatheringId: string, now: Temporal.Instant): Promise<Gathering | null> {
    const gathering = await gatherings.find(gatheringId)
    return gathering !== null && whyNotOpen(gathering, null, now) === null ? gathering : null
  }

  return {
    unanswered,
    unansweredBy,

    /** Invites those who have neither answered nor had the invitation. */
    async invite(
      by: string,
      gatheringId: string,
      messages: InvitationMessages,
      now: Temporal.Instant,
    ): Promise<Gathering | null> {
      const gathering = await findOpen(gatheringId, now)
      if (gathering === null) return null
      const { uninvited } = await unansweredBy(gathering, messages.lastAsked, now)
      if (uninvited.length === 0) return gathering
      await messages.invite(gathering, uninvited, now)
      const invited = await gatherings.change(
        gatheringId,
        (current) => (current.invitedAt === null ? { ...current, invitedAt: toDate(now) } : current),
        now,
      )
      const subject = { kind: 'gathering', id: gatheringId } as const
      await changes.recordChange(by, subject, { invited: null }, { invited: uninvited.length }, now)
      return invited
    },

    /** Reminds those who had the invitation and gave no answer, save who was asked in the last days. */
    async remindNow(
      by: string,
      gatheringId: string,
      messages: InvitationMessages,
      now: Temporal.Instant,
    ): Promise<Gathering | null> {
      const gathering = await findOpen(gatheringId, now)
      if (gathering === null) return null
      const { remindable } = await unansweredBy(gathering, messages.lastAsked, now)
      if (remindable.length === 0) return gathering
      await messages.remindNow(gathering, remindable, now)
      const subject = { kind: 'gathering', id: gatheringId } as const
      await changes.recordChange(by, subject, { reminded: null }, { reminded: remindable.length }, now)
      return gathering
    },

    /** A maybe or a no. The last answer holds; who is registered says no by cancelling. */
    async reply(gatheringId: string, personId: string, reply: Reply, now: Temporal.Instant): Promise<ReplyOutcome> {
      const member = await members.of(personId)
      if (member === null) return { ok: false, reason: 'not-member' }
      let refused: Exclude<ReplyOutcome, { ok: true }>['reason'] | null = null
      const gathering = await gatherings.change(
        gatheringId,
        (current) => {
          refused = whyNoReply(current, member._id, now)
          return refused === null ? withReply(current, member._id, reply, now) : current
        },
        now,
      )
      if (refused !== null) return { ok: false, reason: refused }
      return gathering === null ? { ok: false, reason: 'not-found' } : { ok: true, gathering }
    },

    hasAnswered: async (gathering: Gathering, personId: string): Promise<boolean> => {
      const member = await members.of(personId)
      return member !== null && hasAnswered(gathering, member._id)
    },

    /** What a member answered, and what they were invited to by name; past gatherings included. */
    async everything(memberId: string): Promise<object[]> {
      const found = await gatherings.everWithMember(memberId)
      return found.flatMap(({ _id, title, replies, audience }) => {
        const reply = replies.find((each) => each.memberId === memberId)
        const isNamed = audience.kind === 'invited' && audience.memberIds.includes(memberId)
        return reply || isNamed
          ? [{ gatheringId: _id, title, reply: reply?.reply ?? null, at: reply?.at ?? null, invitedByName: isNamed }]
          : []
      })
    },

    /** Reminds of deadlines that come up: call it about once a minute, on any number of processes. */
    async remind(
      { remindOfDeadline, lastAsked }: Pick<InvitationMessages, 'remindOfDeadline' | 'lastAsked'>,
      now: Temporal.Instant,
    ): Promise<number> {
      const due = (await gatherings.invitedUnreminded(now)).filter((gathering) => isReminderDue(gathering, now))
      for (const gathering of due) {
        const { personIds } = await unanswered(gathering)
        const asked = await lastAsked(gathering)
        const waiting = personIds.filter((id) => !isAskedWithin(hoursAfterInvitation, asked.get(id), now))
        await remindOfDeadline(gathering, waiting, now)
        await gatherings.change(gathering._id, (current) => ({ ...current, deadlineRemindedAt: toDate(now) }), now)
      }
      return due.length
    },
  }
}

function isAskedWithin(hours: number, at: Date | undefined, now: Temporal.Instant): boolean {
  return at !== undefined && isAfter(at, now.subtract({ hours }))
}

function whyNoReply(gathering: Gathering, memberId: string, now: Temporal.Instant) {
  if (!isVisibleTo(gathering, { _id: memberId })) return 'not-found'
  if (gathering.status === 'called-off') return 'called-off'
  if (!isAfter(gathering.endsAt, now)) return 'past'
  const registration = registrationOf(gathering, memberId)
  return registration !== null && isActive(registration) ? 'registered' : null
}

function withReply(gathering: Gathering, memberId: string, reply: Reply, now: Temporal.Instant): Gathering {
  const known = gathering.replies.find((each) => each.memberId === memberId)
  if (known?.reply === reply) return gathering
  const others = gathering.replies.filter((each) => each !== known)
  return { ...gathering, replies: [...others, { memberId, reply, at: toDate(now) }] }
}

/** The last moment for registering. */
export function deadlineOf({ registrationDeadline, startsAt }: Gathering): Date {
  return registrationDeadline ?? startsAt
}

function isReminderDue(gathering: Gathering, now: Temporal.Instant): boolean {
  const { invitedAt, timeZone } = gathering
  if (invitedAt === null || whyNotOpen(gathering, null, now) !== null) return false
  const deadline = deadlineOf(gathering).toTemporalInstant()
  const day = deadline.toZonedDateTimeISO(timeZone).toPlainDate().subtract({ days: daysBeforeDeadline })
  const from = day.toZonedDateTime({ timeZone, plainTime: reminderTime }).toInstant()
  const isTime = Temporal.Instant.compare(now, from) >= 0
  const isInvitedForAWhile =
    Temporal.Instant.compare(now, invitedAt.toTemporalInstant().add({ hours: hoursAfterInvitation })) >= 0
  const isInTime = Temporal.Instant.compare(now, deadline.subtract({ hours: hoursToAnswer })) < 0
  return isTime && isInvitedForAWhile && isInTime
}
