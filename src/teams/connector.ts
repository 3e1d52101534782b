import { AppCredentials, AuthenticationConstants } from 'botframework-connector'
import { z } from 'zod'
import type { Adapter } from './adapter.ts'

export interface ConnectorRequest {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  serviceUrl: string
  /** Below `/v3/`. */
  path: string
  body?: unknown
}

export type Connector = (request: ConnectorRequest) => Promise<Response>

/** Shorter than what the dispatcher gives a send, longer than Teams takes. */
const timeoutMs = 14_000

/**
 * Bot Connector's REST API, for messages that nobody waits for. The SDK's client is not used for them: it sleeps and
 * retries by itself on 429 and 5xx, out of sight of the pacing that has to know of each.
 * @see https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference
 */
export function createConnector(adapter: Adapter): Connector {
  const authorization = createAuthorization(adapter)
  return async ({ method, serviceUrl, path, body }) =>
    fetch(new URL(`v3/${path}`, serviceUrl.endsWith('/') ? serviceUrl : `${serviceUrl}/`), {
      method,
      headers: { 'content-type': 'application/json', ...(await authorization()) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(timeoutMs),
    })
}

function createAuthorization(adapter: Adapter): () => Promise<Record<string, string>> {
  if (adapter.appId === '') return async () => ({})
  return async () => {
    const credentials = await adapter.credentialsFactory.createCredentials(
      adapter.appId,
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
