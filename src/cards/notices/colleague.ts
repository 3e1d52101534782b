import type { Language } from '../../language.ts'
import type { Gathering } from '../../network/gathering.ts'
import { textsIn } from '../../texts/texts.ts'
import { execute } from '../actions.ts'
import { type Action, facts, paragraph } from '../elements.ts'
import { detailsWithChanges } from '../gathering-changes.ts'
import type { Notice } from '../notices.ts'

/** What a colleague did, for whom it concerns. */
export type ColleagueNews = 'registered' | 'queued' | 'unregistered' | 'asked' | 'taken' | 'not-taken'

export interface ColleagueNotice {
  news: ColleagueNews
  gathering: Gathering
  colleague: { memberId: string; name: string }
}

export function colleagueNotice({ news, gathering, colleague }: ColleagueNotice, language: Language): Notice {
  const texts = textsIn(language).colleagues.notices[news]
  return {
    title: texts.title(gathering.title, colleague.name),
    body: [paragraph(texts.lead(colleague.name)), facts(detailsWithChanges(null, gathering, language))],
    actions: actionsOf(news, gathering._id, colleague.memberId, language),
    open: execute(gathering.title, 'gatherings.show', { gatheringId: gathering._id }),
  }
}

function actionsOf(news: ColleagueNews, gatheringId: string, memberId: string, language: Language): Action[] {
  const { colleagues: texts, reminders } = textsIn(language)
  const open = execute(reminders.open, 'gatherings.show', { gatheringId })
  const data = { gatheringId, memberId }
  switch (news) {
    case 'registered':
    case 'queued':
      return [open, execute(reminders.cannotCome, 'gatherings.cancel', { gatheringId })]
    case 'asked':
      return [
        execute(texts.takeOver, 'colleagues.take-over', data, { style: 'positive' }),
        execute(texts.refuse, 'colleagues.refuse', data),
        open,
      ]
    case 'not-taken':
      return [execute(texts.askAnother, 'colleagues.find', { gatheringId, purpose: 'substitute' }), open]
    case 'unregistered':
    case 'taken':
      return [open]
  }
}
