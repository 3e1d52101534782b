import { z } from 'zod'
import { type CollectionDefinition, type Database, DuplicateKeyError } from './database.ts'
import { toDate } from './instants.ts'

const stateSchema = z.object({
  _id: z.string(),
  /** JSON, so that keys may hold `.` and `$`. */
  state: z.string(),
  version: z.number(),
  /** To within a day, so that it changes, with its index, once a day and not with every turn. */
  updatedAt: z.date(),
})

export const botStateDefinition: CollectionDefinition<z.infer<typeof stateSchema>> = {
  name: 'botState',
  schema: stateSchema,
  indexes: [{ name: 'by-updatedAt', key: { updatedAt: 1 } }],
}

const dayMs = 86_400_000

function dayOf(instant: Temporal.Instant): Date {
  return new Date(Math.floor(instant.epochMilliseconds / dayMs) * dayMs)
}

const itemSchema = z.record(z.string(), z.unknown())

/** What a turn remembers under one key; `eTag` says which version it was when it was read. */
type StateItem = z.infer<typeof itemSchema>

/** A botbuilder `Storage`, as far as its shape goes. */
export interface BotState {
  read(keys: string[]): Promise<Record<string, StateItem>>
  /** Rejects with a {@link StateConflictError} when the rule is `refuse` and an item was written since it was read. */
  write(changes: Record<string, unknown>): Promise<void>
  delete(keys: string[]): Promise<void>
  /** Deletes what was last written before this instant, and says how many items that were. */
  purge(before: Temporal.Instant): Promise<number>
}

/** Another turn wrote the item between this turn's read and write. */
export class StateConflictError extends Error {
  override readonly name = 'StateConflictError'
  readonly key: string

  constructor(key: string, options?: ErrorOptions) {
    super(`eTag conflict on ${key}`, options)
    this.key = key
  }
}

/**
 * Conversation and user state of the bot.
 *
 * Two turns of one conversation can run at the same time (a double press, two people in a channel, two processes). Both
 * read the same version, and the second to write finds that it is stale. With `lastWriteWins` it writes all the same,
 * whole items at a time: what the first turn remembered is lost, which costs the context of a follow-up question. That
 * is the rule for teams-ai, which saves after the answer is sent: refusing then would put an error message behind a
 * good answer. What must not be lost (members, registrations) is no bot state and has collections of its own.
 * With `refuse` the stale write is refused, as botbuilder's own storages do; an item without eTag, or with `*`, is
 * written in any case.
 */
export function createBotState(
  database: Database,
  { now, onConflict }: { now: () => Temporal.Instant; onConflict: 'lastWriteWins' | 'refuse' },
): BotState {
  const states = database.collection(botStateDefinition)

  async function writeItem(key: string, { eTag, ...item }: StateItem): Promise<void> {
    const readVersion = onConflict === 'refuse' && typeof eTag === 'string' && eTag !== '*' ? Number(eTag) : undefined
    const filter = { _id: key, ...(readVersion !== undefined && { version: readVersion }) }
    const update = { $set: { state: JSON.stringify(item), updatedAt: dayOf(now()) }, $inc: { version: 1 } }
    try {
      await states.updateOne(filter, update, { upsert: true })
    } catch (error) {
      if (error instanceof DuplicateKeyError) throw new StateConflictError(key, { cause: error })
      throw error
    }
  }

  return {
    async read(keys) {
      const found = await states.find({ _id: { $in: keys } })
      return Object.fromEntries(
        found.map(({ _id, state, version }) => [
          _id,
          { ...itemSchema.parse(JSON.parse(state)), eTag: String(version) },
        ]),
      )
    },
    async write(changes) {
      const items = Object.entries(changes).map(([key, item]) => ({ key, item: itemSchema.parse(item) }))
      await Promise.all(items.map(({ key, item }) => writeItem(key, item)))
    },
    async delete(keys) {
      await states.deleteMany({ _id: { $in: keys } })
    },
    purge: (before) => states.deleteMany({ updatedAt: { $lt: toDate(before) } }),
  }
}
