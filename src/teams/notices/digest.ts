import { digestNotice } from '../../cards/notices/digest.ts'
import type { Call } from '../../knowledge/calls.ts'
import { type Gathering, isInAudience, registrationOf, whyNotOpen } from '../../network/gathering.ts'
import type { Member } from '../../network/member.ts'
import type { CallRecord } from '../../reminders/calls/records.ts'
import { digestMoment } from '../../reminders/digest.ts'
import type { NoticeMakers } from '../notices.ts'

interface Dependencies {
  memberOf: (personId: string) => Promise<Member | null>
  callsAhead: (now: Temporal.Instant, topic: string) => Call[]
  records: (now: Temporal.Instant) => Promise<readonly CallRecord[]>
  /** Those ahead that a member may see. */
  gatheringsAhead: (member: Member, now: Temporal.Instant) => Promise<readonly Gathering[]>
  timeZone: string
}

/** A call that closes so soon after the next summary is told of in this one. */
const daysAfterNext = 7

/** The month's summary: of what is new in what somebody follows, and nothing where nothing is. */
export function digestNotices({
  memberOf,
  callsAhead,
  records,
  gatheringsAhead,
  timeZone,
}: Dependencies): NoticeMakers {
  return {
    async digest({ data }, { personId, language, now, isShared }) {
      const member = await memberOf(personId)
      const month = monthOf(data.month)
      if (member === null || month === null) return null
      const since = digestMoment(month.subtract({ months: 1 }), timeZone)
      const until = digestMoment(month.add({ months: 1 }), timeZone).add({ hours: 24 * daysAfterNext })
      const known = new Map((await records(now)).map((record) => [record._id, record]))
      const calls = uniqueCalls(member.topics.flatMap((topic) => callsAhead(now, topic)))
      const opened = calls.filter((call) => isWithin(openedAt(call, known.get(call.id)), since, now))
      const closing = calls.filter((call) => !opened.includes(call) && isWithin(call.closes.toInstant(), now, until))
      const gatherings = (await gatheringsAhead(member, now)).filter(
        (gathering) =>
          isNews(gathering, since) &&
          isOpenTo(gathering, member, now) &&
          !(isShared && gathering.audience.kind === 'invited'),
      )
      if (opened.length + closing.length + gatherings.length === 0) return null
      return digestNotice({ opened, closing, gatherings }, timeZone, language)
    },
  }
}

function monthOf(text: string | undefined): Temporal.PlainYearMonth | null {
  return text === undefined ? null : Temporal.PlainYearMonth.from(text)
}

/** Of one whose opening nobody wrote down: when the bot first knew of it. */
function openedAt({ opens }: Call, record: CallRecord | undefined): Temporal.Instant | null {
  const seen = record?.firstSeenAt.toTemporalInstant() ?? null
  const opening = opens?.toInstant()
  if (opening === undefined) return seen
  return seen !== null && Temporal.Instant.compare(seen, opening) > 0 ? seen : opening
}

function isNews({ publishedAt }: Gathering, since: Temporal.Instant): boolean {
  return publishedAt !== null && Temporal.Instant.compare(publishedAt.toTemporalInstant(), since) > 0
}

function isOpenTo(gathering: Gathering, member: Member, now: Temporal.Instant): boolean {
  const isTheirs = isInAudience(gathering.audience, member) && registrationOf(gathering, member._id) === null
  return isTheirs && whyNotOpen(gathering, member, now) === null
}

function isWithin(at: Temporal.Instant | null, from: Temporal.Instant, to: Temporal.Instant): boolean {
  return at !== null && Temporal.Instant.compare(at, from) > 0 && Temporal.Instant.compare(at, to) <= 0
}

function uniqueCalls(calls: readonly Call[]): Call[] {
  return [...new Map(calls.map((call) => [call.id, call])).values()]
}
