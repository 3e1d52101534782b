import type { ConversationReference } from 'botbuilder'
import { z } from 'zod'
import type { Adapter } from './adapter.ts'
import { messageOf, type Reply } from './reply.ts'

/** What became of a message that the bot sent on its own account. */
export type Delivery =
  | { kind: 'delivered'; activityId?: string }
  | { kind: 'throttled'; retryAfterMs: number }
  | { kind: 'unreachable'; reason: string }
  | { kind: 'failed'; retryable: boolean; status?: number }

const referenceShape = z.looseObject({
  channelId: z.string(),
  serviceUrl: z.string(),
  conversation: z.looseObject({ id: z.string() }),
  bot: z.looseObject({ id: z.string() }),
})
const referenceSchema = z.custom<Partial<ConversationReference>>((value) => referenceShape.safeParse(value).success)

/** What Teams says when it gives no Retry-After with a 429. */
const defaultRetryAfterMs = 5_000

/** Sends to a stored conversation. Failures are outcomes; only a bug rejects. */
export function createProactiveSender(adapter: Adapter): (reference: unknown, reply: Reply) => Promise<Delivery> {
  return async (stored, reply) => {
    const reference = referenceSchema.safeParse(stored)
    if (!reference.success) return { kind: 'unreachable', reason: 'reference' }
    let delivery: Delivery = { kind: 'failed', retryable: true }
    // Caught inside the turn: the adapter's onTurnError would answer with an apology.
    await adapter.continueConversationAsync(adapter.appId, reference.data, async (context) => {
      try {
        const sent = await context.sendActivity(messageOf(reply))
        delivery = { kind: 'delivered', ...(sent?.id === undefined ? {} : { activityId: sent.id }) }
      } catch (error) {
        delivery = outcomeOf(error)
      }
    })
    return delivery
  }
}

const refusal = z.looseObject({
  statusCode: z.number().optional(),
  code: z.string().optional(),
  body: z.looseObject({ error: z.looseObject({ code: z.string().optional() }).optional() }).optional(),
  response: z.looseObject({ headers: z.unknown() }).optional(),
})

/**
 * 429 waits as long as Retry-After says; 412, 502, 503, 504 and a broken connection may be tried again;
 * 403 and 404 mean that the person blocked or removed the bot.
 * @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 */
export function outcomeOf(error: unknown): Delivery {
  const { data } = refusal.safeParse(error)
  const status = data?.statusCode
  if (status === undefined) {
    if (error instanceof TypeError || error instanceof ReferenceError) throw error
    return { kind: 'failed', retryable: true }
  }
  if (status === 429) return { kind: 'throttled', retryAfterMs: retryAfterMs(data?.response?.headers) }
  if (status === 403 || status === 404) {
    return { kind: 'unreachable', reason: data?.body?.error?.code ?? data?.code ?? String(status) }
  }
  return { kind: 'failed', retryable: [408, 412, 500, 502, 503, 504].includes(status), status }
}

const withGet = z.custom<{ get(name: string): unknown }>(
  (value) => typeof value === 'object' && value !== null && 'get' in value && typeof value.get === 'function',
)

function retryAfterMs(headers: unknown): number {
  const { data } = withGet.safeParse(headers)
  const seconds = Number(data?.get('retry-after') ?? Number.NaN)
  return Number.isFinite(seconds) && seconds >= 0 ? Math.ceil(seconds * 1000) : defaultRetryAfterMs
}
