/** `npm run dev`: the bot with demonstration data, and the Agents Playground to try it in. */
import { once } from 'node:events'
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'
import { pino } from 'pino'
import { startBot } from '../bot.ts'
import { type Config, ConfigError, readConfig } from '../config.ts'
import { ContentError } from '../knowledge/mistakes.ts'
import { addDemonstrationData } from '../network/demonstration.ts'
import { DataDirInUseError } from '../store/embedded/file.ts'
import { systemSurroundings } from '../surroundings.ts'
import { openMovableClock } from './movable-clock.ts'
import { startPlayground } from './playground.ts'

const playgroundPort = 56150
const dateAndTime: Intl.DateTimeFormatOptions = { dateStyle: 'full', timeStyle: 'short' }

const toldInWords = [ConfigError, ContentError, DataDirInUseError]

await dev().catch((error) => {
  if (!toldInWords.some((kind) => error instanceof kind)) throw error
  console.error(error.message)
  process.exit(1)
})

async function dev(): Promise<void> {
  const { config, directory } = await readDevConfig()
  await using running = new AsyncDisposableStack()
  const clock = await openMovableClock(directory)
  const bot = await startBot(config, { ...systemSurroundings(pino({ level: config.logLevel })), now: clock.now })
  running.defer(bot.stop)
  await addDemonstrationData(bot.network, clock.now(), config.timeZone)
  const playground = await startPlayground({
    botUrl: `http://localhost:${bot.port}`,
    port: playgroundPort,
    directory,
  })
  running.defer(playground.stop)

  console.log(introduction(playground.url, directory))
  const lines = createInterface({ input: process.stdin })
  lines.on('line', async () => {
    const now = await clock.letADayPass()
    await bot.reminders.passOnce()
    console.log(`  It is now ${now.toZonedDateTimeISO(config.timeZone).toLocaleString('en-GB', dateAndTime)}.`)
  })
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM'), playground.ended])
  lines.close()
  console.log('\n  Stopping.')
}

/** The environment, but for what makes it a bot on this machine only. */
async function readDevConfig(): Promise<{ config: Config; directory: string }> {
  const directory = process.env.DATA_DIR || '.data/dev'
  const env = { ...process.env, DATA_DIR: directory, NODE_ENV: 'development', BOT_ID: '' }
  const port = await freePort(readConfig(env).port)
  return { config: readConfig({ ...env, PORT: String(port) }), directory }
}

/** The wanted port, or any other when that one is taken. */
async function freePort(wanted: number): Promise<number> {
  const server = createServer()
  server.listen(wanted, '127.0.0.1')
  try {
    await once(server, 'listening')
    const address = server.address()
    return typeof address === 'object' && address !== null ? address.port : wanted
  } catch {
    return freePort(0)
  } finally {
    server.close()
  }
}

function introduction(url: string, directory: string): string {
  return `
  The bot is running. Open this, and write to it as a member would:

    ${url}

  Try, for instance:
    kan en barnehage søke Erasmus+?    a question; then: og når er fristen?
    bli med                            join the network
    samlinger                          see what is coming, and register
    finn program                       five questions, and which programmes fit
    minn meg på rapporten fredag       a reminder of one's own
    hvem har erfaring med Erasmus+?    what other members have done (for members, as is: søker partner til LIFE)
    hjelp                              what else it can do (it answers in nynorsk and English too)
    rådgivermeny                       the advisers' desk: gatherings, members, what people wonder about

  Enter here lets a day pass, so that reminders of what you registered for arrive.
  Ctrl-C stops. What you did is kept in ${directory}; delete the folder to begin anew.
`
}
