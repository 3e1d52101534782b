import type { Language } from '../language.ts'
import { type ChoosableCategory, followedUp, isChoosable, isEssential, type Kind, kinds } from '../reminders/kinds.ts'
import { laterChoicesFor } from '../reminders/later.ts'
import { datesIn } from '../texts/dates.ts'
import type { MessageAnswerTexts } from '../texts/nb/message-answers.ts'
import { textsIn } from '../texts/texts.ts'
import { execute } from './actions.ts'
import { buttonRows } from './buttons.ts'
import { showCard } from './card.ts'
import { type Action, type Element, subheading } from './elements.ts'

/** A message that a card shows. */
interface ShownRow {
  key: string
  kind: Kind
  expiresAt: Temporal.Instant
}

/** What a person did to the message just now. */
export type Answered =
  | { kind: 'later'; until: Temporal.Instant }
  | { kind: 'done' }
  | { kind: 'muted'; category: ChoosableCategory }

/** What a card has of the message as such: what was done to it, above, and what can be done, among its buttons. */
export interface AnswerParts {
  banner: Element[]
  actions: Action[]
}

interface Shown {
  rows: readonly ShownRow[]
  answered: Answered | null
  timeZone: string
  now: Temporal.Instant
}

/** Later, done and off where the message can wait; undo where that was pressed, and the way to the settings always. */
export function answerParts({ rows, answered, timeZone, now }: Shown, language: Language): AnswerParts {
  const texts = textsIn(language).messageAnswers
  const settings = settingsAction(language)
  const waiting = rows.filter(({ kind }) => !isEssential(kind))
  const keys = waiting.map(({ key }) => key)
  if (answered !== null) {
    return {
      banner: [subheading(`✓ ${saidOf(answered, timeZone, now, language)}`)],
      actions: [undo(answered, keys, texts), settings],
    }
  }
  const done = waiting.some(({ kind }) => followedUp.has(kind))
    ? [execute(texts.done, 'reminders.done', { keys }, { ignoreInputs: true })]
    : []
  return { banner: [], actions: [...later(waiting, keys, timeZone, now, texts), ...done, settings] }
}

/** Where others see the message too, nothing is done to it: the settings are those of whoever opens them. */
export function forAll(language: Language): AnswerParts {
  return { banner: [], actions: [settingsAction(language)] }
}

function settingsAction(language: Language): Action {
  return execute(textsIn(language).messageAnswers.settings, 'reminders.settings', {})
}

/** Opens when it may come again, and that such messages should not come at all. */
function later(
  rows: readonly ShownRow[],
  keys: readonly string[],
  timeZone: string,
  now: Temporal.Instant,
  texts: MessageAnswerTexts,
): Action[] {
  const last = rows
    .map(({ expiresAt }) => expiresAt)
    .sort(Temporal.Instant.compare)
    .at(-1)
  if (last === undefined) return []
  const shared = { keys: [...keys] }
  const choices = laterChoicesFor(now, last, timeZone).map((choice) =>
    execute(texts.later[choice], 'reminders.later', { ...shared, choice }, { ignoreInputs: true }),
  )
  const [category, ...others] = new Set(rows.map(({ kind }) => kinds[kind].category))
  const mute =
    category === undefined || others.length > 0 || !isChoosable(category)
      ? []
      : [execute(texts.mute, 'reminders.mute', { ...shared, category }, { ignoreInputs: true })]
  return [showCard(texts.later.title, { body: buttonRows([...choices, ...mute]) })]
}

function undo(answered: Answered, keys: readonly string[], texts: MessageAnswerTexts): Action {
  const shared = { keys: [...keys] }
  switch (answered.kind) {
    case 'later':
      return execute(texts.undo, 'reminders.undo-later', shared)
    case 'done':
      return execute(texts.undo, 'reminders.undo-done', shared)
    case 'muted':
      return execute(texts.undo, 'reminders.unmute', { ...shared, category: answered.category })
  }
}

/** What was done, in words. */
export function saidOf(answered: Answered, timeZone: string, now: Temporal.Instant, language: Language): string {
  const { messageAnswers: texts, reminderSettings } = textsIn(language)
  switch (answered.kind) {
    case 'later': {
      const dates = datesIn(timeZone, language)
      const isToday = dates.day(now) === dates.day(answered.until)
      return texts.comesAgain(isToday ? texts.todayAt(dates.time(answered.until)) : dates.dayAndTime(answered.until))
    }
    case 'done':
      return texts.isDone
    case 'muted':
      return texts.muted(reminderSettings.categories[answered.category])
  }
}
