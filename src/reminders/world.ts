/** What the room must know of a gathering. */
export interface PlannedGathering {
  id: string
  /** Another one whenever anything of this is. */
  revision: number
  startsAt: Temporal.Instant
  /** An IANA zone: a day before is the same wall time there. */
  timeZone: string
  /** ISO 8601 durations before the start, such as `P7D` and `PT1H`. */
  reminders: readonly string[]
  /** False when it is called off or not published. */
  takesPlace: boolean
  /** Nobody knows of it but those whom it is for: nothing of it is said where others read. */
  isForFew?: boolean
  /** When its time was last set: reminders that would have been due before then are not sent late. */
  timeSetAt?: Temporal.Instant
  attendees: readonly Attendee[]
}

export interface Attendee {
  personId: string
  /** When they got their seat. */
  since: Temporal.Instant
  /** When they come, if that is on a later day than the first. */
  comesAt?: Temporal.Instant
}

/** What a person is reminded of: their own first day. */
export function comingOf({ comesAt }: Attendee, { startsAt }: Pick<PlannedGathering, 'startsAt'>): Temporal.Instant {
  return comesAt ?? startsAt
}

/** What the room reads of the rest of the bot, and the one thing that it tells. */
export interface World {
  /** Null when there is none. */
  gathering(id: string): Promise<PlannedGathering | null>
  /** Ids of those that somebody may still come to; with `personId`, those that this person may. */
  upcomingGatherings(now: Temporal.Instant, personId?: string): Promise<readonly string[]>
  /** Those of the persons to whom nothing can be sent. */
  unreachable(personIds: readonly string[]): Promise<readonly string[]>
  /** The service refused for good; nothing is sent until they write again. */
  markUnreachable(personId: string, reason: string, now: Temporal.Instant): Promise<void>
}
