import type { Call } from '../knowledge/calls.ts'
import type { Network } from '../network/network.ts'
import { aboutCall, type CallTerms, planCall } from '../reminders/calls/plan.ts'
import type { CallRecord, CallRecords, KnownCall } from '../reminders/calls/records.ts'
import type { Reminders } from '../reminders/reminders.ts'
import { toDate } from '../store/instants.ts'

interface Dependencies {
  /** Calls of the content that can still be applied for. */
  callsAhead: (now: Temporal.Instant) => Call[]
  records: CallRecords
  followers: Network['planning']['followers']
  reminders: Pick<Reminders, 'keep' | 'pendingAbout'>
  terms: CallTerms
  now: () => Temporal.Instant
}

/** People whose rows are planned together. */
const plannedAtOnce = 1_500

/** Tells those who follow a programme of its calls. All of it can be repeated, on any number of processes. */
export function createFollowCalls({ callsAhead, records, followers, reminders, terms, now }: Dependencies) {
  async function plan(call: CallRecord, topics: readonly string[], personId?: string): Promise<void> {
    const found = topics.length > 0 ? await followers(topics, personId) : []
    const at = now()
    async function* planned() {
      for (let first = 0; first < found.length; first += plannedAtOnce) {
        yield planCall(call, found.slice(first, first + plannedAtOnce), terms, at)
      }
    }
    await reminders.keep(aboutCall(call._id), planned, personId)
  }

  return {
    /** The content, or who follows what, may be another than before. */
    async planAll(): Promise<void> {
      const calls = callsAhead(now())
      await records.note(calls.map(known), now())
      const topics = topicsByCall(calls)
      for (const record of await records.ahead(now())) await plan(record, topics.get(record._id) ?? [])
    },

    /** One person may follow other topics than before. */
    async planFor(personId: string): Promise<void> {
      const topics = topicsByCall(callsAhead(now()))
      const pending = new Set(await reminders.pendingAbout(personId))
      for (const record of await records.ahead(now())) {
        const ofCall = topics.get(record._id) ?? []
        const isTheirs = ofCall.length > 0 && (await followers(ofCall, personId)).length > 0
        if (isTheirs || pending.has(aboutCall(record._id))) await plan(record, ofCall, personId)
      }
    },
  }
}

function known({ id, topic, opens, closes }: Call): KnownCall {
  return { id, topic, opens: opens ? toDate(opens) : null, closes: toDate(closes) }
}

/** What can be followed to hear of each call; a call that is in the content no more is nobody's. */
function topicsByCall(calls: readonly Call[]): Map<string, string[]> {
  return new Map(calls.map(({ id, topic, also = [] }) => [id, [topic, ...also].flatMap(withFamilies)]))
}

/** Who follows a family of programmes follows each of them. */
function withFamilies(topic: string): string[] {
  const parts = topic.split('-')
  return parts.map((_, index) => parts.slice(0, index + 1).join('-'))
}
