/**
 * What changed, for those parts of the bot that plan by it. Told at least once for each change, also when a process
 * dies right after writing, so what listens must not mind hearing it again.
 */
export type NetworkEvent =
  /** Time, place, status or the like of the gathering; or it is not known what. */
  | { kind: 'gathering-changed'; gatheringId: string }
  | { kind: 'registrations-changed'; gatheringId: string; memberIds: readonly string[] }

/** Null where nobody listens, as on the command line: what changes there is told by a running bot, or the next one. */
export type MaybeListener = Listener | null

interface Listener {
  changed(event: NetworkEvent): Promise<void>
  /** A listener failed. The change holds, and is told again by and by. */
  failed(error: unknown, event: NetworkEvent): void
}
