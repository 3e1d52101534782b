import { z } from 'zod'
import { id, page, typed } from './fields.ts'

/** `searchId` is one's own search, of a new one too: a second press makes no second one. `otherId` is somebody else's. */
export const partnerVerbs = {
  'partners.find': z.object({ topic: z.string().max(100).default('') }),
  'partners.new': z.object({}),
  'partners.save': z.object({
    searchId: id,
    topic: typed,
    idea: typed,
    role: typed,
    months: typed,
    isFindable: z.union([typed, z.boolean().transform(String)]),
  }),
  'partners.edit': z.object({ searchId: id }),
  'partners.end': z.object({ searchId: id }),
  'partners.show': z.object({ searchId: id, page }),
  'partners.other': z.object({ searchId: id, otherId: id }),
  'partners.ask': z.object({ searchId: id, otherId: id }),
  'partners.contact': z.object({ contactId: id }),
  'partners.accept': z.object({ contactId: id }),
  'partners.decline': z.object({ contactId: id }),
} as const
