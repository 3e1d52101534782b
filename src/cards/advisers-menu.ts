import type { Mistake } from '../knowledge/mistakes.ts'
import type { Language } from '../language.ts'
import { textsIn } from '../texts/texts.ts'
import { execute } from './actions.ts'
import { type Card, card } from './card.ts'
import { type Element, heading, list, panel, paragraph, row, warning } from './elements.ts'

/** @param mistakes why content that was changed is not in use */
export function adviserMenuCard(mistakes: readonly Mistake[], language: Language): Card {
  const { advisers: texts, announcements, experiences, history, questions, suggestions } = textsIn(language)
  const { menu } = texts
  return card(language, texts.menuTitle, [
    heading(texts.menuTitle),
    ...contentWarning(mistakes, language),
    paragraph(texts.menuLead),
    row(menu.newGathering, execute(menu.newGathering, 'gatherings.create', {})),
    row(menu.gatherings, execute(menu.gatherings, 'gatherings.manage-list', {})),
    row(menu.members, execute(menu.members, 'members.list', {})),
    row(menu.statistics, execute(menu.statistics, 'statistics.show', {})),
    row(announcements.menu, execute(announcements.menu, 'announcements.list', {})),
    row(questions.menu, execute(questions.menu, 'questions.list', {})),
    row(suggestions.deskTitle, execute(suggestions.deskTitle, 'suggestions.list', {})),
    row(experiences.deskTitle, execute(experiences.deskTitle, 'experience-desk.list', {})),
    row(history.title, execute(history.title, 'advise.log', {})),
  ])
}

const mostMistakes = 5

function contentWarning(mistakes: readonly Mistake[], language: Language): Element[] {
  const texts = textsIn(language).advisers.content
  const shown = mistakes.slice(0, mostMistakes).map(({ file, line, message }) => {
    return texts.mistake(file.replace(/^.*[\\/]/, ''), line, message)
  })
  const rest = mistakes.length - shown.length
  return mistakes.length === 0
    ? []
    : [
        panel([
          warning(texts.notTaken),
          paragraph(texts.goesOn),
          list([...shown, ...(rest > 0 ? [texts.more(rest)] : [])]),
        ]),
      ]
}

/** The answer in the channel that was named the advisers' own. `members` is null when Teams did not tell who they are. */
export function adviserChannelCard(channelId: string, members: number | null, language: Language): Card {
  const texts = textsIn(language).advisers
  const text = members === null ? texts.channelNamedUnread : texts.channelNamed(members)
  return card(
    language,
    text,
    [heading(texts.channelTitle), paragraph(text)],
    [execute(texts.unnameChannel, 'advise.unname-channel', { channelId })],
  )
}
