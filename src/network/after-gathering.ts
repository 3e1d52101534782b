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

/** Where nobody was ticked off of those who came in the same way, in person or online, all who had a seat count as present. */
export function presentAt({ registrations }: Gathering): Registration[] {
  const seated = registrations.filter(({ state }) => state === 'registered')
  const seen = seated.filter(({ attendedAt }) => attendedAt !== null)
  const waysSeen = new Set(seen.map(({ attendance }) => attendance))
  return seated.filter(({ attendance, attendedAt }) => attendedAt !== null || !waysSeen.has(attendance))
}
