import type { Partners } from '../network/together/partners.ts'
import type { Reminders } from '../reminders/reminders.ts'
import { toDate } from '../store/instants.ts'
import { expiryOf } from './expiry.ts'

/**
 * Asks who was found, and tells who asked of a yes: call it when something happened, and about once a minute for what a
 * crash left. A message has its contact for a key, so each comes once.
 */
export function createTellPartners(
  { untold, markTold }: Pick<Partners, 'untold' | 'markTold'>,
  { post }: Pick<Reminders, 'post'>,
) {
  return async (now: Temporal.Instant): Promise<void> => {
    for (const { contact, personId } of await untold()) {
      const { _id: contactId, until } = contact
      const isAsked = contact.untold === 'asked'
      const kind = isAsked ? ('partner-asked' as const) : ('partner-found' as const)
      const about = `partner:${contactId}`
      const expiresAt = isAsked ? until : expiryOf(now)
      await post([
        { key: `${kind}:${contactId}`, about, kind, personId, data: { contactId }, dueAt: toDate(now), expiresAt },
      ])
      await markTold(contact)
    }
  }
}
