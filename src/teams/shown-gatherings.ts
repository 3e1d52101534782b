import { createHash } from 'node:crypto'
import type { Card } from '../cards/card.ts'
import type { Gathering } from '../network/gathering.ts'
import type { ShownGatherings } from './reply.ts'

/** One person's card: what is in it of the gatherings themselves. Who comes and goes does not touch it. */
export function detailsShown(gatherings: readonly Gathering[]): ShownGatherings {
  const details = gatherings.map(
    ({ title, status, startsAt, endsAt, place, onlineUrl, registrationDeadline, agenda }) => {
      return [title, status, startsAt, endsAt, place, onlineUrl, registrationDeadline, agenda]
    },
  )
  return { gatheringIds: gatherings.map(({ _id }) => _id), state: digest(details) }
}

/** The card that all see in a group: every word of it. */
export function cardShown({ _id }: Gathering, { body, actions }: Card): ShownGatherings {
  return { gatheringIds: [_id], state: digest([body, actions]) }
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 16)
}
