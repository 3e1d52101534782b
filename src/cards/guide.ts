import type { Answers, GuideQuestion, QuestionId } from '../knowledge/guide/guide.ts'
import type { Language } from '../language.ts'
import { textsIn } from '../texts/texts.ts'
import { execute } from './actions.ts'
import { actionSet, buttonRows } from './buttons.ts'
import { type Card, card } from './card.ts'
import {
  type Action,
  type Element,
  entry,
  facts,
  heading,
  note,
  panel,
  paragraph,
  row,
  subheading,
  titledList,
  warning,
} from './elements.ts'
import { choiceInput, textInput } from './inputs.ts'

/** Where somebody is in the guide. */
export interface GuideStep {
  question: GuideQuestion
  /** Null for a question outside the row, such as the place when it is changed afterwards. */
  progress: { number: number; of: number } | null
  answers: Answers
  /** The choice that holds now. */
  chosen: string | null
  /** The answers so far, in words. */
  soFar: readonly string[]
  previous: QuestionId | null
  /** What was typed and not understood. */
  notUnderstood?: string
}

export interface GuideSuggestion {
  topic: string
  title: string
  role: 'apply' | 'partner'
  reasons: readonly string[]
  against: readonly string[]
  firstStep: string
  /** The next call that is known; null when none is. */
  call: { title: string; closes: string } | null
}

export interface GuideResult {
  answers: Answers
  /** The same in words. */
  described: readonly string[]
  /** The answers that no programme fits together with the others, in words. */
  setAside: readonly string[]
  /** The county that was counted with. */
  county: string | null
  suggestions: readonly GuideSuggestion[]
  lastQuestion: QuestionId | null
  /** Where the answers were read out of a question instead: what no programme pays for. */
  asked?: { limits: readonly string[] }
}

/** A question as buttons and, for those who would rather say it themselves, a field. */
export function guideQuestionCard(step: GuideStep, language: Language): Card {
  const texts = textsIn(language).guide
  const { question, progress, answers, soFar, previous, notUnderstood } = step
  const carried = { questionId: question.id, answers }
  return card(language, question.ask, [
    ...(progress === null ? [] : [note(texts.progress(progress.number, progress.of))]),
    heading(question.ask),
    ...(soFar.length > 0 ? [note(texts.soFar(soFar))] : []),
    ...choices(step, language),
    ...(notUnderstood === undefined ? [] : [warning(texts.notUnderstood)]),
    ...textInput('text', texts.ownWords(question.example), { value: notUnderstood, maxLength: 300 }),
    ...buttonRows([
      execute(texts.next, 'guide.answer', carried),
      execute(texts.undecided, 'guide.answer', { ...carried, choice: 'any' }, { ignoreInputs: true }),
      ...(previous === null
        ? []
        : [execute(texts.back, 'guide.back', { questionId: previous, answers }, { ignoreInputs: true })]),
      ...(soFar.length > 0 ? [again(language)] : []),
    ]),
  ])
}

const manyChoices = 12

function choices({ question, answers, chosen }: GuideStep, language: Language): Element[] {
  const texts = textsIn(language).guide
  if (question.choices.length > manyChoices) {
    const options = question.choices.map(({ id, title }) => ({ title, value: id }))
    return choiceInput('choice', texts.county, options, { value: chosen ?? undefined })
  }
  return question.choices.map(({ id, title }) =>
    row(
      chosen === id ? texts.chosen(title) : title,
      execute(title, 'guide.answer', { questionId: question.id, choice: id, answers }, { ignoreInputs: true }),
    ),
  )
}

/** Up to three programmes with what speaks for and against them, and what to do next. */
export function guideResultCard(result: GuideResult, language: Language): Card {
  const texts = textsIn(language).guide
  const { answers, described, setAside, county, suggestions, lastQuestion, asked } = result
  return card(language, texts.resultTitle, [
    heading(texts.resultTitle),
    ...(described.length > 0 ? [note(asked ? texts.theme(described) : texts.answered(described))] : []),
    ...(asked?.limits ?? []).map((limit) => paragraph(limit)),
    ...(setAside.length > 0 ? [warning(texts.setAside(setAside))] : []),
    ...(suggestions.length === 0 ? [paragraph(texts.nothing)] : []),
    ...suggestions.map((suggestion) => suggested(suggestion, language)),
    entry(
      county === null ? texts.noPlace : texts.place(county),
      texts.changePlace,
      execute(texts.changePlace, 'guide.back', { questionId: 'place', answers }),
    ),
    ...buttonRows([
      ...(asked ? [execute(texts.moreQuestions, 'guide.start', {})] : []),
      execute(texts.adviser, 'guidance.ask', { answers }),
      ...(lastQuestion === null ? [] : [execute(texts.back, 'guide.back', { questionId: lastQuestion, answers })]),
      again(language),
    ]),
  ])
}

function suggested(suggestion: GuideSuggestion, language: Language): Element {
  const texts = textsIn(language).guide
  const { topic, title, role, reasons, against, firstStep, call } = suggestion
  const apply = role === 'apply' ? texts.apply : texts.join
  return panel([
    subheading(title),
    titledList(texts.because, reasons),
    titledList(texts.but, against),
    facts([
      [texts.nextCall, call === null ? texts.noCall : texts.call(call.title, call.closes)],
      [texts.firstStep, firstStep],
    ]),
    actionSet([execute(apply, 'answers.show', { answerId: `${topic}/apply` }, { tooltip: `${title}: ${apply}` })]),
  ])
}

/** Where the guide was left: to go on from there. */
export function guideLeftCard(language: Language): Card {
  const texts = textsIn(language).guide
  return card(language, texts.leftTitle, [
    heading(texts.leftTitle),
    paragraph(texts.left),
    ...buttonRows([guideButton(language, 'left'), again(language)]),
  ])
}

/** Leads into the guide from elsewhere; what it says depends on how far somebody has come. */
export function guideButton(language: Language, state: 'new' | 'left' | 'done'): Action {
  const texts = textsIn(language).guide
  const title = { new: texts.start, left: texts.resume, done: texts.toResult }[state]
  return execute(title, 'guide.start', {})
}

function again(language: Language): Action {
  return execute(textsIn(language).guide.again, 'guide.again', {}, { ignoreInputs: true })
}
