import type { Language } from '../language.ts'
import { textsIn } from '../texts/texts.ts'
import { execute } from './actions.ts'
import { actionSet, buttonRows } from './buttons.ts'
import { type Action, type Element, note, paragraph } from './elements.ts'
import { textInput, toggleInput } from './inputs.ts'

type Vote = 'helpful' | 'unhelpful'

/** The answers of one card: what a vote on it is about. */
export interface VotedAnswers {
  answerId: string
  also?: string
  /** Where the answer was asked about. */
  counties?: string[]
}

/** How far somebody has come in saying what they think of an answer. */
export type FeedbackState = { kind: 'asking' } | { kind: 'voted'; vote: Vote } | { kind: 'sent' }

/** Below an answer: was it helpful, and why not. At most two buttons. */
export function feedbackElements(about: VotedAnswers, state: FeedbackState, language: Language): Element[] {
  const texts = textsIn(language).feedback
  switch (state.kind) {
    case 'asking':
      return [
        note(texts.question),
        actionSet([voteButton(about, 'helpful', language), voteButton(about, 'unhelpful', language)]),
      ]
    case 'voted':
      return wordForm(about, state.vote, language)
    case 'sent':
      return [paragraph(texts.sent)]
  }
}

function voteButton(about: VotedAnswers, vote: Vote, language: Language): Action {
  const texts = textsIn(language).feedback
  const tooltip = { helpful: texts.helpfulTooltip, unhelpful: texts.unhelpfulTooltip }[vote]
  return execute(texts[vote], `answers.${vote}`, { ...about }, { tooltip })
}

function wordForm(about: VotedAnswers, vote: Vote, language: Language): Element[] {
  const texts = textsIn(language).feedback
  const other = vote === 'helpful' ? 'unhelpful' : 'helpful'
  return [
    { ...paragraph(texts.thanks[vote]), weight: 'Bolder', separator: true },
    ...textInput('word', texts.word[vote], { multiline: true, maxLength: 500 }),
    ...(vote === 'unhelpful' ? toggleInput('contact', texts.contact, texts.contactLabel) : []),
    note(texts.privacy),
    ...buttonRows([
      execute(texts.send, `answers.${vote}`, { ...about, sent: true }),
      execute(texts.change[other], `answers.${other}`, { ...about }, { ignoreInputs: true }),
    ]),
  ]
}
