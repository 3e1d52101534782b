import type { Language } from '../language.ts'
import { textsIn } from '../texts/texts.ts'
import { execute } from './actions.ts'
import { buttonRows } from './buttons.ts'
import { type Card, card } from './card.ts'
import { type Action, markdownNote, note, smallHeading } from './elements.ts'

export interface GeneratedSource {
  position: number
  title: string
  url: string | null
}

/** Goes with an answer that a language model worded: what that means, its sources, and the answer as people wrote it. */
export function generatedCard(
  answerId: string,
  sources: readonly GeneratedSource[],
  ways: readonly Action[],
  language: Language,
): Card {
  const { answers, generated } = textsIn(language)
  const list = sources.map(({ position, title, url }) => `[${position}] ${url === null ? title : `[${title}](${url})`}`)
  return card(language, generated.note, [
    smallHeading(generated.sources),
    markdownNote(list.join(' · ')),
    note(generated.note),
    ...buttonRows([
      execute(generated.showAnswer, 'answers.show', { answerId }),
      ...ways,
      execute(answers.adviserTitle, 'guidance.ask', {}),
    ]),
  ])
}
