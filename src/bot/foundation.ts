import type { Config } from '../config.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import type { Advisers } from '../network/advisers.ts'
import type { Network } from '../network/network.ts'
import type { Questions } from '../network/questions/questions.ts'
import type { Quiet } from '../reminders/quiet.ts'
import type { Database } from '../store/database.ts'
import type { Surroundings } from '../surroundings.ts'
import type { Connector } from '../teams/connector.ts'

/** What all parts of the bot stand on. */
export interface Foundation {
  config: Config
  surroundings: Surroundings
  database: Database
  /** Of this moment: it answers from changed content as soon as that is taken over. */
  knowledge: Knowledge
  network: Network
  advisers: Advisers
  questions: Questions
  connect: Connector
}

/** When people are left in peace, if they have not chosen otherwise. */
export function quietTimesOf({ quietHours, timeZone }: Config): Quiet & { timeZone: string } {
  return { hours: quietHours, daysOff: quietHours !== null, timeZone }
}
