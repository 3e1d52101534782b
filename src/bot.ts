import { Registry } from 'prom-client'
import type { Config } from './config.ts'
import { createAdviserFiles } from './files/adviser-files.ts'
import { chartsDefinition, createCharts } from './files/charts.ts'
import { downloadsDefinition } from './files/downloads.ts'
import { createFiles } from './files/files.ts'
import { createMyDataFile } from './files/my-data.ts'
import { createHttpServer } from './http.ts'
import { keepGuide } from './knowledge/guide/guide.ts'
import { describeMistake } from './knowledge/mistakes.ts'
import { watchKnowledge } from './knowledge/watch.ts'
import { createOpenAiModel } from './knowledge/wording/openai-model.ts'
import { createWording } from './knowledge/wording/wording.ts'
import type { Language } from './language.ts'
import { adviserChannelsDefinition, createAdvisers } from './network/advisers.ts'
import { calendarFeed, calendarFile } from './network/calendar-file.ts'
import { findCounty } from './network/municipalities.ts'
import { createNearYou } from './network/near-you.ts'
import { createNetwork, networkDefinitions } from './network/network.ts'
import { createPrivacy } from './network/privacy.ts'
import { createAskedCounts } from './network/questions/asked.ts'
import { createQuestions, questionDefinitions } from './network/questions/questions.ts'
import { createStatistics } from './network/statistics.ts'
import { personalDataIn } from './personal-data.ts'
import { callRecordsDefinition, createCallRecords } from './reminders/calls/records.ts'
import { createDeliveries, deliveriesDefinition } from './reminders/deliveries.ts'
import { planDigest } from './reminders/digest.ts'
import { createMetrics } from './reminders/metrics.ts'
import { pauseUnderWay } from './reminders/pause.ts'
import { createPersonalReminders, personalRemindersDefinition } from './reminders/personal/personal.ts'
import { openReminders, type Reminders } from './reminders/reminders.ts'
import type { Timers } from './reminders/timers.ts'
import { botStateDefinition, createBotState } from './store/bot-state.ts'
import type { Database } from './store/database.ts'
import type { Surroundings } from './surroundings.ts'
import { parseActivity } from './teams/activity.ts'
import { Adapter } from './teams/adapter.ts'
import { createApp } from './teams/app.ts'
import { type CardUpdates, createCardUpdates } from './teams/card-updates.ts'
import { createConnector } from './teams/connector.ts'
import { createCurrentCards } from './teams/current-card.ts'
import { createAdviserDesk } from './teams/handlers/advisers/advisers.ts'
import { createAsk } from './teams/handlers/ask.ts'
import { calendarFeature } from './teams/handlers/calendar.ts'
import { listenForCode } from './teams/handlers/check-in.ts'
import { colleaguesFeature } from './teams/handlers/colleagues.ts'
import { createMessageFeedback } from './teams/handlers/feedback.ts'
import { createFollowing } from './teams/handlers/following.ts'
import { gatheringFeedbackFeature } from './teams/handlers/gathering-feedback.ts'
import { mostRefreshed } from './teams/handlers/gathering-in-group.ts'
import { createGatherings } from './teams/handlers/gatherings.ts'
import { createGenerated } from './teams/handlers/generated.ts'
import { createGuideConversation } from './teams/handlers/guide.ts'
import { createHelp } from './teams/handlers/help.ts'
import { invitationReplyFeature } from './teams/handlers/invitations.ts'
import { languageFeature } from './teams/handlers/language.ts'
import { createAccountLinking } from './teams/handlers/linking.ts'
import { createMembership, type Membership } from './teams/handlers/membership.ts'
import { messageAnswersFeature } from './teams/handlers/message-answers.ts'
import { pauseFeature } from './teams/handlers/pause.ts'
import { createPersonalReminderConversation } from './teams/handlers/personal-reminders/personal-reminders.ts'
import { privacyFeature } from './teams/handlers/privacy.ts'
import { remindersFeature } from './teams/handlers/reminders.ts'
import { createKeepSent } from './teams/keep-sent.ts'
import { announcementNotices } from './teams/notices/announcements.ts'
import { callNotices } from './teams/notices/calls.ts'
import { colleagueNotices } from './teams/notices/colleagues.ts'
import { digestNotices } from './teams/notices/digest.ts'
import { gatheringNotices } from './teams/notices/gatherings.ts'
import { invitationNotices } from './teams/notices/invitations.ts'
import { personalNotices } from './teams/notices/personal.ts'
import { thanksNotices } from './teams/notices/thanks.ts'
import { createNotices } from './teams/notices.ts'
import { createPersonalChats } from './teams/personal-chat.ts'
import { createProactive } from './teams/proactive.ts'
import { createRoster } from './teams/roster.ts'
import { createSentCards, sentCardsDefinition } from './teams/sent-cards.ts'
import { createGroupSize, createTeamRoster } from './teams/team-roster.ts'
import { createFollowCalls } from './telling/follow-calls.ts'
import { followNetwork } from './telling/follow-network.ts'
import { aboutAnnouncement, createTellMembers, testMessage } from './telling/tell-members.ts'
import { createThankMembers } from './telling/thank-members.ts'
import { textsIn } from './texts/texts.ts'

/** Messages of the bot's own account that are on the wire at once, and so can be repeated by a crash. */
const maxInFlight = 32
/** Messages to one person a day, save for changes, cancellations and offers. */
const dailyLimit = 5
const tendEveryMs = 60_000
/** Nobody waits longer than this for a language model; Teams itself gives up after fifteen seconds. */
const modelDeadlineMs = 8000
/** Soon enough for somebody who waits to see a change, and a few milliseconds' work. */
const lookForContentEveryMs = 2000
/** For members that a file brought in, and content that another process took over. */
const planMessagesEveryMs = 3_600_000
/** Often enough that a bot which is started anew each day still tidies. */
const tidyEveryMs = 6 * 3_600_000

export interface RunningBot {
  port: number
  database: Database
  network: ReturnType<typeof createNetwork>
  reminders: Reminders
  cardUpdates: CardUpdates
  /** Plans what is told of calls, and what people asked for, by the content of this moment; runs once an hour by itself. */
  planMessages(): Promise<void>
  /** What time brings about, at this instant; runs once a minute by itself. */
  tend(): Promise<void>
  /** Takes no more turns, finishes those under way and what is being sent, and closes the store. */
  stop(): Promise<void>
}

/** Starts everything in order; what has started is stopped again when a later part fails. */
export async function startBot(config: Config, surroundings: Surroundings): Promise<RunningBot> {
  const { log, now, random, newId, timers, knowledgeDirectory } = surroundings
  await using starting = new AsyncDisposableStack()
  const guide = keepGuide(knowledgeDirectory)
  const [database, { knowledge, mistakes: contentMistakes, look: lookForContent }] = await Promise.all([
    surroundings.openDatabase(config.store),
    watchKnowledge({
      directory: knowledgeDirectory,
      async open() {
        const opened = await surroundings.openKnowledge({
          directory: knowledgeDirectory,
          placeholders: { ...config.network, networkName: config.network.name },
          timeZone: config.timeZone,
        })
        await guide.readAnew()
        return opened
      },
      onTaken: () => {
        log.info('answering from changed content from now on')
        void planMessages()
      },
      onMistakes: (mistakes) =>
        log.error(
          { mistakes: mistakes.map(describeMistake) },
          'changed content has mistakes: the old one stays in use',
        ),
    }),
  ])
  starting.defer(() => database.close())
  await database.ensureIndexes([
    ...networkDefinitions,
    downloadsDefinition,
    chartsDefinition,
    adviserChannelsDefinition,
    ...questionDefinitions,
    botStateDefinition,
    callRecordsDefinition,
    personalRemindersDefinition,
    sentCardsDefinition,
    deliveriesDefinition,
  ])

  const network = createNetwork({
    database,
    listener: {
      async changed(event) {
        cardUpdates.changed(event)
        await follow(event)
      },
      failed: (error, { gatheringId }) => log.error({ err: error, gatheringId }, 'a change could not be told'),
    },
    quietHours: config.quietHours,
    newId,
    async memberChanged(personId) {
      await followCalls.planFor(personId).catch((error) => log.error({ err: error, personId }, 'planning calls failed'))
    },
  })
  const { people, members, gatherings, registrations } = network
  const adapter = new Adapter(config.bot)
  const connect = createConnector(adapter)
  const advisers = createAdvisers({
    database,
    configured: config.advisers,
    readTeam: createTeamRoster(connect),
    changes: network.changes,
  })
  const callRecords = createCallRecords(database)
  const findCall = (callId: string, at: Temporal.Instant) =>
    knowledge.callsAhead(at).find(({ id }) => id === callId) ?? null
  const quietTimes = { hours: config.quietHours, daysOff: config.quietHours !== null, timeZone: config.timeZone }
  const registry = new Registry()
  const proactive = createProactive(connect)
  const sentCards = createSentCards(database)
  const keepSent = createKeepSent({ sentCards, gatherings, now, log })
  const deliveries = createDeliveries(database)
  const notices = createNotices({
    deliveries,
    async delivered(rows, personId) {
      for (const { data } of rows) {
        const announcement = await network.announcements.find(data.announcementId ?? '')
        if (announcement !== null) await tell.announcementDelivered(announcement, personId, now())
      }
    },
    proactive,
    keepSent,
    findPerson: people.find,
    makers: {
      ...gatheringNotices({ find: gatherings.find, memberOf: members.of, nearYou: createNearYou(members) }),
      ...colleagueNotices(network),
      ...thanksNotices(network.afterGathering),
      ...announcementNotices(network.announcements.find, gatherings.find),
      ...invitationNotices(gatherings.find, network.invitations.hasAnswered),
      ...callNotices({ knowledge: () => knowledge, findRecord: callRecords.find, timeZone: config.timeZone }),
      ...digestNotices({
        memberOf: members.of,
        callsAhead: (at, topic) => knowledge.callsAhead(at, topic),
        records: callRecords.ahead,
        gatheringsAhead: (member, at) => gatherings.aheadFor(member, at),
        timeZone: config.timeZone,
      }),
      ...personalNotices((id) => personalReminders.find(id), findCall, config.timeZone),
    },
    languageOf: async ({ _id, language }) => language ?? (await members.of(_id))?.language ?? config.defaultLanguage,
    now,
    timeZone: config.timeZone,
  })
  const reminders = await openReminders({
    database,
    send: notices.send,
    world: network.planning,
    settings: {
      ...quietTimes,
      dailyLimit,
      sendRate: config.sendRate,
      maxInFlight,
    },
    now,
    random,
    timers,
    processId: newId(),
    metrics: createMetrics(registry, () => reminders.queues()),
    log,
  })

  const follow = followNetwork(network, reminders, now)
  const followCalls = createFollowCalls({
    callsAhead: (at) => knowledge.callsAhead(at),
    records: callRecords,
    followers: network.planning.followers,
    reminders,
    terms: quietTimes,
    now,
  })
  const personalReminders = createPersonalReminders({
    database,
    reminders,
    deadlineOf: (callId) => findCall(callId, now())?.closes ?? null,
    timeZone: config.timeZone,
  })
  const personalConversation = createPersonalReminderConversation({
    reminders: personalReminders,
    settingsOf: reminders.settingsOf,
    knowledge: () => knowledge,
    timeZone: config.timeZone,
    newId,
  })

  async function planMessages(): Promise<void> {
    const digests = async () => reminders.post(planDigest(await reminders.wanting('digest'), config.timeZone, now()))
    const planning = [followCalls.planAll(), personalReminders.planAll(now()), digests()]
    for (const { reason } of (await Promise.allSettled(planning)).filter(isRejected)) {
      log.error({ err: reason }, 'planning messages failed')
    }
  }
  const seen: typeof people.seen = async (person, reference, at) => {
    const known = await people.seen(person, reference, at)
    if (known.isBack) await reminders.personIsBack(person.id)
    return known
  }

  const guideConversation = createGuideConversation({
    guide: guide.current,
    knowledge: () => knowledge,
    owner: config.network.owner,
    municipalityOf: async (personId) => (await members.of(personId))?.municipality ?? null,
    timeZone: config.timeZone,
  })
  const questions = createQuestions(database)
  const { publicUrl, defaultLanguage, timeZone } = config
  const privacy = createPrivacy(personalDataIn(database, network), members.personIdsOf)
  const statistics = createStatistics(database, findCounty(config.network.owner))
  const titleOf = (topic: string, language: Language) => knowledge.programme(topic, language)?.title ?? topic
  const files = createFiles({
    database,
    makers: {
      'my-data': createMyDataFile(privacy),
      ...createAdviserFiles({ advisers, network, statistics, titleOf, now }),
    },
    publicUrl,
    defaultLanguage,
    newId,
    now,
  })
  const tell = createTellMembers({ reminders, deliveries })
  const charts = createCharts({ database, publicUrl, newId, now })
  const adviserDesk = createAdviserDesk({
    advisers,
    contact: config.network.contactEmail,
    questions,
    knowledge: () => knowledge,
    contentMistakes,
    async describePerson(personId) {
      const member = await members.of(personId)
      return member ? `${member.name}, ${member.email}` : ((await people.find(personId))?.email ?? null)
    },
    network,
    timeZone,
    defaultLanguage,
    offerFile: files.offer,
    offerChart: charts.offer,
    statistics,
    newId,
    messages: tell.announcements,
    outcome: { report: reminders.report, retryFailed: reminders.retryFailed, about: aboutAnnouncement },
    postInvitation: tell.invitation,
    sendTest: ({ _id }, personId) => notices.send(testMessage(_id, personId, now())),
  })
  const roster = createRoster({ people, members, log })
  const accountLinking = createAccountLinking({ linking: network.linking, members, roster })
  const membership: Membership = createMembership({
    knowledge: () => knowledge,
    network: config.network,
    timeZone: config.timeZone,
    people,
    members,
    registrations,
    roster,
    offerLink: accountLinking.offer,
    pausedUntil: async (personId, at) => pauseUnderWay(await reminders.settingsOf(personId), timeZone, at),
    afterJoin: (turn, gatheringId) => gatheringCards.afterJoin(turn, gatheringId),
  })
  const gatheringCards = createGatherings({
    network,
    isLarge: createGroupSize(connect, mostRefreshed),
    publicUrl: config.publicUrl,
    joinForm: membership.joinForm,
  })
  const following = createFollowing({ knowledge: () => knowledge, members, joinForm: membership.joinForm })
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
  const help = createHelp({ network: config.network, isMember: roster.isMember, isAdviser: advisers.isAdviser })
  const features = [
    help.feature,
    membership.feature,
    accountLinking.feature,
    privacyFeature({
      privacy,
      members,
      registrations,
      roster,
      knowledge: () => knowledge,
      timeZone,
      offerFile: files.offer,
    }),
    gatheringCards.feature,
    calendarFeature({ feeds: network.calendarFeeds, publicUrl }),
    colleaguesFeature({ network, showGathering: gatheringCards.showOne, joinForm: membership.joinForm }),
    invitationReplyFeature({
      invitations: network.invitations,
      showGathering: gatheringCards.showOne,
      joinForm: membership.joinForm,
    }),
    gatheringFeedbackFeature(network.gatheringFeedback),
    following.feature,
    ...adviserDesk.features,
    guideConversation.feature,
    personalConversation.feature,
    pauseFeature({ settingsOf: reminders.settingsOf, saveSettings: reminders.saveSettings, timeZone }),
    languageFeature(async (person, language, at) => {
      await people.chooseLanguage(person, language, at)
      await members.chooseLanguage(person.id, language, at)
    }),
    remindersFeature({
      settingsOf: reminders.settingsOf,
      saveSettings: reminders.saveSettings,
      network: quietTimes,
    }),
    messageAnswersFeature({ reminders, notices, timeZone: config.timeZone }),
  ]
  const wording =
    config.languageModel &&
    createWording({
      model: createOpenAiModel(config.languageModel, surroundings.fetch),
      deadline: () => AbortSignal.timeout(modelDeadlineMs),
      perDay: config.languageModel.dailyAnswers,
      now: () => now().epochMilliseconds,
    })
  const askedCounts = createAskedCounts(database)
  const ask = createAsk(
    {
      knowledge: () => knowledge,
      network: config.network,
      guide: guideConversation,
      followButton: following.button,
      questions,
      roster,
      countAsked: (topic, at) => askedCounts.note(topic, at),
      word: createGenerated({ wording, knowledge: () => knowledge, log }),
    },
    features,
  )
  const app = createApp({
    adapter,
    connect,
    storage: createBotState(database, { now, onConflict: 'lastWriteWins' }),
    features: [ask.feature, ...features],
    onFeedback: createMessageFeedback({ questions }),
    onText: adviserDesk.listen(listenForCode(network, personalConversation.listen(ask.onText))),
    onNothing: help.onNothing,
    welcome: help.welcome,
    people: { ...people, seen },
    findPersonalChat: createPersonalChats({ findPerson: people.find, connect }),
    proactive,
    keepSent,
    isAllowed: (tenantId) => config.allowedTenants.length === 0 || config.allowedTenants.includes(tenantId),
    contact: config.network.contactEmail,
    defaultLanguage: config.defaultLanguage,
    now,
    log,
  })
  const server = createHttpServer({
    async receive(authorization, body) {
      const activity = parseActivity(body)
      if (activity === null) return { kind: 'malformed' }
      return adapter.receive(authorization, activity, (context) => app.run(context))
    },
    ready: () =>
      database.ping().then(
        () => true,
        () => false,
      ),
    metrics: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
    chart: charts.draw,
    async calendarFile(token) {
      const [gatheringId = '', key = ''] = token.split('~')
      const found = await registrations.byCalendarKey(gatheringId, key)
      const organizer = { name: config.network.name, email: config.network.contactEmail }
      return found && calendarFile(found.gathering, found.registration, { organizer, now: now() })
    },
    async calendarFeed(key) {
      const personId = await network.calendarFeeds.personOf(key)
      if (personId === null) return null
      const member = await members.of(personId)
      const language = (await people.find(personId))?.language ?? member?.language ?? config.defaultLanguage
      const attended = member === null ? [] : await registrations.everything(member._id)
      const organizer = { name: config.network.name, email: config.network.contactEmail }
      return calendarFeed(attended, textsIn(language).calendar.calendarName, { organizer, now: now() })
    },
    download: files,
    log,
  })

  const thankMembers = createThankMembers(network.afterGathering, reminders, quietTimes)
  async function tend(): Promise<void> {
    await network.tend(now())
    await network.invitations.remind(tell.deadline, now())
    await thankMembers(now())
    await network.announcements.tend(tell.announcements, now())
    await askedCounts.write()
  }
  const stopTending = repeat(timers, tendEveryMs, () =>
    tend().catch((error) => log.error({ err: error }, 'tending failed')),
  )
  const stopTidying = repeat(timers, tidyEveryMs, async () => {
    const tidied = Promise.all([
      network.tidy(now()),
      questions.tidy(now()),
      personalReminders.tidy(now()),
      reminders.tidy(),
      cardUpdates.tidy(),
      deliveries.tidy(now()),
      askedCounts.tidy(now()),
    ])
    await tidied.catch((error) => log.error({ err: error }, 'tidying failed'))
  })
  const stopLookingForContent = repeat(timers, lookForContentEveryMs, async () => {
    await lookForContent().catch((error) => log.error({ err: error }, 'changed content could not be read'))
  })
  starting.defer(stopLookingForContent)
  const stopPlanning = repeat(timers, planMessagesEveryMs, planMessages)
  starting.defer(stopPlanning)
  starting.defer(() => askedCounts.write())
  starting.defer(stopTending)
  starting.defer(stopTidying)
  starting.defer(() => reminders.stop())
  starting.defer(() => cardUpdates.stop())
  const port = await server.listen(config.port, config.bot === null ? '127.0.0.1' : '::')
  starting.defer(() => server.close())
  // Planning anew what a crash may have left out takes a while with many gatherings: nobody has to wait for it.
  const planned = Promise.all([reminders.start(), planMessages()])
    .then(cardUpdates.start)
    .catch((error) => log.error({ err: error }, 'planning at the start failed'))
  starting.defer(async () => void (await planned))

  const running = starting.move()
  return { port, database, network, cardUpdates, reminders, tend, planMessages, stop: () => running.disposeAsync() }
}

function isRejected(result: PromiseSettledResult<void>): result is PromiseRejectedResult {
  return result.status === 'rejected'
}

/** Runs again and again, never twice at once; the answer ends it and waits for a run under way. */
function repeat(timers: Timers, everyMs: number, run: () => Promise<void>): () => Promise<void> {
  let underWay = Promise.resolve()
  let isEnded = false
  let cancel = timers.after(everyMs, tick)
  function tick(): void {
    underWay = run().then(() => {
      if (!isEnded) cancel = timers.after(everyMs, tick)
    })
  }
  return async () => {
    isEnded = true
    cancel()
    await underWay
  }
}
