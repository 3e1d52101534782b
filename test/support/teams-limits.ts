/** At most `count` requests in any `seconds`. */
interface Window {
  count: number
  seconds: number
}

export interface Limits {
  tenant?: readonly Window[]
  /** Sends, creates, updates and deletes of one conversation. */
  conversationWrites?: readonly Window[]
  conversationReads?: readonly Window[]
}

/** Rate limiting for agents in Teams, as Microsoft documents it (October 2026). */
export const TEAMS_LIMITS: Limits = {
  tenant: [{ count: 50, seconds: 1 }],
  conversationWrites: [
    { count: 7, seconds: 1 },
    { count: 8, seconds: 2 },
    { count: 60, seconds: 30 },
    { count: 1800, seconds: 3600 },
  ],
  conversationReads: [
    { count: 14, seconds: 1 },
    { count: 16, seconds: 2 },
    { count: 120, seconds: 30 },
    { count: 3600, seconds: 3600 },
  ],
}

interface Limited {
  operation: string
  tenantId: string
  conversationId: string
}

/** Sliding windows. `take` counts the request and gives 0, or gives the whole seconds to wait and counts nothing. */
export function createLimiter(limits: Limits) {
  const histories = new Map<string, number[]>()

  function history(key: string): number[] {
    const known = histories.get(key)
    if (known) return known
    const created: number[] = []
    histories.set(key, created)
    return created
  }

  return {
    take(request: Limited, now: number): number {
      const read = request.operation === 'members'
      const checks: [string, readonly Window[]][] = [
        [`tenant ${request.tenantId}`, limits.tenant ?? []],
        [
          `${read ? 'read' : 'write'} ${request.conversationId}`,
          (read ? limits.conversationReads : limits.conversationWrites) ?? [],
        ],
      ]
      const waitMs = Math.max(0, ...checks.map(([key, windows]) => waitFor(history(key), windows, now)))
      if (waitMs > 0) return Math.ceil(waitMs / 1000)
      for (const [key, windows] of checks) if (windows.length > 0) history(key).push(now)
      return 0
    },
  }
}

function waitFor(times: number[], windows: readonly Window[], now: number): number {
  const longest = Math.max(0, ...windows.map((window) => window.seconds)) * 1000
  while (times[0] !== undefined && times[0] <= now - longest) times.shift()
  let wait = 0
  for (const { count, seconds } of windows) {
    const blocking = times[times.length - count]
    if (blocking !== undefined) wait = Math.max(wait, blocking + seconds * 1000 - now)
  }
  return wait
}
