import type { Gathering } from './gathering.ts'
import type { Members } from './members.ts'
import { countyOf } from './municipalities.ts'

/** How many others come from somebody's municipality, and from the rest of its county. */
export interface NearYou {
  municipality: string
  same: number
  county: string
  others: number
}

/**
 * Counts those registered by where they are from. Numbers and no names: nobody agreed to be named to the others.
 * The counts of the gathering that was asked for last are kept, as all of its reminders go out at once.
 */
export function createNearYou(members: Pick<Members, 'findMany'>) {
  let latest: { key: string; counts: Promise<Map<string, number>> } = { key: '', counts: Promise.resolve(new Map()) }

  async function count({ registrations }: Gathering): Promise<Map<string, number>> {
    const ids = registrations.filter(({ state }) => state === 'registered').map(({ memberId }) => memberId)
    const counts = new Map<string, number>()
    for (const { municipality } of await members.findMany(ids)) {
      counts.set(municipality, (counts.get(municipality) ?? 0) + 1)
    }
    return counts
  }

  /** For one who is registered themselves; null where nobody else comes from near them. */
  return async (gathering: Gathering, municipality: string): Promise<NearYou | null> => {
    const key = `${gathering._id} ${gathering.revision}`
    if (latest.key !== key) latest = { key, counts: count(gathering) }
    const counts = await latest.counts
    const county = countyOf(municipality)
    const same = Math.max(0, (counts.get(municipality) ?? 0) - 1)
    const isAround = (place: string) => place !== municipality && county !== null && countyOf(place) === county
    const others = [...counts].reduce((sum, [place, people]) => sum + (isAround(place) ? people : 0), 0)
    return same + others === 0 ? null : { municipality, same, county: county ?? '', others }
  }
}
