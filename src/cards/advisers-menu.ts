import type { Mistake } from '../knowledge/mistakes.ts'
import type { Language } from '../language.ts'
import { textsIn } from '../texts/texts.ts'
import { execute } from './actions.ts'
import { type Card, card } from './card.ts'
import { type Element, heading, list, panel, paragraph, row, warning } from './elements.ts'

/** What waits for an adviser. */
export interface Waiting {
  /** Wishes to be contacted. */
  contacts: number
  questions: number
  suggestions: number
}

/** @param mistakes why content that was changed is not in use */
export function adviserMenuCard(mistakes: readonly Mistake[], waiting: Waiting, language: Language): Card {
  const {
    advisers: texts,
    announcements,
    contactWishes,
    experiences,
    history,
    questions,
    suggestions,
  } = textsIn(language)
  const asked = titleWith(questions.menu, waiting.questions, contactWishes.waiting(waiting.contacts, waiting.questions))
  const suggested = titleWith(
    suggestions.deskTitle,
    waiting.suggestions,
    contactWishes.suggestionsWaiting(waiting.suggestions),
  )
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
    row(asked, execute(asked, 'questions.list', {})),
    row(suggested, execute(suggested, 'suggestions.list', {})),
    row(experiences.deskTitle, execute(experiences.deskTitle, 'experience-desk.list', {})),
    row(history.title, execute(history.title, 'advise.log', {})),
  ])
}

function titleWith(title: string, count: number, waiting: string): string {
  return count === 0 ? title : `${title}: ${waiting}`
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
