import { toDate } from '../store/instants.ts'
import type { Changes } from './changes.ts'
import { type Gathering, isActive, type Registration } from './gathering.ts'
import type { Gatherings } from './gatherings.ts'
import { personsOf } from './member.ts'
import type { Members } from './members.ts'
import type { PersonalData } from './privacy.ts'
import type { Registrations } from './registrations.ts'
import { remove } from './seats.ts'

/** How long diet and questions are kept after a gathering: until it has been summed up. */
const daysAfterGathering = 30
/** How long the profile of those who left is kept, for when they come back. */
const daysAfterLeaving = 365

interface Dependencies {
  changes: Pick<Changes, 'forgetMember'>
  gatherings: Gatherings
  members: Members
  registrations: Registrations
  /** What a person gave to the others, for as long as they are one of them. */
  contributions: readonly PersonalData[]
}

export function createTidying({ changes, gatherings, members, registrations, contributions }: Dependencies) {
  /**
   * A registration that was on its way while its member left or was deleted. What leaving cancelled stays, for who
   * comes back.
   */
  async function removeOrphans(gathering: Gathering, now: Temporal.Instant): Promise<void> {
    const found = await members.findMany(gathering.registrations.map(({ memberId }) => memberId))
    const statuses = new Map(found.map(({ _id, status }) => [_id, status]))
    const isOrphan = (registration: Registration) => {
      const status = statuses.get(registration.memberId)
      return status === undefined || (status === 'left' && isActive(registration))
    }
    const orphans = gathering.registrations.filter(isOrphan).map(({ memberId }) => memberId)
    if (orphans.length === 0) return
    await gatherings.change(gathering._id, (current) => orphans.reduce(remove, current), now)
  }

  return {
    async tidy(now: Temporal.Instant): Promise<void> {
      const ended = now.subtract({ hours: daysAfterGathering * 24 })
      for (const { _id } of await gatherings.endedWithDetails(toDate(ended))) {
        await gatherings.change(_id, withoutDetails, now)
      }
      for (const gathering of await gatherings.ahead(now)) await removeOrphans(gathering, now)
      for (const member of await members.leftBefore(toDate(now.subtract({ hours: daysAfterLeaving * 24 })))) {
        const { _id } = member
        for (const personId of personsOf(member)) {
          for (const { forget } of contributions) await forget(personId, now)
        }
        await registrations.forget(_id, now)
        await changes.forgetMember(_id)
        await members.remove(_id)
      }
    },
  }
}

function withoutDetails(gathering: Gathering): Gathering {
  const registrations = gathering.registrations.map((each) => ({
    ...each,
    guest: '',
    diet: '',
    question: '',
    answers: {},
  }))
  return { ...gathering, registrations }
}
