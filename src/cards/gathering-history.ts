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
  /** Names of the members that registrations are of, by theirs. */
  members: ReadonlyMap<string, string>
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

function line(change: Change, history: GatheringHistory, language: Language): string {
  const texts = textsIn(language).gatheringDesk
  const when = datesIn(history.timeZone, language).dayAndTime(change.at.toTemporalInstant())
  const who = history.names.get(change.by) ?? texts.historySomebody
  return texts.historyLine(when, who, whatOf(change, history, language))
}

function whatOf(change: Change, history: GatheringHistory, language: Language): string {
  const { after } = change
  const texts = textsIn(language).history
  switch (change.subject.kind) {
    case 'registration':
      return registrationChange(change, history.members.get(change.subject.id) ?? texts.somebody, language)
    case 'message':
      return texts.sent(String(after?.title ?? ''), Number(after?.sentTo ?? 0))
    case 'export':
      return texts.exported(String(after?.format ?? ''), Number(after?.rows ?? 0))
    default:
      return gatheringChange(change, history, language)
  }
}

function registrationChange({ after }: Change, name: string, language: Language): string {
  const texts = textsIn(language).history
  if (after?.attended !== undefined) return after.attended === true ? texts.ticked(name) : texts.unticked(name)
  switch (after?.state) {
    case 'registered':
      return texts.registered(name)
    case 'waiting':
      return texts.queued(name)
    case 'cancelled':
      return texts.removed(name)
    default:
      return texts.changed(name)
  }
}

function gatheringChange({ before, after }: Change, { timeZone }: GatheringHistory, language: Language): string {
  const { gatheringDesk: texts, history } = textsIn(language)
  if (before === null || after === null) return before === null ? texts.historyCreated : texts.historyDeleted
  const what = Object.keys({ ...before, ...after }).map((name) => {
    if (name === 'invited') return history.invited(Number(after[name]))
    if (name === 'checkIn') return history.openedCheckIn
    const field = Object.entries(texts.historyFields).find(([known]) => known === name)?.[1] ?? name
    if (name === 'told') return field
    const write = (value: unknown) => written(value, timeZone, language)
    return texts.historyField(field, write(before[name]), write(after[name]))
  })
  return what.join('; ')
}

function written(value: unknown, timeZone: string, language: Language): string {
  const texts = textsIn(language).gatheringDesk
  const text = inWords(value, timeZone, language)
  if (text === '') return texts.historyEmpty
  return text.length > longestValue ? `${text.slice(0, longestValue)}…` : text
}

/** Agenda points and questions by their words, and who a gathering is for as the form has it. */
function inWords(value: unknown, timeZone: string, language: Language): string {
  const { gatheringDesk: texts, history } = textsIn(language)
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return datesIn(timeZone, language).dayAndTime(value.toTemporalInstant())
  if (Array.isArray(value)) return value.map((each) => inWords(each, timeZone, language)).join(', ')
  if (typeof value !== 'object') return nameOf(value, { ...texts.statuses, ...texts.reminderChoices })
  if ('title' in value) return String(value.title)
  if ('text' in value) return String(value.text)
  if ('memberIds' in value && Array.isArray(value.memberIds)) return history.people(value.memberIds.length)
  const { kind, ...lists } = { kind: '', ...value }
  const named = Object.values(lists).map((each) => inWords(each, timeZone, language))
  return [nameOf(kind, texts.audiences), ...named].filter((part) => part !== '').join(': ')
}

function nameOf(value: unknown, names: Readonly<Record<string, string>>): string {
  return Object.entries(names).find(([name]) => name === value)?.[1] ?? String(value)
}
