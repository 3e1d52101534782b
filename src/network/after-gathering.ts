import { toDate } from '../store/instants.ts'
import type { Changes } from './changes.ts'
import { type Gathering, type Material, type Registration, registrationOf } from './gathering.ts'
import type { Gatherings } from './gatherings.ts'
import type { Members } from './members.ts'
import { isAfter } from './times.ts'

/** Later than this nobody is thanked: a bot that comes back after a long time does not surprise people. */
const daysToThank = 14

interface Dependencies {
  gatherings: Gatherings
  members: Members
  changes: Pick<Changes, 'recordChange'>
}

export type AfterGathering = ReturnType<typeof createAfterGathering>

/** How a gathering was for one who was registered. */
export interface Aftermath {
  gathering: Gathering
  wasPresent: boolean
}

/** What remains to be done when a gathering is over. */
export function createAfterGathering({ gatherings, members, changes }: Dependencies) {
  return {
    /** Gatherings that are over, whose registered wait for a word. */
    unthanked: (now: Temporal.Instant): Promise<Gathering[]> =>
      gatherings.endedUnthanked(toDate(now.subtract({ hours: daysToThank * 24 })), toDate(now)),

    /** Persons who had a seat until the end, and can be written to. */
    async participants({ registrations }: Gathering): Promise<string[]> {
      const seated = registrations.filter(({ state }) => state === 'registered').map(({ memberId }) => memberId)
      return (await members.findMany(seated)).flatMap(({ personId, status }) =>
        personId === null || status === 'left' ? [] : [personId],
      )
    },

    async markThanked(gatheringId: string, now: Temporal.Instant): Promise<void> {
      await gatherings.change(
        gatheringId,
        (gathering) => (gathering.thankedAt === null ? { ...gathering, thankedAt: toDate(now) } : gathering),
        now,
      )
    },

    /** Null: it is not over, did not take place, or they had no seat. */
    async of(gatheringId: string, personId: string, now: Temporal.Instant): Promise<Aftermath | null> {
      const [gathering, member] = await Promise.all([gatherings.find(gatheringId), members.of(personId)])
      const mine = gathering && member && registrationOf(gathering, member._id)
      if (!gathering || !mine || !tookPlace(gathering, now) || mine.state !== 'registered') return null
      return { gathering, wasPresent: presentAt(gathering).includes(mine) }
    },

    /** Who was not ticked off says that they were there. Refused as {@link of} is. */
    async countIn(gatheringId: string, personId: string, now: Temporal.Instant): Promise<Gathering | null> {
      const member = await members.of(personId)
      let isCounted = false
      const after = await gatherings.change(
        gatheringId,
        (gathering) => {
          const mine = member && registrationOf(gathering, member._id)
          isCounted = mine?.state === 'registered' && tookPlace(gathering, now)
          if (!isCounted || mine === null || mine.attendedAt !== null) return gathering
          const ticked = { ...mine, attendedAt: toDate(now) }
          return { ...gathering, registrations: gathering.registrations.map((each) => (each === mine ? ticked : each)) }
        },
        now,
      )
      return isCounted ? after : null
    },

    /** The links to presentations and the like take the place of those that were there. */
    async setMaterials(
      by: string,
      gatheringId: string,
      materials: readonly Material[],
      now: Temporal.Instant,
    ): Promise<Gathering | null> {
      let before: readonly Material[] = []
      const after = await gatherings.change(
        gatheringId,
        (gathering) => {
          before = gathering.materials
          return { ...gathering, materials: [...materials] }
        },
        now,
      )
      const subject = { kind: 'gathering', id: gatheringId } as const
      if (after !== null) await changes.recordChange(by, subject, { materials: before }, { materials }, now)
      return after
    },
  }
}

export function tookPlace({ status, endsAt }: Gathering, now: Temporal.Instant): boolean {
  return (status === 'published' || status === 'closed') && !isAfter(endsAt, now)
}

/**
 * Ticks tell who was there only when at least half were ticked off of those who came in the same way, in person or online:
 * with fewer the ticking was hardly done, and all who had a seat count as present.
 */
export function presentAt({ registrations }: Gathering): Registration[] {
  const seated = registrations.filter(({ state }) => state === 'registered')
  const isTicked = ({ attendedAt }: Registration) => attendedAt !== null
  const byWay = [...Map.groupBy(seated, ({ attendance }) => attendance).values()]
  return byWay.flatMap((some) => {
    const ticked = some.filter(isTicked)
    return ticked.length * 2 >= some.length ? ticked : some
  })
}
