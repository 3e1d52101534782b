import { z } from 'zod'
import { id, typed } from './fields.ts'

export const membershipVerbs = {
  /** With a gathering: goes on to registering for it. */
  'membership.join': z.object({ gatheringId: id.optional() }),
  'membership.show': z.object({}),
  'membership.save': z.object({
    gatheringId: id.optional(),
    name: typed,
    email: typed,
    municipality: typed,
    otherMunicipality: typed,
    role: typed,
    topics: typed,
    language: typed,
    consent: typed,
  }),
  'membership.leave': z.object({}),
  'membership.confirm-leave': z.object({}),
} as const
