import { setImmediate as othersHaveCome } from 'node:timers/promises'
import type { Collection, Database, Entity } from '../store/database.ts'
import { toDate } from '../store/instants.ts'
import { presentAt } from './after-gathering.ts'
import type { Count } from './attendee-overview.ts'
import { type Gathering, gatheringsDefinition } from './gathering.ts'
import { membersDefinition } from './member.ts'
import { type County, countyOf, municipalities } from './municipalities.ts'
import { peopleDefinition } from './people.ts'
import { createAskedCounts } from './questions/asked.ts'

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

/** Documents read at once: few enough that others are served between two reads. */
const membersAPage = 1000
const gatheringsAPage = 10

/**
 * What a county wants to know of its network, in numbers and without names. Counted page by page: the embedded store
 * copies whole documents for an aggregation as well, which took three times as long (`npm run bench -- statistics`).
 * @param county the network's own; null where it is not known
 */
export function createStatistics(database: Database, county: County | null) {
  const members = database.collection(membersDefinition)
  const gatherings = database.collection(gatheringsDefinition)
  const people = database.collection(peopleDefinition)
  const asked = createAskedCounts(database)

  async function memberStatistics(now: Temporal.Instant): Promise<MemberStatistics> {
    const since = toDate(now.subtract({ hours: daysCounted * 24 }))
    const counts = { members: 0, joined: 0, neverWrote: 0 }
    const spelling = createSpelling()
    const [places, roles, topics] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()]
    for await (const page of pagesOf(members, { status: 'active' }, membersAPage)) {
      for (const { municipality, role, topics: followed, joinedAt, personId } of page) {
        counts.members++
        if (joinedAt >= since) counts.joined++
        if (personId === null) counts.neverWrote++
        count(places, municipality)
        count(roles, spelling(role))
        for (const topic of followed) count(topics, topic)
      }
    }
    roles.delete('')
    const missing = municipalities.filter(({ name, county: its }) => its === county && !places.has(name))
    return {
      ...counts,
      left: await members.countDocuments({ status: 'left', leftAt: { $gte: since } }),
      unreachable: await people.countDocuments({ unreachable: { $ne: null } }),
      municipalities: mostFirst(places).map((place) => ({ ...place, county: countyOf(place.name) })),
      missing: county && { county, municipalities: missing.map(({ name }) => name) },
      roles: mostFirst(roles),
      topics: mostFirst(topics),
    }
  }

  async function gatheringStatistics(now: Temporal.Instant): Promise<GatheringStatistics[]> {
    const over = { endsAt: { $lte: toDate(now) }, status: { $in: ['published', 'closed'] as const } }
    const found: GatheringStatistics[] = []
    for await (const page of pagesOf(gatherings, over, gatheringsAPage)) found.push(...page.map(turnOut))
    return found.toSorted((a, b) => b.startsAt.getTime() - a.startsAt.getTime())
  }

  return async (now: Temporal.Instant): Promise<Statistics> => ({
    members: await memberStatistics(now),
    gatherings: await gatheringStatistics(now),
    asked: await asked.byTopic(now.subtract({ hours: daysCounted * 24 })),
  })
}

/** Others are served between two pages, also where the store answers without waiting. */
async function* pagesOf<T extends Entity>(
  collection: Collection<T>,
  filter: Parameters<Collection<T>['find']>[0],
  size: number,
): AsyncIterable<T[]> {
  for (let skip = 0; ; skip += size) {
    const page = await collection.find(filter, { sort: { _id: 1 }, skip, limit: size })
    yield page
    if (page.length < size) return
    await othersHaveCome()
  }
}

function turnOut(gathering: Gathering): GatheringStatistics {
  const { _id, title, startsAt, timeZone, registrations } = gathering
  const registered = registrations.filter(({ state }) => state === 'registered').length
  return { id: _id, title, startsAt, timeZone, registered, present: presentAt(gathering).length }
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}

function mostFirst(counts: ReadonlyMap<string, number>): Count[] {
  const norwegian = new Intl.Collator('nb')
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .toSorted((a, b) => b.count - a.count || norwegian.compare(a.name, b.name))
}

/** Letters large or small are the same role: spelt as it came first, with a capital. */
function createSpelling(): (role: string) => string {
  const spellings = new Map<string, string>()
  return (role) => {
    const text = role.trim()
    const capitalized = text.charAt(0).toUpperCase() + text.slice(1)
    const known = spellings.get(text.toLowerCase())
    if (known === undefined) spellings.set(text.toLowerCase(), capitalized)
    return known ?? capitalized
  }
}
