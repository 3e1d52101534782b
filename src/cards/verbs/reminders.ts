import { z } from 'zod'
import { laterChoices } from '../../reminders/later.ts'

/** Keys of the messages that a card shows: longer than other ids, since each names its person. */
const keys = z.array(z.string().min(1).max(400)).max(20)

/** Absent where the card is from before the field. */
const short = z.string().max(40)

export const reminderVerbs = {
  /** In a chat with others only where messages come, unless all is asked for. */
  'reminders.settings': z.object({ all: z.literal('yes').optional() }),
  /** In a chat with others nothing but `chat` is read. */
  'reminders.save': z.object({
    kinds: z.string().max(200).default(''),
    early: z.string().max(100).default(''),
    quiet: short.optional(),
    quietFrom: short.optional(),
    quietTo: short.optional(),
    daysOff: short.optional(),
    off: short.default('false'),
    pausedUntil: short.default(''),
    chat: short.optional(),
  }),
  /** Ends a pause, and turns on what was all off. */
  'reminders.resume': z.object({}),
  'reminders.mute': z.object({ category: short.default('gatherings'), keys: keys.default([]) }),
  'reminders.unmute': z.object({ category: short, keys: keys.default([]) }),
  'reminders.later': z.object({ choice: z.enum(laterChoices), keys }),
  'reminders.undo-later': z.object({ keys }),
  'reminders.done': z.object({ keys }),
  'reminders.undo-done': z.object({ keys }),
} as const
