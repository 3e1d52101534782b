import { createOpenAiModel } from '../knowledge/wording/openai-model.ts'
import { createWording } from '../knowledge/wording/wording.ts'
import type { Network } from '../network/network.ts'
import { createAskedCounts } from '../network/questions/asked.ts'
import { createBotState } from '../store/bot-state.ts'
import { createApp } from '../teams/app.ts'
import { createCardUpdates } from '../teams/card-updates.ts'
import { createCurrentCards } from '../teams/current-card.ts'
import { createAsk } from '../teams/handlers/ask.ts'
import { calendarFeature } from '../teams/handlers/calendar.ts'
import { listenForCode } from '../teams/handlers/check-in.ts'
import { colleaguesFeature } from '../teams/handlers/colleagues.ts'
import { createMessageFeedback } from '../teams/handlers/feedback.ts'
import { createFollowing } from '../teams/handlers/following.ts'
import { gatheringFeedbackFeature } from '../teams/handlers/gathering-feedback.ts'
import { mostRefreshed } from '../teams/handlers/gathering-in-group.ts'
import { createGatherings } from '../teams/handlers/gatherings.ts'
import { createGenerated } from '../teams/handlers/generated.ts'
import { createGuideConversation } from '../teams/handlers/guide.ts'
import { createHelp } from '../teams/handlers/help.ts'
import { invitationReplyFeature } from '../teams/handlers/invitations.ts'
import { createPause } from '../teams/handlers/pause.ts'
import { createPersonalReminderConversation } from '../teams/handlers/personal-reminders/personal-reminders.ts'
import { createPersonalChats } from '../teams/personal-chat.ts'
import { createRoster } from '../teams/roster.ts'
import { createGroupSize } from '../teams/team-roster.ts'
import {
  type ConversationParts,
  createDesk,
  createMembershipConversation,
  messageFeatures,
  togetherFeatures,
} from './features.ts'
import type { Messaging } from './messaging.ts'

/** Nobody waits longer than this for a language model; Teams itself gives up after fifteen seconds. */
const modelDeadlineMs = 8000
/** What was talked about so long ago is no context for a question any more. */
const remembered = Temporal.Duration.from({ hours: 90 * 24 })

export type Conversation = ReturnType<typeof createConversation>

/** Everything that the bot answers: what people write, and the buttons that they press. */
export function createConversation(parts: ConversationParts) {
  const { config, surroundings, database, knowledge, network, connect, advisers, questions, adapter, messaging } = parts
  const { now, log, timers } = surroundings
  const { contactEmail: contact } = config.network
  const { people, members, gatherings } = network
  const { reminders, proactive, keepSent, sentCards, notices } = messaging
  const state = createBotState(database, { now, onConflict: 'lastWriteWins' })
  const askedCounts = createAskedCounts(database)
  const roster = createRoster({ people, members, trustsEmail: config.allowedTenants.length > 0, log })
  const help = createHelp({ network: config.network, isMember: roster.isMember, isAdviser: advisers.isAdviser })
  const membership = createMembershipConversation(parts, roster, (turn, gatheringId) =>
    gatheringCards.afterJoin(turn, gatheringId),
  )
  const { joinForm } = membership
  const gatheringCards = createGatherings({
    network,
    isLarge: createGroupSize(connect, mostRefreshed),
    publicUrl: config.publicUrl,
    joinForm,
  })
  const following = createFollowing({ knowledge, members, joinForm })
  const guide = createGuideConversation({
    guide: parts.content.guide,
    knowledge,
    owner: config.network.owner,
    municipalityOf: async (personId) => (await members.of(personId))?.municipality ?? null,
    timeZone: config.timeZone,
  })
  const personal = createPersonalReminderConversation({
    reminders: messaging.personalReminders,
    settingsOf: reminders.settingsOf,
    knowledge,
    timeZone: config.timeZone,
    newId: surroundings.newId,
  })
  const pause = createPause({ ...reminders, timeZone: config.timeZone })
  const adviserDesk = createDesk(parts)
  const showGathering = gatheringCards.showOne
  const features = [
    help.feature,
    ...membership.features,
    gatheringCards.feature,
    calendarFeature({ feeds: network.calendarFeeds, publicUrl: config.publicUrl }),
    colleaguesFeature({
      network,
      showGathering,
      gatheringMeant: gatheringCards.meant,
      askWhich: gatheringCards.askWhich,
      joinForm,
    }),
    invitationReplyFeature({ invitations: network.invitations, showGathering, joinForm }),
    gatheringFeedbackFeature(network.gatheringFeedback, network.afterGathering),
    ...togetherFeatures(parts, roster),
    following.feature,
    ...adviserDesk.features,
    guide.feature,
    personal.feature,
    pause.feature,
    ...messageFeatures(parts),
  ]
  const ask = createAsk(
    {
      knowledge,
      network: config.network,
      guide,
      followButton: following.button,
      questions,
      tellAdvisers: messaging.tellAdvisers,
      roster,
      countAsked: askedCounts.note,
      word: createGenerated({ wording: wordingOf(parts), knowledge, log }),
    },
    features,
  )
  const app = createApp({
    adapter,
    storage: state,
    features: [ask.feature, ...features],
    onFeedback: createMessageFeedback({ questions }),
    onText: adviserDesk.listen(listenForCode(network, personal.listen(pause.listen(ask.onText)))),
    onNothing: help.onNothing,
    welcome: help.welcome,
    people: { ...people, seen: seenAgain(people, reminders) },
    meet: roster.entryOf,
    findPersonalChat: createPersonalChats({ findPerson: people.find, connect }),
    proactive,
    keepSent,
    onGroupLeft: (group, personId) => reminders.forgetChats(personId === undefined ? { group } : { group, personId }),
    isAllowed: (tenantId) => config.allowedTenants.length === 0 || config.allowedTenants.includes(tenantId),
    contact,
    defaultLanguage: config.defaultLanguage,
    now,
    log,
  })
  const cardUpdates = createCardUpdates({
    sentCards,
    current: createCurrentCards({ gatherings, gatheringCards, notices, reminders, now }),
    proactive,
    admit: reminders.admit,
    throttled: reminders.throttled,
    timers,
    now,
    log,
  })
  return {
    run: app.run,
    cardUpdates,
    askedCounts,
    tidyMemory: () => state.purge(now().subtract(remembered)),
  }
}

/** Who can be reached again gets what could not be sent. */
function seenAgain(people: Network['people'], { personIsBack }: Messaging['reminders']): Network['people']['seen'] {
  return async (person, reference, at) => {
    const known = await people.seen(person, reference, at)
    if (known.isBack) await personIsBack(person.id)
    return known
  }
}

function wordingOf({ config, surroundings }: ConversationParts) {
  if (config.languageModel === null) return null
  return createWording({
    model: createOpenAiModel(config.languageModel, surroundings.fetch),
    deadline: () => AbortSignal.timeout(modelDeadlineMs),
    perDay: config.languageModel.dailyAnswers,
    now: () => surroundings.now().epochMilliseconds,
  })
}
