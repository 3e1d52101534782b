import type { Language } from '../language.ts'
import { textsIn } from '../texts/texts.ts'
import { execute } from './actions.ts'
import { type Card, card } from './card.ts'
import { heading, paragraph } from './elements.ts'

/** What there is for members, and how to become one. */
export function forMembersCard(room: 'experiences' | 'partners', language: Language): Card {
  const texts = textsIn(language)
  const { membersOnlyTitle, membersOnly } = texts[room]
  return card(
    language,
    membersOnlyTitle,
    [heading(membersOnlyTitle), paragraph(membersOnly)],
    [execute(texts.membership.join, 'membership.join', {}), execute(texts.experiences.askAdviser, 'guidance.ask', {})],
  )
}
