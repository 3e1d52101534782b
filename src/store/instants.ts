/** Moments are Temporal's in the rooms above and `Date` in the store; back they come by `toTemporalInstant`. */
export function toDate({ epochMilliseconds }: Temporal.Instant | Temporal.ZonedDateTime): Date {
  return new Date(epochMilliseconds)
}
