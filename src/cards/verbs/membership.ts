import { z } from 'zod'
import { id, typed } from './fields.ts'

/** `gatheringId` is where somebody was on their way to when they had to join first. */
export const membershipVerbs = {
  'membership.join': z.object({ gatheringId: id.optional() }),
  'membership.save': z.object({
    gatheringId: id.optional(),
    name: typed,
    email: typed,
    municipality: typed,
    otherMunicipality: typed,
    role: typed,
    topics: typed,
    language: typed,
    consent: z.union([typed, z.boolean().transform(String)]),
  }),
  'membership.show': z.object({}),
  'membership.edit': z.object({}),
  'membership.pause': z.object({}),
  'membership.save-pause': z.object({ until: typed }),
  'membership.resume': z.object({}),
  'membership.leave': z.object({}),
  'membership.confirm-leave': z.object({}),
} as const
