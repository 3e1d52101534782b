import { z } from 'zod'
import { type Attendance, attendances, type GatheringQuestion } from './gathering.ts'
import { because, type FieldMistake, mistakesOf } from './mistakes.ts'

const form = z.object({
  /** Empty where there was nothing to choose. */
  attendance: z
    .enum([...attendances, ''], because('unknown-choice'))
    .transform((chosen): Attendance | null => (chosen === '' ? null : chosen)),
  days: z.array(z.number().int().min(1)).nullable(),
  guest: z
    .string()
    .transform((text) => text.replaceAll(/\s+/g, ' ').trim())
    .pipe(z.string().max(200, because('too-long')))
    .nullable()
    .default(null),
  diet: z.string().trim().max(200, because('too-long')),
  question: z.string().trim().max(1000, because('too-long')),
})

const longestAnswer = 1000

type Answers = Record<string, string>
export type RegistrationFormRead =
  | { ok: true; form: z.output<typeof form> & { answers: Answers } }
  | { ok: false; mistakes: FieldMistake[] }

/**
 * What somebody tells of how they come. Answers to the gathering's own questions stand under the questions' ids; those to
 * questions that it has no longer are dropped. Who fills it in for another need not know all that is asked.
 */
export function readRegistrationForm(
  input: Readonly<Record<string, unknown>>,
  questions: readonly GatheringQuestion[],
  whose: 'own' | 'another' = 'own',
): RegistrationFormRead {
  const days = daysIn(input)
  const read = form.safeParse({ ...input, days })
  const answers = answersIn(input, questions)
  const mistakes = [
    ...(read.success ? [] : mistakesOf(read.error)),
    ...(days?.length === 0 ? [{ field: 'days', reason: 'required' as const }] : []),
    ...questions.flatMap((question) => mistakeIn(answers[question.id] ?? '', asked(question, whose))),
  ]
  const given = Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== ''))
  return read.success && mistakes.length === 0
    ? { ok: true, form: { ...read.data, answers: given } }
    : { ok: false, mistakes }
}

/** The days that were chosen, by number; null where there was nothing to choose. */
export function daysIn({ days }: Readonly<Record<string, unknown>>): number[] | null {
  if (typeof days !== 'string') return null
  return days.split(',').flatMap((day) => (/^[1-9]$/.test(day.trim()) ? [Number(day)] : []))
}

/** What was typed to the gathering's own questions. */
export function answersIn(input: Readonly<Record<string, unknown>>, questions: readonly GatheringQuestion[]): Answers {
  return Object.fromEntries(
    questions.map(({ id }) => {
      const answer = input[id]
      return [id, typeof answer === 'string' ? answer.trim() : '']
    }),
  )
}

/** As it binds who answers. */
export function asked(question: GatheringQuestion, whose: 'own' | 'another'): GatheringQuestion {
  return whose === 'own' ? question : { ...question, required: false }
}

function mistakeIn(answer: string, { id, kind, choices, required }: GatheringQuestion): FieldMistake[] {
  const allowed = kind === 'choice' ? choices : kind === 'yes-no' ? ['yes', 'no'] : null
  if (answer === '') return required ? [{ field: id, reason: 'required' }] : []
  if (allowed !== null) return allowed.includes(answer) ? [] : [{ field: id, reason: 'unknown-choice' }]
  return answer.length > longestAnswer ? [{ field: id, reason: 'too-long' }] : []
}
