import {
  demonstrationContributor,
  demonstrationMembers,
  demonstrationPlan,
  firstGathering,
} from './data/demonstration.ts'
import { readGatherings } from './gathering-file.ts'
import { createProfileReader } from './member.ts'
import type { Network } from './network.ts'
import { isAfter } from './times.ts'

/**
 * The first gathering that the network had, and two to come a while from `now`: as a gathering file has them.
 * @param timeZone of the place, where they begin at a time of the day at which people meet
 */
export function demonstrationGatherings(now: Temporal.Instant, timeZone: string): object[] {
  const today = now.toZonedDateTimeISO(timeZone).toPlainDate()
  return [firstGathering, ...demonstrationPlan.map((gathering) => dated(gathering, today))]
}

type Planned = (typeof demonstrationPlan)[number]

function dated({ daysAhead, startsAt, endsAt, deadlineDaysBefore, ...rest }: Planned, today: Temporal.PlainDate) {
  const day = workingDayFrom(today.add({ days: daysAhead }))
  return {
    ...rest,
    startsAt: `${day}T${startsAt}`,
    endsAt: `${day}T${endsAt}`,
    registrationDeadline: day.subtract({ days: deadlineDaysBefore }).toString(),
  }
}

const friday = 5

function workingDayFrom(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.dayOfWeek > friday ? day.add({ days: 8 - day.dayOfWeek }) : day
}

/** Fills a network for demonstration. What is there already stays, but that past gatherings are set up anew. */
export async function addDemonstrationData(network: Network, now: Temporal.Instant, timeZone: string): Promise<void> {
  const anyTopic = () => true
  const read = readGatherings(demonstrationGatherings(now, timeZone), { timeZone, isTopic: anyTopic })
  if (!read.ok) throw new Error(`the demonstration data has mistakes: ${JSON.stringify(read.mistakes)}`)
  for (const content of read.gatherings) {
    const existing = await network.gatherings.find(content.id)
    if (existing === null || !isAfter(existing.endsAt, now)) await network.gatherings.importAll([content], now)
  }
  const readProfile = createProfileReader(anyTopic)
  const profiles = demonstrationMembers.flatMap((row) => {
    const profile = readProfile(row)
    return profile.ok ? [profile.profile] : []
  })
  await network.members.importAll(profiles, now)
  await contribute(network, now)
}

/** What the others find when they look for experiences, partners and themes. */
async function contribute(network: Network, now: Temporal.Instant): Promise<void> {
  const { personId, experiences, suggestion, search, ...contributor } = demonstrationContributor
  const read = createProfileReader(() => true)(contributor.profile)
  if (!read.ok) throw new Error(`the demonstration data has mistakes: ${JSON.stringify(read.mistakes)}`)
  await network.members.save(personId, read.profile, now)
  for (const [index, experience] of experiences.entries()) {
    const year = now.toZonedDateTimeISO('UTC').year - 1
    await network.experiences.save(personId, `demo-experience-${index}`, { ...experience, year }, now)
  }
  await network.suggestions.suggest(personId, { id: 'demo-suggestion', text: suggestion, why: '' }, now)
  await network.partners.save(personId, 'demo-search', search, now)
}
