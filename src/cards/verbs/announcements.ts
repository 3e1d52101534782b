import { z } from 'zod'
import { id, page, typed } from './fields.ts'

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
    counties: typed,
    topics: typed,
    roles: typed,
    standing: typed,
  }),
  'announcements.test': one,
  /** `reach`: how many it was said to reach. */
  'announcements.send': z.object({ announcementId: id, reach: z.coerce.number().int() }),
  'announcements.list': z.object({ page }),
  /** How it stands: what was sent, and to whom it could not be. */
  'announcements.report': one,
  /** Without a date: asks for it. */
  'announcements.schedule': z.object({
    announcementId: id,
    date: typed,
    time: typed,
    asked: z.string().max(10).default(''),
  }),
  'announcements.unschedule': one,
  'announcements.stop': one,
  'announcements.retry': one,
  'announcements.correct': one,
  'announcements.save-correction': z.object({ announcementId: id, title: typed, text: typed }),
  'announcements.withdraw': one,
  'announcements.confirm-withdraw': one,
  'announcements.discard': z.object({ announcementId: id, gatheringId: id.optional() }),
} as const
