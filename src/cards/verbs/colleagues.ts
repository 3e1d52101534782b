import { z } from 'zod'
import { id, typed } from './fields.ts'

const purpose = z.enum(['register', 'substitute'])
export type ColleaguePurpose = z.infer<typeof purpose>

const colleague = z.object({ gatheringId: id, memberId: id })

export const colleagueVerbs = {
  'colleagues.find': z.object({ gatheringId: id, purpose, search: typed }),
  'colleagues.register': colleague,
  /** Takes back one's own registration of a colleague. */
  'colleagues.unregister': colleague,
  'colleagues.ask-substitute': colleague,
  'colleagues.keep-seat': z.object({ gatheringId: id }),
  /** `memberId` is who asks to be relieved. */
  'colleagues.take-over': colleague,
  'colleagues.refuse': colleague,
} as const
