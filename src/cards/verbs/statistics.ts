import { z } from 'zod'

export const statisticsParts = ['members', 'gatherings', 'topics'] as const

/** The network in numbers, for advisers. */
export const statisticsVerbs = {
  'statistics.show': z.object({ part: z.enum(statisticsParts).default('members') }),
  'statistics.download': z.object({}),
} as const
