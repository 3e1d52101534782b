import { contactNotice } from '../../cards/partner-contact.ts'
import { turnedUpNotice } from '../../cards/partners.ts'
import { contentWords } from '../../knowledge/content-words.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Partners } from '../../network/together/partners.ts'
import type { NoticeMaker, NoticeMakers } from '../notices.ts'
import { titleOf } from '../programmes.ts'

/** Somebody new looks for the same; would like to work with you; and said yes. As long as it still is so. */
export function partnerNotices(
  partners: Pick<Partners, 'view' | 'own' | 'matches'>,
  knowledge: Pick<Knowledge, 'programme'>,
  timeZone: string,
): NoticeMakers {
  const ofContact: NoticeMaker = async ({ kind, data }, { personId, language, now }) => {
    const view = await partners.view(personId, data.contactId ?? '', now)
    const isTrue = kind === 'partner-asked' ? view?.state === 'asked' && !view.isMine : view?.state === 'accepted'
    if (view === null || !isTrue) return null
    const { topic } = view.contact
    return contactNotice({ view, programme: titleOf(knowledge, topic, language), timeZone }, language)
  }

  const ofNewcomer: NoticeMaker = async ({ data: { searchId = '', otherId } }, { personId, language, now }) => {
    const mine = await partners.own(personId, searchId, now)
    const found = mine === null ? [] : await partners.matches(mine, contentWords, now)
    const match = found.find(({ search }) => search._id === otherId)
    if (match?.standing !== 'none') return null
    const programme = titleOf(knowledge, match.search.topic, language)
    return turnedUpNotice({ match, searchId, programme, timeZone }, language)
  }

  return { 'partner-asked': ofContact, 'partner-found': ofContact, 'partner-turned-up': ofNewcomer }
}
