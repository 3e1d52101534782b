import type { Language } from '../language.ts'
import type { SettingsInput, SettingsMistake } from '../reminders/settings-form.ts'
import type { SharedChat } from '../reminders/shared-chat.ts'
import { textsIn } from '../texts/texts.ts'
import { execute } from './actions.ts'
import { fold } from './buttons.ts'
import { type Card, card } from './card.ts'
import { type Action, type Element, heading, note, paragraph, subheading, warning } from './elements.ts'
import { choiceInput, dateInput, timeInput, toggleInput } from './inputs.ts'
import { chatSection } from './reminder-chat.ts'

export interface SettingsForm {
  /** As things are, or as they were typed when something was wrong with it. */
  values: SettingsInput
  mistakes: readonly SettingsMistake[]
  isSaved: boolean
  /** The last day of a pause that is on, as people read it. */
  pausedUntil: string | null
  isOff: boolean
  /** What sort of chat with others was chosen; null: messages come in the personal chat. */
  chat: SharedChat['kind'] | null
}

/** Which kinds, how early, quiet hours and days, a pause, and everything off. */
export function reminderSettingsCard(form: SettingsForm, language: Language): Card {
  const texts = textsIn(language).reminderSettings
  const { values, mistakes } = form
  const error = (field: SettingsMistake['field']) => {
    const mistake = mistakes.find((each) => each.field === field)
    return mistake && texts.wrong[mistake.reason]
  }
  const isQuietWrong = mistakes.some(({ field }) => field !== 'pausedUntil')
  return card(
    language,
    texts.title,
    [
      heading(texts.title),
      ...standing(form, language),
      ...choiceInput('kinds', texts.kinds, choicesOf(texts.categories), {
        multiple: true,
        style: 'expanded',
        value: values.kinds,
      }),
      ...choiceInput('early', texts.early, choicesOf(texts.earlyChoices), {
        multiple: true,
        style: 'expanded',
        value: values.early,
      }),
      note(texts.earlyHint),
      ...chatSection(form.chat, language),
      ...fold(
        'quietTimes',
        texts.quietTitle,
        [
          ...toggleInput('quiet', texts.quietToggle, texts.quiet, { value: values.quiet }),
          ...timeInput('quietFrom', texts.quietFrom, {
            value: shape(clock, values.quietFrom),
            error: error('quietFrom'),
          }),
          ...timeInput('quietTo', texts.quietTo, { value: shape(clock, values.quietTo), error: error('quietTo') }),
          ...toggleInput('daysOff', texts.daysOffToggle, texts.daysOff, { value: values.daysOff }),
        ],
        { isOpen: isQuietWrong },
      ),
      ...dateInput('pausedUntil', texts.pausedUntil, {
        value: shape(date, values.pausedUntil),
        error: error('pausedUntil'),
      }),
      note(texts.pauseHint),
      ...toggleInput('off', texts.offToggle, texts.off, { value: values.off }),
    ],
    [
      execute(texts.save, 'reminders.save', {}, { style: 'positive' }),
      ...resume(form, language),
      execute(textsIn(language).personal.list, 'personal.list', {}, { ignoreInputs: true }),
    ],
  )
}

const clock = /^\d{2}:\d{2}$/
const date = /^\d{4}-\d{2}-\d{2}$/

/** A field for dates or times shows nothing else; what else was typed is said to be wrong below it. */
function shape(pattern: RegExp, text: string | undefined): string | undefined {
  return text !== undefined && pattern.test(text) ? text : undefined
}

/** What was wrong or saved, and what holds now where that is little. */
function standing({ mistakes, isSaved, pausedUntil, isOff }: SettingsForm, language: Language): Element[] {
  const texts = textsIn(language).reminderSettings
  if (mistakes.length > 0) return [warning(texts.toCorrect(mistakes.length))]
  const now = isOff ? [texts.isOff] : pausedUntil === null ? [] : [texts.isPaused(pausedUntil)]
  if (isSaved) return [subheading(`✓ ${texts.saved}`), ...now.map(paragraph)]
  return now.length > 0 ? now.map(subheading) : [paragraph(texts.lead)]
}

function resume({ mistakes, pausedUntil, isOff }: SettingsForm, language: Language): Action[] {
  if (mistakes.length > 0 || (pausedUntil === null && !isOff)) return []
  return [execute(textsIn(language).reminderSettings.resume, 'reminders.resume', {}, { ignoreInputs: true })]
}

function choicesOf(titles: Readonly<Record<string, string>>) {
  return Object.entries(titles).map(([value, title]) => ({ title, value }))
}
