import { z } from 'zod'
import type { CollectionDefinition, Database } from '../store/database.ts'
import { toDate } from '../store/instants.ts'
import { tookPlace } from './after-gathering.ts'
import { type Gathering, registrationOf } from './gathering.ts'
import type { Gatherings } from './gatherings.ts'
import type { Members } from './members.ts'
import type { PersonalData } from './privacy.ts'
import { writerKey } from './questions/records.ts'
import { withoutPersonalDetails } from './questions/scrub.ts'

/** How useful it was, the best first. */
export const usefulness = ['very', 'fairly', 'little', 'not'] as const
export type Usefulness = (typeof usefulness)[number]

/** What one person thinks of one gathering. Who it is cannot be read from it. */
const gatheringFeedbackSchema = z.object({
  /** Gathering and writer: who answers again changes the answer. */
  _id: z.string(),
  gatheringId: z.string(),
  writer: z.string(),
  useful: z.enum(usefulness),
  word: z.string().default(''),
  at: z.date(),
})

type GatheringFeedback = z.infer<typeof gatheringFeedbackSchema>

export const gatheringFeedbackDefinition: CollectionDefinition<GatheringFeedback> = {
  name: 'gatheringFeedback',
  schema: gatheringFeedbackSchema,
  indexes: [
    { name: 'gathering', key: { gatheringId: 1 } },
    { name: 'writer', key: { writer: 1 } },
    { name: 'at', key: { at: 1 } },
  ],
}

/** The words are kept until the next year's gatherings are planned; then only the counts, of nobody. */
const daysWithWords = 365
/** Fewer than these, and one could tell who answered what. */
export const fewestShown = 3

export interface FeedbackSummary {
  answers: number
  /** Null: too few have answered to show it. */
  shown: { counts: Record<Usefulness, number>; words: string[] } | null
}

export type FeedbackOutcome = { ok: true; gathering: Gathering } | { ok: false; reason: 'not-registered' | 'not-over' }

interface Dependencies {
  database: Database
  gatherings: Pick<Gatherings, 'find'>
  members: Pick<Members, 'of'>
  newId: () => string
}

export type GatheringFeedbackRoom = ReturnType<typeof createGatheringFeedback>

/** Two questions to those who were there, and what they answered without who they are. */
export function createGatheringFeedback({ database, gatherings, members, newId }: Dependencies) {
  const feedback = database.collection(gatheringFeedbackDefinition)

  function idOf(gatheringId: string, personId: string): string {
    return `${gatheringId}/${writerKey(personId)}`
  }

  async function whyNot(gatheringId: string, personId: string, now: Temporal.Instant) {
    const [gathering, member] = await Promise.all([gatherings.find(gatheringId), members.of(personId)])
    const mine = gathering && member && registrationOf(gathering, member._id)
    if (gathering === null || mine?.state !== 'registered')
      return { gathering: null, reason: 'not-registered' as const }
    return tookPlace(gathering, now) ? { gathering, reason: null } : { gathering: null, reason: 'not-over' as const }
  }

  return {
    /** The gathering when they may answer. */
    async ask(gatheringId: string, personId: string, now: Temporal.Instant): Promise<FeedbackOutcome> {
      const { gathering, reason } = await whyNot(gatheringId, personId, now)
      return gathering === null ? { ok: false, reason } : { ok: true, gathering }
    },

    /** Again takes the place of what they answered before. */
    async give(
      gatheringId: string,
      personId: string,
      given: { useful: Usefulness; word: string },
      now: Temporal.Instant,
    ): Promise<FeedbackOutcome> {
      const { gathering, reason } = await whyNot(gatheringId, personId, now)
      if (gathering === null) return { ok: false, reason }
      const answer = { useful: given.useful, word: withoutPersonalDetails(given.word), at: toDate(now) }
      const _id = idOf(gatheringId, personId)
      const isFirst =
        (await feedback.insertMissing([{ _id, gatheringId, writer: writerKey(personId), ...answer }])) === 1
      if (!isFirst) await feedback.updateOne({ _id }, { $set: answer })
      return { ok: true, gathering }
    },

    /** What this person answered. */
    async of(gatheringId: string, personId: string): Promise<{ useful: Usefulness; word: string } | null> {
      return feedback.findOne({ _id: idOf(gatheringId, personId) })
    },

    async summary(gatheringId: string): Promise<FeedbackSummary> {
      const all = await feedback.find({ gatheringId })
      if (all.length < fewestShown) return { answers: all.length, shown: null }
      const counts = { very: 0, fairly: 0, little: 0, not: 0 }
      for (const { useful } of all) counts[useful]++
      const words = all.flatMap(({ word }) => (word === '' ? [] : [word])).toSorted()
      return { answers: all.length, shown: { counts, words } }
    },

    /** Of what is old the counts remain, under ids that are nobody's. */
    async tidy(now: Temporal.Instant): Promise<void> {
      const before = toDate(now.subtract({ hours: daysWithWords * 24 }))
      for (const answer of await feedback.find({ at: { $lt: before }, writer: { $ne: '' } })) {
        if ((await feedback.deleteOne({ _id: answer._id })) === 0) continue
        await feedback.insertMissing([{ ...answer, _id: `${answer.gatheringId}/${newId()}`, writer: '', word: '' }])
      }
    },
  }
}

export function gatheringFeedbackPersonalData(database: Database): PersonalData {
  const feedback = database.collection(gatheringFeedbackDefinition)
  return {
    name: 'gatheringFeedback',
    async everythingAbout(personId) {
      const found = await feedback.find({ writer: writerKey(personId) })
      return found.length === 0 ? null : found
    },
    async forget(personId) {
      await feedback.deleteMany({ writer: writerKey(personId) })
    },
  }
}
