import type { Log } from '../log.ts'
import { retryDelayMs } from './health.ts'
import type { Mark, Outbox } from './outbox.ts'
import type { Timers } from './timers.ts'

interface Waiting {
  keys: readonly string[]
  mark: Mark
  done: () => void
}

export type Marks = ReturnType<typeof createMarks>

/**
 * Writes marks as soon as they come, and those that come while one write is under way together in the next: at a slow
 * pace each message is marked at once, at a fast one many share a round trip. A mark that the store refuses is tried
 * until it is written: what was sent must not be forgotten because the store was away for a minute.
 */
export function createMarks(outbox: Pick<Outbox, 'mark'>, timers: Timers, random: () => number, log: Log) {
  let waiting: Waiting[] = []
  let writing = false

  async function writeAll(): Promise<void> {
    writing = true
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      await Promise.all([...Map.groupBy(batch, (each) => groupOf(each.mark)).values()].map(writeGroup))
    }
    writing = false
  }

  async function writeGroup(group: readonly Waiting[]): Promise<void> {
    const [first] = group
    if (!first) return
    const keys = group.flatMap((each) => each.keys)
    for (let tries = 0; ; tries++) {
      try {
        await outbox.mark(keys, first.mark)
        break
      } catch (error) {
        log.error({ err: error, rows: keys.length, tries }, 'marks not written, trying again')
        await timers.sleep(retryDelayMs(tries, random, 5_000))
      }
    }
    for (const each of group) each.done()
  }

  return {
    /** Resolves when it is written. */
    write(keys: readonly string[], mark: Mark): Promise<void> {
      return new Promise((done) => {
        waiting.push({ keys, mark, done })
        if (!writing) void writeAll()
      })
    },
  }
}

/** Marks of one group differ at most by milliseconds. */
function groupOf(mark: Mark): string {
  return mark.state === 'sent' ? 'sent' : JSON.stringify(mark)
}
