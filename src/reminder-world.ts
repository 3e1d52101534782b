import type { Gathering } from './network/gathering.ts'
import type { Network } from './network/network.ts'
import type { Attendee, World } from './reminders/world.ts'

/** What reminders/ must know of the network, without either room knowing the other. */
export function reminderWorld({ gatherings, members, people }: Network): World {
  async function attendeesOf({ registrations }: Gathering): Promise<Attendee[]> {
    const seated = registrations.filter(({ state }) => state === 'registered')
    const found = await members.findMany(seated.map(({ memberId }) => memberId))
    const personIds = new Map(found.map(({ _id, personId }) => [_id, personId]))
    return seated.flatMap(({ memberId, since }) => {
      const personId = personIds.get(memberId)
      return personId ? [{ personId, since: instantOf(since) }] : []
    })
  }
  return {
    async gathering(id) {
      const gathering = await gatherings.find(id)
      if (gathering === null) return null
      return {
        id,
        revision: gathering.revision,
        startsAt: instantOf(gathering.startsAt),
        timeZone: gathering.timeZone,
        reminders: gathering.reminders,
        takesPlace: gathering.status === 'published' || gathering.status === 'closed',
        attendees: await attendeesOf(gathering),
      }
    },
    async upcomingGatherings(now) {
      const ahead = await gatherings.ahead(now)
      return ahead.filter(({ startsAt }) => startsAt.getTime() > now.epochMilliseconds).map(({ _id }) => _id)
    },
    async unreachable(personIds) {
      const found = await people.findMany(personIds)
      return found.filter(({ unreachable }) => unreachable !== null).map(({ _id }) => _id)
    },
    markUnreachable: (personId, reason, now) => people.markUnreachable(personId, reason, now),
  }
}

function instantOf(date: Date): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(date.getTime())
}
