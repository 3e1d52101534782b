import type { Language } from '../language.ts'
import { type Attendance, attendancesOf, type Gathering, type GatheringQuestion } from '../network/gathering.ts'
import { datesOf, daysAttended } from '../network/gathering-days.ts'
import type { FieldMistake } from '../network/mistakes.ts'
import { answersIn, asked, daysIn } from '../network/registration-form.ts'
import { writeDay } from '../texts/dates.ts'
import { textsIn } from '../texts/texts.ts'
import type { Element } from './elements.ts'
import { choiceInput, textInput } from './inputs.ts'

/** What stands in the fields, as it was typed, and what was wrong with it. */
export interface RegistrationInputs {
  attendance: Attendance | ''
  /** By number; none are all. */
  days: readonly number[]
  guest: string
  diet: string
  question: string
  /** To the gathering's own questions, by their ids. */
  answers: Readonly<Record<string, string>>
  mistakes: readonly FieldMistake[]
}

export const emptyRegistration: RegistrationInputs = {
  attendance: '',
  days: [],
  guest: '',
  diet: '',
  question: '',
  answers: {},
  mistakes: [],
}

/** What was typed, with what was wrong with it. */
export function typedInputs(
  typed: Pick<RegistrationInputs, 'attendance' | 'diet' | 'question'> & { guest?: string | undefined },
  questions: readonly GatheringQuestion[],
  mistakes: readonly FieldMistake[],
): RegistrationInputs {
  const { attendance, guest = '', diet, question } = typed
  return {
    attendance,
    days: daysIn(typed) ?? [],
    guest,
    diet,
    question,
    answers: answersIn(typed, questions),
    mistakes,
  }
}

const longestGuest = 200
const longestDiet = 200
const longestQuestion = 1000

/** @param whose registration it is: an adviser fills in that of another, who is not spoken to */
export function registrationInputs(
  gathering: Gathering,
  form: RegistrationInputs,
  language: Language,
  whose: 'own' | 'another' = 'own',
): Element[] {
  const { gatherings: texts, attendees } = textsIn(language)
  const isOwn = whose === 'own'
  const { attendance, guest, diet, question, answers } = form
  const errorAt = (field: string) => mistakeAt(field, form, language)
  const choices = attendancesOf(gathering).map((value) => ({ title: texts.attendances[value], value }))
  return [
    ...(choices.length > 1
      ? choiceInput('attendance', isOwn ? texts.attendance : texts.attending, choices, {
          style: 'expanded',
          value: attendance,
        })
      : []),
    ...daysInput(gathering, form, isOwn ? texts.days : attendees.fields.days, language),
    ...textInput('guest', texts.guest, {
      value: guest,
      ...(isOwn ? { placeholder: texts.guestHint } : {}),
      maxLength: longestGuest,
      error: errorAt('guest'),
    }),
    ...textInput('diet', texts.diet, { value: diet, maxLength: longestDiet, error: errorAt('diet') }),
    ...textInput('question', texts.question, {
      value: question,
      multiline: true,
      maxLength: longestQuestion,
      error: errorAt('question'),
    }),
    ...gathering.questions.flatMap((own) =>
      ownQuestion(asked(own, whose), answers[own.id] ?? '', errorAt(own.id), language),
    ),
  ]
}

/** Of a gathering that lasts several days. */
function daysInput(gathering: Gathering, form: RegistrationInputs, label: string, language: Language): Element[] {
  const dates = datesOf(gathering)
  if (dates.length === 1) return []
  const choices = dates.map((date, index) => ({ title: writeDay(date, language), value: String(index + 1) }))
  return choiceInput('days', label, choices, {
    multiple: true,
    style: 'expanded',
    value: daysAttended(form, dates.length).join(','),
    error: mistakeAt('days', form, language),
  })
}

/** Which days somebody comes, in words; null when there is nothing to say: one day, or all. */
export function daysText(gathering: Gathering, days: readonly number[], language: Language): string | null {
  const dates = datesOf(gathering)
  const attended = daysAttended({ days }, dates.length)
  if (attended.length === dates.length) return null
  return attended
    .flatMap((day) => dates[day - 1] ?? [])
    .map((date) => writeDay(date, language))
    .join(', ')
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
