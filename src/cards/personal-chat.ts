import type { Language } from '../language.ts'
import { textsIn } from '../texts/texts.ts'
import { openUrl } from './actions.ts'
import { type Card, card } from './card.ts'
import { heading, paragraph } from './elements.ts'

/** For a group: what is asked for concerns one person alone, and this is where they are alone with the bot. */
export function personalChatCard(url: string, language: Language): Card {
  const texts = textsIn(language).common
  return card(
    language,
    texts.personalChatTitle,
    [heading(texts.personalChatTitle), paragraph(texts.personalChatLead)],
    [openUrl(texts.openPersonalChat, url)],
  )
}
