import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import { AppCredentials, AuthenticationConstants, type ServiceClientCredentialsFactory } from 'botframework-connector'
import { z } from 'zod'
import { parseJson } from '../json.ts'

export interface ConnectorRequest {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  serviceUrl: string
  /** Below `/v3/`. */
  path: string
  body?: unknown
}

export interface ConnectorAnswer {
  status: number
  /** The service did what it was asked to. */
  ok: boolean
  /** How long the service asks to be left alone; null when it does not say. */
  retryAfterMs: number | null
  /** Undefined where the answer is empty or no JSON; the Agents Playground answers with nothing. */
  body: unknown
}

/** Rejects when nothing comes back: reset, time-out, name not found, no token. */
export type Connector = (request: ConnectorRequest) => Promise<ConnectorAnswer>

/** Shorter than what the dispatcher gives a send, longer than Teams takes. */
const timeoutMs = 14_000

/**
 * Bot Connector's REST API. The SDK's client is not used: it sleeps and retries by itself on 429 and 5xx, out of sight of
 * the pacing that has to know of each, and builds a client for every message, which costs more than the message.
 * @param appId empty where calls are not authenticated
 * @see https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
 */
export function createConnector(credentials: ServiceClientCredentialsFactory, appId: string): Connector {
  const call = createCaller()
  const authorization = createAuthorization(credentials, appId)
  return async ({ method, serviceUrl, path, body }) =>
    call(
      new URL(`v3/${path}`, serviceUrl.endsWith('/') ? serviceUrl : `${serviceUrl}/`),
      method,
      await authorization(),
      body === undefined ? undefined : JSON.stringify(body),
    )
}

/** Over connections that stay open. Node's `fetch` takes three times the processor time for so small a request. */
function createCaller() {
  const schemes = {
    'http:': { request: httpRequest, agent: new HttpAgent({ keepAlive: true }) },
    'https:': { request: httpsRequest, agent: new HttpsAgent({ keepAlive: true }) },
  }
  return (url: URL, method: string, headers: Record<string, string>, body = ''): Promise<ConnectorAnswer> => {
    const { request, agent } = schemes[url.protocol === 'http:' ? 'http:' : 'https:']
    const length = Buffer.byteLength(body)
    const described = { 'content-type': 'application/json', 'content-length': length, ...headers }
    return new Promise((resolve, reject) => {
      const outgoing = request(url, { method, agent, signal: AbortSignal.timeout(timeoutMs), headers: described })
      outgoing.once('response', (incoming) => receive(incoming).then(resolve, reject))
      // Both may fail, and more than once; an error that nobody listens to ends the process.
      outgoing.on('error', reject)
      outgoing.end(body)
    })
  }
}

function receive(incoming: IncomingMessage): Promise<ConnectorAnswer> {
  return new Promise((resolve, reject) => {
    let received = ''
    incoming.setEncoding('utf8')
    incoming.on('data', (chunk: string) => {
      received += chunk
    })
    incoming.on('error', reject)
    incoming.once('end', () => resolve(answerOf(incoming, received)))
  })
}

function answerOf({ statusCode: status = 0, headers }: IncomingMessage, received: string): ConnectorAnswer {
  const seconds = Number(headers['retry-after'] ?? Number.NaN)
  const retryAfterMs = Number.isFinite(seconds) && seconds >= 0 ? Math.ceil(seconds * 1000) : null
  return { status, ok: status >= 200 && status < 300, retryAfterMs, body: parseJson(received) }
}

function createAuthorization(
  factory: ServiceClientCredentialsFactory,
  appId: string,
): () => Promise<Record<string, string>> {
  if (appId === '') return async () => ({})
  return async () => {
    const credentials = await factory.createCredentials(
      appId,
      AuthenticationConstants.ToChannelFromBotOAuthScope,
      AuthenticationConstants.ToChannelFromBotLoginUrl,
      true,
    )
    if (!(credentials instanceof AppCredentials)) throw new Error('the credentials give no token')
    return { authorization: `Bearer ${await credentials.getToken()}` }
  }
}

const referenceShape = z.looseObject({
  channelId: z.string(),
  serviceUrl: z.string(),
  conversation: z.looseObject({ id: z.string() }),
  bot: z.looseObject({ id: z.string() }),
  user: z.looseObject({ id: z.string() }).optional(),
})

export type StoredReference = z.infer<typeof referenceShape>

/** A conversation reference as it was stored; null when it is none. */
export function parseReference(stored: unknown): StoredReference | null {
  return referenceShape.safeParse(stored).data ?? null
}
