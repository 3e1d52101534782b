import { z } from 'zod'
import { id, page, typed } from './fields.ts'

const one = z.object({ gatheringId: id })
/** Whether the registered are to be told, of which change that was decided, and why in the adviser's own words. */
const decision = { tell: z.enum(['yes', 'no']).optional(), of: z.string().max(100).default(''), reason: typed }

/** What advisers do to gatherings. */
export const gatheringDeskVerbs = {
  'gatherings.manage-list': z.object({ page }),
  'gatherings.manage': one,
  'gatherings.manage-more': one,
  'gatherings.history': z.object({ gatheringId: id, page }),
  'gatherings.create': z.object({}),
  'gatherings.edit': one,
  /** `gatheringId` is that of a new one too, so that a second press makes no second gathering. */
  'gatherings.save': z.object({
    gatheringId: id.optional(),
    /** Of the gathering that the form was made from; 0 for a new one. */
    edition: z.coerce.number().int().min(0).default(0),
    /** What the fields had when the form was made. */
    base: z.string().max(400).default(''),
    ...decision,
    title: typed,
    startDate: typed,
    startTime: typed,
    endDate: typed,
    endTime: typed,
    place: typed,
    onlineUrl: typed,
    directions: typed,
    preparation: typed,
    capacity: typed,
    onlineCapacity: typed,
    registrationDeadline: typed,
    agenda: typed,
    topics: typed,
    audience: typed,
    audienceList: typed,
    reminders: typed,
    questions: typed,
    timeZone: typed,
  }),
  'gatherings.copy': one,
  'gatherings.preview': one,
  'gatherings.publish': one,
  'gatherings.close': one,
  'gatherings.reopen': z.object({ gatheringId: id, ...decision }),
  'gatherings.call-off': z.object({ gatheringId: id, ...decision }),
  'gatherings.discard': one,
} as const
