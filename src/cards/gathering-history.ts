import type { Language } from '../language.ts'
import type { Change } from '../network/changes.ts'
import { textsIn } from '../texts/texts.ts'
import { execute } from './actions.ts'
import { buttonRows } from './buttons.ts'
import { type Card, card } from './card.ts'
import { type ChangeNames, changeText } from './change-text.ts'
import { type Action, heading, list, paragraph } from './elements.ts'
import { type PagePosition, pageButtons } from './pages.ts'

interface History extends ChangeNames, PagePosition {
  changes: readonly Change[]
}

export interface GatheringHistory extends History {
  gatheringId: string
  title: string
}

/** Who changed what about a gathering, from what to what; the newest first. */
export function gatheringHistoryCard(history: GatheringHistory, language: Language): Card {
  const texts = textsIn(language).gatheringDesk
  const { gatheringId, changes } = history
  const title = texts.historyTitle(history.title)
  const lines = changes.map((change) => changeText(change, history, language))
  return historyCard(title, lines, language, [
    ...pageButtons(history, language, (text, page) => execute(text, 'gatherings.history', { gatheringId, page })),
    execute(texts.back, 'gatherings.manage', { gatheringId }),
  ])
}

export interface AuditLog extends History {
  /** Titles of the gatherings that changes are about, by their ids. */
  gatherings: ReadonlyMap<string, string>
}

/** All that advisers have done, the newest first. */
export function auditLogCard(log: AuditLog, language: Language): Card {
  const { gatheringDesk: texts, history } = textsIn(language)
  const { changes, gatherings } = log
  const lines = changes.map((change) => {
    const { kind, id, of } = change.subject
    return changeText(change, log, language, gatherings.get(of ?? (kind === 'gathering' ? id : '')))
  })
  return historyCard(history.title, lines, language, [
    ...pageButtons(log, language, (text, page) => execute(text, 'advise.log', { page })),
    execute(texts.toMenu, 'advise.menu', {}),
  ])
}

function historyCard(title: string, lines: readonly string[], language: Language, actions: Action[]): Card {
  const { historyNone } = textsIn(language).gatheringDesk
  return card(language, title, [
    heading(title),
    lines.length === 0 ? paragraph(historyNone) : list(lines),
    ...buttonRows(actions),
  ])
}
