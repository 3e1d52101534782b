import { fileURLToPath } from 'node:url'
import type { Config } from './config.ts'
import { createHttpServer } from './http.ts'
import { type Knowledge, openKnowledge } from './knowledge/knowledge.ts'
import type { Log } from './log.ts'
import { createPeople, peopleDefinition, welcomesDefinition } from './network/people.ts'
import { botStateDefinition, createBotState } from './store/bot-state.ts'
import type { Database } from './store/database.ts'
import { openDatabase } from './store/open.ts'
import { parseActivity } from './teams/activity.ts'
import { Adapter } from './teams/adapter.ts'
import { createApp } from './teams/app.ts'
import { createAsk, nothingWritten, welcome } from './teams/handlers/ask.ts'
import { languageFeature } from './teams/handlers/language.ts'

const contentDirectory = fileURLToPath(new URL('./knowledge', import.meta.url))

/** What a bot takes from the world around it; a test gives its own. */
export interface Surroundings {
  log: Log
  now: () => Temporal.Instant
  random: () => number
}

export interface RunningBot {
  port: number
  database: Database
  /** Takes no more turns, finishes those under way, and closes the store. */
  stop(): Promise<void>
}

/** Starts everything in order; what has started is stopped again when a later part fails. */
export async function startBot(config: Config, { log, now }: Surroundings): Promise<RunningBot> {
  await using starting = new AsyncDisposableStack()
  const database = await openDatabase(config.store)
  starting.defer(() => database.close())
  await database.ensureIndexes([peopleDefinition, welcomesDefinition, botStateDefinition])

  const { network } = config
  const knowledge: Knowledge = await openKnowledge({
    directory: contentDirectory,
    placeholders: {
      owner: network.owner,
      networkName: network.name,
      contactName: network.contactName,
      contactEmail: network.contactEmail,
    },
    timeZone: config.timeZone,
  })
  const people = createPeople(database)
  const adapter = new Adapter(config.bot)
  const abilities = [languageFeature((person, language, at) => people.chooseLanguage(person, language, at))]
  const ask = createAsk({ knowledge: () => knowledge, network }, abilities)
  const app = createApp({
    adapter,
    storage: createBotState(database, { now, onConflict: 'lastWriteWins' }),
    features: [ask.feature, ...abilities],
    onText: ask.onText,
    onNothing: async (turn) => nothingWritten(turn),
    welcome: welcome(network),
    people,
    isAllowed: (tenantId) => config.allowedTenants.length === 0 || config.allowedTenants.includes(tenantId),
    contact: network.contactEmail,
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
    metrics: async () => ({ contentType: 'text/plain', text: '' }),
    calendarFile: async () => null,
    log,
  })
  const port = await server.listen(config.port, config.bot === null ? '127.0.0.1' : '::')
  starting.defer(() => server.close())

  const running = starting.move()
  return { port, database, stop: () => running.disposeAsync() }
}
