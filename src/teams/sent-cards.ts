import { z } from 'zod'
import { languages } from '../language.ts'
import type { PersonalData } from '../network/privacy.ts'
import { sharedChatSchema } from '../reminders/shared-chat.ts'
import type { CollectionDefinition, Database } from '../store/database.ts'
import { toDate } from '../store/instants.ts'

/** A message with a gathering's card in it, as long as the gathering is ahead: so that it can be brought up to date. */
const sentCardSchema = z.object({
  /** Of the conversation and the message. */
  _id: z.string(),
  tenantId: z.string(),
  activityId: z.string(),
  /** Where to reach the conversation; of a group without whom it was sent to. */
  reference: z.record(z.string(), z.unknown()),
  /** Whose message it is; null: of nobody in a group. */
  personId: z.string().nullable(),
  /** Where one person's message is seen by others. */
  chat: sharedChatSchema.nullable().default(null),
  gatheringIds: z.array(z.string()),
  /** Of a message that came by itself: the keys of what it says. */
  keys: z.array(z.string()).default([]),
  language: z.enum(languages),
  /** Of a group: too large for Teams to refresh a card for everybody. */
  isLarge: z.boolean().default(false),
  /** What the card says, as {@link ShownGatherings} has it. */
  state: z.string(),
  /** When it was sent, or last changed. */
  changedAt: z.date(),
  /** After that nobody needs it. */
  keepUntil: z.date(),
})

export type SentCard = z.infer<typeof sentCardSchema>

export const sentCardsDefinition: CollectionDefinition<SentCard> = {
  name: 'sentCards',
  schema: sentCardSchema,
  indexes: [
    { name: 'gatherings', key: { gatheringIds: 1 } },
    { name: 'person', key: { personId: 1 } },
    { name: 'keep', key: { keepUntil: 1 } },
  ],
}

/** Whose pace it is changed at: the person's own chat by their id, any other by its own. */
export function conversationOf({ _id, activityId, personId, chat }: SentCard): string {
  return chat?.id ?? personId ?? _id.slice(0, -activityId.length - 1)
}

export type SentCards = ReturnType<typeof createSentCards>

export function createSentCards(database: Database) {
  const cards = database.collection(sentCardsDefinition)
  return {
    async keep(card: SentCard): Promise<void> {
      await cards.insertMissing([card])
    },

    /** @param whose of groups alone, which see who comes and goes, or everybody's */
    of: (gatheringId: string, whose: 'groups' | 'all'): Promise<SentCard[]> =>
      cards.find({ gatheringIds: gatheringId, ...(whose === 'groups' ? { personId: null } : {}) }),

    /** The gatherings that some card shows. */
    async gatheringIds(): Promise<string[]> {
      const found = await cards.aggregate([{ $unwind: '$gatheringIds' }, { $group: { _id: '$gatheringIds' } }])
      return found.map(({ _id }) => String(_id))
    },

    /** Claims the change of a card for one process. False when another one has it, or when it was changed just now. */
    async claim(card: SentCard, state: string, notSince: Temporal.Instant, now: Temporal.Instant): Promise<boolean> {
      const { modifiedCount } = await cards.updateOne(
        { _id: card._id, state: card.state, changedAt: { $lte: toDate(notSince) } },
        { $set: { state, changedAt: toDate(now) } },
      )
      return modifiedCount === 1
    },

    /** It could not be changed after all: what it says is what it said. */
    async giveBack(card: SentCard, state: string): Promise<void> {
      await cards.updateOne({ _id: card._id, state }, { $set: { state: card.state } })
    },

    async forget(card: SentCard): Promise<void> {
      await cards.deleteOne({ _id: card._id })
    },

    async tidy(now: Temporal.Instant): Promise<void> {
      await cards.deleteMany({ keepUntil: { $lt: toDate(now) } })
    },
  }
}

export function sentCardPersonalData(database: Database): PersonalData {
  const cards = database.collection(sentCardsDefinition)
  return {
    name: 'sentCards',
    async everythingAbout(personId) {
      const found = await cards.find({ personId })
      return found.length === 0 ? null : found
    },
    async forget(personId) {
      await cards.deleteMany({ personId })
    },
  }
}
