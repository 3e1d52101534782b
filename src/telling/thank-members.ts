import type { AfterGathering } from '../network/after-gathering.ts'
import type { Quiet } from '../reminders/quiet.ts'
import type { Reminders } from '../reminders/reminders.ts'
import { thanksMoment } from '../reminders/thanks.ts'
import { toDate } from '../store/instants.ts'
import { expiryOf } from './expiry.ts'

/**
 * Thanks those who were registered for what is over: call it about once a minute, on any number of processes. Each is
 * thanked once, since a message has its gathering and person for a key.
 */
export function createThankMembers(
  afterGathering: Pick<AfterGathering, 'unthanked' | 'participants' | 'markThanked'>,
  { post }: Pick<Reminders, 'post'>,
  quiet: Quiet,
) {
  return async (now: Temporal.Instant): Promise<void> => {
    for (const gathering of await afterGathering.unthanked(now)) {
      const { _id: gatheringId, endsAt, timeZone } = gathering
      const at = thanksMoment(endsAt.toTemporalInstant(), timeZone, quiet)
      if (Temporal.Instant.compare(now, at) < 0) continue
      const personIds = await afterGathering.participants(gathering)
      await post(
        personIds.map((personId) => ({
          key: `thanks:${gatheringId}:${personId}`,
          about: `thanks:${gatheringId}`,
          kind: 'thanks' as const,
          personId,
          data: { gatheringId },
          dueAt: toDate(now),
          expiresAt: expiryOf(now),
        })),
      )
      await afterGathering.markThanked(gatheringId, now)
    }
  }
}
