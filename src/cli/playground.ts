import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export interface PlaygroundOptions {
  /** Where the bot takes its activities. */
  botUrl: string
  /** Another free port is taken when this one is not. */
  port: number
  /** For the people of the Playground and its log. */
  directory: string
}

export interface Playground {
  url: string
  /** Resolves when it is no longer there, stopped or by itself. */
  ended: Promise<unknown>
  stop(): Promise<void>
}

/** Who writes in the Playground's chats: the ids stay, so that a member of yesterday is one today. */
const playgroundPerson = {
  tenantId: '5c1f3ae8-77a0-4a39-9d3a-0c6e1d0b7f01',
  aadObjectId: '0b8c2a51-51f2-4a6e-8f0e-3b1f5f6a0001',
  name: 'Kari Nordmann',
  email: 'kari.nordmann@example.com',
}

/** The Playground wants five more, for its group chat and its team. */
const others = ['Ola Nordmann', 'Anna Larsen', 'Ahmed Khan', 'Ingrid Dahl', 'Per Hansen']

/**
 * Starts Microsoft's Agents Playground, which shows the bot in a browser as Teams would.
 * @throws when it ends before it listens
 */
export async function startPlayground({ botUrl, port, directory }: PlaygroundOptions): Promise<Playground> {
  await mkdir(directory, { recursive: true })
  const people = join(directory, 'playground.yml')
  await writeFile(people, JSON.stringify(peopleFile(), null, 2))
  const child = spawn(
    process.execPath,
    [
      createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/cli.js'),
      ...['--app-endpoint', `${botUrl}/api/messages`, '--channel-id', 'msteams'],
      ...['--port', String(port), '--disable-telemetry'],
    ],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: {
        ...process.env,
        M365_AGENTS_PLAYGROUND_CONFIG_PATH: people,
        M365_AGENTS_PLAYGROUND_LOGFILE: join(directory, 'playground.log'),
        TEAMSAPPTESTER_BROWSER: 'none',
      },
    },
  )
  const ended = once(child, 'exit')
  process.once('exit', () => child.kill())
  const listening = await Promise.race([listens(child), ended.then(() => null)])
  if (listening === null)
    throw new Error(`The Agents Playground did not start: see ${join(directory, 'playground.log')}`)
  return {
    url: `http://localhost:${listening}`,
    ended,
    async stop() {
      child.kill('SIGINT')
      await ended
    },
  }
}

/** The port, once the Playground says that it listens; what it says later is read and dropped, so that it never waits. */
async function listens(child: ChildProcess): Promise<number> {
  if (child.stdout === null) throw new Error('the Playground was started without a pipe')
  const lines = createInterface({ input: child.stdout })
  return new Promise((resolve) => {
    lines.on('line', (line) => {
      const [, port] = /^Listening on (\d+)/.exec(line) ?? []
      if (port !== undefined) resolve(Number(port))
    })
  })
}

/** @see https://aka.ms/teams-app-test-tool-config-guide */
function peopleFile() {
  const { tenantId, ...kari } = playgroundPerson
  return {
    version: '0.1.1',
    tenantId,
    bot: { id: '8e1d2c7a-4f0b-4b59-9a55-1d2f7c3a0b11', name: 'Kommunenettverk' },
    currentUser: person('user-kari', kari.name, kari.email, kari.aadObjectId),
    users: others.map((name, index) =>
      person(`user-${index}`, name, addressOf(name), `0b8c2a51-51f2-4a6e-8f0e-3b1f5f6a001${index}`),
    ),
    personalChat: { id: 'personal-chat' },
    groupChat: { id: 'group-chat', name: 'Prosjektgruppa' },
    team: {
      id: 'team',
      name: 'Kommunenettverket',
      aadGroupId: '3f6f0d3e-9b1c-4d0a-a2c6-6a7d5d0e0031',
      channels: [{ id: 'advisers', name: 'Rådgivere' }],
    },
  }
}

function addressOf(name: string): string {
  return `${name.toLowerCase().replace(' ', '.')}@example.com`
}

function person(id: string, name: string, email: string, aadObjectId: string) {
  const [givenName = name, surname = ''] = name.split(' ')
  return { id, name, userPrincipleName: email, aadObjectId, givenName, surname, email }
}
