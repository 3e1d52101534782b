import type { Gatherings as GatheringStore } from '../network/gatherings.ts'
import type { Reminders } from '../reminders/reminders.ts'
import type { Gatherings } from './handlers/gatherings.ts'
import type { Notices } from './notices.ts'
import type { PlainReply } from './reply.ts'
import type { SentCard } from './sent-cards.ts'

interface Dependencies {
  gatherings: Pick<GatheringStore, 'find'>
  gatheringCards: Pick<Gatherings, 'groupCard' | 'personalCard'>
  notices: Pick<Notices, 'reply'>
  reminders: Pick<Reminders, 'messageOf'>
  now: () => Temporal.Instant
}

/** Makes a card that was sent anew, by what is true now; null when what it showed is no more. */
export function createCurrentCards({ gatherings, gatheringCards, notices, reminders, now }: Dependencies) {
  return async (card: SentCard): Promise<PlainReply | null> => {
    const { personId, language, keys, isLarge, chat } = card
    const message = personId === null || keys.length === 0 ? null : await reminders.messageOf(personId, keys)
    const said = message && (await notices.reply({ ...message, chat }, language, null))
    if (said !== null) return said
    // What the message said means nothing any more, such as an invitation to what is called off: its gathering does.
    const gathering = await gatherings.find(card.gatheringIds[0] ?? '')
    if (gathering === null || gathering.status === 'draft') return null
    return personId === null || chat !== null
      ? gatheringCards.groupCard(gathering, { language, isLarge, now: now() })
      : gatheringCards.personalCard(gathering, personId, language, now())
  }
}
