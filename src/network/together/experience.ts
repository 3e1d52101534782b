import { z } from 'zod'
import type { CollectionDefinition } from '../../store/database.ts'
import { because, type FieldMistake, mistakesOf } from '../mistakes.ts'

const experienceSchema = z.object({
  _id: z.string(),
  personId: z.string(),
  title: z.string(),
  /** The programme that it was in; empty when it was in none. */
  topic: z.string().default(''),
  year: z.number().nullable().default(null),
  /** What they did. */
  what: z.string(),
  /** What they would tell others; empty when they did not say. */
  lesson: z.string().default(''),
  /** Other members may see who shared it, and write to them. */
  mayContact: z.boolean(),
  /** Where they came from when they shared it. */
  municipality: z.string(),
  at: z.date(),
  updatedAt: z.date(),
  /** An adviser took it out of what others see. */
  hiddenAt: z.date().nullable().default(null),
})
export type Experience = z.infer<typeof experienceSchema>

export const experiencesDefinition: CollectionDefinition<Experience> = {
  name: 'experiences',
  schema: experienceSchema,
  indexes: [
    { name: 'person', key: { personId: 1 } },
    { name: 'at', key: { at: -1 } },
  ],
}

export const longestTitle = 120
export const longestStory = 1000
const firstYear = 1990

/** As the fields hold it, and as it comes back. */
export interface ExperienceForm {
  title: string
  topic: string
  year: string
  what: string
  lesson: string
  /** `true` when it is ticked. */
  mayContact: string
}

export type ExperienceFields = Pick<Experience, 'title' | 'topic' | 'year' | 'what' | 'lesson' | 'mayContact'>

const line = z.string().transform((text) => text.replaceAll(/\s+/g, ' ').trim())
const story = z.string().trim().max(longestStory, because('too-long'))

export function readExperience(
  form: ExperienceForm,
  { isTopic, now }: { isTopic: (topic: string) => boolean; now: Temporal.Instant },
): { ok: true; fields: ExperienceFields } | { ok: false; mistakes: FieldMistake[] } {
  const latest = now.toZonedDateTimeISO('UTC').year + 1
  const isYear = (year: number | null) => year === null || (year >= firstYear && year <= latest)
  const schema = z.object({
    title: line.pipe(z.string().min(1, because('required')).max(longestTitle, because('too-long'))),
    topic: z.string().refine((topic) => topic === '' || isTopic(topic), because('unknown-choice')),
    year: line
      .transform((text) => (text === '' ? null : /^\d{4}$/.test(text) ? Number(text) : 0))
      .refine(isYear, because('not-a-year')),
    what: story.min(1, because('required')),
    lesson: story,
    mayContact: z.string().transform((ticked) => ticked === 'true'),
  })
  const { data, error } = schema.safeParse(form)
  return data === undefined ? { ok: false, mistakes: mistakesOf(error) } : { ok: true, fields: data }
}
