import { z } from 'zod'

const id = z.string().min(1).max(60)
/** Question: choice, as far as the conversation has come. What is none of the guide's is dropped by the guide. */
export const guideAnswers = z.record(z.string().max(40), z.string().max(60)).optional()

export const guideVerbs = {
  'guide.start': z.object({}),
  'guide.answer': z.object({
    questionId: id.optional(),
    choice: z.string().max(60).default(''),
    text: z.string().max(1000).default(''),
    answers: guideAnswers,
  }),
  /** `questionId` is the question to go back to. */
  'guide.back': z.object({ questionId: id.optional(), answers: guideAnswers }),
  'guide.again': z.object({}),
} as const
