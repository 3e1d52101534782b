import { pauseUnderWay } from '../reminders/pause.ts'
import type { Adapter } from '../teams/adapter.ts'
import { createAdviserDesk } from '../teams/handlers/advisers/advisers.ts'
import { experiencesFeature } from '../teams/handlers/experiences.ts'
import { languageFeature } from '../teams/handlers/language.ts'
import { createAccountLinking } from '../teams/handlers/linking.ts'
import { createMembership, type Membership } from '../teams/handlers/membership.ts'
import { messageAnswersFeature } from '../teams/handlers/message-answers.ts'
import { partnersFeature } from '../teams/handlers/partners.ts'
import { privacyFeature } from '../teams/handlers/privacy.ts'
import { remindersFeature } from '../teams/handlers/reminders.ts'
import { suggestionsFeature } from '../teams/handlers/suggestions.ts'
import type { createRoster } from '../teams/roster.ts'
import { heldUntil } from '../telling/arrival.ts'
import { aboutAnnouncement, testMessage } from '../telling/tell-members.ts'
import { type Foundation, quietTimesOf } from './foundation.ts'
import type { Handouts } from './handouts.ts'
import type { openContent } from './knowledge.ts'
import type { Messaging } from './messaging.ts'

export interface ConversationParts extends Foundation {
  adapter: Adapter
  content: Pick<Awaited<ReturnType<typeof openContent>>, 'guide' | 'mistakes'>
  messaging: Messaging
  handouts: Handouts
}

/** Who a person is to the network: their profile, their accounts, what is stored of them. */
export function createMembershipConversation(
  { config, knowledge, network, messaging, handouts }: ConversationParts,
  roster: ReturnType<typeof createRoster>,
  afterJoin: Parameters<typeof createMembership>[0]['afterJoin'],
) {
  const { people, members, registrations } = network
  const { timeZone } = config
  const accountLinking = createAccountLinking({ linking: network.linking, members, roster })
  const membership: Membership = createMembership({
    knowledge,
    network: config.network,
    timeZone,
    people,
    members,
    registrations,
    roster,
    offerLink: accountLinking.offer,
    pausedUntil: async (personId, at) => pauseUnderWay(await messaging.reminders.settingsOf(personId), timeZone, at),
    afterJoin,
    onLeft: (personId) => messaging.reminders.forgetChats({ personId }),
  })
  const privacy = privacyFeature({
    privacy: handouts.privacy,
    members,
    registrations,
    roster,
    knowledge,
    timeZone,
    offerFile: handouts.offerFile,
  })
  const language = languageFeature(async (person, chosen, at) => {
    await people.chooseLanguage(person, chosen, at)
    await members.chooseLanguage(person.id, chosen, at)
  })
  return { joinForm: membership.joinForm, features: [membership.feature, accountLinking.feature, privacy, language] }
}

/** What advisers do. */
export function createDesk(parts: ConversationParts) {
  const { questions, config, surroundings, knowledge, network, advisers, content, messaging, handouts } = parts
  const { reminders, tell, notices } = messaging
  const { now, newId } = surroundings
  return createAdviserDesk({
    advisers,
    contact: config.network.contactEmail,
    questions,
    contactHandled: messaging.contactHandled,
    privacy: handouts.privacy,
    profileChanged: tell.profileChanged,
    knowledge,
    contentMistakes: content.mistakes,
    network,
    timeZone: config.timeZone,
    defaultLanguage: config.defaultLanguage,
    offerFile: handouts.offerFile,
    offerChart: handouts.offerChart,
    statistics: handouts.statistics,
    newId,
    messages: tell.announcements,
    outcome: { report: reminders.report, retryFailed: reminders.retryFailed, about: aboutAnnouncement },
    heldUntil: (at) => heldUntil(at, quietTimesOf(config)),
    invitationMessages: tell.invitations,
    sendTest: ({ _id }, personId) => notices.send(testMessage(_id, personId, now())),
  })
}

/** What members bring to each other, and to the gatherings. */
export function togetherFeatures(
  { config, surroundings, knowledge, network, advisers, messaging }: ConversationParts,
  roster: ReturnType<typeof createRoster>,
) {
  const { suggestions, experiences, partners } = network
  const { tellPartners } = messaging
  const { newId } = surroundings
  const { timeZone } = config
  return [
    suggestionsFeature({ suggestions, newId }),
    experiencesFeature({ experiences, knowledge, roster, isAdviser: advisers.isAdviser, timeZone, newId }),
    partnersFeature({ partners, experiences, knowledge, roster, tellPartners, timeZone, newId }),
  ]
}

/** What people decide of the messages that they get. */
export function messageFeatures({ config, messaging: { reminders, notices } }: ConversationParts) {
  const { settingsOf, saveSettings } = reminders
  return [
    remindersFeature({ settingsOf, saveSettings, network: quietTimesOf(config) }),
    messageAnswersFeature({ reminders, notices, timeZone: config.timeZone }),
  ]
}
