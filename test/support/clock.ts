import { expect } from 'vitest'
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

export interface HeldTimers {
  timers: Timers
  /** What the bot does each minute, once. */
  minutePasses(): Promise<void>
}

/** Timers that run when the test says so. */
export function holdTimers(): HeldTimers {
  const minute = 60_000
  const waiting: { ms: number; run: () => void }[] = []
  return {
    timers: {
      sleep: () => new Promise(() => {}),
      after(ms, run) {
        waiting.push({ ms, run })
        return () => {}
      },
    },
    async minutePasses() {
      const due = waiting.filter(({ ms }) => ms === minute)
      for (const each of due) waiting.splice(waiting.indexOf(each), 1)
      for (const { run } of due) run()
      await expect.poll(() => waiting.filter(({ ms }) => ms === minute).length).toBe(due.length)
    },
  }
}
