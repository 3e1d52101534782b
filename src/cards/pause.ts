import type { Language } from '../language.ts'
import { writeDay } from '../texts/dates.ts'
import { textsIn } from '../texts/texts.ts'
import { execute } from './actions.ts'
import { type Card, card } from './card.ts'
import { heading, paragraph, subheading } from './elements.ts'
import { dateInput } from './inputs.ts'

export interface PauseForm {
  /** The last day of the pause that is under way. */
  until: Temporal.PlainDate | null
  /** As it was typed, or a day to begin with: `2026-12-24`. */
  value: string
  /** The first day that can be chosen. */
  min: string
  error?: string
}

/** Asks for how long somebody wants to hear nothing but what is urgent, and tells what a pause is. */
export function pauseCard({ until, value, min, error }: PauseForm, language: Language): Card {
  const { membership, pause: texts } = textsIn(language)
  return card(
    language,
    texts.title,
    [
      heading(texts.title),
      ...(until === null ? [] : [subheading(texts.underWay(writeDay(until, language)))]),
      paragraph(texts.lead),
      ...dateInput('until', texts.until, { value, min, required: texts.untilMissing, error }),
    ],
    [
      execute(until === null ? texts.start : texts.change, 'membership.save-pause', {}, { style: 'positive' }),
      ...(until === null ? [] : [execute(texts.end, 'membership.resume', {}, { ignoreInputs: true })]),
      execute(membership.cancel, 'membership.show', {}, { ignoreInputs: true }),
    ],
  )
}

export function pausedCard(until: Temporal.PlainDate, language: Language): Card {
  const { membership, pause: texts } = textsIn(language)
  const title = texts.paused(writeDay(until, language))
  return card(
    language,
    title,
    [heading(title), paragraph(texts.meanwhile)],
    [
      execute(texts.change, 'membership.pause', {}),
      execute(texts.end, 'membership.resume', {}),
      execute(membership.myProfile, 'membership.show', {}),
    ],
  )
}

export function resumedCard(language: Language): Card {
  const { membership, pause: texts } = textsIn(language)
  return card(
    language,
    texts.resumed,
    [heading(texts.resumed), paragraph(texts.resumedLead)],
    [
      execute(textsIn(language).answers.gatherings, 'gatherings.list', {}),
      execute(membership.myProfile, 'membership.show', {}),
    ],
  )
}
