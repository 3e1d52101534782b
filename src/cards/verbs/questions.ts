import { z } from 'zod'
import { id, page } from './fields.ts'

/** Votes on answers. `also` is the second answer of a card with two, `counties` where they were asked about; `sent` tells that the word is on its way too. */
const vote = z.object({
  answerId: id,
  also: id.optional(),
  counties: z.array(id).max(20).optional(),
  word: z.string().max(2000).default(''),
  contact: z.union([z.string().max(10), z.boolean()]).default(false),
  sent: z.boolean().default(false),
})

export const feedbackVerbs = {
  'answers.helpful': vote,
  'answers.unhelpful': vote,
  /** None of the suggested answers was meant. */
  'answers.none': z.object({}),
  /** The adviser may know who asked. */
  'questions.contact': z.object({ questionId: id }),
} as const

export const questionVerbs = {
  'questions.list': z.object({ page }),
  'questions.show': z.object({ questionId: id }),
  /** Somebody who wanted it has been contacted. */
  'questions.contacted': z.object({ questionId: id }),
  /** `until`: the latest question that was on the card, in milliseconds since 1970. */
  'questions.done': z.object({ questionId: id, until: z.coerce.number() }),
} as const
