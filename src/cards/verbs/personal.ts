import { z } from 'zod'
import { id, page, typed } from './fields.ts'

/** Reminders that people set for themselves. `reminderId` is that of a new one too: a second press makes no second one. */
export const personalVerbs = {
  'personal.list': z.object({ page }),
  'personal.new': z.object({}),
  'personal.edit': z.object({ reminderId: id }),
  'personal.save': z.object({ reminderId: id, text: typed, date: typed, time: typed }),
  'personal.delete': z.object({ reminderId: id }),
  /** Which of several calls was meant, and how long before its deadline. */
  'personal.for-call': z.object({
    reminderId: id,
    callId: id,
    before: z.string().max(20),
    time: z.string().max(10).default(''),
  }),
} as const
