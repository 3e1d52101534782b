import { type GatheringNotice, gatheringNotice, type Standing } from '../../cards/notices/gathering.ts'
import type { Reminder } from '../../cards/notices/reminder.ts'
import { type Gathering, registrationOf } from '../../network/gathering.ts'
import type { Member } from '../../network/member.ts'
import type { NearYou } from '../../network/near-you.ts'
import type { MessageRow } from '../../reminders/message.ts'
import type { NoticeMaker, NoticeMakers } from '../notices.ts'
import { detailsShown } from '../shown-gatherings.ts'

interface GatheringNoticeDependencies {
  find: (gatheringId: string) => Promise<Gathering | null>
  memberOf: (personId: string) => Promise<Member | null>
  nearYou: (gathering: Gathering, municipality: string) => Promise<NearYou | null>
}

/** What is said of gatherings, to those whom they concern. */
export function gatheringNotices({ find, memberOf, nearYou }: GatheringNoticeDependencies): NoticeMakers {
  async function reminderOf(gathering: Gathering, personId: string): Promise<Reminder> {
    const member = await memberOf(personId)
    const registration = member && registrationOf(gathering, member._id)
    const near = member && (await nearYou(gathering, member.municipality))
    const { attendance = 'in-person', days = [] } = registration ?? {}
    return { kind: 'reminder', gathering, attendance, days, near }
  }

  /** Null: they are out. */
  async function standingOf(gathering: Gathering, personId: string): Promise<Standing | null> {
    const member = await memberOf(personId)
    const state = member && registrationOf(gathering, member._id)?.state
    return state === 'registered' || state === 'offered' || state === 'waiting' ? state : null
  }

  const make: NoticeMaker = async (row, { rows, personId, language, now }) => {
    const gathering = await find(row.data.gatheringId ?? '')
    if (gathering === null || isOutdated(row, rows, gathering)) return null
    const isReminder = row.kind === 'reminder' && gathering.status !== 'called-off'
    const notice = isReminder
      ? await reminderOf(gathering, personId)
      : noticeOf(row, gathering, await standingOf(gathering, personId))
    return notice && { ...gatheringNotice(notice, language, now), shows: detailsShown([notice.gathering]) }
  }
  return {
    reminder: make,
    'gathering-changed': make,
    'gathering-called-off': make,
    'seat-offered': make,
    'seat-offer-ended': make,
    'seat-given': make,
    'registered-for-you': make,
    'changed-for-you': make,
    'queued-for-you': make,
    'removed-for-you': make,
  }
}

/** What is called off is told of in no other way, whatever the message was first. */
function noticeOf({ kind, data }: MessageRow, gathering: Gathering, standing: Standing | null): GatheringNotice | null {
  if (gathering.status === 'called-off') return { kind: 'gathering-called-off', gathering }
  switch (kind) {
    case 'gathering-changed':
      if (standing === null) return null
      return { kind, gathering, news: gathering.news.find(({ id }) => id === data.newsId) ?? null, standing }
    case 'gathering-called-off':
    case 'seat-offer-ended':
    case 'seat-given':
    case 'registered-for-you':
    case 'changed-for-you':
    case 'queued-for-you':
    case 'removed-for-you':
      return { kind, gathering }
    case 'seat-offered':
      return data.until === undefined ? null : { kind, gathering, until: Temporal.Instant.from(data.until) }
    default:
      return null
  }
}

/** Of several changes to one gathering the first knows from what, and the gathering itself to what. */
function isOutdated(row: MessageRow, rows: readonly MessageRow[], gathering: Gathering): boolean {
  if (row.kind !== 'gathering-changed') return false
  const ofGathering = rows.filter(({ data }) => data.gatheringId === gathering._id)
  const isFirst = ofGathering.find(({ kind }) => kind === row.kind) === row
  const isOff = ofGathering.some(({ kind }) => kind === 'gathering-called-off')
  return !isFirst || (isOff && gathering.status === 'called-off')
}
