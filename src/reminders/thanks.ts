import { placeOutsideQuiet, type Quiet } from './quiet.ts'

/** The morning after: the presentations are in place, and the gathering is still fresh. */
const thanksTime = '10:00'
const latestDays = 14

/** When those who were registered for what ended are thanked: the next day that is no day off, in the morning at the place. */
export function thanksMoment(endsAt: Temporal.Instant, timeZone: string, quiet: Quiet): Temporal.Instant {
  const day = endsAt.toZonedDateTimeISO(timeZone).toPlainDate().add({ days: 1 })
  const nominal = day.toZonedDateTime({ timeZone, plainTime: thanksTime }).toInstant()
  const latest = nominal.add({ hours: latestDays * 24 })
  return placeOutsideQuiet(nominal, quiet, { timeZone, happensAt: endsAt }, { earliest: nominal, latest })
}
