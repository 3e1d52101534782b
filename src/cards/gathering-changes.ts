import type { Language } from '../language.ts'
import type { Gathering, GatheringNews } from '../network/gathering.ts'
import { datesIn } from '../texts/dates.ts'
import { textsIn } from '../texts/texts.ts'

type Details = GatheringNews['before']

/** When, where and the link of a gathering; what is another than it was says from what. `null`: nothing is known of before. */
export function detailsWithChanges(
  before: Details | null,
  after: Pick<Gathering, 'startsAt' | 'endsAt' | 'place' | 'onlineUrl' | 'timeZone'>,
  language: Language,
): [title: string, value: string][] {
  const texts = textsIn(language).reminders
  const dates = datesIn(after.timeZone, language)
  const row = (title: string, of: (details: Details) => string): [string, string][] => {
    const was = before === null ? of(after) : of(before)
    const is = of(after)
    if (was === is) return is === '' ? [] : [[title, is]]
    return [[title, texts.fromTo(was === '' ? texts.nothing : was, is === '' ? texts.nothing : is)]]
  }
  const link = row(texts.online, ({ onlineUrl }) => onlineUrl ?? '')
  const isLinkNews = before !== null && before.onlineUrl !== after.onlineUrl
  return [
    ...row(texts.when, ({ startsAt, endsAt }) => dates.span(startsAt.toTemporalInstant(), endsAt.toTemporalInstant())),
    ...row(texts.where, ({ place }) => place),
    ...(isLinkNews ? link : []),
  ]
}
