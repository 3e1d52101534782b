import { toDate } from '../store/instants.ts'
import type { Gathering, GatheringNews } from './gathering.ts'

/** Older ones were told long ago. */
const mostNews = 10

/** What those who are registered must hear of: null when nothing of it is their matter. */
export function newsBetween(before: Gathering, after: Gathering): GatheringNews['kind'] | null {
  if (before.status === 'draft' || after.status === 'draft') return null
  if (after.status === 'called-off') return before.status === 'called-off' ? null : 'called-off'
  if (before.status === 'called-off') return 'on-again'
  return detailsKey(before) === detailsKey(after) ? null : 'changed'
}

/** Keeps what changed, from what, for those who are to be told of it. */
export function withNews(before: Gathering, after: Gathering, now: Temporal.Instant, reason = ''): Gathering {
  const kind = newsBetween(before, after)
  if (kind === null) return after
  const { startsAt, endsAt, place, onlineUrl } = before
  const last = Number(after.news.at(-1)?.id ?? 0)
  const was = { startsAt, endsAt, place, onlineUrl }
  const news = { id: String(last + 1), at: toDate(now), kind, reason, before: was }
  return { ...after, news: [...after.news, news].slice(-mostNews) }
}

/** The same for the same time, place and link. */
export function detailsKey({ startsAt, endsAt, place, onlineUrl }: GatheringNews['before']): string {
  return JSON.stringify([startsAt.getTime(), endsAt.getTime(), place, onlineUrl])
}
