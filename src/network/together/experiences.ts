import type { Database } from '../../store/database.ts'
import { toDate } from '../../store/instants.ts'
import type { Changes } from '../changes.ts'
import { type Member, personsOf } from '../member.ts'
import type { Members } from '../members.ts'
import type { PersonalData } from '../privacy.ts'
import { type Experience, type ExperienceFields, experiencesDefinition } from './experience.ts'

/** The latest are looked through; a network of a county has hardly more. */
const mostSearched = 1000

/** An experience and the member who shared it. */
export interface Shared {
  experience: Experience
  /** Null: they have left, and so others do not see it. */
  sharer: Member | null
}

interface Dependencies {
  database: Database
  members: Pick<Members, 'of' | 'ofPersons' | 'personIdsOf'>
  changes: Pick<Changes, 'recordChange'>
}

export type Experiences = ReturnType<typeof createExperiences>

/** What members did and learnt. Others see it for as long as who shared it is a member, and no adviser has hidden it. */
export function createExperiences({ database, members, changes }: Dependencies) {
  const experiences = database.collection(experiencesDefinition)

  async function shared(found: readonly Experience[]): Promise<Shared[]> {
    const known = await members.ofPersons(found.map(({ personId }) => personId))
    return found.map((experience) => ({ experience, sharer: known.get(experience.personId) ?? null }))
  }

  async function find(experienceId: string): Promise<Shared | null> {
    const found = await experiences.findOne({ _id: experienceId })
    const [one] = found ? await shared([found]) : []
    return one ?? null
  }

  /** The latest first; with those that others do not see, for advisers. */
  async function all(): Promise<Shared[]> {
    return shared(await experiences.find({}, { sort: { at: -1, _id: 1 }, limit: mostSearched }))
  }

  const personalData: PersonalData = {
    name: 'experiences',
    async everythingAbout(personId) {
      const found = await experiences.find({ personId }, { sort: { at: 1 } })
      return found.length === 0 ? null : found
    },
    async forget(personId) {
      await experiences.deleteMany({ personId })
    },
  }

  return {
    find,
    all,
    personalData,

    visible: async (): Promise<Shared[]> => (await all()).filter(isVisible),

    /** Ids of members who shared something about a programme and may be contacted about it. */
    async experiencedIn(topic: string): Promise<ReadonlySet<string>> {
      const found = await shared(await experiences.find({ topic, mayContact: true }))
      return new Set(found.filter(isVisible).flatMap(({ sharer }) => sharer?._id ?? []))
    },

    /** From all accounts of a person, the latest first. */
    async mine(personId: string): Promise<Shared[]> {
      const personIds = await members.personIdsOf(personId)
      return shared(await experiences.find({ personId: { $in: personIds } }, { sort: { at: -1, _id: 1 } }))
    },

    /** Shares it, or changes what this person shared. Null: they are no member, or it is somebody else's. */
    async save(
      personId: string,
      experienceId: string,
      fields: ExperienceFields,
      now: Temporal.Instant,
    ): Promise<'shared' | 'changed' | null> {
      const member = await members.of(personId)
      if (member === null) return null
      const at = toDate(now)
      const { municipality } = member
      const fresh = { _id: experienceId, personId, ...fields, municipality, at, updatedAt: at, hiddenAt: null }
      if ((await experiences.insertMissing([fresh])) === 1) return 'shared'
      const { matchedCount } = await experiences.updateOne(
        { _id: experienceId, personId: { $in: personsOf(member) } },
        { $set: { ...fields, updatedAt: at } },
      )
      return matchedCount === 1 ? 'changed' : null
    },

    /** By who shared it. */
    async remove(personId: string, experienceId: string): Promise<boolean> {
      const personIds = await members.personIdsOf(personId)
      return (await experiences.deleteOne({ _id: experienceId, personId: { $in: personIds } })) === 1
    },

    /** An adviser takes it out of what others see, or lets them see it again. */
    async setHidden(by: string, experienceId: string, isHidden: boolean, now: Temporal.Instant): Promise<boolean> {
      const { modifiedCount } = await experiences.updateOne(
        { _id: experienceId, hiddenAt: isHidden ? null : { $type: 'date' } },
        { $set: { hiddenAt: isHidden ? toDate(now) : null } },
      )
      if (modifiedCount === 0) return false
      await changes.recordChange(
        by,
        { kind: 'experience', id: experienceId },
        { isHidden: !isHidden },
        { isHidden },
        now,
      )
      return true
    },

    /** By an adviser. The log does not keep the words. */
    async removeAsAdviser(by: string, experienceId: string, now: Temporal.Instant): Promise<boolean> {
      if ((await experiences.deleteOne({ _id: experienceId })) === 0) return false
      await changes.recordChange(by, { kind: 'experience', id: experienceId }, {}, null, now)
      return true
    },
  }
}

/** To other members. */
export function isVisible({ experience, sharer }: Shared): boolean {
  return sharer !== null && experience.hiddenAt === null
}

export function isSharedBy({ experience, sharer }: Shared, personId: string): boolean {
  return experience.personId === personId || (sharer !== null && personsOf(sharer).includes(personId))
}
