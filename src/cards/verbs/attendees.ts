import { z } from 'zod'
import { attendances } from '../../network/gathering.ts'
import { days, id, page, typed } from './fields.ts'

const one = z.object({ gatheringId: id })
const searched = z.object({ gatheringId: id, search: typed, page })
const attendee = z.object({ gatheringId: id, memberId: id })

/** What advisers do with those who are registered. */
export const attendeeVerbs = {
  'attendees.overview': one,
  'attendees.list': searched,
  'attendees.show': attendee,
  /** What was told to the speakers, or to one of the gathering's own questions. */
  'attendees.answers': z.object({ gatheringId: id, questionId: id.optional(), page }),
  /** Looks for somebody to register. */
  'attendees.find': searched,
  'attendees.form': attendee,
  /** With the answers to the gathering's own questions, under their ids. */
  'attendees.register': z.looseObject({
    gatheringId: id,
    memberId: id,
    attendance: z.enum([...attendances, '']).default(''),
    days: days.optional(),
    guest: z.string().max(20_000).optional(),
    diet: typed,
    question: typed,
    /** Where it is full: onto the waiting list. */
    wait: z.enum(['true', 'false']).default('false'),
    /** Where it is full: a seat beside the capacity. */
    extra: z.enum(['true', 'false']).default('false'),
  }),
  /** A seat, where it is full one beside the capacity, to somebody who waits. */
  'attendees.give-seat': attendee,
  'attendees.remove': attendee,
  'attendees.export': z.object({ gatheringId: id, format: z.enum(['csv', 'xlsx']) }),
  'attendees.check': searched,
  /** `ticked`: those who were so when the card was drawn; both lists are between commas. */
  'attendees.tick': z.object({ gatheringId: id, search: typed, page, ticked: typed, present: typed }),
  /** The code that those present give the bot. */
  'attendees.code': one,
} as const
