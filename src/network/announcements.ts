import { z } from 'zod'
import type { CollectionDefinition, Database } from '../store/database.ts'
import type { Changes } from './changes.ts'
import { isMarkup } from './gathering-form.ts'
import type { Gatherings } from './gatherings.ts'
import type { Members } from './members.ts'
import type { FieldMistake } from './mistakes.ts'
import { findMunicipality } from './municipalities.ts'
import type { People } from './people.ts'
import type { PersonalData } from './privacy.ts'
import { membersOfGroup, type Reach, reachOf, recipientGroups } from './recipients.ts'
import { toDate } from './times.ts'

const announcementSchema = z.object({
  _id: z.string(),
  /** The adviser who wrote it. */
  by: z.string(),
  gatheringId: z.string().nullable(),
  title: z.string(),
  text: z.string(),
  group: z.enum(recipientGroups),
  municipalities: z.array(z.string()),
  topics: z.array(z.string()),
  createdAt: z.date(),
  /** Null: a draft. */
  sentAt: z.date().nullable().default(null),
  /** How many it was sent to. */
  sentTo: z.number().int().default(0),
})

export type Announcement = z.infer<typeof announcementSchema>

export const announcementsDefinition: CollectionDefinition<Announcement> = {
  name: 'announcements',
  schema: announcementSchema,
  indexes: [{ name: 'created', key: { createdAt: 1 } }],
}

const longestTitle = 120
const longestText = 3000
/** How long the words are kept; what was sent stays in people's chats. */
const daysKept = 180

/** As the form has it: lists between commas or on lines. */
export interface AnnouncementInput {
  title: string
  text: string
  group: string
  municipalities: string
  topics: string
}

export type AnnouncementRead =
  | { ok: true; fields: Pick<Announcement, 'title' | 'text' | 'group' | 'municipalities' | 'topics'> }
  | { ok: false; mistakes: FieldMistake[] }

export function readAnnouncement(input: AnnouncementInput, isTopic: (topic: string) => boolean): AnnouncementRead {
  const group = recipientGroups.find((each) => each === input.group)
  const places = listed(input.municipalities).map((text) => findMunicipality(text)?.name ?? null)
  const topics = listed(input.topics)
  const mistakes: FieldMistake[] = [
    ...mistakesInText('title', input.title, longestTitle),
    ...mistakesInText('text', input.text, longestText),
  ]
  if (group === undefined) mistakes.push({ field: 'group', reason: 'unknown-choice' })
  if (places.includes(null)) mistakes.push({ field: 'municipalities', reason: 'unknown-choice' })
  if (!topics.every(isTopic)) mistakes.push({ field: 'topics', reason: 'unknown-choice' })
  if (group === undefined || mistakes.length > 0) return { ok: false, mistakes }
  const municipalities = places.filter((place) => place !== null)
  return { ok: true, fields: { title: input.title.trim(), text: input.text.trim(), group, municipalities, topics } }
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

interface Dependencies {
  database: Database
  gatherings: Gatherings
  members: Members
  people: People
  changes: Pick<Changes, 'recordChange'>
}

export type Announcements = ReturnType<typeof createAnnouncements>

/** Messages from the advisers to members: written, looked at, and sent once. */
export function createAnnouncements({ database, gatherings, members, people, changes }: Dependencies) {
  const announcements = database.collection(announcementsDefinition)

  async function reach(announcement: Announcement): Promise<Reach> {
    const { gatheringId } = announcement
    const gathering = gatheringId === null ? null : await gatherings.find(gatheringId)
    const chosen = membersOfGroup(announcement, gathering, await members.all())
    const personIds = chosen.flatMap(({ personId }) => personId ?? [])
    return reachOf(chosen, await people.findMany(personIds))
  }

  return {
    find: (id: string): Promise<Announcement | null> => announcements.findOne({ _id: id }),

    /** Whom it would reach at this moment. */
    reach,

    /** Keeps a draft, or changes it as long as it was not sent. Null: it was sent. */
    async draft(
      announcement: Omit<Announcement, 'createdAt' | 'sentAt' | 'sentTo'>,
      now: Temporal.Instant,
    ): Promise<Announcement | null> {
      const { _id, ...fields } = announcement
      await announcements.insertMissing([{ ...announcement, createdAt: toDate(now), sentAt: null, sentTo: 0 }])
      return announcements.findOneAndUpdate({ _id, sentAt: null }, { $set: fields })
    },

    /** False: it was sent, or there was none. */
    discard: async (id: string): Promise<boolean> => (await announcements.deleteOne({ _id: id, sentAt: null })) === 1,

    /**
     * Sends it, by handing those whom it reaches to `post`, which must not mind doing so twice. Pressed twice it is sent
     * once; a press whose process dies on the way can be pressed again.
     */
    async send(
      id: string,
      post: (announcement: Announcement, personIds: readonly string[]) => Promise<void>,
      now: Temporal.Instant,
    ): Promise<Announcement | null> {
      const announcement = await announcements.findOne({ _id: id })
      if (announcement === null || announcement.sentAt !== null) return announcement
      const { personIds } = await reach(announcement)
      await post(announcement, personIds)
      const sent = await announcements.findOneAndUpdate(
        { _id: id, sentAt: null },
        { $set: { sentAt: toDate(now), sentTo: personIds.length } },
      )
      if (sent === null) return announcements.findOne({ _id: id })
      const { by, group, title, gatheringId } = sent
      const subject = { kind: 'message', id, ...(gatheringId === null ? {} : { of: gatheringId }) } as const
      await changes.recordChange(by, subject, null, { title, group, sentTo: personIds.length }, now)
      return sent
    },

    async tidy(now: Temporal.Instant): Promise<void> {
      await announcements.deleteMany({ createdAt: { $lt: toDate(now.subtract({ hours: daysKept * 24 })) } })
    },
  }
}

export function announcementPersonalData(database: Database): PersonalData {
  const announcements = database.collection(announcementsDefinition)
  return {
    name: 'announcements',
    async everythingAbout(personId) {
      const found = await announcements.find({ by: personId })
      return found.length === 0 ? null : found
    },
    async forget(personId) {
      await announcements.updateMany({ by: personId }, { $set: { by: 'forgotten' } })
    },
  }
}
