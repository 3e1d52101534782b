import { whatOf } from '../../../cards/personal-reminders.ts'
import { contentWords } from '../../../knowledge/content-words.ts'
import type { PersonalReminder } from '../../../reminders/personal/personal.ts'
import { reminderToRemove } from '../../../reminders/personal/read-removal.ts'
import type { Reply } from '../../reply.ts'
import type { PersonalTurn } from '../../turn.ts'
import { deletes, halts, takesBack } from '../take-back.ts'
import type { PersonalReminderDependencies, ReminderReplies } from './replies.ts'

interface ReminderChanges {
  remove: (turn: PersonalTurn, reminderId: string) => Promise<Reply>
}

/** What is written about a reminder that was just set or shown, or that is named: null where it is about something else. */
export function createReminderFollowUp(
  { reminders }: Pick<PersonalReminderDependencies, 'reminders'>,
  { shownOf, list }: ReminderReplies,
  { remove }: ReminderChanges,
) {
  async function removeNamed(turn: PersonalTurn, what: string): Promise<Reply> {
    const { about } = turn.memory
    if (what === '' && about?.kind === 'reminder') return remove(turn, about.id)
    const upcoming = await reminders.upcoming(turn.person.id, turn.now)
    const [only, ...others] = what === '' ? upcoming : nearest(turn, upcoming, contentWords(what))
    if (only !== undefined && others.length === 0) return remove(turn, only._id)
    const { personal } = turn.texts
    return list(turn, 0, only === undefined ? (upcoming.length === 0 ? undefined : personal.noneSuch) : personal.which)
  }

  function nearest(turn: PersonalTurn, all: readonly PersonalReminder[], wanted: readonly string[]) {
    const scored = all.map((reminder) => {
      const has = new Set(contentWords(whatOf(shownOf(reminder, turn.now), turn.language)))
      return { reminder, score: wanted.filter((word) => has.has(word)).length }
    })
    const best = Math.max(1, ...scored.map(({ score }) => score))
    return scored.filter(({ score }) => score === best).map(({ reminder }) => reminder)
  }

  return async (turn: PersonalTurn, spoken: () => PersonalTurn): Promise<Reply | null> => {
    const { text, memory } = turn
    const named = reminderToRemove(text)
    if (named !== null) return removeNamed(spoken(), named)
    if (memory.about?.kind === 'reminder' && (takesBack(text) || halts(text))) return remove(spoken(), memory.about.id)
    if (memory.about?.kind === 'reminders' && deletes(text)) return removeNamed(spoken(), '')
    return null
  }
}
