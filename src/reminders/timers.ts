/** Time as the room may use it: given from outside, so that tests and simulations have a clock of their own. */
export interface Timers {
  sleep(ms: number): Promise<void>
  /** Runs once; the answer cancels it. */
  after(ms: number, run: () => void): () => void
}

export const systemTimers: Timers = {
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  after(ms, run) {
    const timer = setTimeout(run, Math.min(ms, LONGEST_MS))
    return () => clearTimeout(timer)
  },
}

/** setTimeout takes no longer times. */
const LONGEST_MS = 2 ** 31 - 1
