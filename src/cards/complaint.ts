import type { Language } from '../language.ts'
import type { NetworkNames } from '../texts/nb/answers.ts'
import { textsIn } from '../texts/texts.ts'
import { execute } from './actions.ts'
import { mailTo } from './answers.ts'
import { buttonRows } from './buttons.ts'
import { type Card, card } from './card.ts'
import { heading, paragraph } from './elements.ts'
import { feedbackElements, type VotedAnswers } from './feedback.ts'

/** @param about the answers that were no good; null where the last thing said was no answer */
export function complaintCard(network: NetworkNames, language: Language, about: VotedAnswers | null): Card {
  const { answers, feedback } = textsIn(language)
  return card(language, feedback.sorry, [
    heading(feedback.sorry),
    paragraph(about === null ? feedback.tryAgain(network.contactName) : feedback.whatWasWrong(network.contactName)),
    ...(about === null ? [] : feedbackElements(about, { kind: 'voted', vote: 'unhelpful' }, language)),
    ...buttonRows([
      mailTo(network, language, null),
      ...(about === null ? [execute(answers.ask, 'programmes.list', {})] : []),
    ]),
  ])
}
