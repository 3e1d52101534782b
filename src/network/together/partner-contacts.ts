import type { Database } from '../../store/database.ts'
import { toDate } from '../../store/instants.ts'
import { type Member, personsOf } from '../member.ts'
import type { Members } from '../members.ts'
import type { Seeker } from './partner-match.ts'
import {
  type PartnerContact,
  type PartnerSearch,
  pairOf,
  partnerContactsDefinition,
  partnerSearchesDefinition,
} from './partner-search.ts'

/** So long somebody can answer. */
const daysToAnswer = 14
/** So long it is remembered who was asked, so that nobody is asked again. */
const daysRemembered = 365

/** A contact as one of the two may see it. */
export interface ContactView {
  contact: PartnerContact
  isMine: boolean
  other: Member
  /** The search of the other one, as long as it is there. */
  search: PartnerSearch | null
  /** Where the other may be asked about: their municipality alone until both have said yes. */
  state: 'asked' | 'accepted' | 'over'
}

interface Dependencies {
  database: Database
  members: Pick<Members, 'ofPersons' | 'personIdsOf'>
  newId: () => string
}

export type PartnerContacts = ReturnType<typeof createPartnerContacts>

/** Who asked whom, and what they answered. */
export function createPartnerContacts({ database, members, newId }: Dependencies) {
  const contacts = database.collection(partnerContactsDefinition)
  const searches = database.collection(partnerSearchesDefinition)

  function ofMember(member: Member, topic: string): Promise<PartnerContact[]> {
    const persons = personsOf(member)
    return contacts.find({ topic, $or: [{ fromId: { $in: persons } }, { toId: { $in: persons } }] })
  }

  async function between(mine: Seeker, theirs: Seeker): Promise<PartnerContact | null> {
    const persons = personsOf(theirs.member)
    const found = await ofMember(mine.member, mine.search.topic)
    return found.find(({ fromId, toId }) => persons.includes(fromId) || persons.includes(toId)) ?? null
  }

  /** Only who was asked answers; a no can still become a yes, and not the other way round. */
  async function answer(personId: string, contactId: string, isYes: boolean, now: Temporal.Instant): Promise<void> {
    const personIds = await members.personIdsOf(personId)
    const asked = { _id: contactId, toId: { $in: personIds }, until: { $gt: toDate(now) } }
    const answered = { answeredAt: toDate(now) }
    if (isYes) {
      const set = { state: 'accepted', untold: 'accepted', ...answered } as const
      await contacts.updateOne({ ...asked, state: { $in: ['asked', 'declined'] } }, { $set: set })
    } else {
      const set = { state: 'declined', untold: null, ...answered } as const
      await contacts.updateOne({ ...asked, state: 'asked' }, { $set: set })
    }
  }

  async function ask(mine: Seeker, theirs: Seeker, now: Temporal.Instant): Promise<string> {
    const known = await between(mine, theirs)
    if (known !== null) {
      if (personsOf(mine.member).includes(known.toId)) await answer(known.toId, known._id, true, now)
      return known._id
    }
    const [fromId, toId, topic] = [mine.search.personId, theirs.search.personId, mine.search.topic]
    const contact: PartnerContact = {
      _id: newId(),
      pair: pairOf(fromId, toId, topic),
      topic,
      fromId,
      fromSearch: mine.search._id,
      toId,
      toSearch: theirs.search._id,
      state: 'asked',
      askedAt: toDate(now),
      until: toDate(now.add({ hours: daysToAnswer * 24 })),
      answeredAt: null,
      untold: 'asked',
    }
    // The other one may ask at the same moment: then both have said yes.
    return (await contacts.insertMissing([contact])) === 1 ? contact._id : ask(mine, theirs, now)
  }

  /** Null: it is none of this person's, or the other one is no member any more. */
  async function view(personId: string, contactId: string, now: Temporal.Instant): Promise<ContactView | null> {
    const contact = await contacts.findOne({ _id: contactId })
    const personIds = await members.personIdsOf(personId)
    if (contact === null) return null
    const isMine = personIds.includes(contact.fromId)
    if (!isMine && !personIds.includes(contact.toId)) return null
    const otherId = isMine ? contact.toId : contact.fromId
    const other = (await members.ofPersons([otherId])).get(otherId)
    if (other === undefined) return null
    const search = await searches.findOne({ _id: isMine ? contact.toSearch : contact.fromSearch })
    const isOpen = contact.state === 'asked' || (contact.state === 'declined' && isMine)
    const isLate = contact.until <= toDate(now)
    const state = contact.state === 'accepted' ? 'accepted' : isOpen && !isLate ? 'asked' : 'over'
    return { contact, isMine, other, search, state }
  }

  return {
    ofMember,
    ask,

    /** What is for everybody to call. */
    open: {
      answer,
      view,

      /** Who has still to be told of something, at the account where they are written to. */
      async untold(): Promise<{ contact: PartnerContact; personId: string }[]> {
        const found = await contacts.find({ untold: { $type: 'string' } })
        const known = await members.ofPersons(found.flatMap(({ fromId, toId }) => [fromId, toId]))
        return found.map((contact) => {
          const personId = contact.untold === 'asked' ? contact.toId : contact.fromId
          return { contact, personId: known.get(personId)?.personId ?? personId }
        })
      },

      async markTold({ _id, untold }: PartnerContact): Promise<void> {
        await contacts.updateOne({ _id, untold }, { $set: { untold: null } })
      },
    },

    /** Who was asked out of this search need not answer any more. */
    async withdraw(searchId: string): Promise<void> {
      await contacts.deleteMany({ fromSearch: searchId, state: 'asked' })
    },

    /** Without who the other one is: that is theirs to tell. */
    async everythingAbout(personId: string): Promise<object[]> {
      const found = await contacts.find({ $or: [{ fromId: personId }, { toId: personId }] })
      return found.map(({ topic, fromId, state, askedAt, answeredAt }) => {
        const isMine = fromId === personId
        const hidden = isMine && state === 'declined'
        return {
          topic,
          asked: isMine ? 'by you' : 'you',
          state: hidden ? 'asked' : state,
          askedAt,
          answeredAt: hidden ? null : answeredAt,
        }
      })
    },

    async forget(personId: string): Promise<void> {
      await contacts.deleteMany({ $or: [{ fromId: personId }, { toId: personId }] })
    },

    async tidy(now: Temporal.Instant): Promise<void> {
      await contacts.deleteMany({ askedAt: { $lt: toDate(now.subtract({ hours: daysRemembered * 24 })) } })
    },
  }
}
