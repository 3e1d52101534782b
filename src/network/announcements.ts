import type { Database } from '../store/database.ts'
import { toDate } from '../store/instants.ts'
import { type Announcement, type AnnouncementFields, announcementsDefinition, stateOf } from './announcement.ts'
import type { Changes } from './changes.ts'
import type { Gatherings } from './gatherings.ts'
import type { Members } from './members.ts'
import type { People } from './people.ts'
import type { PersonalData } from './privacy.ts'
import { hasStanding, membersOfGroup, type Reach, reachOf } from './recipients.ts'

/** How long the words are kept; what was sent stays in people's chats. */
const daysKept = 180
/** Persons who are handed on together: fewer are more writes, more are longer between two looks at whether to go on. */
const handedOnAtOnce = 500
/** Longer ahead than this nobody plans a message to the network. */
const daysAhead = 365

/** What becomes of a message outside of this room. All of it may be done twice. */
export interface AnnouncementMessages {
  /** Hands it on to be sent to these. */
  post(announcement: Announcement, personIds: readonly string[], now: Temporal.Instant): Promise<void>
  /** Those who have not got it yet do not get it. */
  stop(announcementId: string): Promise<void>
  /** Puts it as it is now in the place of what people have. */
  renew(announcement: Announcement, now: Temporal.Instant): Promise<void>
}

interface Dependencies {
  database: Database
  gatherings: Gatherings
  members: Members
  people: People
  changes: Pick<Changes, 'recordChange'>
}

/** Messages from the advisers to members: written, looked at, sent once, and corrected or taken back. */
export function createAnnouncements({ database, gatherings, members, people, changes }: Dependencies) {
  const announcements = database.collection(announcementsDefinition)

  async function reach(announcement: Announcement, now: Temporal.Instant): Promise<Reach> {
    const { gatheringId } = announcement
    const gathering = gatheringId === null ? null : await gatherings.find(gatheringId)
    const chosen = membersOfGroup(announcement, gathering, await members.all()).filter((member) =>
      hasStanding(member, announcement.standing, now),
    )
    const personIds = chosen.flatMap(({ personId }) => personId ?? [])
    return reachOf(chosen, await people.findMany(personIds))
  }

  function record(
    by: string,
    { _id, gatheringId }: Announcement,
    before: object | null,
    after: object,
    now: Temporal.Instant,
  ): Promise<void> {
    const subject = { kind: 'message', id: _id, ...(gatheringId === null ? {} : { of: gatheringId }) } as const
    return changes.recordChange(by, subject, before, after, now)
  }

  /** Begins where it was left; a part that was handed on twice is sent once. Ends when somebody stops it. */
  async function handOn(begun: Announcement, messages: AnnouncementMessages, now: Temporal.Instant): Promise<void> {
    const { _id } = begun
    const { personIds } = await reach(begun, now)
    const left = personIds.toSorted().filter((personId) => personId > begun.handedOnTo)
    const goesOn = { _id, stoppedAt: null, withdrawnAt: null }
    for (let first = 0; first < left.length; first += handedOnAtOnce) {
      const part = left.slice(first, first + handedOnAtOnce)
      await messages.post(begun, part, now)
      if ((await announcements.findOne(goesOn)) === null) return messages.stop(_id)
      await announcements.updateOne({ _id, handedOnAt: null }, { $max: { handedOnTo: part.at(-1) ?? '' } })
    }
    await announcements.updateOne(
      { ...goesOn, handedOnAt: null },
      { $set: { handedOnAt: toDate(now), handedOnTo: '' } },
    )
  }

  async function begin(
    id: string,
    messages: AnnouncementMessages,
    now: Temporal.Instant,
  ): Promise<Announcement | null> {
    const announcement = await announcements.findOne({ _id: id })
    if (announcement === null || announcement.sentAt !== null) return announcement
    const { personIds, neverWrote, unreachable } = await reach(announcement, now)
    const begun = await announcements.findOneAndUpdate(
      { _id: id, sentAt: null },
      { $set: { sentAt: toDate(now), sentTo: personIds.length, missed: { neverWrote, unreachable } } },
    )
    if (begun === null) return announcements.findOne({ _id: id })
    const { by, title, group, sentTo } = begun
    await record(by, begun, null, { title, group, sentTo }, now)
    await handOn(begun, messages, now)
    return announcements.findOne({ _id: id })
  }

  return {
    find: (id: string): Promise<Announcement | null> => announcements.findOne({ _id: id }),

    /** The latest first. */
    list: ({ skip, limit }: { skip: number; limit: number }): Promise<Announcement[]> =>
      announcements.find({}, { sort: { createdAt: -1 }, skip, limit }),

    /** Whom it would reach at this moment. */
    reach,

    /** Keeps a draft, or changes it as long as it was not sent. Null: it was sent. */
    async draft(
      draft: AnnouncementFields & Pick<Announcement, '_id' | 'by' | 'gatheringId'>,
      now: Temporal.Instant,
    ): Promise<Announcement | null> {
      const { _id, ...fields } = draft
      await announcements.insertMissing([announcementsDefinition.schema.parse({ ...draft, createdAt: toDate(now) })])
      return announcements.findOneAndUpdate({ _id, sentAt: null }, { $set: fields })
    },

    /** False: it was sent, or there was none. */
    discard: async (id: string): Promise<boolean> => (await announcements.deleteOne({ _id: id, sentAt: null })) === 1,

    /** Sends it. Pressed twice it is sent once; what a process that dies leaves is taken up by {@link tend}. */
    send: begin,

    /** Sends it by itself at that moment. */
    async schedule(id: string, at: Temporal.Instant, now: Temporal.Instant): Promise<ScheduleOutcome> {
      if (Temporal.Instant.compare(at, now) <= 0) return { ok: false, reason: 'past' }
      if (now.until(at).total('hours') > 24 * daysAhead) return { ok: false, reason: 'too-far' }
      const scheduled = await announcements.findOneAndUpdate(
        { _id: id, sentAt: null },
        { $set: { sendAt: toDate(at) } },
      )
      return scheduled === null ? { ok: false, reason: 'sent' } : { ok: true, announcement: scheduled }
    },

    /** A draft again, unless it was sent by now. */
    async unschedule(id: string): Promise<Announcement | null> {
      return announcements.findOneAndUpdate({ _id: id, sentAt: null }, { $set: { sendAt: null } })
    },

    /** Whoever has not got it yet does not get it. */
    async stop(
      by: string,
      id: string,
      messages: AnnouncementMessages,
      now: Temporal.Instant,
    ): Promise<Announcement | null> {
      const stopped = await announcements.findOneAndUpdate(
        { _id: id, sentAt: { $ne: null }, stoppedAt: null, withdrawnAt: null },
        { $set: { stoppedAt: toDate(now) } },
      )
      await messages.stop(id)
      if (stopped !== null) await record(by, stopped, { stopped: false }, { stopped: true }, now)
      return stopped ?? announcements.findOne({ _id: id })
    },

    /** Taken back from those who have it, and not sent to the others. */
    async withdraw(
      by: string,
      id: string,
      messages: AnnouncementMessages,
      now: Temporal.Instant,
    ): Promise<Announcement | null> {
      const withdrawn = await announcements.findOneAndUpdate(
        { _id: id, sentAt: { $ne: null }, withdrawnAt: null },
        { $set: { withdrawnAt: toDate(now), changedAt: toDate(now) }, $inc: { edition: 1 } },
      )
      const announcement = withdrawn ?? (await announcements.findOne({ _id: id }))
      if (announcement === null || stateOf(announcement) !== 'withdrawn') return announcement
      await messages.stop(id)
      await messages.renew(announcement, now)
      if (withdrawn !== null) await record(by, withdrawn, { withdrawn: false }, { withdrawn: true }, now)
      return announcement
    },

    /** Other words in the place of those that people have, and for those who have yet to get it. */
    async correct(
      by: string,
      id: string,
      words: Pick<Announcement, 'title' | 'text'>,
      messages: AnnouncementMessages,
      now: Temporal.Instant,
    ): Promise<Announcement | null> {
      const before = await announcements.findOne({ _id: id })
      if (before === null || before.sentAt === null || before.withdrawnAt !== null) return before
      if (before.title === words.title && before.text === words.text) return before
      const corrected = await announcements.findOneAndUpdate(
        { _id: id, edition: before.edition, withdrawnAt: null },
        { $set: { ...words, changedAt: toDate(now) }, $inc: { edition: 1 } },
      )
      if (corrected === null) return announcements.findOne({ _id: id })
      await messages.renew(corrected, now)
      await record(by, corrected, { title: before.title, text: before.text }, words, now)
      return corrected
    },

    /** Sends what is due, and goes on with what a process left when it died: call it about once a minute. */
    async tend(messages: AnnouncementMessages, now: Temporal.Instant): Promise<void> {
      const due = await announcements.find({ sentAt: null, sendAt: { $type: 'date', $lte: toDate(now) } })
      for (const { _id } of due) await begin(_id, messages, now)
      const leftAt = toDate(now.subtract({ minutes: minutesUntilTakenUp }))
      const left = {
        sentAt: { $type: 'date' as const, $lte: leftAt },
        handedOnAt: null,
        stoppedAt: null,
        withdrawnAt: null,
      }
      for (const announcement of await announcements.find(left)) await handOn(announcement, messages, now)
    },

    async tidy(now: Temporal.Instant): Promise<void> {
      await announcements.deleteMany({ createdAt: { $lt: toDate(now.subtract({ hours: daysKept * 24 })) } })
    },
  }
}

/** A process that hands on so long without an end has died. */
const minutesUntilTakenUp = 2

export type ScheduleOutcome =
  | { ok: true; announcement: Announcement }
  | { ok: false; reason: 'past' | 'too-far' | 'sent' }

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
      // One that a crash cut off begins anew, and what was handed on already is not sent twice.
      await announcements.updateMany({ handedOnTo: personId }, { $set: { handedOnTo: '' } })
    },
  }
}
