import type { Log } from '../log.ts'
import type { NetworkEvent } from '../network/events.ts'
import type { Timers } from '../reminders/timers.ts'
import type { Proactive } from './proactive.ts'
import type { PlainReply } from './reply.ts'
import { conversationOf, type SentCard, type SentCards } from './sent-cards.ts'

/** Changes that come close after each other are shown together; and no message changes more often. */
const togetherMs = 3_000
/** How often a change that failed is tried again before it is left to the next one. */
const mostTries = 4
const retryMs = 15_000

export interface CardUpdateDependencies {
  sentCards: SentCards
  /** The card as it would be sent now; null when there is nothing left to show. */
  current: (card: SentCard) => Promise<PlainReply | null>
  proactive: Pick<Proactive, 'update'>
  /** Milliseconds until one more may be written to this conversation; 0 is now, and counts it. */
  admit: (tenantId: string, conversation: string) => number
  throttled: (tenantId: string, conversation: string, retryAfterMs: number) => void
  timers: Timers
  now: () => Temporal.Instant
  log: Log
}

export type CardUpdates = ReturnType<typeof createCardUpdates>

/** When to look at the cards of a gathering, in milliseconds; at whose; and how often it went wrong. */
interface Due {
  at: number
  whose: 'groups' | 'all'
  tries: number
}

type Outcome = { kind: 'done' } | { kind: 'wait'; ms: number } | { kind: 'failed' }

/**
 * Brings cards that were sent up to date when their gatherings change. Any number of processes may do so at once. It
 * may fail without harm: who presses an old card still gets what is true.
 */
export function createCardUpdates(dependencies: CardUpdateDependencies) {
  const { sentCards, current, proactive, admit, throttled, timers, now, log } = dependencies
  const due = new Map<string, Due>()
  let running = Promise.resolve()
  let cancelTimer = () => {}
  let isStopped = false

  function plan(gatheringId: string, inMs: number, whose: Due['whose'], tries = 0): void {
    if (isStopped) return
    const wanted = { at: now().epochMilliseconds + inMs, whose, tries }
    const planned = due.get(gatheringId)
    const first = planned === undefined || planned.at > wanted.at ? wanted : planned
    due.set(gatheringId, { ...first, whose: planned?.whose === 'all' ? 'all' : whose })
    arm()
  }

  function arm(): void {
    cancelTimer()
    if (isStopped || due.size === 0) return
    const next = Math.min(...[...due.values()].map(({ at }) => at))
    cancelTimer = timers.after(Math.max(0, next - now().epochMilliseconds), () => {
      void passOnce()
    })
  }

  /** One gathering after the other: nobody waits for it, and others have the rate. */
  function passOnce(): Promise<void> {
    running = running.then(async () => {
      const at = now().epochMilliseconds
      for (const [gatheringId, planned] of [...due]) {
        if (planned.at > at || isStopped) continue
        due.delete(gatheringId)
        await bringUpToDate(gatheringId, planned).catch((error: unknown) => {
          log.error({ err: error, gatheringId }, 'cards could not be brought up to date')
        })
      }
      arm()
    })
    return running
  }

  async function bringUpToDate(gatheringId: string, { whose, tries }: Due): Promise<void> {
    let hasFailed = false
    for (const card of await sentCards.of(gatheringId, whose)) {
      const outcome = await update(card)
      if (outcome.kind === 'wait') return plan(gatheringId, outcome.ms, whose, tries)
      if (outcome.kind === 'failed') hasFailed = true
    }
    if (hasFailed && tries < mostTries) plan(gatheringId, retryMs * 2 ** tries, whose, tries + 1)
  }

  async function update(card: SentCard): Promise<Outcome> {
    const reply = await current(card)
    if (reply === null) {
      await sentCards.forget(card)
      return { kind: 'done' }
    }
    const state = reply.kind === 'card' ? reply.shows?.state : undefined
    if (state === undefined || state === card.state) return { kind: 'done' }
    const restMs = card.changedAt.getTime() + togetherMs - now().epochMilliseconds
    if (restMs > 0) return { kind: 'wait', ms: restMs }
    const conversation = conversationOf(card)
    const waitMs = admit(card.tenantId, conversation)
    if (waitMs > 0) return { kind: 'wait', ms: waitMs }
    if (!(await sentCards.claim(card, state, now().subtract({ milliseconds: togetherMs }), now()))) {
      return { kind: 'done' }
    }
    return send(card, state, reply, conversation)
  }

  async function send(card: SentCard, state: string, reply: PlainReply, conversation: string): Promise<Outcome> {
    const delivery = await proactive.update(card.reference, card.activityId, reply)
    switch (delivery.kind) {
      case 'delivered':
        return { kind: 'done' }
      case 'unreachable':
        // The message is deleted, or the bot was taken out: it is not tried again.
        await sentCards.forget(card)
        return { kind: 'done' }
      case 'throttled':
        throttled(card.tenantId, conversation, delivery.retryAfterMs)
        await sentCards.giveBack(card, state)
        return { kind: 'wait', ms: delivery.retryAfterMs }
      case 'failed':
        log.warn({ activityId: card.activityId, status: delivery.status }, 'a sent card could not be changed')
        if (!delivery.retryable) return { kind: 'done' }
        await sentCards.giveBack(card, state)
        return { kind: 'failed' }
    }
  }

  return {
    /** Something of the gathering changed: its cards follow within seconds. */
    changed: ({ kind, gatheringId }: NetworkEvent): void =>
      plan(gatheringId, togetherMs, kind === 'registrations-changed' ? 'groups' : 'all'),

    /** What changed while no process ran. */
    async start(): Promise<void> {
      for (const gatheringId of await sentCards.gatheringIds()) plan(gatheringId, 0, 'all')
    },

    /** All that is due at this instant. */
    passOnce,

    tidy: (): Promise<void> => sentCards.tidy(now()),

    async stop(): Promise<void> {
      isStopped = true
      cancelTimer()
      await running
    },
  }
}
