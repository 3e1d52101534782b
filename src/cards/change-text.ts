import type { Language } from '../language.ts'
import type { Change } from '../network/changes.ts'
import { datesIn } from '../texts/dates.ts'
import { textsIn } from '../texts/texts.ts'

/** What is needed to say a change in words. */
export interface ChangeNames {
  timeZone: string
  /** Names of those who made the changes, by their ids; who is not there is somebody. */
  names: ReadonlyMap<string, string>
  /** Names of the members that changes are about, by theirs. */
  members: ReadonlyMap<string, string>
}

const longestValue = 80

/** When, who, and what, from what to what. */
export function changeText(change: Change, known: ChangeNames, language: Language, about = ''): string {
  const texts = textsIn(language).gatheringDesk
  const when = datesIn(known.timeZone, language).dayAndTime(change.at.toTemporalInstant())
  const who = known.names.get(change.by) ?? texts.historySomebody
  const what = whatOf(change, known, language)
  return texts.historyLine(when, who, about === '' ? what : `${what} (${about})`)
}

function whatOf(change: Change, known: ChangeNames, language: Language): string {
  const { before, after, subject } = change
  const texts = textsIn(language).history
  const name = known.members.get(subject.id) ?? texts.somebody
  switch (subject.kind) {
    case 'registration':
      return registrationChange(change, name, language)
    case 'message':
      return messageChange(change, language)
    case 'export': {
      const rows = Number(after?.rows ?? 0)
      return subject.of === undefined ? texts.exportedMembers(rows) : texts.exported(String(after?.format ?? ''), rows)
    }
    case 'advisers':
      return after === null ? texts.channelUnnamed : texts.channelNamed
    case 'questions':
      return texts.handledQuestions(Number(after?.handled ?? 0))
    case 'suggestion':
      return suggestionChange(change, language)
    case 'experience':
      return experienceChange(change, language)
    case 'member':
      return memberChange(change, name, known.timeZone, language)
    case 'gathering':
      if (before === null || after === null) return fieldless(before === null, language)
      return fieldChanges(before, after, known.timeZone, language)
  }
}

function fieldless(isNew: boolean, language: Language): string {
  const texts = textsIn(language).gatheringDesk
  return isNew ? texts.historyCreated : texts.historyDeleted
}

function registrationChange({ after }: Change, name: string, language: Language): string {
  const texts = textsIn(language).history
  if (after?.attended !== undefined) return after.attended === true ? texts.ticked(name) : texts.unticked(name)
  if (after?.extra === true) return texts.registeredExtra(name)
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

function messageChange({ before, after }: Change, language: Language): string {
  const texts = textsIn(language).history
  if (after?.stopped === true) return texts.stopped
  if (after?.withdrawn === true) return texts.withdrew
  return before === null ? texts.sent(String(after?.title ?? ''), Number(after?.sentTo ?? 0)) : texts.corrected
}

function suggestionChange({ after }: Change, language: Language): string {
  const texts = textsIn(language).history
  if (after === null) return texts.suggestionDeleted
  return after.isDone === true ? texts.suggestionDone : texts.suggestionReopened
}

function experienceChange({ after }: Change, language: Language): string {
  const texts = textsIn(language).history
  if (after === null) return texts.experienceDeleted
  return after.isHidden === true ? texts.experienceHidden : texts.experienceRevealed
}

function memberChange({ before, after }: Change, name: string, timeZone: string, language: Language): string {
  const texts = textsIn(language).history
  if (before === null) return texts.memberAdded(name)
  if ('merged' in before) return texts.merged(name)
  if (after === null) return texts.memberForgotten
  if ('keptApart' in after) return texts.keptApart(name)
  return `${texts.memberChanged(name)}: ${fieldChanges(before, after, timeZone, language)}`
}

type Fields = NonNullable<Change['after']>

function fieldChanges(before: Fields, after: Fields, timeZone: string, language: Language): string {
  const { gatheringDesk: texts, history } = textsIn(language)
  const what = Object.keys({ ...before, ...after }).map((name) => {
    if (name === 'invited') return history.invited(Number(after[name]))
    if (name === 'reminded') return history.reminded(Number(after[name]))
    if (name === 'checkIn') return history.openedCheckIn
    const field = Object.entries({ ...texts.historyFields, ...history.fields }).find(([known]) => known === name)?.[1]
    if (name === 'told') return field ?? name
    const write = (value: unknown) => written(value, timeZone, language)
    return texts.historyField(field ?? name, write(before[name]), write(after[name]))
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
