/** Failures in a row, whoever they were for, after which the service counts as down for the tenant. */
const DOWN_AFTER = 5

/** A message is given up after so many failures while others got through, or so long after it should have gone. */
export const MAX_STRIKES = 10
export const GIVE_UP_AFTER_MS = 24 * 3_600_000

const RETRY_BASE_MS = 1_000
/** How seldom a message is tried again while others get through, and while none does: after an outage nobody waits for longer. */
export const RETRY_CAP_MS = 10 * 60_000
export const PROBE_CAP_MS = 60_000
const SILENCE_MS = 15 * 60_000

/** Full jitter: anything up to a bound that doubles with each try, so that many who failed together do not return together. */
export function retryDelayMs(tries: number, random: () => number, capMs = RETRY_CAP_MS): number {
  return Math.ceil(random() * Math.min(capMs, RETRY_BASE_MS * 2 ** Math.min(tries, 30)))
}

export type Health = ReturnType<typeof createHealth>

/** Whether the service answers for one tenant. While it is down, one message at a time is tried, ever more seldom. */
export function createHealth(random: () => number) {
  let failures = 0
  let lastSuccessAt = Number.NEGATIVE_INFINITY
  let probeAt = 0

  return {
    isDown: () => failures >= DOWN_AFTER,
    /** Milliseconds until something may be tried; 0 is now. */
    wait: (now: number) => (failures >= DOWN_AFTER ? Math.max(0, probeAt - now) : 0),

    /** `first` is the first that is known of; `recovered`: the service was down until now. */
    succeeded(now: number): 'first' | 'recovered' | 'again' {
      const before =
        failures >= DOWN_AFTER ? 'recovered' : lastSuccessAt === Number.NEGATIVE_INFINITY ? 'first' : 'again'
      failures = 0
      lastSuccessAt = now
      return before
    },

    failed(now: number): void {
      failures++
      if (failures >= DOWN_AFTER) probeAt = now + 1_000 + retryDelayMs(failures - DOWN_AFTER, random, PROBE_CAP_MS)
    },

    /** Nothing got through for so long that the failures are the service's, as far as is known here. */
    isSilent: (now: number) => now - lastSuccessAt > SILENCE_MS,

    /** Whether a failure speaks against the message itself: something got through since it was tried last. */
    isStrike: (lastTryAt: number) => lastSuccessAt >= lastTryAt,
  }
}
