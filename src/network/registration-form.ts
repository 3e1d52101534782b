import { z } from 'zod'
import { type Attendance, attendances } from './gathering.ts'
import { because, type FieldMistake, mistakesOf } from './mistakes.ts'

const form = z.object({
  /** Empty where there was nothing to choose. */
  attendance: z
    .enum([...attendances, ''], because('unknown-choice'))
    .transform((chosen): Attendance | null => (chosen === '' ? null : chosen)),
  diet: z.string().trim().max(200, because('too-long')),
  question: z.string().trim().max(1000, because('too-long')),
})

export type RegistrationFormRead = { ok: true; form: z.output<typeof form> } | { ok: false; mistakes: FieldMistake[] }

/** What somebody tells of how they come. */
export function readRegistrationForm(input: unknown): RegistrationFormRead {
  const read = form.safeParse(input)
  return read.success ? { ok: true, form: read.data } : { ok: false, mistakes: mistakesOf(read.error) }
}
