import { fileURLToPath } from 'node:url'
import { openKnowledge } from './knowledge/knowledge.ts'
import type { Log } from './log.ts'
import { systemTimers, type Timers } from './reminders/timers.ts'
import { openDatabase } from './store/open.ts'

/** What a bot takes from the world around it; a test gives its own. */
export interface Surroundings {
  log: Log
  now: () => Temporal.Instant
  /** From 0 to 1. */
  random: () => number
  /** Ids that nobody can guess. */
  newId: () => string
  timers: Timers
  /** Resolves when those who asked at the start whether the bot is there have had time to be answered. */
  settled: () => Promise<void>
  /** Reaches the language model, where one is set up. */
  fetch: typeof fetch
  openDatabase: typeof openDatabase
  openKnowledge: typeof openKnowledge
  /** Holds what the bot answers from. */
  knowledgeDirectory: string
}

const settleMs = 100

/** This machine's clock, chance and disk. */
export function systemSurroundings(log: Log): Surroundings {
  return {
    log,
    now: () => Temporal.Now.instant(),
    random: Math.random,
    newId: () => crypto.randomUUID(),
    timers: systemTimers,
    settled: () => systemTimers.sleep(settleMs),
    fetch,
    openDatabase,
    openKnowledge,
    knowledgeDirectory: fileURLToPath(new URL('./knowledge', import.meta.url)),
  }
}
