import type { Language } from '../language.ts'
import type { GatheringView } from '../network/gathering-view.ts'
import { datesIn } from '../texts/dates.ts'
import { textsIn } from '../texts/texts.ts'
import { execute } from './actions.ts'
import { type Card, card } from './card.ts'
import { type Action, type Element, entry, heading, paragraph } from './elements.ts'
import { statusOf } from './gathering.ts'
import { type PagePosition, pageButtons } from './pages.ts'

export interface GatheringPage extends PagePosition {
  views: readonly GatheringView[]
  /** Above the list. */
  lead?: string
}

/** Those ahead, a page at a time; each opens its own card. */
export function gatheringsCard(shown: GatheringPage, language: Language): Card {
  const { answers, gatherings: texts, suggestions } = textsIn(language)
  const isEmpty = shown.views.length === 0
  return listCard(texts.listTitle, isEmpty ? texts.none : (shown.lead ?? null), shown.views, language, [
    ...pageButtons(shown, language, (text, page) => execute(text, 'gatherings.list', { page })),
    isEmpty ? execute(answers.ask, 'programmes.list', {}) : execute(texts.mine, 'gatherings.mine', {}),
    execute(suggestions.title, 'topics.suggest', {}),
  ])
}

/** What one person is registered or waiting for. */
export function myRegistrationsCard(shown: GatheringPage, language: Language): Card {
  const texts = textsIn(language).gatherings
  return listCard(texts.mineTitle, shown.views.length === 0 ? texts.mineNone : null, shown.views, language, [
    ...pageButtons(shown, language, (text, page) => execute(text, 'gatherings.mine', { page })),
    ...(shown.views.length === 0 ? [] : [execute(textsIn(language).calendar.title, 'calendar.feed', {})]),
    execute(texts.list, 'gatherings.list', {}),
  ])
}

function listCard(
  title: string,
  lead: string | null,
  views: readonly GatheringView[],
  language: Language,
  actions: Action[],
): Card {
  const entries = views.map((view) => entryOf(view, language))
  return card(language, title, [heading(title), ...(lead === null ? [] : [paragraph(lead)]), ...entries], actions)
}

function entryOf(view: GatheringView, language: Language): Element {
  const { _id, title, startsAt, endsAt, timeZone, place, registrationDeadline } = view.gathering
  const texts = textsIn(language)
  const dates = datesIn(timeZone, language)
  const span = dates.span(startsAt.toTemporalInstant(), endsAt.toTemporalInstant())
  const deadline =
    view.notOpen === null && registrationDeadline !== null
      ? `${texts.gatherings.deadline}: ${dates.shortDayAndTime(registrationDeadline.toTemporalInstant())}`
      : null
  const detail = [span, place, deadline, statusOf(view, language)].filter((part) => part !== null).join(' · ')
  return entry(title, detail, execute(texts.common.open, 'gatherings.show', { gatheringId: _id }))
}
