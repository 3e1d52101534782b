import type { Language } from '../language.ts'
import { textsIn } from '../texts/texts.ts'
import { type Card, card, execute, heading, paragraph } from './elements.ts'

export function adviserMenuCard(language: Language): Card {
  const { advisers: texts, announcements, questions } = textsIn(language)
  return card(
    language,
    texts.menuTitle,
    [heading(texts.menuTitle), paragraph(texts.menuLead)],
    [
      execute(texts.menu.newGathering, 'gatherings.create', {}, { style: 'positive' }),
      execute(texts.menu.gatherings, 'gatherings.manage-list', {}),
      execute(texts.menu.members, 'members.list', {}),
      execute(announcements.menu, 'announcements.list', {}),
      execute(questions.menu, 'questions.list', {}),
    ],
  )
}

/** The answer in the channel that was named the advisers' own. `members` is null when Teams did not tell who they are. */
export function adviserChannelCard(channelId: string, members: number | null, language: Language): Card {
  const texts = textsIn(language).advisers
  const text = members === null ? texts.channelNamedUnread : texts.channelNamed(members)
  return card(language, text, [paragraph(text)], [execute(texts.unnameChannel, 'advise.unname-channel', { channelId })])
}
