import type { Language } from '../language.ts'
import type { GatheringView } from '../network/gathering-view.ts'
import { datesIn } from '../texts/dates.ts'
import { textsIn } from '../texts/texts.ts'

/** What people ask of a gathering. */
export type GatheringAspect = 'deadline' | 'food' | 'online' | 'where' | 'when'

/** The answer in one sentence, above the card that has the rest. */
export function gatheringLead(view: GatheringView, asked: GatheringAspect, language: Language): string {
  const { startsAt, endsAt, place, timeZone } = view.gathering
  const { leads } = textsIn(language).gatherings
  switch (asked) {
    case 'deadline':
      return deadlineLead(view, language)
    case 'food':
      return leads.food
    case 'online':
      return onlineLead(view, language)
    case 'where':
      return leads.where(place)
    case 'when':
      return leads.when(datesIn(timeZone, language).span(startsAt.toTemporalInstant(), endsAt.toTemporalInstant()))
  }
}

function deadlineLead({ gathering, notOpen }: GatheringView, language: Language): string {
  const { leads, refusals } = textsIn(language).gatherings
  const { registrationDeadline, timeZone } = gathering
  if (notOpen === 'called-off' || notOpen === 'closed') return refusals[notOpen]
  if (registrationDeadline === null) return leads.noDeadline
  const at = datesIn(timeZone, language).dayAndTime(registrationDeadline.toTemporalInstant())
  return notOpen === 'deadline-passed' ? leads.deadlineWas(at) : leads.deadline(at)
}

function onlineLead({ gathering, mine }: GatheringView, language: Language): string {
  const { leads, refusals, change } = textsIn(language).gatherings
  if (gathering.onlineUrl === null) return refusals['attendance-unavailable']
  return mine?.registration.state === 'registered' ? leads.onlineChange(change) : leads.online
}
