import { z } from 'zod'
import type { CollectionDefinition } from '../store/database.ts'
import { toDate } from '../store/instants.ts'
import type { Member } from './member.ts'
import { countyOf } from './municipalities.ts'
import { isAfter } from './times.ts'

export const attendances = ['in-person', 'online'] as const
export type Attendance = (typeof attendances)[number]

/**
 * One member's registration, in the document of its gathering: so a seat is taken or freed, and given on to the next
 * who waits, in one update of one document.
 */
const registrationSchema = z.object({
  memberId: z.string(),
  /**
   * `registered` and `offered` hold a seat. `waiting` is in the queue. The others are out: by their own will, by
   * declining an offer, or by letting it run out.
   */
  state: z.enum(['registered', 'offered', 'waiting', 'cancelled', 'declined', 'expired']),
  attendance: z.enum(attendances),
  /** Who asked first has the lowest; the queue goes by it. */
  number: z.number().int(),
  /** When the state began. */
  since: z.date(),
  /** Of the state `offered`; the number is of this offer alone. */
  offer: z.object({ number: z.number().int(), until: z.date() }).nullable().default(null),
  /** While waiting: take a seat without asking again. It stays on a seat that was taken so. */
  takeWhenFree: z.boolean().default(false),
  /**
   * An adviser gave them a seat beside the capacity: it is taken from nobody, counts in no free seats, and is gone with
   * them.
   */
  isExtra: z.boolean().default(false),
  /** Days of the gathering by number, the first is 1. Empty: all of them. */
  days: z.array(z.number().int().min(1)).default([]),
  /** The name of somebody who comes along, and takes a seat too; empty: nobody. */
  guest: z.string().default(''),
  diet: z.string().default(''),
  question: z.string().default(''),
  /** To the gathering's own questions, by their ids. */
  answers: z.record(z.string(), z.string()).default({}),
  /** Who brought the state about, if it was not the member. */
  by: z.enum(['adviser', 'colleague']).nullable().default(null),
  /** When it was last changed which days they come, or whether in person; null: not since they have the state. */
  claimChangedAt: z.date().nullable().default(null),
  /** Of `colleague`: who that was. */
  byMemberId: z.string().nullable().default(null),
  /** The last one who was asked to take over this place, and what came of it. */
  handover: z
    .object({ to: z.string(), at: z.date(), state: z.enum(['asked', 'refused', 'taken']) })
    .nullable()
    .default(null),
  /** When they were ticked off on the day; null: not seen there. */
  attendedAt: z.date().nullable().default(null),
  /** Unguessable; who has it may read the calendar entry. */
  calendarKey: z.string(),
})

export type Registration = z.infer<typeof registrationSchema>

const audienceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all') }),
  z.object({ kind: z.literal('topics'), topics: z.array(z.string()) }),
  z.object({ kind: z.literal('counties'), counties: z.array(z.string()) }),
  z.object({ kind: z.literal('municipalities'), municipalities: z.array(z.string()) }),
  z.object({ kind: z.literal('invited'), memberIds: z.array(z.string()) }),
])

export type Audience = z.infer<typeof audienceSchema>

/** A question of the adviser's own in the registration form. */
const questionSchema = z.object({
  /** Kept as long as the question is, so that answers stay with it. */
  id: z.string(),
  text: z.string(),
  kind: z.enum(['text', 'choice', 'yes-no']),
  /** Of the kind `choice`. */
  choices: z.array(z.string()).default([]),
  required: z.boolean().default(false),
})

export type GatheringQuestion = z.infer<typeof questionSchema>

/** A change that those are told of who were registered by then. */
const newsSchema = z.object({
  id: z.string(),
  at: z.date(),
  kind: z.enum(['changed', 'called-off', 'on-again']),
  /** What the adviser adds in their own words. */
  reason: z.string().default(''),
  before: z.object({ startsAt: z.date(), endsAt: z.date(), place: z.string(), onlineUrl: z.string().nullable() }),
})

/** Presentations and the like. */
const materialSchema = z.object({ title: z.string(), url: z.string() })

export type Material = z.infer<typeof materialSchema>

export type GatheringNews = z.infer<typeof newsSchema>

export const gatheringStatuses = ['draft', 'published', 'closed', 'called-off'] as const

const gatheringSchema = z.object({
  _id: z.string(),
  version: z.literal(1).default(1),
  title: z.string(),
  startsAt: z.date(),
  endsAt: z.date(),
  /** When the start was last set. */
  timeSetAt: z.date(),
  /** An IANA zone: the wall clock at the place. */
  timeZone: z.string(),
  place: z.string(),
  onlineUrl: z.string().nullable().default(null),
  /** How to get there, and in at the door; told the day before and on the day. */
  directions: z.string().default(''),
  /** What those who come may do before; told some days before. */
  preparation: z.string().default(''),
  /** Seats in person; null is as many as come. */
  capacity: z.number().int().nullable().default(null),
  onlineCapacity: z.number().int().nullable().default(null),
  registrationDeadline: z.date().nullable().default(null),
  agenda: z.array(z.object({ at: z.date().nullable(), title: z.string(), speaker: z.string().nullable() })).default([]),
  topics: z.array(z.string()).default([]),
  /** ISO 8601 durations before the start. */
  reminders: z.array(z.string()).default([]),
  audience: audienceSchema.default({ kind: 'all' }),
  questions: z.array(questionSchema).default([]),
  /** Goes up with each edit; a form holds only for the edition that it was made from. */
  edition: z.number().int().default(1),
  news: z.array(newsSchema).default([]),
  /** Of members who answered an invitation otherwise than by registering. */
  replies: z.array(z.object({ memberId: z.string(), reply: z.enum(['maybe', 'no']), at: z.date() })).default([]),
  /** When its audience was invited first. */
  invitedAt: z.date().nullable().default(null),
  /** When those who had not answered were reminded of the deadline. */
  deadlineRemindedAt: z.date().nullable().default(null),
  /** While those present can tick themselves off. */
  checkIn: z.object({ code: z.string(), until: z.date() }).nullable().default(null),
  materials: z.array(materialSchema).default([]),
  /** When those who were registered were thanked. */
  thankedAt: z.date().nullable().default(null),
  status: z.enum(gatheringStatuses),
  /** When members could see it first. */
  publishedAt: z.date().nullable().default(null),
  registrations: z.array(registrationSchema).default([]),
  /** The last number given to a registration or an offer. */
  lastNumber: z.number().int().default(0),
  /** The first end of an offer; for finding those that have run out. */
  offersEndAt: z.date().nullable().default(null),
  /** Goes up by one with each update; an update holds only for the revision that it was made from. */
  revision: z.number().int(),
  /** The revision up to which changes have been told to the rest of the bot. */
  toldRevision: z.number().int(),
  /** When the first change was made that is not told; of no meaning when all are. */
  untoldSince: z.date(),
})

export type Gathering = z.infer<typeof gatheringSchema>

export const gatheringsDefinition: CollectionDefinition<Gathering> = {
  name: 'gatherings',
  schema: gatheringSchema,
  indexes: [
    { name: 'ends', key: { endsAt: 1 } },
    { name: 'offers', key: { offersEndAt: 1 }, partialFilterExpression: { offersEndAt: { $type: 'date' } } },
  ],
}

/** When a gathering that gets this status could be seen first. */
export function publishedSince(
  { publishedAt }: Pick<Gathering, 'publishedAt'>,
  status: Gathering['status'],
  now: Temporal.Instant,
): Date | null {
  return publishedAt ?? (status === 'draft' ? null : toDate(now))
}

/** Why somebody cannot register now; whether there are seats is another question. */
export type NotOpen = 'not-found' | 'called-off' | 'past' | 'closed' | 'deadline-passed' | 'not-audience'

/** Null: open to this member, or to anybody when nobody is given. */
export function whyNotOpen(gathering: Gathering, member: Member | null, now: Temporal.Instant): NotOpen | null {
  if (gathering.status === 'draft') return 'not-found'
  if (gathering.status === 'called-off') return 'called-off'
  if (!isAfter(gathering.endsAt, now)) return 'past'
  if (gathering.status === 'closed') return 'closed'
  if (!isAfter(gathering.registrationDeadline ?? gathering.startsAt, now)) return 'deadline-passed'
  return member !== null && !isInAudience(gathering.audience, member) ? 'not-audience' : null
}

export function isInAudience(audience: Audience, member: Pick<Member, '_id' | 'topics' | 'municipality'>): boolean {
  switch (audience.kind) {
    case 'all':
      return true
    case 'topics':
      return audience.topics.some((topic) => member.topics.includes(topic))
    case 'counties':
      return audience.counties.includes(countyOf(member.municipality) ?? '')
    case 'municipalities':
      return audience.municipalities.includes(member.municipality)
    case 'invited':
      return audience.memberIds.includes(member._id)
  }
}

/** Drafts are seen by nobody, and what is for those invited by them alone; null is who is no member. */
export function isVisibleTo({ status, audience }: Gathering, member: Pick<Member, '_id'> | null): boolean {
  if (status === 'draft') return false
  return audience.kind !== 'invited' || (member !== null && audience.memberIds.includes(member._id))
}

export function attendancesOf(gathering: Pick<Gathering, 'onlineUrl'>): readonly Attendance[] {
  return gathering.onlineUrl === null ? ['in-person'] : attendances
}

export function holdsSeat({ state }: Registration): boolean {
  return state === 'registered' || state === 'offered'
}

/** Has a seat, or waits for one. */
export function isActive(registration: Registration): boolean {
  return holdsSeat(registration) || registration.state === 'waiting'
}

/** Those who wait for this kind of seat, the first first. */
export function queueOf(gathering: Gathering, attendance: Attendance): Registration[] {
  return gathering.registrations
    .filter((each) => each.attendance === attendance && each.state === 'waiting')
    .toSorted((a, b) => a.number - b.number)
}

export function registrationOf(gathering: Gathering, memberId: string): Registration | null {
  return gathering.registrations.find((each) => each.memberId === memberId) ?? null
}
