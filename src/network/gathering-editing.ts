import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { toDate } from '../store/instants.ts'
import type { Changes } from './changes.ts'
import { freeSeats } from './free-seats.ts'
import { type Attendance, attendances, type Gathering, isActive, publishedSince } from './gathering.ts'
import type { GatheringDesk } from './gathering-desk.ts'
import type { GatheringEdit } from './gathering-form.ts'
import { detailsKey, newsBetween, withNews } from './gathering-news.ts'
import { type Gatherings, newGathering } from './gatherings.ts'
import type { FieldMistake } from './mistakes.ts'
import { isAfter } from './times.ts'

/**
 * Whether the registered are to be told, and why in the adviser's own words; null: not decided, and then nothing that
 * they must hear of is done.
 */
export type Tell = { isTold: boolean; of: string; reason?: string } | null

export type EditRefusal =
  | { reason: 'not-found' | 'past' | 'not-a-draft' | 'is-a-draft' | 'called-off' }
  /** Somebody else saved an edit after the form was drawn. */
  | { reason: 'edited-meanwhile'; gathering: Gathering }
  | { reason: 'mistakes'; mistakes: FieldMistake[] }
  /** The change reaches people: decide whether they are told, of exactly this. */
  | { reason: 'undecided'; before: Gathering; after: Gathering; reach: number; of: string }

export type EditOutcome = { ok: true; gathering: Gathering; told: number } | ({ ok: false } & EditRefusal)

type Rule = (gathering: Gathering) => { after: Gathering } | EditRefusal

interface Dependencies {
  desk: GatheringDesk
  gatherings: Gatherings
  changes: Pick<Changes, 'recordChange'>
}

/** What advisers do to gatherings. Each change is kept with who did it; doing the same again changes nothing. */
export function createGatheringEditing({ desk, gatherings, changes }: Dependencies) {
  async function change(
    by: string,
    gatheringId: string,
    rule: Rule,
    tell: Tell,
    now: Temporal.Instant,
  ): Promise<EditOutcome> {
    let refusal: EditRefusal = { reason: 'not-found' }
    let change: { before: Gathering; after: Gathering; told: number } | null = null
    const written = await gatherings.change(
      gatheringId,
      (before) => {
        const decided = decide(before, rule(before), tell, now)
        change = null
        if ('reason' in decided) {
          refusal = decided
          return before
        }
        change = { before, ...decided }
        return decided.after
      },
      now,
    )
    const done = settled(change)
    if (written === null || done === null) return { ok: false, ...refusal }
    const subject = { kind: 'gathering', id: gatheringId } as const
    await changes.recordChange(by, subject, recorded(done.before), recorded(done.after), now)
    return { ok: true, gathering: written, told: done.told }
  }

  async function setStatus(
    by: string,
    gatheringId: string,
    rule: (gathering: Gathering) => Gathering['status'] | EditRefusal,
    tell: Tell,
    now: Temporal.Instant,
  ): Promise<EditOutcome> {
    const toStatus: Rule = (gathering) => {
      const status = rule(gathering)
      if (typeof status !== 'string') return status
      if (status === gathering.status) return { after: gathering }
      return { after: { ...gathering, status, publishedAt: publishedSince(gathering, status, now) } }
    }
    return change(by, gatheringId, toStatus, tell, now)
  }

  return {
    /** A draft, that only advisers see. An id that is taken already is an edit of the gathering that has it. */
    async create(by: string, gatheringId: string, edit: GatheringEdit, now: Temporal.Instant): Promise<EditOutcome> {
      const isNew = await desk.add(newGathering(gatheringId, edit, 'draft', now))
      if (!isNew) return change(by, gatheringId, (gathering) => edited(gathering, edit, 1, now), null, now)
      const gathering = await gatherings.find(gatheringId)
      if (gathering === null) return { ok: false, reason: 'not-found' }
      await changes.recordChange(by, { kind: 'gathering', id: gatheringId }, null, recorded(gathering), now)
      return { ok: true, gathering, told: 0 }
    },

    /** @param edition of the gathering that the form was made from */
    save(
      by: string,
      gatheringId: string,
      edit: GatheringEdit,
      edition: number,
      tell: Tell,
      now: Temporal.Instant,
    ): Promise<EditOutcome> {
      return change(by, gatheringId, (gathering) => edited(gathering, edit, edition, now), tell, now)
    },

    publish: (by: string, gatheringId: string, now: Temporal.Instant): Promise<EditOutcome> =>
      setStatus(
        by,
        gatheringId,
        ({ status, endsAt }) => {
          if (status === 'called-off') return { reason: 'called-off' }
          return isAfter(endsAt, now) ? (status === 'draft' ? 'published' : status) : { reason: 'past' }
        },
        null,
        now,
      ),

    /** No more registrations; those who have a seat keep it. */
    close: (by: string, gatheringId: string, now: Temporal.Instant): Promise<EditOutcome> =>
      setStatus(
        by,
        gatheringId,
        ({ status }) => {
          if (status === 'draft') return { reason: 'is-a-draft' }
          return status === 'called-off' ? { reason: 'called-off' } : 'closed'
        },
        null,
        now,
      ),

    /** Takes registrations again, also for one that was called off: those who were registered are registered still. */
    reopen: (by: string, gatheringId: string, tell: Tell, now: Temporal.Instant): Promise<EditOutcome> =>
      setStatus(
        by,
        gatheringId,
        ({ status, endsAt }) => {
          if (status === 'draft') return { reason: 'is-a-draft' }
          return isAfter(endsAt, now) ? 'published' : { reason: 'past' }
        },
        tell,
        now,
      ),

    callOff: (by: string, gatheringId: string, tell: Tell, now: Temporal.Instant): Promise<EditOutcome> =>
      setStatus(
        by,
        gatheringId,
        ({ status, endsAt }) => {
          if (status === 'draft') return { reason: 'is-a-draft' }
          return isAfter(endsAt, now) ? 'called-off' : { reason: 'past' }
        },
        tell,
        now,
      ),

    /** Deletes a draft. What was published is called off instead, so that those who know of it can see that. */
    async discard(by: string, gatheringId: string, now: Temporal.Instant): Promise<boolean> {
      const before = await gatherings.discardDraft(gatheringId)
      if (before === null) return false
      await changes.recordChange(by, { kind: 'gathering', id: gatheringId }, recorded(before), null, now)
      return true
    },
  }
}

type Change = { before: Gathering; after: Gathering; told: number } | null

/** What a callback set, which the compiler does not see. */
function settled(change: Change): Change {
  return change
}

/** How many would be told of what changed between the two: those with a seat or in the queue. */
export function reachOf(gathering: Gathering): number {
  return gathering.registrations.filter(isActive).length
}

function decide(
  before: Gathering,
  ruled: { after: Gathering } | EditRefusal,
  tell: Tell,
  now: Temporal.Instant,
): { after: Gathering; told: number } | EditRefusal {
  if ('reason' in ruled) return ruled
  const { after } = ruled
  const reach = reachOf(before)
  if (newsBetween(before, after) === null || reach === 0 || !isAfter(before.endsAt, now)) return { after, told: 0 }
  const of = createHash('sha256')
    .update(`${after.status} ${detailsKey(after)}`)
    .digest('hex')
  if (tell === null || tell.of !== of) return { reason: 'undecided', before, after, reach, of }
  return tell.isTold ? { after: withNews(before, after, now, tell.reason), told: reach } : { after, told: 0 }
}

function edited(
  before: Gathering,
  edit: GatheringEdit,
  edition: number,
  now: Temporal.Instant,
): { after: Gathering } | EditRefusal {
  const isMoved = before.startsAt.getTime() !== edit.startsAt.getTime()
  const after = { ...before, ...edit, timeSetAt: isMoved ? toDate(now) : before.timeSetAt }
  if (isDeepStrictEqual(before, after)) return { after: before }
  if (before.edition !== edition) return { reason: 'edited-meanwhile', gathering: before }
  const mistakes = attendances.flatMap((attendance) => tooFewSeats(before, after, attendance))
  return mistakes.length > 0 ? { reason: 'mistakes', mistakes } : { after: { ...after, edition: edition + 1 } }
}

function tooFewSeats(before: Gathering, after: Gathering, attendance: Attendance): FieldMistake[] {
  const field = attendance === 'in-person' ? 'capacity' : 'onlineCapacity'
  const isLowered = after[field] !== null && after[field] !== before[field]
  const registered = after.registrations.filter(({ state }) => state !== 'offered')
  const free = freeSeats({ ...after, registrations: registered }, attendance)
  return isLowered && free < 0 ? [{ field, reason: 'below-registered' }] : []
}

/** What an adviser decides; nothing about who comes. */
function recorded(gathering: Gathering): object {
  const { title, startsAt, endsAt, timeZone, place, onlineUrl, capacity, onlineCapacity, registrationDeadline } =
    gathering
  const { directions, preparation, agenda, topics, reminders, audience, questions, status, news } = gathering
  return {
    title,
    startsAt,
    endsAt,
    timeZone,
    place,
    onlineUrl,
    capacity,
    onlineCapacity,
    registrationDeadline,
    directions,
    preparation,
    agenda,
    topics,
    reminders,
    audience,
    questions,
    status,
    told: news.length,
  }
}
