import { type GatheringNotice, gatheringNotice, type Standing } from '../../cards/notices/gathering.ts'
import type { Reminder } from '../../cards/notices/reminder.ts'
import { type Gathering, type GatheringNews, registrationOf } from '../../network/gathering.ts'
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
      : noticeOf(row, rows, gathering, await standingOf(gathering, personId))
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
function noticeOf(
  { kind, data }: MessageRow,
  rows: readonly MessageRow[],
  gathering: Gathering,
  standing: Standing | null,
): GatheringNotice | null {
  if (gathering.status === 'called-off') {
    const last = gathering.news.findLast((news) => news.kind === 'called-off')
    return { kind: 'gathering-called-off', gathering, reasons: reasonsOf(last ? [last] : []) }
  }
  switch (kind) {
    case 'gathering-changed':
      if (standing === null) return null
      return { kind, gathering, standing, ...changesIn(rows, gathering, data.newsId) }
    case 'gathering-called-off':
      return { kind, gathering, reasons: [] }
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

/** From what it was changed, and why each time. */
function changesIn(rows: readonly MessageRow[], { _id, news }: Gathering, newsId: string | undefined) {
  const told = rows.flatMap(({ kind, data }) =>
    kind === 'gathering-changed' && data.gatheringId === _id ? (data.newsId ?? []) : [],
  )
  return {
    news: news.find(({ id }) => id === newsId) ?? null,
    reasons: reasonsOf(news.filter(({ id }) => told.includes(id))),
  }
}

function reasonsOf(news: readonly GatheringNews[]): string[] {
  return [...new Set(news.flatMap(({ reason }) => (reason === '' ? [] : [reason])))]
}

/** Of several changes to one gathering the first knows from what, and the gathering itself to what. */
function isOutdated(row: MessageRow, rows: readonly MessageRow[], gathering: Gathering): boolean {
  if (row.kind !== 'gathering-changed') return false
  const ofGathering = rows.filter(({ data }) => data.gatheringId === gathering._id)
  const isFirst = ofGathering.find(({ kind }) => kind === row.kind) === row
  const isOff = ofGathering.some(({ kind }) => kind === 'gathering-called-off')
  return !isFirst || (isOff && gathering.status === 'called-off')
}
