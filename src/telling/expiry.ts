import { toDate } from '../store/instants.ts'

const daysOfMessage = 14

/** From then on a message of this moment means nothing. */
export function expiryOf(now: Temporal.Instant): Date {
  return toDate(now.add({ hours: daysOfMessage * 24 }))
}
