/** Wall times between which nobody is disturbed; `from` later than `to` goes over midnight. */
export interface QuietHours {
  from: string
  to: string
}

/** How long a freed seat is held for whom it is offered to: shorter as the gathering comes closer. */
const terms = [
  { hoursAhead: 7 * 24, hoursToAnswer: 48 },
  { hoursAhead: 3 * 24, hoursToAnswer: 24 },
  { hoursAhead: 24, hoursToAnswer: 8 },
  { hoursAhead: 8, hoursToAnswer: 2 },
  { hoursAhead: 3, hoursToAnswer: 1 },
] as const

const latestAnswerHoursAhead = 1

/**
 * When an offer made now runs out: it is told when quiet hours are over, and what would run out in quiet hours goes on
 * after them for as long as it was into them. Null: too late to offer.
 */
export function offerEnd(
  now: Temporal.Instant,
  gathering: { startsAt: Date; timeZone: string },
  quietHours: QuietHours | null,
): Temporal.Instant | null {
  const startsAt = gathering.startsAt.toTemporalInstant()
  const asked = now.toZonedDateTimeISO(gathering.timeZone)
  const told = quietSpan(asked, quietHours)?.end ?? asked
  const hoursAhead = told.toInstant().until(startsAt).total('hours')
  const term = terms.find((each) => hoursAhead >= each.hoursAhead)
  if (term === undefined) return null
  const end = told.add({ hours: term.hoursToAnswer })
  const quiet = quietSpan(end, quietHours)
  const answered = (quiet ? quiet.end.add(quiet.start.until(end)) : end).toInstant()
  const latest = startsAt.subtract({ hours: latestAnswerHoursAhead })
  return Temporal.Instant.compare(answered, latest) < 0 ? answered : latest
}

/** The quiet hours that this time falls in, if it does. */
function quietSpan(time: Temporal.ZonedDateTime, quietHours: QuietHours | null) {
  if (quietHours === null) return null
  const { from, to } = quietHours
  const clock = time.toPlainTime()
  const overMidnight = Temporal.PlainTime.compare(from, to) > 0
  const afterFrom = Temporal.PlainTime.compare(clock, from) >= 0
  const beforeTo = Temporal.PlainTime.compare(clock, to) < 0
  if (overMidnight ? !afterFrom && !beforeTo : !afterFrom || !beforeTo) return null
  const day = time.startOfDay()
  const startDay = overMidnight && !afterFrom ? day.subtract({ days: 1 }) : day
  const endDay = overMidnight && afterFrom ? day.add({ days: 1 }) : day
  return { start: startDay.withPlainTime(from), end: endDay.withPlainTime(to) }
}
