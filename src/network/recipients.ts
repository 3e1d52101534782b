import { presentAt } from './after-gathering.ts'
import { type Gathering, isActive, isInAudience, type Registration } from './gathering.ts'
import type { Member } from './member.ts'
import { countyOf } from './municipalities.ts'
import type { Person } from './people.ts'
import { isAfter } from './times.ts'

/** Who a message to members can be for. All but `all` are of one gathering. */
export const recipientGroups = [
  'registered',
  'in-person',
  'online',
  'waiting',
  'maybe',
  'no',
  'not-answered',
  'attended',
  'absent',
  'audience',
  'all',
] as const
export type RecipientGroup = (typeof recipientGroups)[number]

/** Those who have a place at a gathering, or may want one: what they hear of it is no news from the network. */
export const ofGathering: readonly RecipientGroup[] = [
  'registered',
  'in-person',
  'online',
  'waiting',
  'maybe',
  'attended',
  'absent',
]

/** Whom a message can be for, the likeliest first. Null: a message about no gathering. */
export function groupsFor(gathering: Gathering | null, now: Temporal.Instant): RecipientGroup[] {
  if (gathering === null) return ['all']
  const byAttendance = gathering.onlineUrl === null ? [] : (['in-person', 'online'] as const)
  const hasBegun = !isAfter(gathering.startsAt, now)
  return [
    'registered',
    ...byAttendance,
    ...(hasBegun ? (['attended', 'absent'] as const) : []),
    'waiting',
    'maybe',
    'no',
    'not-answered',
    'audience',
  ]
}

/** Members who have just come, and those on the list who have not filled in the form themselves. */
export const standings = ['any', 'new', 'not-joined'] as const
type Standing = (typeof standings)[number]

/** How long a member is a new one. */
const daysOfNewness = 90

export interface RecipientChoice {
  group: RecipientGroup
  /** Only members of these, or of municipalities in these counties; both empty is all. */
  municipalities: readonly string[]
  counties: readonly string[]
  /** Only members who follow one of these; empty is all. */
  topics: readonly string[]
  /** Only members in whose role one of these words is; empty is all. */
  roles: readonly string[]
}

/** Everybody in a group. */
export const unlimited = { municipalities: [], counties: [], topics: [], roles: [] } as const

/** The members of a group, out of all active ones. */
export function membersOfGroup(
  choice: RecipientChoice,
  gathering: Gathering | null,
  members: readonly Member[],
): Member[] {
  const { group, topics, roles } = choice
  return members.filter(
    (member) =>
      isInGroup(member, group, gathering) &&
      isFrom(member, choice) &&
      (topics.length === 0 || topics.some((topic) => member.topics.includes(topic))) &&
      (roles.length === 0 || roles.some((role) => member.role.toLowerCase().includes(role.toLowerCase()))),
  )
}

function isFrom({ municipality }: Member, { municipalities, counties }: RecipientChoice): boolean {
  if (municipalities.length === 0 && counties.length === 0) return true
  return municipalities.includes(municipality) || counties.includes(countyOf(municipality) ?? '')
}

/** `new` is who joined lately; `not-joined` whom a file brought in and who has not agreed to anything yet. */
export function hasStanding({ joinedAt, consentAt }: Member, standing: Standing, now: Temporal.Instant): boolean {
  if (standing === 'any') return true
  if (standing === 'not-joined') return consentAt === null
  return isAfter(joinedAt, now.subtract({ hours: 24 * daysOfNewness }))
}

function isInGroup(member: Member, group: RecipientGroup, gathering: Gathering | null): boolean {
  if (group === 'all') return true
  if (gathering === null) return false
  const registration = gathering.registrations.find(({ memberId }) => memberId === member._id)
  const hasSeat = registration?.state === 'registered'
  switch (group) {
    case 'registered':
      return hasSeat
    case 'in-person':
    case 'online':
      return hasSeat && registration.attendance === group
    case 'waiting':
      return registration !== undefined && isActive(registration) && !hasSeat
    case 'maybe':
    case 'no':
      return (
        !isYes(registration) && gathering.replies.some((each) => each.memberId === member._id && each.reply === group)
      )
    case 'not-answered':
      return isInAudience(gathering.audience, member) && !hasAnswered(gathering, member._id)
    case 'attended':
      return hasSeat && presentAt(gathering).includes(registration)
    case 'absent':
      return hasSeat && !presentAt(gathering).includes(registration)
    case 'audience':
      return isInAudience(gathering.audience, member)
  }
}

function isYes(registration: Registration | undefined): boolean {
  return registration !== undefined && isActive(registration)
}

/** A registration is a yes, a cancelled one a no; and there are those who said no or maybe. */
export function hasAnswered(gathering: Gathering, memberId: string): boolean {
  return [...gathering.registrations, ...gathering.replies].some((each) => each.memberId === memberId)
}

/** Which of the members can be written to, and why not the others. */
export interface Reach {
  personIds: string[]
  /** On the list, and have never written to the bot. */
  neverWrote: number
  /** Have blocked or removed the bot. */
  unreachable: number
}

/** Which of these members the bot can write to, and how many it cannot, for which reason. */
export function reachOf(members: readonly Member[], people: readonly Person[]): Reach {
  const known = new Map(people.map((person) => [person._id, person]))
  const reach: Reach = { personIds: [], neverWrote: 0, unreachable: 0 }
  for (const { personId } of members) {
    const person = personId === null ? undefined : known.get(personId)
    if (person === undefined || person.conversation === null) reach.neverWrote++
    else if (person.unreachable !== null) reach.unreachable++
    else reach.personIds.push(person._id)
  }
  return reach
}
