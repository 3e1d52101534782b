import { buttonRows, maxActions } from './buttons.ts'
import type { Action, Element } from './elements.ts'

/** Teams shows bots' cards up to schema 1.5. */
export interface Card {
  type: 'AdaptiveCard'
  $schema: string
  version: '1.5'
  fallbackText: string
  lang: string
  body: Element[]
  actions?: Action[]
  refresh?: { action: Action; userIds?: string[] }
}

/** @param summary what notifications and clients that can't draw the card show */
export function card(lang: string, summary: string, body: Element[], actions: Action[] = []): Card {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText: summary,
    lang,
    ...withButtons(body, actions),
  }
}

/** Buttons too wide for one row of a phone go into rows of their own, at the end of the body. */
function withButtons(body: Element[], actions: readonly Action[]): { body: Element[]; actions?: Action[] } {
  const shown = actions.slice(0, maxActions)
  if (shown.length === 0) return { body }
  const rows = buttonRows(shown)
  const isOneRow = rows.length === 1 && rows[0]?.type === 'ActionSet'
  return isOneRow ? { body, actions: shown } : { body: [...body, ...rows] }
}

/** Opens more of the card in place, without a round trip. */
export function showCard(title: string, inner: { body: Element[]; actions?: Action[] }): Action {
  const shown = withButtons(inner.body, inner.actions ?? [])
  return { type: 'Action.ShowCard', title, card: { type: 'AdaptiveCard', version: '1.5', ...shown } }
}
