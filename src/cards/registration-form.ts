import type { Language } from '../language.ts'
import { type Attendance, attendancesOf, type Gathering } from '../network/gathering.ts'
import type { FieldMistake } from '../network/mistakes.ts'
import { textsIn } from '../texts/texts.ts'
import { choiceInput, type Element, textInput } from './elements.ts'

/** What stands in the fields, as it was typed, and what was wrong with it. */
export interface RegistrationInputs {
  attendance: Attendance | ''
  diet: string
  question: string
  mistakes: readonly FieldMistake[]
}

const longestDiet = 200
const longestQuestion = 1000

export function registrationInputs(gathering: Gathering, form: RegistrationInputs, language: Language): Element[] {
  const { gatherings: texts, mistakes: words } = textsIn(language)
  const { attendance, diet, question, mistakes } = form
  const errorAt = (field: string) => {
    const mistake = mistakes.find((each) => each.field === field)
    return mistake && words[mistake.reason]
  }
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
  ]
}
