import { z } from 'zod'
import { id, page } from './fields.ts'

/** What advisers do to invite. */
export const invitationVerbs = {
  /** `reach`: how many it was said to reach; without it the question is asked. */
  'gatherings.invite': z.object({ gatheringId: id, reach: z.coerce.number().int().optional() }),
  /** Reminds those who were invited and gave no answer. */
  'gatherings.remind-invited': z.object({ gatheringId: id, reach: z.coerce.number().int() }),
  /** Who gave which answer, or none. */
  'gatherings.replies': z.object({ gatheringId: id, reply: z.enum(['maybe', 'no', 'not-answered']), page }),
} as const
