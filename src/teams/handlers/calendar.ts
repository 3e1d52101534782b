import { calendarAddressCard } from '../../cards/calendar.ts'
import type { CalendarFeeds } from '../../network/calendar-feeds.ts'
import { answeredInPersonalChat, type Feature, inPersonalChat, onVerb } from '../feature.ts'
import { type Reply, replyWithCard } from '../reply.ts'
import type { PersonalTurn } from '../turn.ts'

export interface CalendarDependencies {
  feeds: Pick<CalendarFeeds, 'open' | 'renew' | 'revoke'>
  /** Where calendars reach the bot. */
  publicUrl: string
}

/** A person's own calendar address: shown, exchanged for another, turned off. */
export function calendarFeature({ feeds, publicUrl }: CalendarDependencies): Feature {
  function reply({ language }: PersonalTurn, key: string | null, notice?: string): Reply {
    const address = key === null ? null : `${publicUrl}/calendar/feed/${key}.ics`
    return replyWithCard(calendarAddressCard({ address, ...(notice === undefined ? {} : { notice }) }, language))
  }
  return {
    verbs: [
      onVerb(
        'calendar.feed',
        answeredInPersonalChat(async (turn) => reply(turn, await feeds.open(turn.person.id, turn.now))),
      ),
      onVerb(
        'calendar.renew',
        inPersonalChat(async (turn) =>
          reply(turn, await feeds.renew(turn.person.id, turn.now), turn.texts.calendar.renewed),
        ),
      ),
      onVerb(
        'calendar.revoke',
        inPersonalChat(async (turn) => {
          await feeds.revoke(turn.person.id)
          return reply(turn, null, turn.texts.calendar.revoked)
        }),
      ),
    ],
  }
}
