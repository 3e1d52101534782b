import { z } from 'zod'
import { type Language, languages } from '../language.ts'
import type { CollectionDefinition, Database } from '../store/database.ts'
import { toDate } from '../store/instants.ts'

/** Somebody who wrote to the bot in a personal chat, member or not. */
const personSchema = z.object({
  _id: z.string(),
  tenantId: z.string(),
  aadObjectId: z.string(),
  /** Where to write to them; what is in it is known to `teams/` alone. */
  conversation: z.record(z.string(), z.unknown()).nullable().default(null),
  /** The language that they chose. */
  language: z.enum(languages).nullable().default(null),
  /** From the roster, so known to be theirs. In lower case. */
  email: z.string().nullable().default(null),
  firstSeenAt: z.date(),
  /** To within a month; null in documents of before, until they are counted from. */
  lastSeenAt: z.date().nullable().default(null),
  unreachable: z.object({ since: z.date(), reason: z.string() }).nullable().default(null),
})

export type Person = z.infer<typeof personSchema>

const welcomeSchema = z.object({ _id: z.string(), at: z.date() })

export const peopleDefinition: CollectionDefinition<Person> = {
  name: 'people',
  schema: personSchema,
  indexes: [
    { name: 'aadObjectId', key: { aadObjectId: 1 } },
    { name: 'last-seen', key: { lastSeenAt: 1 } },
  ],
}
export const welcomesDefinition: CollectionDefinition<z.infer<typeof welcomeSchema>> = {
  name: 'welcomes',
  schema: welcomeSchema,
}

export interface PersonIdentity {
  /** `tenantId/aadObjectId` */
  id: string
  tenantId: string
  aadObjectId: string
}

/** Reads `tenantId/aadObjectId`; null when it is not that. */
export function parsePersonId(id: string): PersonIdentity | null {
  const [tenantId, aadObjectId, ...rest] = id.split('/')
  return tenantId && aadObjectId && rest.length === 0 ? { id, tenantId, aadObjectId } : null
}

export type People = ReturnType<typeof createPeople>

export function createPeople(database: Database) {
  const people = database.collection(peopleDefinition)
  const welcomes = database.collection(welcomesDefinition)

  function unseen(person: PersonIdentity, now: Temporal.Instant): Person {
    return {
      _id: person.id,
      tenantId: person.tenantId,
      aadObjectId: person.aadObjectId,
      conversation: null,
      language: null,
      email: null,
      firstSeenAt: toDate(now),
      lastSeenAt: toDate(now),
      unreachable: null,
    }
  }

  async function ensure(person: PersonIdentity, now: Temporal.Instant): Promise<void> {
    await people.insertMissing([unseen(person, now)])
  }

  function find(personId: string): Promise<Person | null> {
    return people.findOne({ _id: personId })
  }

  return {
    find,
    findMany: (personIds: readonly string[]): Promise<Person[]> => people.find({ _id: { $in: [...personIds] } }),

    /**
     * Call once a turn in a personal chat: one read, and a write only when the person is new, can be reached in
     * another way than before, was thought unreachable, or has not written for a month.
     * @param reference where to write to them; must not hold what differs from turn to turn, such as an activity id
     * @returns `isNew` the first time, `isBack` when they could not be reached until now
     */
    async seen(
      person: PersonIdentity,
      reference: object,
      now: Temporal.Instant,
    ): Promise<Person & { isNew: boolean; isBack: boolean }> {
      const written = JSON.stringify(reference)
      const known = await find(person.id)
      if (known === null) await ensure(person, now)
      else if (known.unreachable === null && JSON.stringify(known.conversation) === written && isRecent(known, now)) {
        return { ...known, isNew: false, isBack: false }
      }
      const conversation = plainObject(written)
      const lastSeenAt = toDate(now)
      await people.updateOne({ _id: person.id }, { $set: { conversation, lastSeenAt, unreachable: null } })
      return {
        ...(known ?? unseen(person, now)),
        conversation,
        unreachable: null,
        isNew: known === null,
        isBack: known !== null && known.unreachable !== null,
      }
    },

    async chooseLanguage(person: PersonIdentity, language: Language, now: Temporal.Instant): Promise<void> {
      await ensure(person, now)
      await people.updateOne({ _id: person.id }, { $set: { language } })
    },

    /** @param email from the roster, never from what people type: an imported member is given to who has the address */
    async noteEmail(personId: string, email: string): Promise<void> {
      await people.updateOne({ _id: personId }, { $set: { email: email.trim().toLowerCase() } })
    },

    withAddress: (email: string): Promise<Person[]> => people.find({ email }),

    /** Nothing is sent to them until they write again. */
    async markUnreachable(personId: string, reason: string, now: Temporal.Instant): Promise<void> {
      const unreachable = { since: toDate(now), reason }
      await people.updateOne({ _id: personId, unreachable: null }, { $set: { unreachable } })
    },

    /** The bot was put into this person's Teams, or taken out of it; the next installation is welcomed anew. */
    async installed(person: PersonIdentity, installed: boolean, now: Temporal.Instant): Promise<void> {
      const unreachable = installed ? null : { since: toDate(now), reason: 'uninstalled' }
      await people.updateOne({ _id: person.id }, { $set: { unreachable } })
      if (!installed) await welcomes.deleteOne({ _id: person.id })
    },

    /** True the first time for this person or conversation. */
    async welcomeOnce(key: string, now: Temporal.Instant): Promise<boolean> {
      return (await welcomes.insertMissing([{ _id: key, at: toDate(now) }])) === 1
    },

    /** Ids of those who have not written since `at`; whose last time is not known counts as seen `now`. */
    async silentSince(at: Temporal.Instant, now: Temporal.Instant): Promise<string[]> {
      await people.updateMany({ lastSeenAt: null }, { $set: { lastSeenAt: toDate(now) } })
      return (await people.find({ lastSeenAt: { $lt: toDate(at) } })).map(({ _id }) => _id)
    },

    async count(): Promise<{ people: number; unreachable: number }> {
      return {
        people: await people.countDocuments({}),
        unreachable: await people.countDocuments({ unreachable: { $ne: null } }),
      }
    },

    async forget(personId: string): Promise<void> {
      await welcomes.deleteOne({ _id: personId })
      await people.deleteOne({ _id: personId })
    },
  }
}

function isRecent({ lastSeenAt }: Person, now: Temporal.Instant): boolean {
  return lastSeenAt !== null && lastSeenAt > toDate(now.subtract({ hours: 24 * 30 }))
}

/** As it comes back from the store: without what is undefined. */
function plainObject(json: string): Record<string, unknown> {
  return z.record(z.string(), z.unknown()).parse(JSON.parse(json))
}
