import type { Database } from '../store/database.ts'
import { createAfterGathering } from './after-gathering.ts'
import { announcementsDefinition } from './announcement.ts'
import { createAnnouncements } from './announcements.ts'
import { createAttendeeDesk } from './attendee-desk.ts'
import { calendarFeedsDefinition, createCalendarFeeds } from './calendar-feeds.ts'
import { changesDefinition, createChanges } from './changes.ts'
import { createColleagues } from './colleagues.ts'
import type { MaybeListener } from './events.ts'
import { gatheringsDefinition } from './gathering.ts'
import { createGatheringDesk } from './gathering-desk.ts'
import { createGatheringEditing } from './gathering-editing.ts'
import { createGatheringFeedback, gatheringFeedbackDefinition } from './gathering-feedback.ts'
import { createGatherings } from './gatherings.ts'
import { createInvitations } from './invitations.ts'
import { createLinking, linkRequestsDefinition } from './linking.ts'
import { type Member, membersDefinition } from './member.ts'
import { createMemberDesk } from './member-desk.ts'
import { createMembers } from './members.ts'
import { createMerging } from './merging.ts'
import type { QuietHours } from './offer-terms.ts'
import { createPeople, peopleDefinition, welcomesDefinition } from './people.ts'
import { createPlanning } from './planning.ts'
import type { PersonalData } from './privacy.ts'
import { createRegistrations, type RegistrationView } from './registrations.ts'
import { createTidying } from './tidying.ts'
import { experiencesDefinition } from './together/experience.ts'
import { createExperiences } from './together/experiences.ts'
import { partnerContactsDefinition, partnerSearchesDefinition } from './together/partner-search.ts'
import { createPartners } from './together/partners.ts'
import { suggestionsDefinition } from './together/suggestion.ts'
import { createSuggestions } from './together/suggestions.ts'

/** The collections of this room, for their indexes. */
export const networkDefinitions = [
  peopleDefinition,
  welcomesDefinition,
  membersDefinition,
  gatheringsDefinition,
  calendarFeedsDefinition,
  changesDefinition,
  announcementsDefinition,
  gatheringFeedbackDefinition,
  linkRequestsDefinition,
  suggestionsDefinition,
  experiencesDefinition,
  partnerSearchesDefinition,
  partnerContactsDefinition,
]

interface Dependencies {
  database: Database
  listener: MaybeListener
  /** An offer of a freed seat does not run out in them. */
  quietHours: QuietHours | null
  /** Ids that nobody can guess. */
  newId: () => string
  /** Somebody joined, left, or says something else of themselves. Not told of those whom a file brings in. */
  memberChanged?: (personId: string) => Promise<void>
}

export type Network = ReturnType<typeof createNetwork>

/** Members, gatherings, registrations, and all their rules. */
export function createNetwork({ database, listener, quietHours, newId, memberChanged }: Dependencies) {
  const collection = database.collection(gatheringsDefinition)
  const desk = createGatheringDesk(collection, listener)
  const terms = { quietHours }
  const people = createPeople(database)
  const members = createMembers(database, people, memberChanged)
  const gatherings = createGatherings(collection, desk, terms)
  const registrations = createRegistrations({ desk, gatherings, members, terms, newId })
  const colleagues = createColleagues({ gatherings, members, terms, newId })
  const calendarFeeds = createCalendarFeeds(database, newId)
  const changes = createChanges(database, newId)
  const attendeeDesk = createAttendeeDesk({ gatherings, members, changes, terms, newId })
  const announcements = createAnnouncements({ database, gatherings, members, people, changes })
  const invitations = createInvitations({ gatherings, members, people, changes })
  const editing = createGatheringEditing({ desk, gatherings, changes })
  const planning = createPlanning({ people, members, gatherings })
  const merging = createMerging({ database, members, people, gatherings, changes, listener, memberChanged })
  const gatheringFeedback = createGatheringFeedback({ database, gatherings, members, newId })
  const afterGathering = createAfterGathering({ gatherings, members, changes })
  const linking = createLinking({ database, people, members, merging })
  const suggestions = createSuggestions({ database, members, changes })
  const experiences = createExperiences({ database, members, changes })
  const partners = createPartners({ database, members, experiencedIn: experiences.experiencedIn, newId })
  const memberDesk = createMemberDesk({ members, people, registrations, changes })
  const tidying = createTidying({
    changes,
    gatherings,
    members,
    registrations,
    contributions: [suggestions.personalData, experiences.personalData, partners.personalData],
  })

  /** Of a member from a list whom nobody has written as, the member's id stands for the person's. */
  async function memberOf(id: string): Promise<Member | null> {
    return (await members.known(id)) ?? (await members.find(id))
  }

  const personalData: PersonalData = {
    name: 'network',
    async everythingAbout(personId) {
      const person = await people.find(personId)
      const member = await memberOf(personId)
      if (person === null && member === null) return null
      return {
        person,
        member,
        registrations: member ? (await registrations.everything(member._id)).map(forExport) : [],
        invitations: member ? await invitations.everything(member._id) : [],
        links: await linking.everything(personId),
        changes: await changes.by(personId),
        changesAboutThem: member ? await changes.about(member._id) : [],
      }
    },
    async forget(personId, now) {
      const member = await memberOf(personId)
      if (member !== null) await registrations.forget(member._id, now)
      await merging.forget(personId)
      await linking.forget(personId)
      await changes.forget(personId, member?._id ?? null)
      if (member !== null) await members.remove(member._id)
      const email = (await people.find(personId))?.email
      if (email) await members.removeImported(email)
      await people.forget(personId)
    },
  }

  return {
    people,
    members,
    gatherings,
    registrations,
    colleagues,
    calendarFeeds,
    changes,
    editing,
    attendeeDesk,
    announcements,
    invitations,
    afterGathering,
    gatheringFeedback,
    linking,
    memberDesk,
    merging,
    planning,
    suggestions,
    experiences,
    partners,
    personalData,

    /** What time brings about: call it about once a minute. Safe on many processes at once. */
    async tend(now: Temporal.Instant): Promise<void> {
      await registrations.endOffers(now)
      await desk.tellForgotten(now)
      await merging.tend(now)
    },

    /** Deletes what need not be kept any longer: call it about once a day. */
    async tidy(now: Temporal.Instant): Promise<void> {
      await tidying.tidy(now)
      await merging.release()
      await gatheringFeedback.tidy(now)
      await linking.tidy(now)
      await announcements.tidy(now)
      await suggestions.tidy(now)
      await partners.tidy(now)
      await changes.tidy(now)
    },
  }
}

function forExport({ gathering, registration, place }: RegistrationView): object {
  return { gatheringId: gathering._id, title: gathering.title, startsAt: gathering.startsAt, ...registration, place }
}
