import { z } from 'zod'
import { id, page, typed } from './fields.ts'

/** What was looked for: comes back from the fields of the list, and goes with the buttons that lead away from it. */
const searchFields = {
  search: z.string().max(200).default(''),
  topic: z.string().max(100).default(''),
  municipality: z.string().max(200).default(''),
  page,
}

/** `experienceId` is that of a new one too: a second press makes no second one. */
export const experienceVerbs = {
  'experiences.share': z.object({ experienceId: id.optional(), topic: z.string().max(100).default('') }),
  'experiences.save': z.object({
    experienceId: id,
    title: typed,
    topic: typed,
    year: typed,
    what: typed,
    lesson: typed,
    mayContact: z.union([typed, z.boolean().transform(String)]),
  }),
  'experiences.search': z.object(searchFields),
  'experiences.show': z.object({ experienceId: id, ...searchFields }),
  'experiences.mine': z.object({ page }),
  'experiences.delete': z.object({ experienceId: id }),
} as const

/** What advisers do with them. */
export const experienceDeskVerbs = {
  'experience-desk.list': z.object({ page }),
  'experience-desk.show': z.object({ experienceId: id }),
  'experience-desk.hide': z.object({ experienceId: id }),
  'experience-desk.reveal': z.object({ experienceId: id }),
  'experience-desk.delete': z.object({ experienceId: id }),
} as const
