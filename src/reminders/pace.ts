/** At most `count` messages in any `ms`. */
interface RateWindow {
  count: number
  ms: number
}

/** What Teams lets a bot write in one conversation (rate limiting for agents, October 2026). */
const CONVERSATION_WINDOWS: readonly RateWindow[] = [
  { count: 7, ms: 1_000 },
  { count: 8, ms: 2_000 },
  { count: 60, ms: 30_000 },
  { count: 1_800, ms: 3_600_000 },
]

/** What is told of a conversation to who goes on with its tenant: a message or two do not matter, nor what was long ago. */
const TOLD_MS = 30_000
const TOLD_FROM = 3

/** When a conversation was written to. */
export interface Written {
  conversation: string
  times: number[]
}

/** Part of the tenant's rate that is used. With less, sends that arrive unevenly would still never be too many; with more, they are. */
const USED_SHARE = 0.97

/** Messages arrive later than they are sent, and not all equally late. */
const ARRIVAL_SPREAD_MS = 20

/** How many may go at once after a second of silence, and in the middle of a queue (where it makes up for late timers). */
const BURST = 10
const STEADY_BURST = 2

/** After the tenant is throttled the rate falls to this part of what it was, and rises again by `RISE` a second. */
const FALL = 0.7
const RISE = 0.02
const LOWEST = 0.1

export type Pace = ReturnType<typeof createPace>

/** When the next message to one tenant may go, and to whom. All times are milliseconds on one clock. */
export function createPace(ratePerSecond: number) {
  const capacity = Math.max(1, Math.floor(ratePerSecond * USED_SHARE + 0.5))
  const recent: number[] = []
  const conversations = new Map<string, Conversation>()
  let tokens = Math.min(BURST, capacity)
  let refilledAt = 0
  let lastAt = 0
  let pausedUntil = 0
  let share = 1
  let throttledBefore: string | null = null
  let sweptAt = 0

  function currentShare(now: number): number {
    return Math.min(1, share + (Math.max(0, now - pausedUntil) / 1_000) * RISE)
  }

  function refill(now: number): void {
    const rate = (ratePerSecond * USED_SHARE * currentShare(now)) / 1_000
    if (now - lastAt >= 1_000) tokens = Math.min(BURST, capacity)
    else if (tokens < STEADY_BURST) tokens = Math.min(STEADY_BURST, tokens + Math.max(0, now - refilledAt) * rate)
    refilledAt = now
  }

  /** Milliseconds until the tenant may get another message; 0 is now. */
  function wait(now: number): number {
    refill(now)
    const rate = (ratePerSecond * USED_SHARE * currentShare(now)) / 1_000
    const oldest = recent.length < capacity ? undefined : recent[0]
    return Math.max(
      pausedUntil - now,
      tokens >= 1 ? 0 : (1 - tokens) / rate,
      oldest === undefined ? 0 : oldest + 1_000 + ARRIVAL_SPREAD_MS - now,
      0,
    )
  }

  function conversation(id: string): Conversation {
    const known = conversations.get(id)
    if (known) return known
    const created: Conversation = { times: [], blockedUntil: 0 }
    conversations.set(id, created)
    return created
  }

  /** Forgets who was not written to for the longest window. */
  function sweep(now: number): void {
    if (now - sweptAt < 60_000) return
    sweptAt = now
    for (const [id, { times, blockedUntil }] of conversations) {
      if (blockedUntil <= now && (times.at(-1) ?? 0) <= now - LONGEST_MS) conversations.delete(id)
    }
  }

  return {
    wait,

    /** Milliseconds until this conversation may get another message; 0 is now. */
    waitFor(id: string, now: number): number {
      const known = conversations.get(id)
      return known ? Math.max(0, known.blockedUntil - now, windowWait(known.times, now)) : 0
    },

    took(id: string, now: number): void {
      refill(now)
      tokens -= 1
      lastAt = now
      recent.push(now)
      if (recent.length > capacity) recent.shift()
      conversation(id).times.push(now)
      sweep(now)
    },

    /** Messages of the last second, for whoever goes on with the tenant. */
    spent: (now: number) => recent.filter((time) => time > now - 1_000).length,

    /** Another sent so many up to this instant: they count against the tenant as if they had been sent from here. */
    othersSpent(count: number, at: number): void {
      for (let index = 0; index < Math.min(count, capacity); index++) recent.push(at)
      recent.splice(0, recent.length - capacity)
      tokens = Math.min(tokens, Math.max(0, BURST - count))
      lastAt = Math.max(lastAt, at)
      refilledAt = Math.max(refilledAt, at)
    },

    /** Conversations that got much of late, for whoever goes on with the tenant: such as chats that many chose. */
    written: (now: number): Written[] =>
      [...conversations].flatMap(([id, { times }]) => {
        const isOften = (times.at(-TOLD_FROM) ?? 0) > now - TOLD_MS
        return isOften ? [{ conversation: id, times: times.filter((time) => time > now - TOLD_MS) }] : []
      }),

    /** Others wrote to conversations: some of it may be what they were told from here. */
    othersWrote(written: readonly Written[]): void {
      for (const { conversation: id, times } of written) {
        const known = conversation(id)
        known.times = [...known.times.filter((time) => !times.includes(time)), ...times].sort((a, b) => a - b)
      }
    },

    /** What a tenant may get in a second at most. */
    capacity,

    succeeded(): void {
      throttledBefore = null
    },

    /**
     * The service does not say whose limit was passed. One conversation that is throttled waits alone; when the next answer
     * to another conversation is the same, with no success between, it is the tenant's limit, and the tenant waits.
     */
    throttled(id: string, retryAfterMs: number, now: number): 'conversation' | 'tenant' {
      const until = now + retryAfterMs
      conversation(id).blockedUntil = Math.max(conversation(id).blockedUntil, until)
      const isTenant = throttledBefore !== null && throttledBefore !== id
      throttledBefore = id
      if (!isTenant) return 'conversation'
      if (now >= pausedUntil) share = Math.max(LOWEST, currentShare(now) * FALL)
      pausedUntil = Math.max(pausedUntil, until)
      return 'tenant'
    },

    /** Milliseconds that the tenant still has to wait as the service told. */
    pausedFor: (now: number) => Math.max(0, pausedUntil - now),
  }
}

interface Conversation {
  times: number[]
  blockedUntil: number
}

const LONGEST_MS = Math.max(...CONVERSATION_WINDOWS.map((window) => window.ms))

function windowWait(times: number[], now: number): number {
  while (times[0] !== undefined && times[0] <= now - LONGEST_MS) times.shift()
  return CONVERSATION_WINDOWS.reduce((wait, { count, ms }) => {
    const blocking = times[times.length - count]
    return blocking === undefined ? wait : Math.max(wait, blocking + ms + ARRIVAL_SPREAD_MS - now)
  }, 0)
}
