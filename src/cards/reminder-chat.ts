import type { Language } from '../language.ts'
import type { SharedChat } from '../reminders/shared-chat.ts'
import { textsIn } from '../texts/texts.ts'
import { execute } from './actions.ts'
import { type Card, card } from './card.ts'
import { type Element, heading, note, paragraph, subheading } from './elements.ts'
import { choiceInput } from './inputs.ts'

export const chatChoices = ['personal', 'shared'] as const
export type ChatChoice = (typeof chatChoices)[number]

export interface ChatForm {
  /** Where it is asked. */
  kind: SharedChat['kind']
  /** Null: messages come in another chat with others. */
  value: ChatChoice | null
  isSaved: boolean
}

/** Asked for in a chat with others: whether messages come there. It says nothing of anybody, since all may see it. */
export function reminderChatCard({ kind, value, isSaved }: ChatForm, language: Language): Card {
  const { reminderChat: texts, reminderSettings } = textsIn(language)
  const saved = isSaved && value !== null ? texts.saved[value] : null
  return card(
    language,
    saved ?? texts.title,
    [
      heading(texts.title),
      saved === null ? paragraph(texts.lead) : subheading(`✓ ${saved}`),
      ...chatInput(texts.here[kind], value, language),
      note(texts.whatComes),
    ],
    [
      execute(reminderSettings.save, 'reminders.save', {}, { style: 'positive' }),
      execute(texts.allChoices, 'reminders.settings', { all: 'yes' }, { ignoreInputs: true }),
    ],
  )
}

/** In the form of all settings: the way back from the chat that was chosen, or how one is chosen. */
export function chatSection(kind: SharedChat['kind'] | null, language: Language): Element[] {
  const texts = textsIn(language).reminderChat
  if (kind === null) return [paragraph(texts.label), note(texts.howToChoose)]
  return [...chatInput(texts.chosen[kind], 'shared', language), note(texts.whatComes)]
}

function chatInput(shared: string, value: ChatChoice | null, language: Language): Element[] {
  const texts = textsIn(language).reminderChat
  const titles = { personal: texts.personal, shared }
  const choices = chatChoices.map((each) => ({ title: titles[each], value: each }))
  return choiceInput('chat', texts.label, choices, { style: 'expanded', ...(value !== null && { value }) })
}
