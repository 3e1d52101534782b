import { Registry } from 'prom-client'
import { collections } from './bot/collections.ts'
import { createConversation } from './bot/conversation.ts'
import type { Foundation } from './bot/foundation.ts'
import { createHandouts } from './bot/handouts.ts'
import { type Job, startJobs } from './bot/jobs.ts'
import { openContent } from './bot/knowledge.ts'
import { openMessaging } from './bot/messaging.ts'
import { createForgetStrangers } from './bot/strangers.ts'
import { createUpkeep } from './bot/upkeep.ts'
import type { Config } from './config.ts'
import { createHttpServer } from './http.ts'
import { createAdvisers } from './network/advisers.ts'
import { createNetwork, type Network } from './network/network.ts'
import { createQuestions } from './network/questions/questions.ts'
import type { Reminders } from './reminders/reminders.ts'
import type { Database } from './store/database.ts'
import type { Surroundings } from './surroundings.ts'
import { parseActivity } from './teams/activity.ts'
import { Adapter } from './teams/adapter.ts'
import type { CardUpdates } from './teams/card-updates.ts'
import { createTeamRoster } from './teams/team-roster.ts'

const hourMs = 3_600_000

export interface RunningBot {
  port: number
  database: Database
  network: Network
  reminders: Reminders
  cardUpdates: CardUpdates
  /** Plans what is told of calls, and what people asked for, by the content of this moment; runs once an hour by itself. */
  planMessages(): Promise<void>
  /** What time brings about, at this instant; each part of it runs once a minute by itself. */
  tend(): Promise<void>
  /** Deletes what is kept no longer; each part of it runs four times a day by itself. */
  tidy(): Promise<void>
  /** Takes no more turns, finishes those under way and what is being sent, and closes the store. */
  stop(): Promise<void>
}

/** Starts everything in order; what has started is stopped again when a later part fails. */
export async function startBot(config: Config, surroundings: Surroundings): Promise<RunningBot> {
  const { log, now, newId, timers } = surroundings
  await using starting = new AsyncDisposableStack()
  const opening = surroundings.openDatabase(config.store)
  starting.defer(() =>
    opening.then(
      (opened) => opened.close(),
      () => {},
    ),
  )
  const [database, content] = await Promise.all([
    opening,
    openContent(config, surroundings, () => void messaging.planMessages()),
  ])
  await database.ensureIndexes(collections)

  const network = createNetwork({
    database,
    listener: {
      async changed(event) {
        conversation.cardUpdates.changed(event)
        await messaging.followNetwork(event)
      },
      failed: (error, { gatheringId }) => log.error({ err: error, gatheringId }, 'a change could not be told'),
    },
    quietHours: config.quietHours,
    newId,
    async memberChanged(personId) {
      await messaging.planFor(personId).catch((error) => log.error({ err: error, personId }, 'planning failed'))
    },
  })
  const adapter = new Adapter(config.bot, timers.sleep)
  const connect = adapter.connector
  const advisers = createAdvisers({
    database,
    configured: config.advisers,
    readTeam: createTeamRoster(connect),
    changes: network.changes,
  })
  const foundation: Foundation = {
    config,
    surroundings,
    database,
    knowledge: content.knowledge,
    network,
    advisers,
    questions: createQuestions(database),
    connect,
  }
  const registry = new Registry()
  const messaging = await openMessaging(foundation, registry)
  const handouts = createHandouts(foundation)
  const conversation = createConversation({ ...foundation, adapter, content, messaging, handouts })
  const { privacy } = handouts
  const forgetStrangers = createForgetStrangers({ network, advisers, reminders: messaging.reminders, privacy })
  const { questions } = foundation
  const upkeep = createUpkeep({ network, questions, messaging, conversation, forgetStrangers, now })
  const { reminders, planMessages } = messaging
  const { cardUpdates, askedCounts } = conversation

  const jobs: Job[] = [
    ...upkeep.jobs,
    // Soon enough for somebody who waits to see a change, and a few milliseconds' work.
    { failure: 'changed content could not be read', everyMs: 2000, run: content.look },
    // For members that a file brought in, and content that another process took over.
    { failure: 'planning messages failed', everyMs: hourMs, run: planMessages },
  ]
  starting.defer(() => askedCounts.write())
  starting.defer(startJobs(jobs, timers, log))
  starting.defer(() => reminders.stop())
  starting.defer(() => cardUpdates.stop())

  const server = createHttpServer({
    async receive(authorization, body) {
      const activity = parseActivity(body)
      if (activity === null) return { kind: 'malformed' }
      return adapter.receive(authorization, activity, (context) => conversation.run(context))
    },
    ready: () =>
      database.ping().then(
        () => true,
        () => false,
      ),
    metrics: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
    ...handouts.served,
    log,
  })
  const port = await server.listen(config.port, config.bot === null ? '127.0.0.1' : '::')
  starting.defer(() => server.close())
  // Planning anew what a crash may have left out takes a while with many gatherings: nobody has to wait for it.
  let isStopping = false
  const planned = surroundings
    .settled()
    .then(async () => {
      if (isStopping) return
      await Promise.all([reminders.start(), planMessages()])
      await cardUpdates.start()
    })
    .catch((error) => log.error({ err: error }, 'planning at the start failed'))
  starting.defer(() => {
    isStopping = true
    return planned
  })

  const running = starting.move()
  return {
    port,
    database,
    network,
    cardUpdates,
    reminders,
    tend: upkeep.tend,
    tidy: upkeep.tidy,
    planMessages,
    stop: () => running.disposeAsync(),
  }
}
