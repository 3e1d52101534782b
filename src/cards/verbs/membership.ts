import { z } from 'zod'

const id = z.string().min(1).max(200)
/** Longer than any field may be: what is wrong with it is told at the field. */
const typed = z.string().max(4000).default('')

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
    consent: z.union([z.string().max(10), z.boolean()]).default(false),
  }),
  'membership.show': z.object({}),
  'membership.edit': z.object({}),
  'membership.leave': z.object({}),
  'membership.confirm-leave': z.object({}),
} as const
