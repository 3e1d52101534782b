import type { Timers } from '../../src/reminders/timers.ts'

export interface TestClock {
  now: () => Temporal.Instant
  moveTo(instant: string): void
}

/** A clock that stands still until it is moved. */
export function createClock(start: string): TestClock {
  let current = Temporal.Instant.from(start)
  return {
    now: () => current,
    moveTo(instant) {
      current = Temporal.Instant.from(instant)
    },
  }
}

/** Timers that never run by themselves: what they would start is started by the test. */
export const stillTimers: Timers = { sleep: () => new Promise(() => {}), after: () => () => {} }
