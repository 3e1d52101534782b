import type { Language } from '../language.ts'
import { textsIn } from '../texts/texts.ts'
import { execute } from './actions.ts'
import { buttonRows } from './buttons.ts'
import { type Card, card } from './card.ts'
import { heading, paragraph } from './elements.ts'

/** For who wants something gone, and does not say what: nothing has been, and here is what can be. */
export function nothingDoneCard(language: Language): Card {
  const { answers, gatherings, membership, personal, reminderSettings } = textsIn(language)
  return card(language, answers.nothingDone, [
    heading(answers.nothingDone),
    paragraph(answers.whatToUndo),
    ...buttonRows([
      execute(personal.list, 'personal.list', {}),
      execute(gatherings.mine, 'gatherings.mine', {}),
      execute(reminderSettings.title, 'reminders.settings', {}),
      execute(membership.myData, 'privacy.show', {}),
    ]),
  ])
}
