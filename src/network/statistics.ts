import { z } from 'zod'
import type { Database } from '../store/database.ts'
import type { Count } from './attendee-overview.ts'
import { gatheringsDefinition } from './gathering.ts'
import { membersDefinition } from './member.ts'
import { type County, countyOf, municipalities } from './municipalities.ts'
import { peopleDefinition } from './people.ts'
import { createAskedCounts } from './questions/asked.ts'
import { toDate } from './times.ts'

/** What is new, gone or asked is counted over this long. */
const daysCounted = 365

export interface MemberStatistics {
  members: number
  /** Of them those who joined, or were entered, in the past year. */
  joined: number
  /** Have left in the past year. */
  left: number
  /** Have never written to the bot. */
  neverWrote: number
  /** Have removed or blocked it. */
  unreachable: number
  municipalities: (Count & { county: County | null })[]
  /** Of the network's own county: with no member yet. */
  missing: { county: County; municipalities: string[] } | null
  roles: Count[]
  /** By id. */
  topics: Count[]
}

export interface GatheringStatistics {
  id: string
  title: string
  startsAt: Date
  timeZone: string
  registered: number
  present: number
}

export interface Statistics {
  members: MemberStatistics
  /** Those that took place, the latest first. */
  gatherings: GatheringStatistics[]
  /** What was asked in the past year, by topic; `null` is what is about none. */
  asked: { topic: string | null; count: number }[]
}

const groupSchema = z.object({ _id: z.string(), count: z.number() })
const gatheringSchema = z.object({
  _id: z.string(),
  title: z.string(),
  startsAt: z.date(),
  timeZone: z.string(),
  inPerson: z.number(),
  inPersonSeen: z.number(),
  online: z.number(),
  onlineSeen: z.number(),
})

/**
 * What a county wants to know of its network, in numbers and without names. The store counts, so that nothing large is
 * read: see `npm run bench -- statistics`.
 * @param county the network's own; null where it is not known
 */
export function createStatistics(database: Database, county: County | null) {
  const members = database.collection(membersDefinition)
  const gatherings = database.collection(gatheringsDefinition)
  const people = database.collection(peopleDefinition)
  const asked = createAskedCounts(database)
  const active = { status: 'active' } as const

  async function countBy(field: 'municipality' | 'role' | 'topics'): Promise<Count[]> {
    const unwound = field === 'topics' ? [{ $unwind: '$topics' }] : []
    const grouped = { $group: { _id: `$${field}`, count: { $sum: 1 } } }
    const found = z.array(groupSchema).parse(await members.aggregate([{ $match: active }, ...unwound, grouped]))
    return found.map(({ _id, count }) => ({ name: _id, count }))
  }

  async function memberStatistics(now: Temporal.Instant): Promise<MemberStatistics> {
    const since = { $gte: toDate(now.subtract({ hours: daysCounted * 24 })) }
    const places = mostFirst(await countBy('municipality'))
    const present = new Set(places.map(({ name }) => name))
    const own = municipalities.filter((each) => each.county === county && !present.has(each.name))
    return {
      members: await members.countDocuments(active),
      joined: await members.countDocuments({ ...active, joinedAt: since }),
      left: await members.countDocuments({ status: 'left', leftAt: since }),
      neverWrote: await members.countDocuments({ ...active, personId: null }),
      unreachable: await people.countDocuments({ unreachable: { $ne: null } }),
      municipalities: places.map((place) => ({ ...place, county: countyOf(place.name) })),
      missing: county && { county, municipalities: own.map(({ name }) => name) },
      roles: merged(await countBy('role')),
      topics: mostFirst(await countBy('topics')),
    }
  }

  async function gatheringStatistics(now: Temporal.Instant): Promise<GatheringStatistics[]> {
    const over = { endsAt: { $lte: toDate(now) }, status: { $in: ['published', 'closed'] } }
    const found = await gatherings.aggregate([
      { $match: over },
      {
        $project: {
          title: 1,
          startsAt: 1,
          timeZone: 1,
          inPerson: seats('in-person', false),
          inPersonSeen: seats('in-person', true),
          online: seats('online', false),
          onlineSeen: seats('online', true),
        },
      },
      { $sort: { startsAt: -1 } },
    ])
    return z.array(gatheringSchema).parse(found).map(turnOut)
  }

  return async (now: Temporal.Instant): Promise<Statistics> => ({
    members: await memberStatistics(now),
    gatherings: await gatheringStatistics(now),
    asked: await asked.byTopic(now.subtract({ hours: daysCounted * 24 })),
  })
}

/** How many had a seat, or how many of them were ticked off. */
function seats(attendance: string, isSeen: boolean): object {
  const conditions = [
    { $eq: ['$$each.state', 'registered'] },
    { $eq: ['$$each.attendance', attendance] },
    ...(isSeen ? [{ $ne: [{ $ifNull: ['$$each.attendedAt', null] }, null] }] : []),
  ]
  return { $size: { $filter: { input: '$registrations', as: 'each', cond: { $and: conditions } } } }
}

/** Where nobody was ticked off, all who had a seat count as present; see `wasPresent`. */
function turnOut({ _id, title, startsAt, timeZone, ...seated }: z.infer<typeof gatheringSchema>): GatheringStatistics {
  const { inPerson, inPersonSeen, online, onlineSeen } = seated
  const present = (inPersonSeen || inPerson) + (onlineSeen || online)
  return { id: _id, title, startsAt, timeZone, registered: inPerson + online, present }
}

function mostFirst(counts: readonly Count[]): Count[] {
  const norwegian = new Intl.Collator('nb')
  return counts.toSorted((a, b) => b.count - a.count || norwegian.compare(a.name, b.name))
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Letters large or small are the same role; those who told none are left out. */
function merged(counts: readonly Count[]): Count[] {
  const told = counts.filter(({ name }) => name.trim() !== '')
  const byRole = Map.groupBy(mostFirst(told), ({ name }) => name.trim().toLowerCase())
  return mostFirst(
    [...byRole.values()].flatMap((group) => {
      const count = group.reduce((sum, each) => sum + each.count, 0)
      return group.slice(0, 1).map(({ name }) => ({ name: capitalized(name.trim()), count }))
    }),
  )
}
