import { z } from 'zod'
import type { CollectionDefinition, Database } from '../../store/database.ts'
import { toDate } from '../../store/instants.ts'

/** Where advisers read of a wish: the message in their channel. */
const channelPostSchema = z.object({ channelId: z.string(), activityId: z.string() })
export type ChannelPost = z.infer<typeof channelPostSchema>

/** Somebody wants an adviser to contact them. It is there until that is dealt with. */
const contactWishSchema = z.object({
  /** The question's, or the vote's, that it came with. */
  _id: z.string(),
  personId: z.string(),
  at: z.date(),
  /** Null: no adviser has been told yet. */
  toldAt: z.date().nullable().default(null),
  post: channelPostSchema.nullable().default(null),
})
export type ContactWish = z.infer<typeof contactWishSchema>

export const contactWishesDefinition: CollectionDefinition<ContactWish> = {
  name: 'contactWishes',
  schema: contactWishSchema,
  indexes: [
    { name: 'toldAt', key: { toldAt: 1, at: 1 } },
    { name: 'person', key: { personId: 1 } },
  ],
}

export type ContactWishes = ReturnType<typeof createContactWishes>

export function createContactWishes(database: Database) {
  const wishes = database.collection(contactWishesDefinition)
  return {
    async open(id: string, personId: string, now: Temporal.Instant): Promise<void> {
      await wishes.insertMissing([{ _id: id, personId, at: toDate(now), toldAt: null, post: null }])
    },

    find: (id: string): Promise<ContactWish | null> => wishes.findOne({ _id: id }),

    untold: (): Promise<ContactWish[]> => wishes.find({ toldAt: null }, { sort: { at: 1 } }),

    /** True for the one process that is to tell of it. */
    async claim(id: string, now: Temporal.Instant): Promise<boolean> {
      const { modifiedCount } = await wishes.updateOne({ _id: id, toldAt: null }, { $set: { toldAt: toDate(now) } })
      return modifiedCount === 1
    },

    /** It could not be told, and is to be tried again. */
    async giveBack(id: string): Promise<void> {
      await wishes.updateOne({ _id: id }, { $set: { toldAt: null } })
    },

    async notePost(id: string, post: ChannelPost): Promise<void> {
      await wishes.updateOne({ _id: id }, { $set: { post } })
    },

    /** @returns what was open until now */
    async close(ids: readonly string[]): Promise<ContactWish[]> {
      const closing = await wishes.find({ _id: { $in: [...ids] } })
      await wishes.deleteMany({ _id: { $in: closing.map(({ _id }) => _id) } })
      return closing
    },

    count: (): Promise<number> => wishes.countDocuments({}),

    ofPerson: (personId: string): Promise<ContactWish[]> => wishes.find({ personId }),

    async forget(personId: string): Promise<void> {
      await wishes.deleteMany({ personId })
    },

    async tidy(before: Date): Promise<void> {
      await wishes.deleteMany({ at: { $lt: before } })
    },
  }
}
