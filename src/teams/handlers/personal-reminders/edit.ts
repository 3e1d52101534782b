import { type ReminderForm, whatOf } from '../../../cards/personal-reminders.ts'
import type { VerbData } from '../../../cards/verbs.ts'
import { longestReminder, type PersonalReminder, type Wanted } from '../../../reminders/personal/personal.ts'
import type { Reply } from '../../reply.ts'
import type { PersonalTurn, Turn } from '../../turn.ts'
import { isDate, isTime, momentOf } from '../moments.ts'
import type { PersonalReminderDependencies, ReminderReplies } from './replies.ts'

/** Changing and deleting; another person's reminder looks like one that is gone. */
export function createEditReminder(
  { reminders, timeZone }: Pick<PersonalReminderDependencies, 'reminders' | 'timeZone'>,
  { shownOf, form, save, fieldsOf, list }: ReminderReplies,
) {
  async function edit(turn: PersonalTurn, reminderId: string): Promise<Reply> {
    const reminder = await reminders.find(reminderId)
    if (reminder === null || reminder.personId !== turn.person.id) return list(turn, 0, turn.texts.personal.gone)
    const text = whatOf(shownOf(reminder, turn.now), turn.language)
    return form(turn, reminderId, { isNew: false, text, ...fieldsOf(reminder.at.toTemporalInstant()) })
  }

  async function saveForm(turn: PersonalTurn, data: VerbData<'personal.save'>): Promise<Reply> {
    const { reminderId, text, date, time } = data
    const known = await reminders.find(reminderId)
    if (known !== null && known.personId !== turn.person.id) return list(turn, 0, turn.texts.personal.gone)
    const isNew = known === null
    const mistakes = mistakesIn(turn, data)
    const at = momentOf(date, time, timeZone)
    if (mistakes.length > 0 || at === null) return form(turn, reminderId, { isNew, text, date, time, mistakes })
    return save(turn, { _id: reminderId, ...changed(turn, known, text.trim(), at), at }, { isNew })
  }

  /** At another time than before it no longer moves with the deadline. */
  function changed(
    turn: PersonalTurn,
    known: PersonalReminder | null,
    text: string,
    at: Temporal.Instant,
  ): Pick<Wanted, 'text' | 'call' | 'answerId'> {
    if (known === null) return { text, call: null, answerId: null }
    const isSameText = text === whatOf(shownOf(known, turn.now), turn.language)
    const isSameTime = at.epochMilliseconds === known.at.getTime()
    const call = known.call && (isSameTime ? known.call : { ...known.call, before: null })
    return { text: isSameText ? known.text : text, call, answerId: known.answerId }
  }

  async function remove(turn: PersonalTurn, reminderId: string): Promise<Reply> {
    const removed = await reminders.remove(turn.person.id, reminderId)
    const { personal } = turn.texts
    const what = removed && whatOf(shownOf(removed, turn.now), turn.language)
    return list(turn, 0, what === null ? personal.gone : personal.removed(what))
  }

  /** To another time, with the same words. */
  async function move(turn: PersonalTurn, known: PersonalReminder, at: Temporal.Instant): Promise<Reply> {
    const { _id, text } = known
    const was = known.at.getTime()
    const reply = await save(turn, { _id, ...changed(turn, known, text, at), text, at }, { isNew: false })
    if (turn.memory.about?.kind === 'reminder') turn.memory.about = { kind: 'reminder', id: _id, was }
    return reply
  }

  return { edit, saveForm, remove, move }
}

function mistakesIn({ texts }: Turn, { text, date, time }: VerbData<'personal.save'>): ReminderForm['mistakes'] {
  const { textMissing, tooLong, dateMissing, timeMissing } = texts.personal
  const length = text.trim().length
  return [
    ...(length === 0 ? [{ field: 'text' as const, text: textMissing }] : []),
    ...(length > longestReminder ? [{ field: 'text' as const, text: tooLong }] : []),
    ...(isDate(date) ? [] : [{ field: 'date' as const, text: dateMissing }]),
    ...(time !== '' && isTime(time) ? [] : [{ field: 'time' as const, text: timeMissing }]),
  ]
}
