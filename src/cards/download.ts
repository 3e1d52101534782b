import type { Language } from '../language.ts'
import { textsIn } from '../texts/texts.ts'
import { openUrl } from './actions.ts'
import { type Card, card } from './card.ts'
import { type Action, heading, paragraph } from './elements.ts'

/** A link that works once. */
export function downloadCard(url: string, back: Action, language: Language): Card {
  const texts = textsIn(language).downloads
  return card(
    language,
    texts.readyTitle,
    [heading(texts.readyTitle), paragraph(texts.readyLead)],
    [openUrl(texts.get, url), back],
  )
}
