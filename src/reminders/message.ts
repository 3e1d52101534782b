import type { Kind } from './kinds.ts'
import { type Row, tenantOf } from './row.ts'
import type { SharedChat } from './shared-chat.ts'

/** What one person gets at once. `rows` are in order of urgency; what they say is made from their kinds and ids. */
export interface Message {
  tenantId: string
  personId: string
  /** Null: their own. */
  chat: SharedChat | null
  rows: readonly MessageRow[]
}

export interface MessageRow {
  /** For the card's "later" and "done". */
  key: string
  about: string
  kind: Kind
  data: Readonly<Record<string, string>>
  dueAt: Temporal.Instant
  expiresAt: Temporal.Instant
}

export type Delivery =
  | { kind: 'delivered'; activityId?: string }
  | { kind: 'throttled'; retryAfterMs: number }
  /** 403, 404, blocked, no conversation known: not tried again until the person writes. */
  | { kind: 'unreachable'; reason: string; status?: number }
  | { kind: 'failed'; retryable: boolean; status?: number }
  /** By now there is nothing to say. */
  | { kind: 'pointless' }

/** Should give up by itself before {@link SEND_TIMEOUT_MS}. What it throws counts as a failure that may pass. */
export type Send = (message: Message) => Promise<Delivery>

/** Shorter: a slow answer is taken for a failure, and the message comes twice. Longer: a dead connection holds its lane up. */
export const SEND_TIMEOUT_MS = 15_000

export function toMessage(personId: string, rows: readonly Row[], chat: SharedChat | null = null): Message {
  return {
    tenantId: tenantOf(personId),
    personId,
    chat,
    rows: rows.map(({ _id, about, kind, data, dueAt, expiresAt }) => ({
      key: _id,
      about,
      kind,
      data,
      dueAt: dueAt.toTemporalInstant(),
      expiresAt: expiresAt.toTemporalInstant(),
    })),
  }
}
