import type { Log } from '../log.ts'
import type { Timers } from '../reminders/timers.ts'

/** What the bot does by itself, again and again. */
export interface Job {
  /** What the log says when it fails. */
  failure: string
  everyMs: number
  run(): Promise<unknown>
}

/** Starts the jobs. The answer ends them, and waits for those under way. */
export function startJobs(jobs: readonly Job[], timers: Timers, log: Log): () => Promise<void> {
  const ends = jobs.map((job) => repeat(job, timers, log))
  return async () => {
    await Promise.all(ends.map((end) => end()))
  }
}

/** Never twice at once. */
function repeat({ failure, everyMs, run }: Job, timers: Timers, log: Log): () => Promise<void> {
  let underWay = Promise.resolve()
  let isEnded = false
  let cancel = timers.after(everyMs, tick)
  async function runOnce(): Promise<void> {
    try {
      await run()
    } catch (error) {
      log.error({ err: error }, failure)
    }
    if (!isEnded) cancel = timers.after(everyMs, tick)
  }
  function tick(): void {
    underWay = runOnce()
  }
  return async () => {
    isEnded = true
    cancel()
    await underWay
  }
}
