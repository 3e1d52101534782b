import { z } from 'zod'
import type { CollectionDefinition, Database } from '../store/database.ts'
import { toDate } from '../store/instants.ts'

const changeSchema = z.object({
  _id: z.string(),
  at: z.date(),
  /** The person who made the change. */
  by: z.string(),
  subject: z.object({
    kind: z.enum([
      'gathering',
      'member',
      'registration',
      'message',
      'export',
      'advisers',
      'questions',
      'suggestion',
      'experience',
    ]),
    /** Of a registration the member's, so that it is forgotten with them; of questions the answer or topic they are about. */
    id: z.string(),
    /** Of what is about a gathering: its id. */
    of: z.string().optional(),
  }),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
})

/** What an adviser changed: never altered by the bot but to forget a person. */
export type Change = z.infer<typeof changeSchema>

export const changesDefinition: CollectionDefinition<Change> = {
  name: 'changes',
  schema: changeSchema,
  indexes: [
    { name: 'subject', key: { 'subject.kind': 1, 'subject.id': 1, at: 1 } },
    { name: 'at', key: { at: 1 } },
    { name: 'of', key: { 'subject.of': 1, at: 1 } },
  ],
}

/** Through four gatherings, for who has to account for what was done. */
const daysKept = 730

/** In place of an adviser who has been forgotten. */
const forgotten = 'forgotten'

export type Changes = ReturnType<typeof createChanges>

/** The log of what advisers changed. */
export function createChanges(database: Database, newId: () => string) {
  const changes = database.collection(changesDefinition)

  async function forgetMember(memberId: string): Promise<void> {
    await changes.deleteMany({ 'subject.kind': { $in: ['member', 'registration'] }, 'subject.id': memberId })
    for (const invited of ['before.audience.memberIds', 'after.audience.memberIds']) {
      await changes.updateMany({ [invited]: memberId }, { $pull: { [invited]: memberId } })
    }
  }

  return {
    /** Keeps only those fields that differ. Null before: it is new; null after: it is gone. */
    async recordChange(
      by: string,
      subject: Change['subject'],
      before: object | null,
      after: object | null,
      now: Temporal.Instant,
    ): Promise<void> {
      const [was, is] = differing(before, after)
      if (was === null && is === null) return
      await changes.insertOne({ _id: newId(), at: toDate(now), by, subject, before: was, after: is })
    },

    /** A change with an id of its own: recorded again it is there once. */
    async recordOnce(
      _id: string,
      by: string,
      subject: Change['subject'],
      before: object | null,
      after: object | null,
      now: Temporal.Instant,
    ): Promise<void> {
      const change = { by, subject, before: before && toFields(before), after: after && toFields(after) }
      await changes.insertMissing([{ _id, at: toDate(now), ...change }])
    },

    /** What is recorded of one member is of another from now on. */
    async moveSubject(from: string, to: string): Promise<void> {
      const theirs = { 'subject.kind': { $in: ['member', 'registration'] as const }, 'subject.id': from }
      await changes.updateMany(theirs, { $set: { 'subject.id': to } })
    },

    /** The newest first. */
    of: (subject: Change['subject']): Promise<Change[]> =>
      changes.find({ 'subject.kind': subject.kind, 'subject.id': subject.id }, { sort: { at: -1 } }),

    /** All that was done about a gathering: to it, to who comes, and what was sent and fetched. The newest first. */
    ofGathering: (gatheringId: string, { skip, limit }: { skip: number; limit: number }): Promise<Change[]> =>
      changes.find(
        { $or: [{ 'subject.kind': 'gathering', 'subject.id': gatheringId }, { 'subject.of': gatheringId }] },
        { sort: { at: -1, _id: 1 }, skip, limit },
      ),

    /** Of everything. */
    every: ({ skip, limit }: { skip: number; limit: number }): Promise<Change[]> =>
      changes.find({}, { sort: { at: -1, _id: 1 }, skip, limit }),

    by: (personId: string): Promise<Change[]> => changes.find({ by: personId }),

    /** What was changed about a member, without who did it. */
    async about(memberId: string): Promise<Omit<Change, '_id' | 'by'>[]> {
      const theirs = { 'subject.kind': { $in: ['member', 'registration'] as const }, 'subject.id': memberId }
      const found = await changes.find(theirs, { sort: { at: 1 } })
      return found.map(({ at, subject, before, after }) => ({ at, subject, before, after }))
    },

    async forget(personId: string, memberId: string | null): Promise<void> {
      await changes.updateMany({ by: personId }, { $set: { by: forgotten } })
      if (memberId !== null) await forgetMember(memberId)
    },

    /** What was changed about a member. */
    forgetMember,

    async tidy(now: Temporal.Instant): Promise<void> {
      await changes.deleteMany({ at: { $lt: toDate(now.subtract({ hours: daysKept * 24 })) } })
    },
  }
}

type Fields = Record<string, unknown>

function differing(before: object | null, after: object | null): [Fields | null, Fields | null] {
  const was = before && toFields(before)
  const is = after && toFields(after)
  if (was === null || is === null) return [was, is]
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
    (name) => JSON.stringify(was[name]) !== JSON.stringify(is[name]),
  )
  return names.length === 0 ? [null, null] : [pick(was, names), pick(is, names)]
}

function toFields(value: object): Fields {
  return Object.fromEntries(Object.entries(value))
}

function pick(fields: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(names.filter((name) => name in fields).map((name) => [name, fields[name]]))
}
