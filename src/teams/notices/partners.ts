import { contactNotice } from '../../cards/partner-contact.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Partners } from '../../network/together/partners.ts'
import type { NoticeMaker, NoticeMakers } from '../notices.ts'
import { titleOf } from '../programmes.ts'

/** Somebody would like to work with you, and: they said yes. As long as it still is so. */
export function partnerNotices(
  { view: viewOf }: Pick<Partners, 'view'>,
  knowledge: Pick<Knowledge, 'programme'>,
  timeZone: string,
): NoticeMakers {
  const make: NoticeMaker = async ({ kind, data }, { personId, language, now }) => {
    const view = await viewOf(personId, data.contactId ?? '', now)
    const isTrue = kind === 'partner-asked' ? view?.state === 'asked' && !view.isMine : view?.state === 'accepted'
    if (view === null || !isTrue) return null
    const { topic } = view.contact
    return contactNotice({ view, programme: titleOf(knowledge, topic, language), timeZone }, language)
  }
  return { 'partner-asked': make, 'partner-found': make }
}
