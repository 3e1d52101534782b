import type { Log } from '../log.ts'
import { toDate } from '../store/instants.ts'
import { GIVE_UP_AFTER_MS, MAX_STRIKES, PROBE_CAP_MS, RETRY_CAP_MS, retryDelayMs } from './health.ts'
import type { HeldLane } from './held-lane.ts'
import type { Marks } from './marks.ts'
import { type Delivery, SEND_TIMEOUT_MS, type Send, toMessage } from './message.ts'
import type { Outcome, ReminderMetrics } from './metrics.ts'
import type { Mark, Outbox } from './outbox.ts'
import type { Parcel } from './parcel.ts'
import { promisedAtOf, type Row } from './row.ts'
import type { SettingsStore } from './settings.ts'
import type { SharedChat } from './shared-chat.ts'
import type { Timers } from './timers.ts'
import type { World } from './world.ts'

export interface DeliverDependencies {
  send: Send
  marks: Marks
  outbox: Pick<Outbox, 'hurry'>
  settings: Pick<SettingsStore, 'forgetChats'>
  world: Pick<World, 'markUnreachable'>
  metrics: ReminderMetrics
  now: () => Temporal.Instant
  random: () => number
  timers: Timers
  log: Log
}

/** A throttled message waits up to this much longer than it was told to, so that not all return at once. */
const THROTTLE_JITTER_MS = 1_000

/** Sends one message of a lane, and resolves when the outbox knows what became of it. */
export function createDeliver(dependencies: DeliverDependencies) {
  const { marks, outbox, settings, world, metrics, now, random, log } = dependencies

  function count(rows: readonly Row[], outcome: Outcome): void {
    for (const row of rows) metrics.count(outcome, row.kind)
  }

  async function delivered(lane: HeldLane, rows: readonly Row[], keys: readonly string[], at: number): Promise<void> {
    lane.pace.succeeded()
    const success = lane.health.succeeded(at)
    await marks.write(keys, { state: 'sent', at: new Date(at) })
    count(rows, 'sent')
    for (const row of rows) metrics.late(Math.max(0, at - promisedAtOf(row)) / 1_000)
    // What failed before this process was there may wait for long.
    if (success !== 'again') {
      if (success === 'recovered') log.info({ tenantId: lane.tenantId }, 'the service answers again')
      await outbox.hurry(lane.tenantId, new Date(at))
    }
  }

  /** The person is looked for in their own chat. A chat with others that does not take it says nothing of them. */
  async function refusedIn(
    { group }: SharedChat,
    { personId, rows }: Parcel,
    keys: readonly string[],
    status?: number,
  ) {
    log.info({ personId, status }, 'a chat with others refused a message')
    await settings.forgetChats({ group, personId })
    const tried = { at: toDate(now()), strike: false, ...(status !== undefined && { status }) }
    await marks.write(keys, { state: 'due', tried })
    count(rows, 'retried')
  }

  async function unreachable(
    { personId, rows }: Parcel,
    keys: readonly string[],
    reason: string,
    status: number | undefined,
  ) {
    log.warn({ personId, reason, status }, 'person is unreachable')
    await world.markUnreachable(personId, reason, now())
    const at = toDate(now())
    await marks.write(keys, {
      state: 'unreachable',
      reason: 'refused',
      at,
      tried: true,
      ...(status !== undefined && { status }),
    })
    count(rows, 'unreachable')
  }

  /** A failure that may pass: later again, unless it speaks against the message itself or is no longer worth it. */
  function markAfterFailure(lane: HeldLane, row: Row, status: number | undefined, at: number): Mark {
    const strike = row.tries === 0 || lane.health.isStrike(row.lastAt?.getTime() ?? 0)
    const withStatus = status === undefined ? {} : { status }
    if (row.strikes + (strike ? 1 : 0) >= MAX_STRIKES || at - promisedAtOf(row) > GIVE_UP_AFTER_MS) {
      return { state: 'failed', reason: 'tries-used-up', at: new Date(at), tried: true, ...withStatus }
    }
    const again = new Date(at + retryDelayMs(row.tries, random, lane.health.isSilent(at) ? PROBE_CAP_MS : RETRY_CAP_MS))
    return { state: 'due', later: { at: again, reason: 'retry' }, tried: { at: new Date(at), strike, ...withStatus } }
  }

  async function failed(lane: HeldLane, rows: readonly Row[], status: number | undefined, at: number): Promise<void> {
    const wasDown = lane.health.isDown()
    lane.health.failed(at)
    if (lane.health.isDown() && !wasDown) log.warn({ tenantId: lane.tenantId, status }, 'the service does not answer')
    await Promise.all(
      rows.map(async (row) => {
        const mark = markAfterFailure(lane, row, status, at)
        await marks.write([row._id], mark)
        metrics.count(mark.state === 'failed' ? 'failed' : 'retried', row.kind)
      }),
    )
  }

  return async (lane: HeldLane, parcel: Parcel): Promise<void> => {
    const { rows, chat } = parcel
    const delivery = await attempt(parcel, dependencies)
    const at = now().epochMilliseconds
    const keys = rows.map((row) => row._id)
    if (chat !== null && isFinal(delivery)) return refusedIn(chat, parcel, keys, delivery.status)
    switch (delivery.kind) {
      case 'delivered':
        return delivered(lane, rows, keys, at)
      case 'throttled': {
        const whose = lane.pace.throttled(parcel.conversation, delivery.retryAfterMs, at)
        log.info({ tenantId: lane.tenantId, whose, retryAfterMs: delivery.retryAfterMs }, 'throttled')
        const again = new Date(at + delivery.retryAfterMs + Math.ceil(random() * THROTTLE_JITTER_MS))
        const tried = { at: new Date(at), strike: false, status: 429 }
        await marks.write(keys, { state: 'due', later: { at: again, reason: 'throttled' }, tried })
        return count(rows, 'throttled')
      }
      case 'pointless':
        await marks.write(keys, { state: 'dropped', reason: 'nothing-to-say', at: new Date(at), tried: false })
        return count(rows, 'dropped')
      case 'unreachable':
        return unreachable(parcel, keys, delivery.reason, delivery.status)
      case 'failed': {
        if (delivery.retryable) return failed(lane, rows, delivery.status, at)
        const withStatus = delivery.status === undefined ? {} : { status: delivery.status }
        await marks.write(keys, { state: 'failed', reason: 'refused', at: new Date(at), tried: true, ...withStatus })
        return count(rows, 'failed')
      }
    }
  }
}

function isFinal(delivery: Delivery): delivery is Delivery & { kind: 'unreachable' | 'failed' } {
  return delivery.kind === 'unreachable' || (delivery.kind === 'failed' && !delivery.retryable)
}

async function attempt(
  { personId, rows, chat }: Parcel,
  { send, timers, log }: DeliverDependencies,
): Promise<Delivery> {
  let cancel = () => {}
  const timeout = new Promise<Delivery>((resolve) => {
    cancel = timers.after(SEND_TIMEOUT_MS, () => resolve({ kind: 'failed', retryable: true }))
  })
  try {
    return await Promise.race([send(toMessage(personId, rows, chat)), timeout])
  } catch (error) {
    log.error({ err: error, personId, keys: rows.map((row) => row._id) }, 'sending threw')
    return { kind: 'failed', retryable: true }
  } finally {
    cancel()
  }
}
