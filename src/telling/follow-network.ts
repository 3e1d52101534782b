import type { NetworkEvent } from '../network/events.ts'
import type { Network } from '../network/network.ts'
import type { Reminders } from '../reminders/reminders.ts'
import { toDate } from '../store/instants.ts'

/** Each time that something changes in the network, plans its reminders anew and tells those whom it concerns. */
export function followNetwork(
  { planning }: Network,
  reminders: Reminders,
  now: () => Temporal.Instant,
): (event: NetworkEvent) => Promise<void> {
  async function replan(event: NetworkEvent): Promise<void> {
    if (event.kind === 'gathering-changed') return reminders.replan(event.gatheringId)
    const personIds = await planning.personIdsOf(event.memberIds)
    if (personIds.length > 0) await reminders.replan(event.gatheringId, personIds)
  }

  /** With `memberIds` of their seats alone. */
  async function tellOfSeats(gatheringId: string, memberIds?: readonly string[]): Promise<void> {
    const notices = await planning.seatNotices(gatheringId, now(), memberIds)
    await reminders.post(
      notices.map(({ key, kind, personId, from, at, expiresAt }) => ({
        key,
        kind,
        personId,
        about: `seats:${gatheringId}`,
        data: {
          gatheringId,
          ...(kind === 'seat-offered' ? { until: expiresAt.toString() } : {}),
          ...(from === undefined ? {} : { from }),
        },
        dueAt: toDate(at),
        expiresAt: toDate(expiresAt),
      })),
    )
  }

  async function tellOfGathering(gatheringId: string): Promise<void> {
    const notices = await planning.gatheringNotices(gatheringId, now())
    await reminders.post(
      notices.map(({ key, kind, personId, newsId, expiresAt }) => ({
        key,
        kind,
        personId,
        about: `news:${gatheringId}`,
        data: { gatheringId, newsId },
        dueAt: toDate(now()),
        expiresAt: toDate(expiresAt),
      })),
    )
  }

  return async (event) => {
    const { gatheringId } = event
    const memberIds = event.kind === 'registrations-changed' ? event.memberIds : undefined
    const isMoreChanged = event.kind === 'gathering-changed'
    await Promise.all([
      replan(event),
      tellOfSeats(gatheringId, memberIds),
      ...(isMoreChanged ? [tellOfGathering(gatheringId)] : []),
    ])
  }
}
