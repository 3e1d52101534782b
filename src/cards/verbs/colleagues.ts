import { z } from 'zod'
import { id, typed } from './fields.ts'

export const colleaguePurposes = ['register', 'substitute'] as const
export type ColleaguePurpose = (typeof colleaguePurposes)[number]

const colleague = z.object({ gatheringId: id, memberId: id })

export const colleagueVerbs = {
  'colleagues.find': z.object({ gatheringId: id, purpose: z.enum(colleaguePurposes), search: typed }),
  'colleagues.register': colleague,
  /** Takes back one's own registration of a colleague. */
  'colleagues.unregister': colleague,
  'colleagues.ask-substitute': colleague,
  'colleagues.keep-seat': z.object({ gatheringId: id }),
  /** `memberId` is who asks to be relieved. */
  'colleagues.take-over': colleague,
  'colleagues.refuse': colleague,
} as const
