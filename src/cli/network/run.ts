import { type Config, ConfigError, readConfig } from '../../config.ts'
import { createNetwork, networkDefinitions } from '../../network/network.ts'
import { parsePersonId } from '../../network/people.ts'
import { DataDirInUseError } from '../../store/embedded.ts'
import { openDatabase } from '../../store/open.ts'
import {
  type ExitCode,
  exportMembers,
  exportRegistrations,
  forget,
  importGatherings,
  importMembers,
  isAddress,
  type Setting,
  status,
} from './commands.ts'

const usage = `Usage: npm run -s network -- COMMAND
  import gatherings FILE.json      adds and changes gatherings
  import members FILE.csv          adds members: email,name,municipality,role,topics,language
  export members                   as CSV on standard output
  export registrations GATHERING   as CSV on standard output
  forget TENANT/AADOBJECTID        deletes everything about a person; instead of the id, an e-mail address
  status                           members, gatherings, registrations and messages
Options: --excel (export for Excel: semicolons and a mark of UTF-8), --json (status as JSON)
A FILE that is - is read from standard input.
`

type Command = (setting: Setting) => Promise<ExitCode>

export interface Terminal {
  env: Readonly<Record<string, string | undefined>>
  now: () => Temporal.Instant
  readFile(name: string): Promise<Uint8Array>
  print(text: string): void
  complain(text: string): void
}

/** @returns the exit code: 0 done, 1 not done for what it found, 2 not understood */
export async function runNetworkCommand(args: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
  const { complain } = terminal
  const options = args.filter((arg) => arg.startsWith('--'))
  const unknown = options.filter((option) => option !== '--excel' && option !== '--json')
  const command = commandOf(
    args.filter((arg) => !arg.startsWith('--')),
    new Set(options),
    terminal,
  )
  if (unknown.length > 0 || command === null) {
    complain(usage)
    return 2
  }
  try {
    return await withSetting(readConfig(terminal.env), terminal, command)
  } catch (error) {
    if (!isOfTheWorld(error)) throw error
    complain(`${error.message}\n`)
    return 1
  }
}

function commandOf(words: readonly string[], options: ReadonlySet<string>, { readFile }: Terminal): Command | null {
  const [verb, noun = '', argument = '', ...rest] = words
  const name = verb === 'import' || verb === 'export' ? `${verb} ${noun}` : (verb ?? '')
  const forExcel = options.has('--excel')
  if (rest.length > 0) return null
  if (name === 'import gatherings' && argument !== '') {
    return async (setting) => importGatherings(setting, argument, await readFile(argument))
  }
  if (name === 'import members' && argument !== '') {
    return async (setting) => importMembers(setting, argument, await readFile(argument))
  }
  if (name === 'export members' && argument === '') return (setting) => exportMembers(setting, forExcel)
  if (name === 'export registrations' && argument !== '') {
    return (setting) => exportRegistrations(setting, argument, forExcel)
  }
  const isWho = parsePersonId(noun) !== null || isAddress(noun)
  if (name === 'forget' && isWho && argument === '') return (setting) => forget(setting, noun)
  if (name === 'status' && noun === '') return (setting) => status(setting, options.has('--json'))
  return null
}

async function withSetting(config: Config, terminal: Terminal, command: Command): Promise<ExitCode> {
  const database = await openDatabase(config.store)
  try {
    await database.ensureIndexes(networkDefinitions)
    const network = createNetwork({
      database,
      listener: null,
      quietHours: config.quietHours,
      newId: () => crypto.randomUUID(),
    })
    const { timeZone, defaultLanguage } = config
    const { print, complain } = terminal
    return await command({ database, network, timeZone, defaultLanguage, now: terminal.now(), print, complain })
  } finally {
    await database.close()
  }
}

/** What the person at the terminal can mend: told by its message alone. */
function isOfTheWorld(error: unknown): error is Error {
  if (!(error instanceof Error)) return false
  const isFromSystem = 'code' in error && typeof error.code === 'string' && /^E[A-Z]+$/.test(error.code)
  const isFromServer = /^Mongo\w*(Selection|Network|Parse)\w*Error$/.test(error.name)
  return error instanceof ConfigError || error instanceof DataDirInUseError || isFromSystem || isFromServer
}
