import { z } from 'zod'
import { id, page, typed } from './fields.ts'

/** Themes for gatherings. `suggestionId` is that of a new one too: a second press makes no second one. */
export const topicVerbs = {
  'topics.suggest': z.object({}),
  /** `anyway`: though others have suggested something like it. */
  'topics.save': z.object({ suggestionId: id, topic: typed, why: typed, anyway: z.enum(['yes', '']).default('') }),
  'topics.list': z.object({ page }),
  'topics.support': z.object({ suggestionId: id, why: typed }),
  'topics.withdraw': z.object({ suggestionId: id }),
} as const

/** What advisers do with them. */
export const suggestionDeskVerbs = {
  'suggestions.list': z.object({ page, show: z.enum(['open', 'done']).default('open') }),
  'suggestions.show': z.object({ suggestionId: id }),
  'suggestions.done': z.object({ suggestionId: id }),
  'suggestions.reopen': z.object({ suggestionId: id }),
  'suggestions.delete': z.object({ suggestionId: id }),
} as const
