import type { Language } from '../language.ts'
import type { Gathering } from '../network/gathering.ts'
import { type FeedbackSummary, fewestShown, type Usefulness, usefulness } from '../network/gathering-feedback.ts'
import { textsIn } from '../texts/texts.ts'
import { execute } from './actions.ts'
import { type Card, card } from './card.ts'
import { type Element, facts, heading, list, note, paragraph, subheading } from './elements.ts'
import { choiceInput, textInput } from './inputs.ts'

export interface FeedbackForm {
  useful: Usefulness | ''
  word: string
  /** It was sent without an answer to the first question. */
  isMissing?: boolean
}

const longestWord = 500

/** The two questions. */
export function feedbackInputs({ useful, word, isMissing = false }: FeedbackForm, language: Language): Element[] {
  const texts = textsIn(language).afterGathering
  const choices = usefulness.map((value) => ({ value, title: texts.usefulness[value] }))
  return [
    ...choiceInput('useful', texts.useful, choices, {
      style: 'expanded',
      ...(useful === '' ? {} : { value: useful }),
      error: isMissing ? texts.usefulMissing : undefined,
    }),
    ...textInput('word', texts.word, {
      value: word,
      placeholder: texts.wordHint,
      multiline: true,
      maxLength: longestWord,
    }),
    note(texts.feedbackLead),
  ]
}

export function feedbackFormCard(
  { _id, title }: Gathering,
  form: FeedbackForm,
  language: Language,
  notice?: string,
): Card {
  const texts = textsIn(language).afterGathering
  const gatheringId = _id
  return card(
    language,
    notice ?? texts.feedbackTitle(title),
    [
      ...(notice === undefined ? [] : [subheading(notice)]),
      heading(texts.feedbackTitle(title)),
      ...feedbackInputs(form, language),
    ],
    [
      execute(texts.send, 'gatherings.feedback', { gatheringId, send: 'yes' }, { style: 'positive' }),
      execute(texts.open, 'gatherings.show', { gatheringId }, { ignoreInputs: true }),
    ],
  )
}

/** What was answered, and the way to change it. */
export function feedbackGivenCard(
  { _id, title }: Gathering,
  { useful, word }: { useful: Usefulness; word: string },
  language: Language,
): Card {
  const { afterGathering: texts, suggestions } = textsIn(language)
  const gatheringId = _id
  return card(
    language,
    texts.thanksForFeedback,
    [
      subheading(texts.thanksForFeedback),
      heading(title),
      facts([[texts.useful, texts.usefulness[useful]], ...(word === '' ? [] : [[texts.word, word] as const])]),
    ],
    [
      execute(texts.change, 'gatherings.feedback', { gatheringId }),
      execute(texts.open, 'gatherings.show', { gatheringId }),
      execute(texts.next, 'gatherings.list', {}),
      execute(suggestions.title, 'topics.suggest', {}),
    ],
  )
}

export interface FeedbackSummaryView {
  gathering: Gathering
  summary: FeedbackSummary
  /** How many were there. */
  present: number
}

const mostWords = 20

/** What those who were there think, without who they are. */
export function feedbackSummaryCard({ gathering, summary, present }: FeedbackSummaryView, language: Language): Card {
  const { afterGathering: texts, gatheringDesk } = textsIn(language)
  const title = texts.summaryTitle(gathering.title)
  return card(
    language,
    title,
    [heading(title), ...summaryBody(summary, present, language)],
    [execute(gatheringDesk.back, 'gatherings.manage', { gatheringId: gathering._id })],
  )
}

function summaryBody({ answers, shown }: FeedbackSummary, present: number, language: Language): Element[] {
  const texts = textsIn(language).afterGathering
  if (answers === 0) return [paragraph(texts.summaryNone)]
  if (shown === null) return [paragraph(texts.summaryTooFew(answers, fewestShown))]
  const { counts, words } = shown
  const rows = usefulness.map((each): [string, string] => {
    return [texts.usefulness[each], texts.share(counts[each], Math.round((100 * counts[each]) / answers))]
  })
  const more = words.length > mostWords ? [texts.summaryMore(words.length - mostWords)] : []
  return [
    paragraph(texts.summaryCount(answers, present)),
    subheading(texts.useful),
    facts(rows),
    subheading(texts.summaryWords),
    words.length === 0 ? paragraph(texts.summaryNoWords) : list([...words.slice(0, mostWords), ...more]),
  ]
}
