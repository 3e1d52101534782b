import { z } from 'zod'
import type { CollectionDefinition, Database } from '../store/database.ts'
import { toDate } from '../store/instants.ts'
import { personsOf } from './member.ts'
import type { Members } from './members.ts'
import type { Merging } from './merging.ts'
import type { People } from './people.ts'

/** A member says that an account in another organisation is theirs too. It holds when that account says the same. */
const linkRequestSchema = z.object({
  /** The person who asks: there is one request of each. */
  _id: z.string(),
  /** Where the answer must come from, in lower case: the address that Teams knows that account by. */
  email: z.string(),
  expiresAt: z.date(),
})

type LinkRequest = z.infer<typeof linkRequestSchema>

export const linkRequestsDefinition: CollectionDefinition<LinkRequest> = {
  name: 'linkRequests',
  schema: linkRequestSchema,
  indexes: [{ name: 'email', key: { email: 1 } }],
}

/** Who asks whether an account is theirs. */
export interface LinkOffer {
  /** The person who asks. */
  from: string
  name: string
  email: string
}

export type AskRefusal = 'not-member' | 'not-an-email' | 'own-address'
export type AcceptRefusal = 'gone' | 'busy'

/** Long enough to come to the other account in one's own time. */
const daysOpen = 14

interface Dependencies {
  database: Database
  people: Pick<People, 'find'>
  members: Pick<Members, 'of' | 'known' | 'addPerson' | 'removePerson'>
  merging: Pick<Merging, 'merge'>
}

export type Linking = ReturnType<typeof createLinking>

/**
 * Makes one member of somebody with accounts in several organisations, when both accounts have said so, each for
 * itself. Whether the other account is known here is not told to who asks.
 */
export function createLinking({ database, people, members, merging }: Dependencies) {
  const requests = database.collection(linkRequestsDefinition)

  async function openTo(personId: string, now: Temporal.Instant): Promise<LinkRequest[]> {
    const email = (await people.find(personId))?.email
    if (!email) return []
    const found = await requests.find({ email, expiresAt: { $gt: toDate(now) } })
    const own = await members.known(personId)
    const theirs = new Set([personId, ...(own ? personsOf(own) : [])])
    return found.filter(({ _id }) => !theirs.has(_id))
  }

  return {
    /** The last request of somebody takes the place of those before. */
    async ask(
      personId: string,
      typed: string,
      now: Temporal.Instant,
    ): Promise<{ ok: true; email: string } | { ok: false; reason: AskRefusal }> {
      const email = z.email().safeParse(typed.trim().toLowerCase())
      if ((await members.of(personId)) === null) return { ok: false, reason: 'not-member' }
      if (!email.success) return { ok: false, reason: 'not-an-email' }
      if ((await people.find(personId))?.email === email.data) return { ok: false, reason: 'own-address' }
      const expiresAt = toDate(now.add({ hours: daysOpen * 24 }))
      await requests.updateOne({ _id: personId }, { $set: { email: email.data, expiresAt } }, { upsert: true })
      return { ok: true, email: email.data }
    },

    /** The address that somebody has asked, and that has not answered. */
    async asked(personId: string, now: Temporal.Instant): Promise<string | null> {
      return (await requests.findOne({ _id: personId, expiresAt: { $gt: toDate(now) } }))?.email ?? null
    },

    async withdraw(personId: string): Promise<void> {
      await requests.deleteOne({ _id: personId })
    },

    /** Those who say that this account is theirs; its address must be known from Teams. */
    async offersTo(personId: string, now: Temporal.Instant): Promise<LinkOffer[]> {
      const open = await openTo(personId, now)
      const offers = await Promise.all(open.map(async ({ _id }) => ({ from: _id, member: await members.of(_id) })))
      return offers.flatMap(({ from, member }) =>
        member === null ? [] : [{ from, name: member.name, email: member.email }],
      )
    },

    /** From then on both accounts are the member who asked; what the other one told is kept. */
    async accept(
      personId: string,
      from: string,
      now: Temporal.Instant,
    ): Promise<{ ok: true } | { ok: false; reason: AcceptRefusal }> {
      const isOpen = (await openTo(personId, now)).some(({ _id }) => _id === from)
      const keep = isOpen ? await members.of(from) : null
      if (keep === null) return { ok: false, reason: 'gone' }
      const gone = await members.of(personId)
      if (gone === null) await members.addPerson(keep._id, personId, (await people.find(personId))?.email ?? null, now)
      else {
        const merged = await merging.merge(personId, { keepId: keep._id, goneId: gone._id }, now)
        if (!merged.ok) return { ok: false, reason: merged.reason === 'busy' ? 'busy' : 'gone' }
      }
      await requests.deleteOne({ _id: from })
      return { ok: true }
    },

    async decline(personId: string, from: string, now: Temporal.Instant): Promise<void> {
      const isOpen = (await openTo(personId, now)).some(({ _id }) => _id === from)
      if (isOpen) await requests.deleteOne({ _id: from })
    },

    /** This account is not the member any more; the others stay. False when it is the only one. */
    unlink: (personId: string, now: Temporal.Instant): Promise<boolean> => members.removePerson(personId, now),

    everything: (personId: string): Promise<LinkRequest[]> => requests.find({ _id: personId }),

    async forget(personId: string): Promise<void> {
      const email = (await people.find(personId))?.email
      await requests.deleteOne({ _id: personId })
      if (email) await requests.deleteMany({ email })
    },

    async tidy(now: Temporal.Instant): Promise<void> {
      await requests.deleteMany({ expiresAt: { $lt: toDate(now) } })
    },
  }
}
