import { z } from 'zod'
import { id, typed } from './fields.ts'

/** `from` is the person who asks. */
export const linkingVerbs = {
  'linking.show': z.object({}),
  'linking.ask': z.object({ email: typed }),
  'linking.withdraw': z.object({}),
  'linking.accept': z.object({ from: id }),
  'linking.decline': z.object({ from: id }),
  'linking.unlink': z.object({}),
} as const
