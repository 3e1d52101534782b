import { personalNotice } from '../../cards/notices/personal.ts'
import type { Call } from '../../knowledge/calls.ts'
import type { PersonalReminder } from '../../reminders/personal/personal.ts'
import type { NoticeMakers } from '../notices.ts'

/** What people asked to be reminded of; of what they deleted, nothing. */
export function personalNotices(
  find: (reminderId: string) => Promise<PersonalReminder | null>,
  findCall: (callId: string, now: Temporal.Instant) => Call | null,
  timeZone: string,
): NoticeMakers {
  return {
    async personal({ data }, { personId, language, now }) {
      const reminder = await find(data.reminderId ?? '')
      if (reminder === null || reminder.personId !== personId) return null
      const call = reminder.call && findCall(reminder.call.id, now)
      return personalNotice({ reminder, call, timeZone }, language)
    },
  }
}
