/** Instants are `Temporal.Instant` on the room's face, `Date` in the store, and milliseconds in the dispatcher. */
export function toDate(instant: Temporal.Instant): Date {
  return new Date(instant.epochMilliseconds)
}

export function toInstant(at: Date | number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(Math.ceil(Number(at)))
}
