import { pino } from 'pino'
import { startBot } from './bot.ts'
import { type Config, ConfigError, readConfig } from './config.ts'
import { systemSurroundings } from './surroundings.ts'

/** Starts the bot by the environment, and stops it in order when the process is told to. */
export async function run(): Promise<void> {
  const config = readConfigOrExit()
  const log = pino({ level: config.logLevel })
  if (config.bot === null) {
    log.warn('BOT_ID is not set: calls are NOT authenticated, so the bot listens on this machine only')
  }
  const bot = await startBot(config, systemSurroundings(log))
  log.info({ port: bot.port, store: config.store.kind }, 'ready')

  const stop = (signal: NodeJS.Signals) => {
    log.info({ signal }, 'stopping')
    bot.stop().then(
      () => process.exit(0),
      (error) => {
        log.error({ err: error }, 'could not stop in order')
        process.exit(1)
      },
    )
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

function readConfigOrExit(): Config {
  try {
    return readConfig(process.env)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    console.error(error.message)
    process.exit(1)
  }
}
