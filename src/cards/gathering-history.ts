import type { Language } from '../language.ts'
import type { Change } from '../network/changes.ts'
import { datesIn } from '../texts/dates.ts'
import { textsIn } from '../texts/texts.ts'
import { type Card, card, execute, heading, list, paragraph } from './elements.ts'

export interface GatheringHistory {
  gatheringId: string
  title: string
  timeZone: string
  changes: readonly Change[]
  /** Names of those who made the changes, by their ids; who is not there is somebody. */
  names: ReadonlyMap<string, string>
  page: number
  hasMore: boolean
}

const longestValue = 80

/** Who changed what, from what to what; the newest first. */
export function gatheringHistoryCard(history: GatheringHistory, language: Language): Card {
  const { gatheringDesk: texts, common } = textsIn(language)
  const { gatheringId, changes, page, hasMore } = history
  const title = texts.historyTitle(history.title)
  return card(
    language,
    title,
    [
      heading(title),
      changes.length === 0
        ? paragraph(texts.historyNone)
        : list(changes.map((change) => line(change, history, language))),
    ],
    [
      ...(page > 0 ? [execute(common.previous, 'gatherings.history', { gatheringId, page: page - 1 })] : []),
      ...(hasMore ? [execute(common.more, 'gatherings.history', { gatheringId, page: page + 1 })] : []),
      execute(texts.back, 'gatherings.manage', { gatheringId }),
    ],
  )
}

function line({ at, by, before, after }: Change, history: GatheringHistory, language: Language): string {
  const texts = textsIn(language).gatheringDesk
  const when = datesIn(history.timeZone, language).dayAndTime(at.toTemporalInstant())
  const who = history.names.get(by) ?? texts.historySomebody
  if (before === null || after === null) {
    return texts.historyLine(when, who, before === null ? texts.historyCreated : texts.historyDeleted)
  }
  const what = Object.keys({ ...before, ...after }).map((name) => {
    const field = Object.entries(texts.historyFields).find(([known]) => known === name)?.[1] ?? name
    if (name === 'told') return field
    const write = (value: unknown) => written(value, history.timeZone, language)
    return texts.historyField(field, write(before[name]), write(after[name]))
  })
  return texts.historyLine(when, who, what.join('; '))
}

function written(value: unknown, timeZone: string, language: Language): string {
  const texts = textsIn(language).gatheringDesk
  if (value instanceof Date) return datesIn(timeZone, language).dayAndTime(value.toTemporalInstant())
  if (value === null || value === undefined || value === '') return texts.historyEmpty
  const status = Object.entries(texts.statuses).find(([name]) => name === value)?.[1]
  const text = status ?? (typeof value === 'string' ? value : JSON.stringify(value))
  return text.length > longestValue ? `${text.slice(0, longestValue)}…` : text
}
