import { z } from 'zod'
import { usefulness } from '../../network/gathering-feedback.ts'
import { id, typed } from './fields.ts'

/** What those do who were there. */
export const afterGatheringVerbs = {
  /** From who was not ticked off. */
  'gatherings.was-there': z.object({ gatheringId: id }),
  /** Without `send` the questions are shown; again changes what was answered. */
  'gatherings.feedback': z.object({
    gatheringId: id,
    useful: z.enum([...usefulness, '']).default(''),
    word: typed,
    send: z.enum(['yes', '']).default(''),
  }),
} as const

/** What advisers do when a gathering is over. */
export const afterGatheringDeskVerbs = {
  'gatherings.materials': z.object({ gatheringId: id }),
  'gatherings.save-materials': z.object({ gatheringId: id, materials: typed }),
  'gatherings.feedback-summary': z.object({ gatheringId: id }),
} as const
