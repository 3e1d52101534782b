import { z } from 'zod'
import {
  type Connector,
  type ConnectorAnswer,
  type ConnectorRequest,
  parseReference,
  type StoredReference,
} from './connector.ts'
import { messageOf, type PlainReply } from './reply.ts'

/** What became of a message that the bot sent on its own account. */
type Delivery =
  | { kind: 'delivered'; activityId?: string }
  | { kind: 'throttled'; retryAfterMs: number }
  /** Blocked, removed, or never known: not to be tried again until the person writes. */
  | { kind: 'unreachable'; reason: string; status?: number }
  | { kind: 'failed'; retryable: boolean; status?: number }

export interface Proactive {
  /** Writes to a stored conversation. */
  send(reference: unknown, reply: PlainReply): Promise<Delivery>
  /** Puts something else in the place of what was sent. */
  update(reference: unknown, activityId: string, reply: PlainReply): Promise<Delivery>
  /** Takes back what was sent. */
  withdraw(reference: unknown, activityId: string): Promise<Delivery>
}

/** Messages to people who did not ask just now. Failures are outcomes, never exceptions. */
export function createProactive(connect: Connector): Proactive {
  async function call(
    stored: unknown,
    method: ConnectorRequest['method'],
    activityPath: string,
    reply?: PlainReply,
  ): Promise<Delivery> {
    const reference = parseReference(stored)
    if (reference === null) return { kind: 'unreachable', reason: 'no conversation' }
    const path = `conversations/${encodeURIComponent(reference.conversation.id)}/activities${activityPath}`
    const body = reply === undefined ? {} : { body: addressed(reference, reply) }
    try {
      return outcomeOf(await connect({ method, serviceUrl: reference.serviceUrl, path, ...body }))
    } catch {
      // Reset, time-out, name not found, no token: nothing came back, and all of them may pass.
      return { kind: 'failed', retryable: true }
    }
  }
  return {
    send: (reference, reply) => call(reference, 'POST', '', reply),
    update: (reference, activityId, reply) => call(reference, 'PUT', `/${encodeURIComponent(activityId)}`, reply),
    withdraw: (reference, activityId) => call(reference, 'DELETE', `/${encodeURIComponent(activityId)}`),
  }
}

function addressed({ bot, user, conversation, channelId }: StoredReference, reply: PlainReply) {
  return { ...messageOf(reply), type: 'message', from: bot, recipient: user, conversation, channelId }
}

const created = z.object({ id: z.string() })
const refused = z.object({ error: z.object({ code: z.string() }) })

/** What Teams means by a 429 without Retry-After is not said; this is long enough for every window but the hour. */
const defaultRetryAfterMs = 5_000

/**
 * 429 waits as long as Retry-After says; 408, 412, 500, 502, 503 and 504 may be tried again; 403 and 404 mean that
 * the person blocked or removed the bot.
 * @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 */
function outcomeOf({ status, ok, retryAfterMs, body }: ConnectorAnswer): Delivery {
  if (ok) {
    const { data } = created.safeParse(body)
    return { kind: 'delivered', ...(data ? { activityId: data.id } : {}) }
  }
  if (status === 429) return { kind: 'throttled', retryAfterMs: retryAfterMs ?? defaultRetryAfterMs }
  if (status === 403 || status === 404) {
    return { kind: 'unreachable', reason: refused.safeParse(body).data?.error.code ?? String(status), status }
  }
  return { kind: 'failed', retryable: [408, 412, 500, 502, 503, 504].includes(status), status }
}
