import { z } from 'zod'
import type { CollectionDefinition } from '../../store/database.ts'
import { because, type FieldMistake, mistakesOf } from '../mistakes.ts'

const wishSchema = z.object({
  personId: z.string(),
  /** What they hope to get out of it; empty when they did not say. */
  why: z.string().default(''),
  at: z.date(),
})

const suggestionSchema = z.object({
  _id: z.string(),
  /** What a gathering could be about, in the words of who said it first. */
  text: z.string(),
  /** Everybody who wants it. When nobody does any more, it is gone. */
  wishes: z.array(wishSchema),
  at: z.date(),
  /** It has been, or will be, at a gathering. */
  doneAt: z.date().nullable().default(null),
})
export type Suggestion = z.infer<typeof suggestionSchema>

export const suggestionsDefinition: CollectionDefinition<Suggestion> = {
  name: 'suggestions',
  schema: suggestionSchema,
  indexes: [
    { name: 'done', key: { doneAt: 1, at: -1 } },
    { name: 'wishes', key: { 'wishes.personId': 1 } },
  ],
}

export const longestTheme = 150
export const longestWhy = 500

const formSchema = z.object({
  topic: z
    .string()
    .transform((text) => text.replaceAll(/\s+/g, ' ').trim())
    .pipe(z.string().min(1, because('required')).max(longestTheme, because('too-long'))),
  why: z.string().trim().max(longestWhy, because('too-long')),
})

export type SuggestionForm = z.input<typeof formSchema>

export function readSuggestion(
  form: SuggestionForm,
): { ok: true; text: string; why: string } | { ok: false; mistakes: FieldMistake[] } {
  const { data, error } = formSchema.safeParse(form)
  return data === undefined ? { ok: false, mistakes: mistakesOf(error) } : { ok: true, text: data.topic, why: data.why }
}
