import { z } from 'zod'
import { type HttpAnswer, type HttpRequest, listen } from './http-server.ts'
import { createLimiter, type Limits, TEAMS_LIMITS } from './teams-limits.ts'

/** A person in the roster of a conversation, as Teams gives it. `id` is the per-bot user id (`29:…`). */
interface RosterMember {
  id: string
  aadObjectId: string
  tenantId: string
  name: string
  email?: string
  userPrincipalName?: string
  givenName?: string
  surname?: string
  userRole?: string
}

type ConnectorOperation = 'create' | 'send' | 'reply' | 'update' | 'delete' | 'members'

interface ConnectorRequest {
  operation: ConnectorOperation
  conversationId: string
  tenantId: string
  activityId?: string
  /** The body as it came: an activity, or the parameters of a new conversation. */
  body: Record<string, unknown>
}

/** One write that reached the conversation; what the person saw, also when the bot never heard so. */
interface Sent extends ConnectorRequest {
  activityId: string
  /** Milliseconds on the connector's clock. */
  at: number
}

/**
 * What goes wrong with one request. `applied` says that the service did the work before it went wrong:
 * the person has the message and the bot does not know.
 */
export type Fault =
  | { kind: 'status'; status: number; code?: string; retryAfterSeconds?: number; applied?: boolean }
  | { kind: 'reset'; applied?: boolean }
  | { kind: 'delay'; ms: number }

export interface FakeConnectorOptions {
  port?: number
  /** Milliseconds; the clock of the limits. Default is the system's. */
  now?: () => number
  /** Default is no limits. {@link TEAMS_LIMITS} throttles as Teams does. */
  limits?: Limits
  /** Asked for each request, after the limits. */
  fault?: (request: ConnectorRequest) => Fault | undefined
  /** Keeps the bodies of what was sent; off saves memory in long runs. Default true. */
  keepBodies?: boolean
}

export interface FakeConnector {
  /** What goes into an incoming activity's `serviceUrl`. */
  serviceUrl: string
  /** Every applied write, in order. */
  sent: Sent[]
  /** What the conversation shows now: sent, updated, not deleted; oldest first. */
  messages(conversationId: string): Record<string, unknown>[]
  /** The first applied write (also an earlier one) that matches; rejects after `timeoutMs` (default 5,000). */
  waitFor(matches: (sent: Sent) => boolean, timeoutMs?: number): Promise<Sent>
  /** Gives a conversation its tenant and roster. Without it, any conversation is accepted, with an empty roster. */
  addConversation(conversationId: string, tenantId: string, members?: readonly RosterMember[]): void
  /** Every write to the conversation is refused from now on (403 MessageWritesBlocked, 404 ConversationNotFound …). */
  refuse(conversationId: string, status: 403 | 404): void
  allow(conversationId: string): void
  /** The next `times` requests meet this fault, before `options.fault` is asked. */
  failNext(fault: Fault, times?: number): void
  setFault(fault: FakeConnectorOptions['fault']): void
  counts(): ConnectorCounts
  close(): Promise<void>
}

interface ConnectorCounts {
  requests: number
  applied: number
  throttled: number
  faulted: number
  refused: number
}

export { TEAMS_LIMITS }

const MAX_BODY_UTF16_BYTES = 100 * 1024
const REFUSALS = { 403: 'MessageWritesBlocked', 404: 'ConversationNotFound' } as const

const bodyShape = z.record(z.string(), z.unknown())
const tenantShape = z.object({
  tenantId: z.string().optional(),
  conversation: z.object({ tenantId: z.string().optional() }).optional(),
  channelData: z.object({ tenant: z.object({ id: z.string() }).optional() }).optional(),
})
const newConversationShape = z.object({
  members: z.array(z.object({ id: z.string() })).min(1),
  activity: bodyShape.optional(),
})

interface Conversation {
  tenantId: string
  members: readonly RosterMember[]
  messages: Map<string, Record<string, unknown>>
  refusal?: 403 | 404
}

/** An HTTP server that answers as Bot Connector does for a Teams bot, and records what reached whom. */
export async function startFakeConnector(options: FakeConnectorOptions = {}): Promise<FakeConnector> {
  const now = options.now ?? Date.now
  const keepBodies = options.keepBodies ?? true
  const limiter = createLimiter(options.limits ?? {})
  const conversations = new Map<string, Conversation>()
  const sent: Sent[] = []
  const queuedFaults: Fault[] = []
  const watchers = new Set<(sent: Sent) => void>()
  const counts: ConnectorCounts = { requests: 0, applied: 0, throttled: 0, faulted: 0, refused: 0 }
  let fault = options.fault
  let lastActivityId = 0

  function conversationOf(id: string, tenantId = ''): Conversation {
    const known = conversations.get(id)
    if (known) return known
    const created: Conversation = { tenantId, members: [], messages: new Map() }
    conversations.set(id, created)
    return created
  }

  function apply(request: ConnectorRequest): Sent {
    const activityId =
      request.activityId && request.operation !== 'reply' ? request.activityId : String(++lastActivityId)
    const { messages } = conversationOf(request.conversationId)
    if (request.operation === 'delete') messages.delete(activityId)
    else if (request.operation !== 'create' && keepBodies) messages.set(activityId, request.body)
    const record: Sent = { ...request, body: keepBodies ? request.body : {}, activityId, at: now() }
    sent.push(record)
    counts.applied++
    for (const watcher of watchers) watcher(record)
    return record
  }

  async function answer({ method, url, text }: HttpRequest): Promise<HttpAnswer> {
    counts.requests++
    if (text.length * 2 > MAX_BODY_UTF16_BYTES) return refusal(413, 'MessageSizeTooBig')
    const body = text === '' ? {} : bodyShape.safeParse(parseJson(text)).data
    if (!body) return refusal(400, 'BadSyntax')
    const route = routeOf(method, url.pathname)
    if (!route) return refusal(404, 'NotFound')

    const known = route.conversationId === undefined ? undefined : conversations.get(route.conversationId)
    const request: ConnectorRequest = {
      operation: route.operation,
      conversationId: route.conversationId ?? personalConversationId(body),
      tenantId: known?.tenantId || tenantOf(body),
      ...(route.activityId === undefined ? {} : { activityId: route.activityId }),
      body,
    }
    const conversation = conversationOf(request.conversationId, request.tenantId)

    const retryAfterSeconds = limiter.take(request, now())
    if (retryAfterSeconds > 0) {
      counts.throttled++
      return refusal(429, 'TooManyRequests', retryAfterSeconds)
    }
    const injected = queuedFaults.shift() ?? fault?.(request)
    if (injected?.kind === 'delay') await new Promise((resolve) => setTimeout(resolve, injected.ms))
    else if (injected) {
      counts.faulted++
      if (injected.applied) apply(request)
      if (injected.kind === 'reset') return 'reset'
      return refusal(injected.status, injected.code ?? 'ServiceError', injected.retryAfterSeconds)
    }
    if (conversation.refusal && request.operation !== 'members') {
      counts.refused++
      return refusal(conversation.refusal, REFUSALS[conversation.refusal])
    }
    return perform(request, conversation, url)
  }

  function perform(request: ConnectorRequest, conversation: Conversation, url: URL): HttpAnswer {
    switch (request.operation) {
      case 'members':
        return membersAnswer(conversation.members, url)
      case 'create': {
        const { activity } = newConversationShape.parse(request.body)
        const { activityId } = apply(activity ? { ...request, operation: 'send', body: activity } : request)
        return { status: 201, body: { id: request.conversationId, activityId, serviceUrl: server.url } }
      }
      case 'update':
      case 'delete':
        if (keepBodies && !conversation.messages.has(request.activityId ?? '')) {
          return refusal(404, 'ActivityNotFoundInConversation')
        }
        return { status: 200, body: { id: apply(request).activityId } }
      default:
        return { status: 201, body: { id: apply(request).activityId } }
    }
  }

  const server = await listen(options.port ?? 0, answer)

  return {
    serviceUrl: server.url,
    sent,
    messages: (id) => [...(conversations.get(id)?.messages.values() ?? [])],
    waitFor(matches, timeoutMs = 5000) {
      const earlier = sent.find(matches)
      if (earlier) return Promise.resolve(earlier)
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          watchers.delete(watcher)
          reject(new Error(`nothing that matches was sent within ${timeoutMs} ms`))
        }, timeoutMs)
        const watcher = (record: Sent) => {
          if (!matches(record)) return
          clearTimeout(timer)
          watchers.delete(watcher)
          resolve(record)
        }
        watchers.add(watcher)
      })
    },
    addConversation(id, tenantId, members = []) {
      conversations.set(id, { tenantId, members, messages: new Map() })
    },
    refuse(id, status) {
      conversationOf(id).refusal = status
    },
    allow(id) {
      delete conversationOf(id).refusal
    },
    failNext(next, times = 1) {
      for (let i = 0; i < times; i++) queuedFaults.push(next)
    },
    setFault(next) {
      fault = next
    },
    counts: () => ({ ...counts }),
    close: server.close,
  }
}

/** The id that the service gives to the personal chat of the bot and this person: the same each time. */
function personalConversationId(body: Record<string, unknown>): string {
  return `a:${newConversationShape.safeParse(body).data?.members[0]?.id ?? 'nobody'}`
}

function tenantOf(body: Record<string, unknown>): string {
  const shape = tenantShape.safeParse(body).data
  return shape?.channelData?.tenant?.id ?? shape?.tenantId ?? shape?.conversation?.tenantId ?? ''
}

interface Route {
  operation: ConnectorOperation
  conversationId?: string
  activityId?: string
}

function routeOf(method: string, pathname: string): Route | undefined {
  const [version, noun, conversationId, part, id] = pathname.split('/').filter(Boolean).map(decodeURIComponent)
  if (version !== 'v3' || noun !== 'conversations') return undefined
  if (conversationId === undefined) return method === 'POST' ? { operation: 'create' } : undefined
  if (method === 'GET' && (part === 'members' || part === 'pagedmembers'))
    return { operation: 'members', conversationId }
  if (part !== 'activities') return undefined
  if (method === 'POST') {
    return id === undefined
      ? { operation: 'send', conversationId }
      : { operation: 'reply', conversationId, activityId: id }
  }
  if (id === undefined) return undefined
  if (method === 'PUT') return { operation: 'update', conversationId, activityId: id }
  if (method === 'DELETE') return { operation: 'delete', conversationId, activityId: id }
  return undefined
}

/** `members` (all), `members/<id>` (by user id or directory id) and `pagedmembers?pageSize&continuationToken`. */
function membersAnswer(members: readonly RosterMember[], url: URL): HttpAnswer {
  const [, , , kind, memberId] = url.pathname.split('/').filter(Boolean).map(decodeURIComponent)
  const rows = members.map((member) => ({ ...member, objectId: member.aadObjectId }))
  if (memberId !== undefined) {
    const found = rows.find((row) => row.id === memberId || row.aadObjectId === memberId)
    return found ? { status: 200, body: found } : refusal(404, 'MemberNotFoundInConversation')
  }
  if (kind === 'members') return { status: 200, body: rows }
  const from = Number(url.searchParams.get('continuationToken') ?? 0)
  const size = Math.min(500, Math.max(50, Number(url.searchParams.get('pageSize') ?? 200)))
  const next = from + size
  const more = next < rows.length ? { continuationToken: String(next) } : {}
  return { status: 200, body: { members: rows.slice(from, next), ...more } }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function refusal(status: number, code: string, retryAfterSeconds?: number): HttpAnswer {
  return {
    status,
    body: { error: { code, message: `${status} ${code}` } },
    ...(retryAfterSeconds === undefined ? {} : { headers: { 'retry-after': String(retryAfterSeconds) } }),
  }
}
