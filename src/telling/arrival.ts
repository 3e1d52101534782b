import type { Quiet } from '../reminders/quiet.ts'
import { decide } from '../reminders/settings.ts'
import { expiryOf } from './expiry.ts'

/**
 * When a message to members that is sent at this moment reaches those who keep the network's quiet times.
 * @returns null: at once
 */
export function heldUntil(at: Temporal.Instant, quiet: Quiet & { timeZone: string }): Temporal.Instant | null {
  const decision = decide({ kind: 'announcement', expiresAt: expiryOf(at) }, undefined, quiet, at)
  return decision.kind === 'postpone' ? decision.until.toTemporalInstant() : null
}
