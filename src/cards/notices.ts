import type { Language } from '../language.ts'
import { buttonRows, maxActions } from './buttons.ts'
import { type Card, card } from './card.ts'
import { type Action, type Element, heading } from './elements.ts'
import type { AnswerParts } from './message-answers.ts'

/** What one message says; several that fall due together stand in one card. */
export interface Notice {
  /** Its heading, and what the notification shows. */
  title: string
  body: readonly Element[]
  /** What can be done where it stands alone. */
  actions: readonly Action[]
  /** Its one button where it stands with others. */
  open: Action | null
}

/** Of the six buttons that a card may have, some are for what can be done to the message itself. */
const mostOpened = 3

/** @param buttons where others see it too, those alone that open something: any other would act for whoever presses it */
export function noticesCard(
  notices: readonly Notice[],
  answers: AnswerParts,
  language: Language,
  buttons: 'all' | 'open' = 'all',
): Card {
  const summary = notices.map(({ title }) => title).join(' · ')
  const body = notices.flatMap((notice) => [heading(notice.title), ...notice.body])
  const [only, ...others] = notices
  const isAlone = only !== undefined && others.length === 0
  const actions = isAlone && buttons === 'all' ? only.actions : openers(notices)
  const room = maxActions - answers.actions.length
  const rows = buttonRows([...actions.slice(0, room), ...answers.actions])
  return card(language, summary, [...answers.banner, ...body, ...rows])
}

function openers(notices: readonly Notice[]): Action[] {
  const actions = notices.flatMap(({ open }) => open ?? [])
  return [...new Map(actions.map((action) => [JSON.stringify(action), action])).values()].slice(0, mostOpened)
}
