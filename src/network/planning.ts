import { toDate } from '../store/instants.ts'
import { type Gathering, isActive, type Registration } from './gathering.ts'
import { datesOf, spanAttended } from './gathering-days.ts'
import type { Gatherings } from './gatherings.ts'
import { type Member, personsOf } from './member.ts'
import type { Members } from './members.ts'
import type { People } from './people.ts'
import { isAfter } from './times.ts'

/** A gathering as those need it who plan messages about it. */
export interface GatheringToPlan {
  id: string
  /** Another one whenever anything of this is. */
  revision: number
  startsAt: Temporal.Instant
  timeZone: string
  /** ISO 8601 durations before the start. */
  reminders: readonly string[]
  /** False when it is called off or a draft. */
  takesPlace: boolean
  /** Nobody sees it but those invited. */
  isForFew: boolean
  timeSetAt: Temporal.Instant
  /** Those registered who have written to the bot, since when they have their seat, and when they come. */
  attendees: readonly { personId: string; since: Temporal.Instant; comesAt: Temporal.Instant }[]
}

/** News about a seat in the queue, that its person waits for. The same news has the same key. */
export interface SeatNotice {
  key: string
  kind:
    | 'seat-offered'
    | 'seat-offer-ended'
    | 'seat-given'
    | 'registered-for-you'
    | 'changed-for-you'
    | 'queued-for-you'
    | 'removed-for-you'
    | 'registered-by-colleague'
    | 'unregistered-by-colleague'
    | 'takeover-asked'
    | 'takeover-answered'
  personId: string
  gatheringId: string
  /** The colleague that it comes from. */
  from?: string
  at: Temporal.Instant
  /** From then on it means nothing. */
  expiresAt: Temporal.Instant
}

/** That a gathering changed, for one who was registered or waiting by then. The same news has the same key. */
export interface GatheringNotice {
  key: string
  kind: 'gathering-changed' | 'gathering-called-off'
  personId: string
  newsId: string
  /** From then on it means nothing. */
  expiresAt: Temporal.Instant
}

export interface Follower {
  personId: string
  since: Temporal.Instant
}

const daysThatNewsAreTold = 7

interface Dependencies {
  people: People
  members: Members
  gatherings: Gatherings
}

/** What planning and sending messages needs to know of the network. */
export function createPlanning({ people, members, gatherings }: Dependencies) {
  /** Imported members whom nobody has written as cannot be told anything, and are left out. */
  async function writableOf(memberIds: readonly string[]): Promise<Map<string, string>> {
    const found = await members.findMany(memberIds)
    return new Map(found.flatMap(({ _id, personId }) => (personId === null ? [] : [[_id, personId]])))
  }

  async function thoseOf(personId: string, now: Temporal.Instant): Promise<Gathering[]> {
    const member = await members.of(personId)
    return member === null ? [] : gatherings.ofMember(member._id, now)
  }

  return {
    async gathering(id: string): Promise<GatheringToPlan | null> {
      const gathering = await gatherings.find(id)
      if (gathering === null) return null
      const registered = gathering.registrations.filter(({ state }) => state === 'registered')
      const persons = await writableOf(registered.map(({ memberId }) => memberId))
      const comesAt = createComings(gathering)
      return {
        id,
        revision: gathering.revision,
        startsAt: gathering.startsAt.toTemporalInstant(),
        timeZone: gathering.timeZone,
        reminders: gathering.reminders,
        takesPlace: gathering.status !== 'called-off' && gathering.status !== 'draft',
        isForFew: gathering.audience.kind === 'invited',
        timeSetAt: gathering.timeSetAt.toTemporalInstant(),
        attendees: registered.flatMap(({ memberId, since, days }) => {
          const personId = persons.get(memberId)
          return personId === undefined ? [] : [{ personId, since: since.toTemporalInstant(), comesAt: comesAt(days) }]
        }),
      }
    },

    /** Those that somebody may still come to, on the last day if not on the first; with `personId`, that person. */
    async upcomingGatherings(now: Temporal.Instant, personId?: string): Promise<string[]> {
      const ahead = personId === undefined ? await gatherings.ahead(now) : await thoseOf(personId, now)
      return ahead.filter((each) => isAfter(lastComing(each), now)).map(({ _id }) => _id)
    },

    async unreachable(personIds: readonly string[]): Promise<string[]> {
      const found = await people.findMany(personIds)
      return found.filter((person) => person.unreachable !== null).map(({ _id }) => _id)
    },

    markUnreachable: people.markUnreachable,

    /** Everybody who is one of these members, or was: for planning anew what each of them gets. */
    async personIdsOf(memberIds: readonly string[]): Promise<string[]> {
      return [...new Set((await members.findMany(memberIds)).flatMap(personsOf))]
    },

    /**
     * Those who follow one of the topics, and since when: from before they first wrote nobody follows anything. With
     * `personId`, that person alone.
     */
    async followers(topics: readonly string[], personId?: string): Promise<Follower[]> {
      const member = personId === undefined ? null : await members.of(personId)
      const found = personId === undefined ? await members.following(topics) : member === null ? [] : [member]
      const following = found.filter((each) => each.topics.some((topic) => topics.includes(topic)))
      const persons = await people.findMany(following.flatMap((each) => each.personId ?? []))
      const firstSeen = new Map(persons.map(({ _id, firstSeenAt }) => [_id, firstSeenAt]))
      return following.flatMap((each) => {
        const seen = each.personId === null ? undefined : firstSeen.get(each.personId)
        if (each.personId === null || seen === undefined) return []
        return [
          {
            personId: each.personId,
            since: new Date(Math.max(Number(seen), Number(followedSince(each, topics)))).toTemporalInstant(),
          },
        ]
      })
    },

    /** What is to be told about a gathering to those who had registered before it was so. */
    async gatheringNotices(gatheringId: string, now: Temporal.Instant): Promise<GatheringNotice[]> {
      const gathering = await gatherings.find(gatheringId)
      const since = toDate(now.subtract({ hours: daysThatNewsAreTold * 24 }))
      const news = gathering?.news.filter(({ at }) => at > since) ?? []
      if (gathering === null || news.length === 0) return []
      const concerned = gathering.registrations.filter(isActive)
      const persons = await writableOf(concerned.map(({ memberId }) => memberId))
      return news.flatMap(({ id, at, kind }) => {
        const noticeKind = kind === 'called-off' ? 'gathering-called-off' : 'gathering-changed'
        return concerned.flatMap((registration): GatheringNotice[] => {
          const personId = persons.get(registration.memberId)
          if (personId === undefined || registration.since > at) return []
          const key = `${noticeKind}:${gatheringId}:${personId}:${id}`
          return [{ key, kind: noticeKind, personId, newsId: id, expiresAt: gathering.endsAt.toTemporalInstant() }]
        })
      })
    },

    /** The news about seats of a gathering that still mean something; with `ofMembers` about theirs alone. */
    async seatNotices(
      gatheringId: string,
      now: Temporal.Instant,
      ofMembers?: readonly string[],
    ): Promise<SeatNotice[]> {
      const gathering = await gatherings.find(gatheringId)
      if (gathering === null || gathering.status === 'called-off') return []
      const wanted = ofMembers && new Set(ofMembers)
      const registrations = gathering.registrations.filter(({ memberId }) => wanted?.has(memberId) ?? true)
      const notices = registrations.flatMap((registration) => noticesOf(gathering, registration))
      const persons = await writableOf(notices.map(({ memberId }) => memberId))
      return notices.flatMap(({ memberId, ...notice }) => {
        const personId = persons.get(memberId)
        const isCurrent = Temporal.Instant.compare(notice.expiresAt, now) > 0
        return personId === undefined || !isCurrent ? [] : [{ ...notice, personId }]
      })
    },
  }
}

/** When those come who come on these days; of each choice it is reckoned once, many make the same. */
function createComings(gathering: Gathering): (days: readonly number[]) => Temporal.Instant {
  const known = new Map<string, Temporal.Instant>()
  return (days) => {
    const comesAt = known.get(String(days)) ?? spanAttended(gathering, days).startsAt.toTemporalInstant()
    known.set(String(days), comesAt)
    return comesAt
  }
}

function lastComing(gathering: Gathering): Date {
  return spanAttended(gathering, [datesOf(gathering).length]).startsAt
}

function followedSince({ topics, topicsSince, joinedAt }: Member, followed: readonly string[]): Date {
  const since = topics.filter((topic) => followed.includes(topic)).map((topic) => topicsSince[topic] ?? joinedAt)
  return new Date(Math.min(...since.map(Number)))
}

const hoursThatAnEndIsNews = 24

type MemberNotice = Omit<SeatNotice, 'personId'> & { memberId: string }

function noticesOf(gathering: Gathering, registration: Registration): MemberNotice[] {
  const own = noticeOf(gathering, registration)
  const handed = handoverNotice(gathering, registration)
  return [...(own === null ? [] : [own]), ...(handed === null ? [] : [handed])]
}

function noticeOf({ _id: gatheringId, startsAt }: Gathering, registration: Registration): MemberNotice | null {
  const { memberId, state, since, claimChangedAt, offer, takeWhenFree, by, byMemberId } = registration
  const isChanged = by === 'adviser' && claimChangedAt !== null && isActive(registration)
  const at = (isChanged ? claimChangedAt : since).toTemporalInstant()
  const key = (kind: string) => `${kind}:${gatheringId}:${memberId}:${at.epochMilliseconds}`
  const notice = (kind: SeatNotice['kind'], expiresAt: Temporal.Instant): MemberNotice => {
    return { key: key(kind), kind, memberId, gatheringId, at, expiresAt }
  }
  if (by === 'colleague' && byMemberId !== null) {
    const kind = state === 'cancelled' ? 'unregistered-by-colleague' : 'registered-by-colleague'
    return { ...notice(kind, startsAt.toTemporalInstant()), from: byMemberId }
  }
  if (by !== null && state === 'cancelled') return notice('removed-for-you', startsAt.toTemporalInstant())
  if (isChanged) return notice('changed-for-you', startsAt.toTemporalInstant())
  if (by !== null && state === 'waiting') return notice('queued-for-you', startsAt.toTemporalInstant())
  if (by !== null && state === 'registered') return notice('registered-for-you', startsAt.toTemporalInstant())
  if (offer !== null) return notice('seat-offered', offer.until.toTemporalInstant())
  if (state === 'expired') return notice('seat-offer-ended', earlier(at.add({ hours: hoursThatAnEndIsNews }), startsAt))
  if (state === 'registered' && takeWhenFree) return notice('seat-given', startsAt.toTemporalInstant())
  return null
}

/** To who is asked to take over a place, or to who asked. */
function handoverNotice({ _id: gatheringId, endsAt }: Gathering, registration: Registration): MemberNotice | null {
  const { memberId, handover } = registration
  if (handover === null) return null
  const at = handover.at.toTemporalInstant()
  const [kind, concerned, from] =
    handover.state === 'asked'
      ? (['takeover-asked', handover.to, memberId] as const)
      : (['takeover-answered', memberId, handover.to] as const)
  const key = `${kind}:${gatheringId}:${memberId}:${handover.to}:${at.epochMilliseconds}`
  return { key, kind, memberId: concerned, from, gatheringId, at, expiresAt: endsAt.toTemporalInstant() }
}

function earlier(instant: Temporal.Instant, date: Date): Temporal.Instant {
  return isAfter(date, instant) ? instant : date.toTemporalInstant()
}
