import { type Notice, noticesCard } from '../cards/reminders.ts'
import type { Language } from '../language.ts'
import type { Gathering } from '../network/gathering.ts'
import type { Person } from '../network/people.ts'
import type { Message, MessageRow } from '../reminders/message.ts'
import type { Delivery, Proactive } from './proactive.ts'
import { replyWithCard } from './reply.ts'

export interface NoticeDependencies {
  proactive: Proactive
  findPerson: (personId: string) => Promise<Person | null>
  findGathering: (gatheringId: string) => Promise<Gathering | null>
  languageOf: (person: Person) => Promise<Language>
  now: () => Temporal.Instant
}

/** Makes the card of what fell due for one person, out of what is true at this moment, and sends it. */
export function createNoticeSender(dependencies: NoticeDependencies): (message: Message) => Promise<Delivery> {
  const { proactive, findPerson, languageOf, now } = dependencies
  return async ({ personId, rows }) => {
    const person = await findPerson(personId)
    if (person === null || person.conversation === null) return { kind: 'unreachable', reason: 'no conversation' }
    const found = (await Promise.all(rows.map((row) => noticeOf(row, dependencies)))).filter((each) => each !== null)
    const notices = withoutOutdated(found)
    if (notices.length === 0) return { kind: 'failed', retryable: false }
    const card = noticesCard(notices, await languageOf(person), now())
    return proactive.send(person.conversation, replyWithCard(card))
  }
}

async function noticeOf({ kind, data }: MessageRow, { findGathering }: NoticeDependencies): Promise<Notice | null> {
  const gathering = data.gatheringId === undefined ? null : await findGathering(data.gatheringId)
  if (gathering === null) return null
  switch (kind) {
    case 'gathering-changed':
      return { kind, gathering, news: gathering.news.find(({ id }) => id === data.newsId) ?? null }
    case 'reminder':
    case 'gathering-called-off':
    case 'seat-offer-ended':
    case 'seat-given':
    case 'registered-for-you':
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
function withoutOutdated(notices: readonly Notice[]): Notice[] {
  const isFirst = (notice: Notice) =>
    notices.find(({ kind, gathering }) => kind === notice.kind && gathering._id === notice.gathering._id) === notice
  return notices.filter((notice) => {
    if (notice.kind !== 'gathering-changed') return true
    const isOff = notices.some(
      (each) => each.kind === 'gathering-called-off' && each.gathering._id === notice.gathering._id,
    )
    return isFirst(notice) && !(isOff && notice.gathering.status === 'called-off')
  })
}
