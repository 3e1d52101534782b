import { pino } from 'pino'
import { type RunningBot, startBot } from '../../src/bot.ts'
import type { Card } from '../../src/cards/card.ts'
import { readConfig } from '../../src/config.ts'
import { openKnowledge } from '../../src/knowledge/knowledge.ts'
import { type Surroundings, systemSurroundings } from '../../src/surroundings.ts'
import { keepCardRules } from './card-rules.ts'
import { type FakeConnector, type FakeConnectorOptions, startFakeConnector } from './fake-connector.ts'

export interface TestBotOptions {
  /** The clock; default stands still at 24 November 2026, 10:00 in Oslo. */
  now?: () => Temporal.Instant
  env?: Record<string, string>
  connector?: FakeConnectorOptions
  surroundings?: Partial<Surroundings>
}

export interface TestBot extends AsyncDisposable {
  running: RunningBot
  connector: FakeConnector
  url: string
  /** Somebody in Teams with a personal chat with the bot; the same name is the same person. */
  person(
    name: string,
    options?: { tenantId?: string; conversationId?: string; scope?: string; email?: string },
  ): TestPerson
  post(body: unknown, headers?: Record<string, string>): Promise<{ status: number; body: unknown }>
}

/** What a person sees: a card or a text. */
export interface Seen {
  text: string
  card: Card | null
}

export interface TestPerson {
  id: string
  conversationId: string
  says(text: string, more?: Record<string, unknown>): Promise<Seen>
  presses(verb: string, data?: Record<string, unknown>): Promise<Seen>
  /** The same button in a client without Universal Actions. */
  submits(verb: string, data?: Record<string, unknown>): Promise<Seen>
  /** Installs the bot; Teams sends two activities for it. */
  installs(): Promise<void>
  uninstalls(): Promise<void>
  /** Everything that the bot has sent to this chat, oldest first. */
  inbox(): Seen[]
}

const standing = Temporal.Instant.from('2026-11-24T09:00:00Z')

const knowledge = new Map<string, ReturnType<typeof openKnowledge>>()

/** Content is read once for all bots of a test file that have the same names in it. */
const sharedKnowledge: typeof openKnowledge = (options) => {
  const key = JSON.stringify(options)
  const known = knowledge.get(key) ?? openKnowledge(options)
  knowledge.set(key, known)
  return known
}

/** The real bot (HTTP, adapter, app, store) against a Bot Connector that records what reaches whom. */
export async function startTestBot(options: TestBotOptions = {}): Promise<TestBot> {
  const connector = await startFakeConnector(options.connector)
  const config = readConfig({
    PORT: '0',
    DATA_DIR: ':memory:',
    LOG_LEVEL: 'silent',
    QUIET_HOURS: 'off',
    ...options.env,
  })
  const running = await startBot(config, {
    ...systemSurroundings(pino({ level: config.logLevel })),
    now: options.now ?? (() => standing),
    random: () => 0.5,
    settled: async () => {},
    openKnowledge: sharedKnowledge,
    ...options.surroundings,
  })
  const url = `http://127.0.0.1:${running.port}`

  async function post(body: unknown, headers: Record<string, string> = {}) {
    const response = await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
    const text = await response.text()
    return { status: response.status, body: parseJson(text) }
  }

  function person(
    name: string,
    { tenantId = 'tenant-a', conversationId, scope = 'personal', email }: Parameters<TestBot['person']>[1] = {},
  ) {
    const slug = name.toLowerCase().replaceAll(/\W+/g, '-')
    const chat = conversationId ?? `chat-${tenantId}-${slug}`
    const account = { id: `29:${slug}`, name, aadObjectId: `oid-${slug}` }
    const signInName = `${slug}@example.kommune.no`
    connector.addConversation(chat, tenantId, [
      { ...account, tenantId, email: email ?? signInName, userPrincipalName: signInName },
    ])
    const envelope = () => ({
      id: crypto.randomUUID(),
      channelId: 'msteams',
      serviceUrl: connector.serviceUrl,
      from: account,
      recipient: { id: '28:bot', name: 'Bot' },
      conversation: { id: chat, conversationType: scope, tenantId },
      channelData: { tenant: { id: tenantId } },
    })
    const inbox = () => connector.messages(chat).map(seen)

    async function send(activity: Record<string, unknown>): Promise<unknown> {
      const { status, body } = await post({ ...envelope(), ...activity })
      if (status >= 300) throw new Error(`the bot answered ${status}: ${JSON.stringify(body)}`)
      return body
    }
    async function sendAndSee(activity: Record<string, unknown>): Promise<Seen> {
      const before = inbox().length
      await send({ type: 'message', ...activity })
      return inbox().slice(before).at(-1) ?? { text: '', card: null }
    }

    return {
      id: `${tenantId}/oid-${slug}`,
      conversationId: chat,
      says: (text: string, more: Record<string, unknown> = {}) => sendAndSee({ text, ...more }),
      async presses(verb: string, data: Record<string, unknown> = {}) {
        const action = { type: 'Action.Execute', verb, data: { ...data, verb } }
        const body = await send({ type: 'invoke', name: 'adaptiveCard/action', value: { action } })
        return seenInvoke(body)
      },
      submits: (verb: string, data: Record<string, unknown> = {}) => sendAndSee({ value: { ...data, verb } }),
      async installs() {
        const bot = { id: '28:bot' }
        await send({ type: 'installationUpdate', action: 'add' })
        await send({ type: 'conversationUpdate', membersAdded: [bot, account] })
      },
      async uninstalls() {
        await send({ type: 'installationUpdate', action: 'remove' })
      },
      inbox,
    }
  }

  return {
    running,
    connector,
    url,
    person,
    post,
    async [Symbol.asyncDispose]() {
      await running.stop()
      await connector.close()
    },
  }
}

/** Every word of a card or message, in order, for looking for what a person would read. */
export function words(shown: Seen): string {
  return [shown.text, ...(shown.card ? strings(shown.card) : [])].join('\n').replaceAll('\\.', '.')
}

/** The verbs of the buttons that a card shows. */
export function buttons({ card }: Seen): string[] {
  const found: string[] = []
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(walk)
    else if (typeof value === 'object' && value !== null) {
      if ('type' in value && value.type === 'Action.Execute' && 'verb' in value) found.push(String(value.verb))
      else Object.values(value).forEach(walk)
    }
  }
  walk(card)
  return found
}

const readable = new Set(['text', 'title', 'value', 'label', 'placeholder'])

function strings(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(strings)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string'
      ? readable.has(key)
        ? [inner]
        : []
      : key === 'data' || key === 'fallback'
        ? []
        : strings(inner),
  )
}

function seen(activity: Record<string, unknown>): Seen {
  const [attachment] = Array.isArray(activity.attachments) ? activity.attachments : []
  const card: Card | null = attachment?.content ?? null
  keepCardRules(card)
  return { text: typeof activity.text === 'string' ? activity.text : '', card }
}

function seenInvoke(body: unknown): Seen {
  if (typeof body !== 'object' || body === null || !('value' in body)) throw new Error('no answer to the invoke')
  if (typeof body.value === 'string') return { text: body.value, card: null }
  keepCardRules(body.value)
  return { text: '', card: body.value as Card }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
