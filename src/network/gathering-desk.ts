import { setImmediate as othersHaveCome } from 'node:timers/promises'
import type { Collection } from '../store/database.ts'
import { toDate } from '../store/instants.ts'
import type { MaybeListener, NetworkEvent } from './events.ts'
import type { Gathering } from './gathering.ts'

/** What a rule makes of a gathering: the same object when it changes nothing. */
type Rule = (gathering: Gathering) => Gathering

interface Job {
  rule: Rule
  now: Temporal.Instant
  resolve(after: Gathering | null): void
  reject(error: unknown): void
}

/** An update that others are still to hear of. */
interface Written {
  /** Null: nothing that matters to others. */
  event: NetworkEvent | null
  /** The revision that it was made from. */
  from: number
  after: Gathering
  jobs: readonly Job[]
}

/** From one revision to another. */
interface Span {
  from: number
  to: number
}

export interface GatheringDesk {
  /** False when there is one with this id. */
  add(gathering: Omit<Gathering, 'revision' | 'toldRevision'>): Promise<boolean>
  /**
   * Changes a gathering by a pure rule, and resolves when the change is written and told. The rule runs again on a
   * newer gathering when another process was faster. Null: there is no such gathering.
   */
  change(gatheringId: string, rule: Rule, now: Temporal.Instant): Promise<Gathering | null>
  /** Tells of changes whose process died before it told; what is older than a minute is told by nobody else. */
  tellForgotten(now: Temporal.Instant): Promise<number>
}

/**
 * The one place where gatherings are written. An update holds only for the revision that it was made from, so any
 * number of processes may write. In one process those who come while an update is on its way share the next one:
 * the more press at once, the more go into each write. Each round begins by letting requests in that have come
 * meanwhile: the embedded store answers without ever waiting, and they would not get in between.
 */
export function createGatheringDesk(gatherings: Collection<Gathering>, listener: MaybeListener): GatheringDesk {
  const waiting = new Map<string, Job[]>()
  const untold = new Map<string, Written[]>()

  async function work(gatheringId: string, queue: Job[]): Promise<void> {
    while (queue.length > 0) {
      await othersHaveCome()
      const jobs = queue.splice(0)
      await perform(gatheringId, jobs).catch((error: unknown) => {
        for (const job of jobs) job.reject(error)
      })
    }
    waiting.delete(gatheringId)
  }

  async function perform(gatheringId: string, jobs: readonly Job[]): Promise<void> {
    const before = await gatherings.findOne({ _id: gatheringId })
    if (before === null) return resolveAll(jobs, null)
    const { after, settled } = apply(before, jobs)
    if (after === before) return resolveAll(settled, before)
    const written = await write(before, after, jobs)
    if (written === null) return perform(gatheringId, settled)
    tellOf({ event: eventOf(before, written), from: before.revision, after: written, jobs: settled })
  }

  /** The next update need not wait until the last one is told; those that are written meanwhile are told together. */
  function tellOf(written: Written): void {
    const { _id } = written.after
    const queue = untold.get(_id)
    if (queue !== undefined) {
      queue.push(written)
      return
    }
    const started = [written]
    untold.set(_id, started)
    void tellAll(_id, started)
  }

  async function tellAll(gatheringId: string, queue: Written[]): Promise<void> {
    while (queue.length > 0) {
      const some = queue.splice(0)
      const jobs = some.flatMap((written) => written.jobs)
      try {
        await tell(gatheringId, together(some.flatMap(({ event }) => event ?? [])), spansOf(some))
        for (const { jobs: settled, after } of some) resolveAll(settled, after)
      } catch (error) {
        for (const job of jobs) job.reject(error)
      }
    }
    untold.delete(gatheringId)
  }

  /** A rule that throws is at fault alone: the others go on without it. */
  function apply(before: Gathering, jobs: readonly Job[]): { after: Gathering; settled: Job[] } {
    const settled: Job[] = []
    let after = before
    for (const job of jobs) {
      try {
        after = job.rule(after)
        settled.push(job)
      } catch (error) {
        job.reject(error)
      }
    }
    return { after, settled }
  }

  async function write(before: Gathering, after: Gathering, jobs: readonly Job[]): Promise<Gathering | null> {
    const latest = Math.max(...jobs.map(({ now }) => now.epochMilliseconds))
    const untoldSince = before.toldRevision === before.revision ? new Date(latest) : before.untoldSince
    const { _id, ...fields } = { ...after, revision: before.revision + 1, untoldSince }
    const { toldRevision: _, ...written } = fields
    const { matchedCount } = await gatherings.updateOne({ _id, revision: before.revision }, { $set: written })
    return matchedCount === 1 ? { ...fields, _id } : null
  }

  /** Marks a change as told only when those before it are: else {@link GatheringDesk.tellForgotten} does. */
  async function tell(gatheringId: string, event: NetworkEvent | null, spans: readonly Span[]): Promise<void> {
    if (event !== null && !(await announce(event))) return
    for (const { from, to } of spans) {
      await gatherings.updateOne({ _id: gatheringId, toldRevision: from }, { $set: { toldRevision: to } })
    }
  }

  async function announce(event: NetworkEvent): Promise<boolean> {
    if (listener === null) return false
    try {
      await listener.changed(event)
      return true
    } catch (error) {
      listener.failed(error, event)
      return false
    }
  }

  return {
    async add(fields) {
      const gathering = { ...fields, revision: 1, toldRevision: 0 }
      if ((await gatherings.insertMissing([gathering])) === 0) return false
      const { _id } = gathering
      await tell(_id, { kind: 'gathering-changed', gatheringId: _id }, [{ from: 0, to: gathering.revision }])
      return true
    },

    change(gatheringId, rule, now) {
      return new Promise((resolve, reject) => {
        const job = { rule, now, resolve, reject }
        const queue = waiting.get(gatheringId)
        if (queue !== undefined) {
          queue.push(job)
          return
        }
        const started = [job]
        waiting.set(gatheringId, started)
        void work(gatheringId, started)
      })
    },

    async tellForgotten(now) {
      const forgotten = await gatherings.find({
        $expr: { $lt: ['$toldRevision', '$revision'] },
        untoldSince: { $lte: toDate(now.subtract({ minutes: 1 })) },
      })
      for (const { _id, revision, toldRevision } of forgotten) {
        if (!(await announce({ kind: 'gathering-changed', gatheringId: _id }))) continue
        await gatherings.updateOne({ _id, toldRevision }, { $set: { toldRevision: revision } })
      }
      return forgotten.length
    },
  }
}

/** One event of one gathering for all that came. */
function together(events: readonly NetworkEvent[]): NetworkEvent | null {
  const [first] = events
  if (first === undefined) return null
  const whole = events.find(({ kind }) => kind === 'gathering-changed')
  if (whole !== undefined) return whole
  const memberIds = events.flatMap((event) => (event.kind === 'registrations-changed' ? event.memberIds : []))
  return { kind: 'registrations-changed', gatheringId: first.gatheringId, memberIds: [...new Set(memberIds)] }
}

/** Updates that follow each other are one span; another process may have written in between. */
function spansOf(updates: readonly Written[]): Span[] {
  const spans: Span[] = []
  for (const { from, after } of updates) {
    const last = spans.at(-1)
    if (last?.to === from) last.to = after.revision
    else spans.push({ from, to: after.revision })
  }
  return spans
}

function resolveAll(jobs: readonly Job[], after: Gathering | null): void {
  for (const job of jobs) job.resolve(after)
}

const bookkeeping: ReadonlySet<string> = new Set<keyof Gathering>([
  'registrations',
  'lastNumber',
  'offersEndAt',
  'revision',
  'toldRevision',
  'untoldSince',
  'replies',
  'invitedAt',
  'deadlineRemindedAt',
  'checkIn',
  'materials',
  'thankedAt',
])

/** Null: nothing that matters to others. Rules keep what they don't change, so identity tells. */
function eventOf(before: Gathering, after: Gathering): NetworkEvent | null {
  const gatheringId = after._id
  const previous = new Map(Object.entries(before))
  const isChanged = Object.entries(after).some(([key, value]) => !bookkeeping.has(key) && previous.get(key) !== value)
  if (isChanged) return { kind: 'gathering-changed', gatheringId }
  const was = new Map(before.registrations.map((registration) => [registration.memberId, registration]))
  const is = new Set(after.registrations.map(({ memberId }) => memberId))
  const memberIds = [
    ...after.registrations.filter((each) => was.get(each.memberId) !== each).map(({ memberId }) => memberId),
    ...before.registrations.filter(({ memberId }) => !is.has(memberId)).map(({ memberId }) => memberId),
  ]
  return memberIds.length === 0 ? null : { kind: 'registrations-changed', gatheringId, memberIds }
}
