import type { NetworkEvent } from './network/events.ts'
import type { Network } from './network/network.ts'
import type { Reminders } from './reminders/reminders.ts'

/** Each time that something changes in the network, plans its reminders anew and tells those whom it concerns. */
export function followNetwork(
  { planning, gatherings }: Network,
  reminders: Reminders,
  now: () => Temporal.Instant,
): (event: NetworkEvent) => Promise<void> {
  async function replan(event: NetworkEvent): Promise<void> {
    if (event.kind === 'gathering-changed') return reminders.replan(event.gatheringId)
    const personIds = await planning.personIdsOf(event.memberIds)
    await Promise.all(personIds.map((personId) => reminders.replan(event.gatheringId, personId)))
  }

  async function tellOfSeats(gatheringId: string): Promise<void> {
    const notices = await planning.seatNotices(gatheringId, now())
    await reminders.post(
      notices.map(({ key, kind, personId, at, expiresAt }) => ({
        key,
        kind,
        personId,
        about: `seats:${gatheringId}`,
        data: { gatheringId, ...(kind === 'seat-offered' ? { until: expiresAt.toString() } : {}) },
        dueAt: dateOf(at),
        expiresAt: dateOf(expiresAt),
      })),
    )
  }

  /** Those who registered before its time was set again, or before it was called off. */
  async function tellOfGathering(gatheringId: string): Promise<void> {
    const planned = await planning.gathering(gatheringId)
    const gathering = await gatherings.find(gatheringId)
    if (planned === null || gathering === null || gathering.status === 'draft') return
    const kind = gathering.status === 'called-off' ? 'gathering-called-off' : 'gathering-changed'
    const version = kind === 'gathering-called-off' ? 'called-off' : planned.timeSetAt.toString()
    const concerned = planned.attendees.filter(
      ({ since }) => kind === 'gathering-called-off' || Temporal.Instant.compare(since, planned.timeSetAt) < 0,
    )
    await reminders.post(
      concerned.map(({ personId }) => ({
        key: `${kind}:${gatheringId}:${personId}:${version}`,
        kind,
        personId,
        about: `news:${gatheringId}`,
        data: { gatheringId },
        dueAt: dateOf(now()),
        expiresAt: gathering.endsAt,
      })),
    )
  }

  return async (event) => {
    await replan(event)
    if (event.kind === 'gathering-changed') await tellOfGathering(event.gatheringId)
    await tellOfSeats(event.gatheringId)
  }
}

function dateOf(instant: Temporal.Instant): Date {
  return new Date(instant.epochMilliseconds)
}
