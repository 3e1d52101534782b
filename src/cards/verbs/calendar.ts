import { z } from 'zod'

export const calendarVerbs = {
  'calendar.feed': z.object({}),
  'calendar.renew': z.object({}),
  'calendar.revoke': z.object({}),
} as const
