import { z } from 'zod'

export const privacyVerbs = {
  'privacy.show': z.object({}),
  'privacy.download': z.object({}),
  'privacy.delete': z.object({}),
  'privacy.confirm-delete': z.object({}),
} as const
