import type { Language } from '../language.ts'
import { type Attendance, attendancesOf, type Gathering, type GatheringQuestion } from '../network/gathering.ts'
import type { FieldMistake } from '../network/mistakes.ts'
import { textsIn } from '../texts/texts.ts'
import { choiceInput, type Element, textInput } from './elements.ts'

/** What stands in the fields, as it was typed, and what was wrong with it. */
export interface RegistrationInputs {
  attendance: Attendance | ''
  diet: string
  question: string
  /** To the gathering's own questions, by their ids. */
  answers: Readonly<Record<string, string>>
  mistakes: readonly FieldMistake[]
}

const longestDiet = 200
const longestQuestion = 1000

export function registrationInputs(gathering: Gathering, form: RegistrationInputs, language: Language): Element[] {
  const texts = textsIn(language).gatherings
  const { attendance, diet, question, answers } = form
  const errorAt = (field: string) => mistakeAt(field, form, language)
  const choices = attendancesOf(gathering).map((value) => ({ title: texts.attendances[value], value }))
  return [
    ...(choices.length > 1
      ? choiceInput('attendance', texts.attendance, choices, { style: 'expanded', value: attendance })
      : []),
    ...textInput('diet', texts.diet, { value: diet, maxLength: longestDiet, error: errorAt('diet') }),
    ...textInput('question', texts.question, {
      value: question,
      multiline: true,
      maxLength: longestQuestion,
      error: errorAt('question'),
    }),
    ...gathering.questions.flatMap((own) => ownQuestion(own, answers[own.id] ?? '', errorAt(own.id), language)),
  ]
}

/** A question of the adviser's own. */
function ownQuestion(
  { id, text, kind, choices, required }: GatheringQuestion,
  value: string,
  error: string | undefined,
  language: Language,
): Element[] {
  const { gatherings: texts, mistakes } = textsIn(language)
  const options = { value, error, ...(required ? { required: mistakes.required } : {}) }
  switch (kind) {
    case 'text':
      return textInput(id, text, { ...options, multiline: true, maxLength: longestQuestion })
    case 'choice':
      return choiceInput(
        id,
        text,
        choices.map((choice) => ({ title: choice, value: choice })),
        options,
      )
    case 'yes-no': {
      const answers = Object.entries(texts.yesNo).map(([answer, title]) => ({ title, value: answer }))
      return choiceInput(id, text, answers, { ...options, style: 'expanded' })
    }
  }
}

/** An answer as people read it. */
export function answerText(answer: string, { kind }: GatheringQuestion, language: Language): string {
  const { yesNo } = textsIn(language).gatherings
  if (kind !== 'yes-no') return answer
  return answer === 'yes' ? yesNo.yes : answer === 'no' ? yesNo.no : ''
}

function mistakeAt(field: string, { mistakes }: RegistrationInputs, language: Language): string | undefined {
  const mistake = mistakes.find((each) => each.field === field)
  return mistake && textsIn(language).mistakes[mistake.reason]
}
