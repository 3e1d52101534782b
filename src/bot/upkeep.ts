import type { Network } from '../network/network.ts'
import type { Conversation } from './conversation.ts'
import type { Messaging } from './messaging.ts'

interface Parts {
  network: Network
  messaging: Messaging
  conversation: Conversation
  now: () => Temporal.Instant
}

/** What has to be done again and again for the whole to stay as it should. */
export function createUpkeep({ network, messaging, conversation, now }: Parts) {
  const { tell, thankMembers, tellPartners, personalReminders, reminders, deliveries } = messaging
  const { cardUpdates, questions, askedCounts } = conversation
  return {
    /** What time brings about. */
    async tend(): Promise<void> {
      await network.tend(now())
      await network.invitations.remind(tell.invitations, now())
      await thankMembers(now())
      await tellPartners(now())
      await network.announcements.tend(tell.announcements, now())
      await askedCounts.write()
    },

    /** Deletes what is kept no longer. */
    async tidy(): Promise<void> {
      await Promise.all([
        network.tidy(now()),
        questions.tidy(now()),
        personalReminders.tidy(now()),
        reminders.tidy(),
        cardUpdates.tidy(),
        conversation.tidyMemory(),
        deliveries.tidy(now()),
        askedCounts.tidy(now()),
      ])
    },
  }
}
