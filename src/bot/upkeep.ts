import type { Network } from '../network/network.ts'
import type { Questions } from '../network/questions/questions.ts'
import type { Conversation } from './conversation.ts'
import type { Job } from './jobs.ts'
import type { Messaging } from './messaging.ts'

interface Parts {
  network: Network
  questions: Questions
  messaging: Messaging
  conversation: Conversation
  forgetStrangers: (now: Temporal.Instant) => Promise<void>
  now: () => Temporal.Instant
}

const minuteMs = 60_000
const hourMs = 60 * minuteMs

/** What has to be done again and again for the whole to stay as it should. Each by itself: where one fails, the others go on. */
export function createUpkeep({ network, questions, messaging, conversation, forgetStrangers, now }: Parts) {
  const { tell, thankMembers, tellPartners, tellAdvisers, personalReminders, reminders, deliveries } = messaging
  const { cardUpdates, askedCounts } = conversation

  const job = (everyMs: number) => (failure: string, run: (now: Temporal.Instant) => Promise<unknown>) => ({
    failure,
    everyMs,
    run: () => run(now()),
  })
  const eachMinute = job(minuteMs)
  // Often enough that a bot which is started anew each day still tidies.
  const eachQuarterDay = job(6 * hourMs)

  const tending: Job[] = [
    eachMinute('tending the network failed', network.tend),
    eachMinute('reminding those invited failed', (at) => network.invitations.remind(tell.invitations, at)),
    eachMinute('thanking failed', thankMembers),
    eachMinute('telling partners failed', tellPartners),
    eachMinute('telling advisers failed', tellAdvisers),
    eachMinute('sending announcements failed', (at) => network.announcements.tend(tell.announcements, at)),
    eachMinute('counting what was asked failed', askedCounts.write),
  ]
  const tidying: Job[] = [
    eachQuarterDay('tidying the network failed', network.tidy),
    eachQuarterDay('forgetting strangers failed', forgetStrangers),
    eachQuarterDay('tidying questions failed', questions.tidy),
    eachQuarterDay('tidying personal reminders failed', personalReminders.tidy),
    eachQuarterDay('tidying the outbox failed', reminders.tidy),
    eachQuarterDay('tidying sent cards failed', cardUpdates.tidy),
    eachQuarterDay('tidying what conversations remember failed', conversation.tidyMemory),
    eachQuarterDay('tidying deliveries failed', deliveries.tidy),
    eachQuarterDay('tidying counts failed', askedCounts.tidy),
  ]
  return {
    jobs: [...tending, ...tidying],
    /** What time brings about, at this instant. */
    tend: () => inOrder(tending),
    /** Deletes what is kept no longer. */
    tidy: () => inOrder(tidying),
  }
}

async function inOrder(jobs: readonly Job[]): Promise<void> {
  for (const { run } of jobs) await run()
}
