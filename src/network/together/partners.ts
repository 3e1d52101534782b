import type { Database } from '../../store/database.ts'
import { toDate } from '../../store/instants.ts'
import { type Member, personsOf } from '../member.ts'
import type { Members } from '../members.ts'
import type { PersonalData } from '../privacy.ts'
import { createPartnerContacts, type PartnerContacts } from './partner-contacts.ts'
import { type MatchReason, matchReasons, type Seeker } from './partner-match.ts'
import { type PartnerFields, type PartnerSearch, partnerSearchesDefinition } from './partner-search.ts'

/** What there is between two: `asked` by me and without a yes, or `asked-me`. */
export type Standing = 'none' | 'asked' | 'asked-me' | 'accepted'

export interface Match extends Seeker {
  reasons: MatchReason[]
  standing: Standing
  contactId: string | null
}

/** A search that can be found now, and those who look for the same, each with their own search. */
export interface Newcomer {
  search: PartnerSearch
  lookingFor: { personId: string; searchId: string }[]
}

interface Dependencies {
  database: Database
  members: Pick<Members, 'of' | 'ofPersons' | 'personIdsOf'>
  /** Ids of members who let others know that they have done something in a programme. */
  experiencedIn: (topic: string) => Promise<ReadonlySet<string>>
  newId: () => string
}

export type Partners = ReturnType<typeof createPartners>

/**
 * Members who look for a partner. Nobody is found who has not said so in a search of their own, and nobody is named before
 * both have said yes.
 */
export function createPartners({ database, members, experiencedIn, newId }: Dependencies) {
  const searches = database.collection(partnerSearchesDefinition)
  const contacts: PartnerContacts = createPartnerContacts({ database, members, newId })

  async function seekers(found: readonly PartnerSearch[]): Promise<Seeker[]> {
    const known = await members.ofPersons(found.map(({ personId }) => personId))
    return found.flatMap((search) => {
      const member = known.get(search.personId)
      return member === undefined ? [] : [{ search, member }]
    })
  }

  /** A search that still holds, of somebody who still is a member. */
  async function find(searchId: string, now: Temporal.Instant): Promise<Seeker | null> {
    const found = await searches.find({ _id: searchId, until: { $gt: toDate(now) } })
    const [seeker] = await seekers(found)
    return seeker ?? null
  }

  async function own(personId: string, searchId: string, now: Temporal.Instant): Promise<Seeker | null> {
    const seeker = await find(searchId, now)
    return seeker !== null && isOf(seeker.member, personId) ? seeker : null
  }

  /** Somebody else's, which they let others find. */
  async function other(mine: Seeker, searchId: string, now: Temporal.Instant): Promise<Seeker | null> {
    const theirs = await find(searchId, now)
    const isOthers = theirs !== null && theirs.member._id !== mine.member._id
    return isOthers && theirs.search.isFindable && theirs.search.topic === mine.search.topic ? theirs : null
  }

  async function withThoseWhoLook({ search, member }: Seeker, now: Temporal.Instant): Promise<Newcomer> {
    const found = await seekers(await searches.find({ topic: search.topic, until: { $gt: toDate(now) } }))
    const others = found.filter((other) => other.member._id !== member._id)
    const lookingFor = others.map((other) => ({
      personId: other.member.personId ?? other.search.personId,
      searchId: other.search._id,
    }))
    return { search, lookingFor }
  }

  const personalData: PersonalData = {
    name: 'partners',
    async everythingAbout(personId) {
      const theirs = await searches.find({ personId }, { sort: { at: 1 } })
      const between = await contacts.everythingAbout(personId)
      return theirs.length + between.length === 0 ? null : { searches: theirs, contacts: between }
    },
    async forget(personId) {
      await searches.deleteMany({ personId })
      await contacts.forget(personId)
    },
  }

  return {
    ...contacts.open,
    personalData,

    own,

    /** Those that still hold, the latest first. */
    async mine(personId: string, now: Temporal.Instant): Promise<PartnerSearch[]> {
      const personIds = await members.personIdsOf(personId)
      return searches.find({ personId: { $in: personIds }, until: { $gt: toDate(now) } }, { sort: { at: -1 } })
    },

    /** Begins a search, or changes this person's own. Null: they are no member, or it is somebody else's. */
    async save(
      personId: string,
      searchId: string,
      { months, ...fields }: PartnerFields,
      now: Temporal.Instant,
    ): Promise<Seeker | null> {
      const member = await members.of(personId)
      if (member === null) return null
      const until = toDate(now.toZonedDateTimeISO('UTC').add({ months }))
      const announced = fields.isFindable ? ('due' as const) : ('not-yet' as const)
      const search = { _id: searchId, personId, ...fields, announced, at: toDate(now), until }
      if ((await searches.insertMissing([search])) === 1) return { search, member }
      if (fields.isFindable)
        await searches.updateOne(
          { _id: searchId, personId: { $in: personsOf(member) }, announced: 'not-yet' },
          { $set: { announced } },
        )
      const changed = await searches.findOneAndUpdate(
        { _id: searchId, personId: { $in: personsOf(member) } },
        { $set: { ...fields, until } },
      )
      return changed && { search: changed, member }
    },

    /** Nobody finds it any more, and who was asked out of it need not answer. */
    async end(personId: string, searchId: string): Promise<void> {
      const personIds = await members.personIdsOf(personId)
      const removed = await searches.deleteOne({ _id: searchId, personId: { $in: personIds } })
      if (removed === 1) await contacts.withdraw(searchId)
    },

    /** Who looks for the same, the most fitting first; without those to whom this person has said no. */
    async matches(mine: Seeker, wordsOf: (text: string) => readonly string[], now: Temporal.Instant): Promise<Match[]> {
      const { topic } = mine.search
      const found = await searches.find(
        { topic, isFindable: true, until: { $gt: toDate(now) } },
        { sort: { at: -1, _id: 1 } },
      )
      const others = (await seekers(found)).filter(({ member }) => member._id !== mine.member._id)
      const terms = { wordsOf, experienced: await experiencedIn(topic) }
      const between = await contacts.ofMember(mine.member, topic)
      return others
        .flatMap((theirs) => {
          const contact = between.find(({ fromId, toId }) => isOf(theirs.member, fromId) || isOf(theirs.member, toId))
          const standing = standingOf(contact, mine.member)
          const reasons = matchReasons(mine, theirs, terms)
          return standing === null ? [] : [{ ...theirs, reasons, standing, contactId: contact?._id ?? null }]
        })
        .toSorted((a, b) => b.reasons.length - a.reasons.length)
    },

    /** Searches of which others have still to be told. */
    async newcomers(now: Temporal.Instant): Promise<Newcomer[]> {
      const due = await searches.find({ announced: 'due', isFindable: true, until: { $gt: toDate(now) } })
      return Promise.all((await seekers(due)).map((newcomer) => withThoseWhoLook(newcomer, now)))
    },

    async markAnnounced(searchId: string): Promise<void> {
      await searches.updateOne({ _id: searchId, announced: 'due' }, { $set: { announced: 'done' } })
    },

    /** Asks whose search it is; who was asked by them already says yes with it. Null: one of the searches is over. */
    async ask(personId: string, searchId: string, otherId: string, now: Temporal.Instant): Promise<string | null> {
      const mine = await own(personId, searchId, now)
      const theirs = mine && (await other(mine, otherId, now))
      return mine && theirs && contacts.ask(mine, theirs, now)
    },

    /** Searches that are over, and contacts of long ago. */
    async tidy(now: Temporal.Instant): Promise<void> {
      await searches.deleteMany({ until: { $lt: toDate(now) } })
      await contacts.tidy(now)
    },
  }
}

function isOf(member: Member, personId: string): boolean {
  return personsOf(member).includes(personId)
}

/** Null: not to be shown. Who was told no sees what somebody without an answer sees. */
function standingOf(
  contact: { state: 'asked' | 'accepted' | 'declined'; fromId: string } | undefined,
  me: Member,
): Standing | null {
  if (contact === undefined) return 'none'
  if (contact.state === 'accepted') return 'accepted'
  if (isOf(me, contact.fromId)) return 'asked'
  return contact.state === 'asked' ? 'asked-me' : null
}
