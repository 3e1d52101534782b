import { z } from 'zod'
import { id, typed } from './fields.ts'

const one = z.object({ announcementId: id })

/** Messages from the advisers: to those of a gathering, or to all. */
export const announcementVerbs = {
  /** `gatheringId`: about this gathering, to people who have to do with it. */
  'announcements.write': z.object({ gatheringId: id.optional(), group: typed }),
  'announcements.edit': one,
  /** `announcementId` is that of a new one too, so that a second press makes no second message. */
  'announcements.preview': z.object({
    announcementId: id,
    gatheringId: id.optional(),
    title: typed,
    text: typed,
    group: typed,
    municipalities: typed,
    topics: typed,
  }),
  'announcements.test': one,
  /** `reach`: how many it was said to reach. */
  'announcements.send': z.object({ announcementId: id, reach: z.coerce.number().int() }),
  'announcements.discard': z.object({ announcementId: id, gatheringId: id.optional() }),
} as const
