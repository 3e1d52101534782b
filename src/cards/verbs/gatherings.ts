import { z } from 'zod'
import { attendances } from '../../network/gathering.ts'
import { days, id, page, typed } from './fields.ts'

export const gatheringVerbs = {
  'gatherings.list': z.object({ page }),
  'gatherings.mine': z.object({ page }),
  'gatherings.show': z.object({ gatheringId: id }),
  /** The gathering as the one who looks at it sees it, in a group: Teams asks for it by itself. */
  'gatherings.view': z.object({ gatheringId: id, asked: z.boolean().default(false) }),
  'gatherings.in-private': z.object({ gatheringId: id }),
  /** One press; what was told before stays. */
  'gatherings.register': z.object({
    gatheringId: id,
    attendance: z.enum(attendances).optional(),
    days: days.optional(),
  }),
  /** With the answers to the gathering's own questions, under their ids. */
  'gatherings.save-registration': z.looseObject({
    gatheringId: id,
    attendance: z.enum([...attendances, '']).default(''),
    days: days.optional(),
    guest: z.string().max(20_000).optional(),
    diet: typed,
    question: typed,
  }),
  /** To an invitation; a yes is a registration. */
  'gatherings.reply': z.object({ gatheringId: id, reply: z.enum(['maybe', 'no']) }),
  'gatherings.wait': z.object({ gatheringId: id, take: typed }),
  'gatherings.cancel': z.object({ gatheringId: id }),
  'gatherings.accept-offer': z.object({ gatheringId: id }),
  'gatherings.decline-offer': z.object({ gatheringId: id }),
} as const
