import type { Language } from '../language.ts'
import { textsIn } from '../texts/texts.ts'
import { execute } from './actions.ts'
import { buttonRows } from './buttons.ts'
import { type Card, card } from './card.ts'
import { type Element, entry, heading, note, panel, paragraph } from './elements.ts'
import { pageButtons, pageOf } from './pages.ts'

/** What several members wonder about, in words. */
export interface NeedEntry {
  questionId: string
  /** The answer that did not help, by its title; null when there was none. */
  answerTitle: string | null
  /** The programme or subject, by its title. */
  topicTitle: string | null
  /** One of the questions. */
  example: string
  people: number
  questions: number
  /** The day of the latest. */
  latest: string
}

export interface NeedDetails extends NeedEntry {
  answerId: string | null
  tally: { helpful: number; unhelpful: number } | null
  shown: readonly { text: string; day: string; word: string; contact: string | null | undefined }[]
  /** The moment of the latest one, in milliseconds since 1970. */
  until: number
}

const needsPerPage = 8

/** For advisers: what members need and did not get. */
export function questionsCard(needs: readonly NeedEntry[], page: number, language: Language): Card {
  const { questions: texts, gatheringDesk } = textsIn(language)
  const { shown, ...position } = pageOf(needs, page, needsPerPage)
  return card(
    language,
    texts.title,
    [
      heading(texts.title),
      paragraph(needs.length === 0 ? texts.none : texts.lead),
      ...shown.map((need) =>
        entry(
          titleOf(need, language),
          texts.people(need.people, need.questions, need.latest),
          execute(titleOf(need, language), 'questions.show', { questionId: need.questionId }),
        ),
      ),
    ],
    [
      ...pageButtons(position, language, (text, to) => execute(text, 'questions.list', { page: to })),
      execute(gatheringDesk.toMenu, 'advise.menu', {}),
    ],
  )
}

export function needCard(need: NeedDetails, language: Language): Card {
  const texts = textsIn(language).questions
  const { answerId, questionId, tally, shown, until } = need
  const hidden = need.questions - shown.length
  return card(language, titleOf(need, language), [
    heading(titleOf(need, language)),
    note(texts.people(need.people, need.questions, need.latest)),
    ...(tally === null ? [] : [paragraph(texts.tally(tally.helpful, tally.unhelpful))]),
    ...shown.map((question) => panel(questionElements(question, language))),
    ...(hidden > 0 ? [note(texts.andMore(hidden))] : []),
    note(texts.doneHint),
    ...buttonRows([
      execute(texts.done, 'questions.done', { questionId, until }),
      ...(answerId === null ? [] : [execute(texts.showAnswer, 'answers.show', { answerId })]),
      execute(texts.back, 'questions.list', {}),
    ]),
  ])
}

function questionElements({ text, day, word, contact }: NeedDetails['shown'][number], language: Language): Element[] {
  const texts = textsIn(language).questions
  return [
    paragraph(text === '' ? texts.noText : texts.example(text)),
    ...(word === '' ? [] : [paragraph(texts.word(word))]),
    ...(contact === undefined ? [] : [paragraph(texts.contact(contact ?? texts.contactUnknown))]),
    note(day),
  ]
}

function titleOf({ answerTitle, topicTitle, example }: NeedEntry, language: Language): string {
  const texts = textsIn(language).questions
  if (answerTitle !== null) return texts.unhelpfulAnswer(answerTitle)
  return topicTitle === null ? texts.example(example) : texts.about(topicTitle, example)
}
