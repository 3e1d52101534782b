import type { Newcomer, Partners } from '../network/together/partners.ts'
import type { Reminders } from '../reminders/reminders.ts'
import type { PlannedRow } from '../reminders/row.ts'
import { toDate } from '../store/instants.ts'
import { expiryOf } from './expiry.ts'

/** Who has just begun a search may still change or end it before others hear of it. */
const MINUTES_TO_THINK = 15

/**
 * Asks who was found, tells who asked of a yes, and those who look of somebody new: call it when something happened, and
 * about once a minute for what a crash left. A message has what it is about for a key, so each comes once.
 */
export function createTellPartners(
  partners: Pick<Partners, 'untold' | 'markTold' | 'newcomers' | 'markAnnounced'>,
  { post }: Pick<Reminders, 'post'>,
) {
  async function tellOfContacts(now: Temporal.Instant): Promise<void> {
    for (const { contact, personId } of await partners.untold()) {
      const { _id: contactId, until } = contact
      const isAsked = contact.untold === 'asked'
      const kind = isAsked ? ('partner-asked' as const) : ('partner-found' as const)
      const about = `partner:${contactId}`
      const expiresAt = isAsked ? until : expiryOf(now)
      await post([
        { key: `${kind}:${contactId}`, about, kind, personId, data: { contactId }, dueAt: toDate(now), expiresAt },
      ])
      await partners.markTold(contact)
    }
  }

  async function tellOfNewcomers(now: Temporal.Instant): Promise<void> {
    for (const newcomer of await partners.newcomers(now)) {
      await post(rowsOf(newcomer, now))
      await partners.markAnnounced(newcomer.search._id)
    }
  }

  return async (now: Temporal.Instant): Promise<void> => {
    await tellOfContacts(now)
    await tellOfNewcomers(now)
  }
}

function rowsOf({ search: { _id: otherId, until }, lookingFor }: Newcomer, now: Temporal.Instant): PlannedRow[] {
  return lookingFor.map(({ personId, searchId }) => ({
    key: `partner-turned-up:${otherId}:${searchId}`,
    about: `partner-search:${otherId}`,
    kind: 'partner-turned-up',
    personId,
    data: { searchId, otherId },
    dueAt: toDate(now.add({ minutes: MINUTES_TO_THINK })),
    expiresAt: until,
  }))
}
