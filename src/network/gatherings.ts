import { isDeepStrictEqual } from 'node:util'
import type { Collection } from '../store/database.ts'
import { toDate } from '../store/instants.ts'
import { type Gathering, publishedSince } from './gathering.ts'
import type { GatheringDesk } from './gathering-desk.ts'
import type { GatheringContent } from './gathering-file.ts'
import { withNews } from './gathering-news.ts'
import type { Member } from './member.ts'
import { type SeatTerms, settle } from './seat-offers.ts'

export type Gatherings = ReturnType<typeof createGatherings>

export interface GatheringImportCounts {
  added: number
  changed: number
  unchanged: number
}

interface Page {
  skip?: number
  limit?: number
}

export function createGatherings(collection: Collection<Gathering>, desk: GatheringDesk, terms: SeatTerms) {
  function change(
    gatheringId: string,
    edit: (gathering: Gathering) => Gathering,
    now: Temporal.Instant,
  ): Promise<Gathering | null> {
    return desk.change(gatheringId, (gathering) => settle(edit(gathering), now, terms), now)
  }

  async function importOne(content: GatheringContent, now: Temporal.Instant): Promise<keyof GatheringImportCounts> {
    if (
      await desk.add(newGathering(content.id, { ...content.fields, questions: [] }, content.status ?? 'published', now))
    )
      return 'added'
    let isChanged = false
    const edit = (gathering: Gathering) => {
      const after = withContent(gathering, content, now)
      isChanged = after !== gathering
      return after
    }
    await change(content.id, edit, now)
    return isChanged ? 'changed' : 'unchanged'
  }

  return {
    /** Drafts included. */
    find: (gatheringId: string): Promise<Gathering | null> => collection.findOne({ _id: gatheringId }),

    /** When the last of these is over; null when there is none of them. */
    async lastEnd(gatheringIds: readonly string[]): Promise<Date | null> {
      const ids = { _id: { $in: [...gatheringIds] } }
      const [last] = await collection.aggregate([{ $match: ids }, { $group: { _id: null, end: { $max: '$endsAt' } } }])
      return last?.end instanceof Date ? last.end : null
    },

    /** Those that are not over, the next one first; called off ones too, drafts not. */
    ahead(now: Temporal.Instant, { skip = 0, limit = 0 }: Page = {}): Promise<Gathering[]> {
      return collection.find(
        { endsAt: { $gt: toDate(now) }, status: { $ne: 'draft' } },
        { sort: { startsAt: 1, _id: 1 }, skip, limit },
      )
    },

    /** As {@link ahead}, without those that are for others alone; null is who is no member. */
    aheadFor(member: Pick<Member, '_id'> | null, now: Temporal.Instant, { skip = 0, limit = 0 }: Page = {}) {
      const mine = member === null ? [] : [{ 'audience.memberIds': member._id }]
      return collection.find(
        {
          endsAt: { $gt: toDate(now) },
          status: { $ne: 'draft' },
          $or: [{ 'audience.kind': { $ne: 'invited' } }, ...mine],
        },
        { sort: { startsAt: 1, _id: 1 }, skip, limit },
      )
    },

    /** Those ahead that a member is registered for or waits for. */
    async ofMember(memberId: string, now: Temporal.Instant): Promise<Gathering[]> {
      const mine = { memberId, state: { $in: ['registered', 'offered', 'waiting'] } }
      return collection.find(
        { endsAt: { $gt: toDate(now) }, registrations: { $elemMatch: mine } },
        { sort: { startsAt: 1, _id: 1 } },
      )
    },

    /** Past ones included. */
    everWithMember: (memberId: string): Promise<Gathering[]> =>
      collection.find({
        $or: [
          { 'registrations.memberId': memberId },
          { 'registrations.handover.to': memberId },
          { 'registrations.byMemberId': memberId },
          { 'replies.memberId': memberId },
          { 'audience.memberIds': memberId },
        ],
      }),

    /** Those with an offer that ends at this time or before. */
    withOffersEnding: (at: Date): Promise<Gathering[]> => collection.find({ offersEndAt: { $type: 'date', $lte: at } }),

    /** Published ones ahead whose audience is invited and not yet reminded. */
    invitedUnreminded: (now: Temporal.Instant): Promise<Gathering[]> =>
      collection.find({
        endsAt: { $gt: toDate(now) },
        status: 'published',
        invitedAt: { $type: 'date' },
        deadlineRemindedAt: null,
      }),

    /** Those at which people can tick themselves off. */
    withCheckIn: (now: Temporal.Instant): Promise<Gathering[]> =>
      collection.find({ 'checkIn.until': { $gt: toDate(now) } }),

    /** Those that ended in this time and took place, whose registered are not thanked yet. */
    endedUnthanked: (after: Date, until: Date): Promise<Gathering[]> =>
      collection.find({
        endsAt: { $gt: after, $lte: until },
        status: { $in: ['published', 'closed'] },
        thankedAt: null,
      }),

    /** Those that were over by then and still hold what people told for the day. */
    endedWithDetails: (at: Date): Promise<Gathering[]> =>
      collection.find({
        endsAt: { $lte: at },
        registrations: {
          $elemMatch: {
            $or: [
              { guest: { $gt: '' } },
              { diet: { $ne: '' } },
              { question: { $ne: '' } },
              { answers: { $exists: true, $ne: {} } },
            ],
          },
        },
      }),

    countAhead: (now: Temporal.Instant): Promise<number> =>
      collection.countDocuments({ endsAt: { $gt: toDate(now) }, status: { $ne: 'draft' } }),

    /** For advisers, drafts too: the next to come first, and after those ahead the latest that are over. */
    async every({ skip, limit }: Required<Page>, now: Temporal.Instant): Promise<Gathering[]> {
      const ahead = { endsAt: { $gt: toDate(now) } }
      const coming = await collection.find(ahead, { sort: { startsAt: 1, _id: 1 }, skip, limit })
      if (coming.length === limit) return coming
      const skipOver = coming.length > 0 ? 0 : skip - (await collection.countDocuments(ahead))
      const rest = {
        sort: { startsAt: -1, _id: 1 },
        skip: Math.max(skipOver, 0),
        limit: limit - coming.length,
      } as const
      return [...coming, ...(await collection.find({ endsAt: { $lte: toDate(now) } }, rest))]
    },

    /** Deletes it if it is a draft, and gives what it was. */
    async discardDraft(gatheringId: string): Promise<Gathering | null> {
      const before = await collection.findOne({ _id: gatheringId, status: 'draft' })
      return before && (await collection.deleteOne({ _id: gatheringId, status: 'draft' })) === 1 ? before : null
    },

    /** Changes the gathering; free seats are offered at once. Null: there is no such gathering. */
    change,

    /**
     * Adds and changes; registrations stay. A gathering without a status in the file is published when it is new, and
     * keeps its status otherwise, so importing again does not undo that one was called off.
     */
    async importAll(contents: readonly GatheringContent[], now: Temporal.Instant): Promise<GatheringImportCounts> {
      const counts = { added: 0, changed: 0, unchanged: 0 }
      for (const content of contents) counts[await importOne(content, now)]++
      return counts
    },
  }
}

/** A gathering that nobody is registered for yet, as the desk takes it. */
export function newGathering(
  gatheringId: string,
  fields: GatheringContent['fields'] & Pick<Gathering, 'questions'>,
  status: Gathering['status'],
  now: Temporal.Instant,
): Parameters<GatheringDesk['add']>[0] {
  return {
    _id: gatheringId,
    version: 1,
    ...fields,
    timeSetAt: toDate(now),
    edition: 1,
    news: [],
    replies: [],
    invitedAt: null,
    deadlineRemindedAt: null,
    checkIn: null,
    materials: [],
    thankedAt: null,
    status,
    publishedAt: publishedSince({ publishedAt: null }, status, now),
    registrations: [],
    lastNumber: 0,
    offersEndAt: null,
    untoldSince: toDate(now),
  }
}

function withContent(gathering: Gathering, { fields, status }: GatheringContent, now: Temporal.Instant): Gathering {
  const isMoved = gathering.startsAt.getTime() !== fields.startsAt.getTime()
  const timeSetAt = isMoved ? toDate(now) : gathering.timeSetAt
  const isNow = status ?? gathering.status
  const publishedAt = isNow === gathering.status ? gathering.publishedAt : publishedSince(gathering, isNow, now)
  const after = { ...gathering, ...fields, timeSetAt, status: isNow, publishedAt }
  if (isDeepStrictEqual(gathering, after)) return gathering
  return withNews(gathering, { ...after, edition: gathering.edition + 1 }, now)
}
