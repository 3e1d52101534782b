import { z } from 'zod'
import { typed } from './fields.ts'

/** Ids of topics between commas. */
const topics = z.string().max(2000)

export const followingVerbs = {
  'following.show': z.object({}),
  'following.follow': z.object({ topics }),
  'following.unfollow': z.object({ topics }),
  /** All that somebody follows from now on. */
  'following.save': z.object({ topics: typed }),
} as const
