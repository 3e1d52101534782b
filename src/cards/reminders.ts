import type { Language } from '../language.ts'
import type { PersonSettings } from '../reminders/settings.ts'
import { textsIn } from '../texts/texts.ts'
import {
  type Card,
  card,
  choiceInput,
  dateInput,
  execute,
  heading,
  paragraph,
  subheading,
  toggleInput,
} from './elements.ts'

export interface SettingsForm {
  settings: PersonSettings
  /** Shown above the form: that it was saved. */
  notice?: string
  /** The last day of the pause, `2026-12-24`. */
  pausedUntil?: string
}

/** Which kinds, how early, a pause, and everything off. */
export function reminderSettingsCard({ settings, notice, pausedUntil }: SettingsForm, language: Language): Card {
  const texts = textsIn(language).reminders
  const choices = Object.entries(texts.categories).map(([value, title]) => ({ title, value }))
  const wanted = choices.map(({ value }) => value).filter((value) => !settings.muted.some((muted) => muted === value))
  const early = Object.entries(texts.earlyChoices).map(([value, title]) => ({ title, value }))
  return card(
    language,
    texts.settingsTitle,
    [
      heading(texts.settingsTitle),
      ...(notice === undefined ? [paragraph(texts.settingsLead)] : [subheading(notice)]),
      ...choiceInput('kinds', texts.kinds, choices, { multiple: true, style: 'expanded', value: wanted.join(',') }),
      ...choiceInput('early', texts.early, early, {
        multiple: true,
        style: 'expanded',
        value: (settings.reminders ?? []).join(','),
      }),
      ...dateInput('pausedUntil', texts.pauseUntil, pausedUntil === undefined ? {} : { value: pausedUntil }),
      ...toggleInput('off', texts.offToggle, texts.off, { value: String(settings.off) }),
    ],
    [execute(texts.save, 'reminders.save', {}, { style: 'positive' })],
  )
}
