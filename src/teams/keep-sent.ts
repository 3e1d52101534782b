import type { Language } from '../language.ts'
import type { Log } from '../log.ts'
import type { Gatherings } from '../network/gatherings.ts'
import type { SharedChat } from '../reminders/shared-chat.ts'
import { toDate } from '../store/instants.ts'
import type { PlainReply } from './reply.ts'
import type { SentCards } from './sent-cards.ts'

/** A message that was sent, and where. */
export interface SentMessage {
  tenantId: string
  conversationId: string
  reference: Readonly<Record<string, unknown>>
  /** Empty when the service does not tell. */
  activityId: string | undefined
  /** Whose it is; null: of nobody in a group. */
  personId: string | null
  /** Where one person's message is seen by others. */
  chat?: SharedChat | null
  language: Language
  reply: PlainReply
  /** Of what came by itself. */
  keys?: readonly string[]
}

export type KeepSent = (message: SentMessage) => Promise<void>

interface Dependencies {
  sentCards: Pick<SentCards, 'keep'>
  gatherings: Pick<Gatherings, 'lastEnd'>
  now: () => Temporal.Instant
  log: Log
}

/** Keeps which messages show gatherings. It fails for itself: the message is there, and just stays as it is. */
export function createKeepSent({ sentCards, gatherings, now, log }: Dependencies): KeepSent {
  return async ({ tenantId, conversationId, reference, activityId, personId, language, reply, ...more }) => {
    const { chat = null, keys = [] } = more
    const shows = reply.kind === 'card' ? reply.shows : undefined
    if (!activityId || shows === undefined) return
    try {
      const keepUntil = await gatherings.lastEnd(shows.gatheringIds)
      if (keepUntil === null || keepUntil <= toDate(now())) return
      await sentCards.keep({
        _id: `${conversationId}|${activityId}`,
        tenantId,
        activityId,
        reference: { ...reference },
        personId,
        chat,
        gatheringIds: [...shows.gatheringIds],
        keys: [...keys],
        language,
        isLarge: shows.isLarge ?? false,
        state: shows.state,
        changedAt: toDate(now()),
        keepUntil,
      })
    } catch (error) {
      log.error({ err: error, activityId }, 'a sent card could not be kept')
    }
  }
}
