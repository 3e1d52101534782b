import { z } from 'zod'
import type { Collection, CollectionDefinition, Database } from '../store/database.ts'
import { toDate } from '../store/instants.ts'
import { type Category, categories, isEssential, type Kind, kinds } from './kinds.ts'
import { isQuiet, placeOutsideQuiet, type Quiet } from './quiet.ts'
import { sharedChatSchema } from './shared-chat.ts'

/** ISO 8601, `P2D`. */
export const durationSchema = z.string().refine(isDuration, { error: 'must be a duration like P7D or PT1H' })

/** What nobody gets who did not ask for it. */
const OFF_UNTIL_WANTED: readonly Category[] = ['digest']

const hours = z.object({ from: z.iso.time({ precision: -1 }), to: z.iso.time({ precision: -1 }) })

/** What a person decided. What is absent is as the network has it. */
const personSettingsSchema = z.object({
  /** The person's id. */
  _id: z.string(),
  /** Nothing at all, not even what is essential. */
  off: z.boolean().default(false),
  muted: z.array(z.enum(categories)).default([...OFF_UNTIL_WANTED]),
  /** Until then only what is essential. */
  pausedUntil: z.date().nullable().default(null),
  quietHours: hours.nullable().optional(),
  daysOffQuiet: z.boolean().optional(),
  /** How long before a gathering, instead of what the gathering says. */
  reminders: z.array(durationSchema).optional(),
  /** Where what others may see comes, instead of the person's own chat. */
  chat: sharedChatSchema.optional(),
})

export type PersonSettings = z.infer<typeof personSettingsSchema>

export const personSettingsDefinition: CollectionDefinition<PersonSettings> = {
  name: 'reminderSettings',
  schema: personSettingsSchema,
  indexes: [{ name: 'chat', key: { 'chat.group': 1 }, partialFilterExpression: { chat: { $exists: true } } }],
}

export function defaultSettings(personId: string): PersonSettings {
  return { _id: personId, off: false, muted: [...OFF_UNTIL_WANTED], pausedUntil: null }
}

/** Their own quiet hours and days, where they chose any. */
export function quietOf(settings: PersonSettings | undefined, network: Quiet): Quiet {
  return {
    hours: settings?.quietHours === undefined ? network.hours : settings.quietHours,
    daysOff: settings?.daysOffQuiet ?? network.daysOff,
  }
}

export type Decision =
  | { kind: 'send' }
  | { kind: 'postpone'; until: Date; reason: 'quiet' | 'paused' }
  | { kind: 'drop'; reason: 'turned-off' | 'too-late' }

export interface Decided {
  kind: Kind
  expiresAt: Date
  /** The person said when it should come again: then it does not wait for their quiet hours. */
  snoozed?: boolean
}

/** A message moved for quiet hours must leave the person this long before it loses its meaning. */
const STILL_USEFUL = Temporal.Duration.from({ minutes: 30 })

/** What becomes of a message that is due now, by what its person and the network decided. */
export function decide(
  { kind, expiresAt, snoozed = false }: Decided,
  settings: PersonSettings | undefined,
  network: Quiet & { timeZone: string },
  now: Temporal.Instant,
): Decision {
  const expires = expiresAt.toTemporalInstant()
  if (Temporal.Instant.compare(now, expires) >= 0) return { kind: 'drop', reason: 'too-late' }
  if (kind === 'message-update') return { kind: 'send' }
  if (settings?.off || (settings?.muted ?? OFF_UNTIL_WANTED).includes(kinds[kind].category))
    return { kind: 'drop', reason: 'turned-off' }

  const pausedUntil = isEssential(kind) ? null : settings?.pausedUntil
  if (pausedUntil && pausedUntil.getTime() > now.epochMilliseconds) {
    if (pausedUntil >= expiresAt) return { kind: 'drop', reason: 'turned-off' }
    return { kind: 'postpone', until: pausedUntil, reason: 'paused' }
  }
  if (snoozed || !kinds[kind].waitsForQuiet) return { kind: 'send' }

  const quiet = quietOf(settings, network)
  const matter = { timeZone: network.timeZone, happensAt: expires }
  if (!isQuiet(now, quiet, matter)) return { kind: 'send' }
  const until = placeOutsideQuiet(now, quiet, matter, { earliest: now, latest: expires.subtract(STILL_USEFUL) })
  if (until.equals(now)) return { kind: 'send' }
  return { kind: 'postpone', until: toDate(until), reason: 'quiet' }
}

export type ChatsToForget = { group: string; personId?: string } | { group?: undefined; personId: string }

/** Where they are absent, it is as the network has it. */
const optional = [
  'quietHours',
  'daysOffQuiet',
  'reminders',
  'chat',
] as const satisfies readonly (keyof PersonSettings)[]

export type SettingsStore = ReturnType<typeof createSettingsStore>

export function createSettingsStore(database: Database) {
  const settings: Collection<PersonSettings> = database.collection(personSettingsDefinition)
  return {
    async of(personId: string): Promise<PersonSettings> {
      return (await settings.findOne({ _id: personId })) ?? defaultSettings(personId)
    },
    async ofMany(personIds: readonly string[]): Promise<Map<string, PersonSettings>> {
      const found = await settings.find({ _id: { $in: [...personIds] } })
      return new Map(found.map((each) => [each._id, each]))
    },
    /** Those who have chosen to get what is off until it is wanted. */
    async wanting(category: Category): Promise<string[]> {
      const found = await settings.find({ off: false, muted: { $ne: category } })
      return found.map(({ _id }) => _id)
    },
    /** All of them: what is absent goes back to what the network has. */
    async save(wanted: PersonSettings): Promise<void> {
      const { _id, ...chosen } = wanted
      const absent = Object.fromEntries(
        optional.filter((field) => chosen[field] === undefined).map((field) => [field, true as const]),
      )
      await settings.updateOne({ _id }, { $set: chosen, $unset: absent }, { upsert: true })
    },
    /** Messages come to persons' own chats again: to everybody's who chose a chat of this group, or to one person's. */
    async forgetChats({ group, personId }: ChatsToForget): Promise<void> {
      const chosen = { chat: { $exists: true }, ...(group !== undefined && { 'chat.group': group }) }
      await settings.updateMany(
        { ...chosen, ...(personId !== undefined && { _id: personId }) },
        { $unset: { chat: true } },
      )
    },
  }
}

function isDuration(text: string): boolean {
  try {
    return Temporal.Duration.from(text).sign > 0
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
