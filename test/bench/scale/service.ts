import type { Delivery, Message } from '../../../src/reminders/message.ts'
import { createLimiter, TEAMS_LIMITS } from '../../support/teams-limits.ts'
import { personIndex } from './population.ts'
import type { VirtualTime } from './virtual-time.ts'

/** Teams, as far as it matters here: its limit a tenant, time on the wire, an outage. */
export interface Service {
  sendFor(owner: object): (message: Message) => Promise<Delivery>
  /** Persons whom a message reached. */
  reached(): number
  repeated(): number
  throttled(): number
  refused(): number
  /** When the last person was reached first. */
  lastAt(): number
}

interface Options {
  persons: number
  isDown: (now: number) => boolean
  /** There and back. */
  latencyMs: () => number
}

/** A service that is down answers 503 at once, which is the hardest for who tries again. */
export function createService(time: VirtualTime, { persons, isDown, latencyMs }: Options): Service {
  const arrivals = new Uint8Array(persons)
  const limiter = createLimiter({ tenant: TEAMS_LIMITS.tenant ?? [] })
  let reached = 0
  let repeated = 0
  let throttled = 0
  let refused = 0
  let lastAt = 0

  function arrive({ tenantId, personId }: Message): Delivery {
    if (isDown(time.now())) {
      refused++
      return { kind: 'failed', retryable: true, status: 503 }
    }
    const wait = limiter.take({ operation: 'send', tenantId, conversationId: personId }, time.now())
    if (wait > 0) {
      throttled++
      return { kind: 'throttled', retryAfterMs: wait * 1_000 }
    }
    const index = personIndex(personId)
    if (arrivals[index] === 0) {
      reached++
      lastAt = time.now()
    } else repeated++
    arrivals[index] = 1
    return { kind: 'delivered' }
  }

  return {
    sendFor: (owner) => (message) =>
      new Promise((resolve) => {
        const latency = latencyMs()
        time.at(time.now() + latency / 2, wire, () => {
          const delivery = arrive(message)
          time.at(time.now() + latency / 2, owner, () => resolve(delivery))
        })
      }),
    reached: () => reached,
    repeated: () => repeated,
    throttled: () => throttled,
    refused: () => refused,
    lastAt: () => lastAt,
  }
}

const wire = {}
