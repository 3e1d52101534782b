import { z } from 'zod'
import type { CollectionDefinition } from '../store/database.ts'
import { isMarkup } from './gathering-form.ts'
import type { FieldMistake } from './mistakes.ts'
import { findCounty, findMunicipality } from './municipalities.ts'
import { recipientGroups, standings } from './recipients.ts'

const announcementSchema = z.object({
  _id: z.string(),
  /** The adviser who wrote it. */
  by: z.string(),
  gatheringId: z.string().nullable(),
  title: z.string(),
  text: z.string(),
  group: z.enum(recipientGroups),
  municipalities: z.array(z.string()),
  counties: z.array(z.string()).default([]),
  topics: z.array(z.string()),
  /** Words of the role, such as «rektor». */
  roles: z.array(z.string()).default([]),
  standing: z.enum(standings).default('any'),
  createdAt: z.date(),
  /** When it is to be sent by itself; null: when its writer sends it. */
  sendAt: z.date().nullable().default(null),
  /** When its sending began. Null: it was not. */
  sentAt: z.date().nullable().default(null),
  /** Whom it is being sent to, by then: up to this person, in the order of ids. */
  handedOnTo: z.string().default(''),
  /** When it was handed on to all of them. */
  handedOnAt: z.date().nullable().default(null),
  /** How many it was sent to. */
  sentTo: z.number().int().default(0),
  /** Of those chosen: who could not be written to by then. */
  missed: z.object({ neverWrote: z.number(), unreachable: z.number() }).default({ neverWrote: 0, unreachable: 0 }),
  /** Who had not got it by then gets it no more. */
  stoppedAt: z.date().nullable().default(null),
  /** It was taken back from those who had it, too. */
  withdrawnAt: z.date().nullable().default(null),
  /** Goes up with each correction of what was sent, and when it is taken back. */
  edition: z.number().int().default(1),
  /** When the edition began, if it is not the first. */
  changedAt: z.date().nullable().default(null),
})

export type Announcement = z.infer<typeof announcementSchema>

export const announcementsDefinition: CollectionDefinition<Announcement> = {
  name: 'announcements',
  schema: announcementSchema,
  indexes: [
    { name: 'created', key: { createdAt: 1 } },
    { name: 'scheduled', key: { sendAt: 1 }, partialFilterExpression: { sendAt: { $type: 'date' } } },
  ],
}

export const longestTitle = 120
export const longestText = 3000

/** What its writer says, and to whom. */
export type AnnouncementFields = Pick<
  Announcement,
  'title' | 'text' | 'group' | 'municipalities' | 'counties' | 'topics' | 'roles' | 'standing'
>

/** As the form has it: lists between commas or on lines. */
export type AnnouncementInput = Readonly<Record<keyof AnnouncementFields, string>>

export type AnnouncementRead = { ok: true; fields: AnnouncementFields } | { ok: false; mistakes: FieldMistake[] }

export function readAnnouncement(input: AnnouncementInput, isTopic: (topic: string) => boolean): AnnouncementRead {
  const group = recipientGroups.find((each) => each === input.group)
  const places = listed(input.municipalities).map((text) => findMunicipality(text)?.name ?? null)
  const counties = listed(input.counties).map(findCounty)
  const standing = standings.find((each) => each === (input.standing || 'any'))
  const topics = listed(input.topics)
  const mistakes = mistakesInWords(input)
  if (group === undefined) mistakes.push({ field: 'group', reason: 'unknown-choice' })
  if (places.includes(null)) mistakes.push({ field: 'municipalities', reason: 'unknown-choice' })
  if (counties.includes(null)) mistakes.push({ field: 'counties', reason: 'unknown-choice' })
  if (!topics.every(isTopic)) mistakes.push({ field: 'topics', reason: 'unknown-choice' })
  if (group === undefined || standing === undefined || mistakes.length > 0) return { ok: false, mistakes }
  return {
    ok: true,
    fields: {
      ...trimmed(input),
      group,
      municipalities: places.filter((place) => place !== null),
      counties: counties.filter((county) => county !== null),
      topics,
      roles: listed(input.roles),
      standing,
    },
  }
}

/** Of one that was sent, only the words can be put right. */
export function readCorrection(
  input: Pick<AnnouncementInput, 'title' | 'text'>,
): { ok: true; words: Pick<Announcement, 'title' | 'text'> } | { ok: false; mistakes: FieldMistake[] } {
  const mistakes = mistakesInWords(input)
  return mistakes.length === 0 ? { ok: true, words: trimmed(input) } : { ok: false, mistakes }
}

function trimmed({ title, text }: Pick<AnnouncementInput, 'title' | 'text'>): Pick<Announcement, 'title' | 'text'> {
  return { title: title.trim(), text: text.trim() }
}

function mistakesInWords({ title, text }: Pick<AnnouncementInput, 'title' | 'text'>): FieldMistake[] {
  return [...mistakesInText('title', title, longestTitle), ...mistakesInText('text', text, longestText)]
}

function mistakesInText(field: string, text: string, longest: number): FieldMistake[] {
  if (text.trim() === '') return [{ field, reason: 'required' }]
  if (text.length > longest) return [{ field, reason: 'too-long' }]
  return isMarkup(text) ? [{ field, reason: 'markup' }] : []
}

function listed(text: string): string[] {
  return text
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** Where it stands in its life. */
export function stateOf({ sendAt, sentAt, handedOnAt, stoppedAt, withdrawnAt }: Announcement) {
  if (withdrawnAt !== null) return 'withdrawn'
  if (stoppedAt !== null) return 'stopped'
  if (sentAt === null) return sendAt === null ? 'draft' : 'scheduled'
  return handedOnAt === null ? 'sending' : 'sent'
}
