import {
  type ReminderForm,
  reminderFormCard,
  reminderListCard,
  reminderSetCard,
  type ShownReminder,
} from '../../../cards/personal-reminders.ts'
import type { Knowledge } from '../../../knowledge/knowledge.ts'
import type {
  PersonalReminder,
  PersonalReminders,
  ReminderOutcome,
  Wanted,
} from '../../../reminders/personal/personal.ts'
import type { PersonSettings } from '../../../reminders/settings.ts'
import { type Reply, replyWithCard, replyWithText } from '../../reply.ts'
import type { PersonalTurn } from '../../turn.ts'

export interface PersonalReminderDependencies {
  reminders: PersonalReminders
  settingsOf: (personId: string) => Promise<PersonSettings>
  knowledge: Pick<Knowledge, 'understand' | 'callsAhead' | 'programme' | 'programmesIn' | 'titleOf'>
  timeZone: string
  newId: () => string
}

export type ReminderReplies = ReturnType<typeof createReminderReplies>

/** What a person sees of their reminders: one as it was understood, the form, the list. */
export function createReminderReplies({ reminders, settingsOf, knowledge, timeZone }: PersonalReminderDependencies) {
  function shownOf(reminder: PersonalReminder, now: Temporal.Instant): ShownReminder {
    const id = reminder.call?.id
    const call = id === undefined ? null : (knowledge.callsAhead(now).find((each) => each.id === id) ?? null)
    return { reminder, call, timeZone }
  }

  function form(turn: PersonalTurn, reminderId: string, fields: Partial<ReminderForm>): Reply {
    const today = turn.now.toZonedDateTimeISO(timeZone).toPlainDate().toString()
    const blank = { reminderId, isNew: true, text: '', date: '', time: '09:00', today, mistakes: [] }
    return replyWithCard(reminderFormCard({ ...blank, ...fields }, turn.language))
  }

  /** The reminder as it stands now, or the form again with what was typed and why it will not do. */
  async function save(turn: PersonalTurn, wanted: Wanted, { isNew }: { isNew: boolean }): Promise<Reply> {
    const outcome = await reminders.save(turn.person.id, wanted, turn.now)
    if (outcome.ok) {
      turn.memory.about = { kind: 'reminder', id: outcome.reminder._id }
      const notice = isNew ? undefined : turn.texts.personal.changed
      const isHeld = holdsBack(await settingsOf(turn.person.id), outcome.reminder.at)
      const shown = { ...shownOf(outcome.reminder, turn.now), isHeld }
      return replyWithCard(reminderSetCard(shown, turn.language, notice))
    }
    return refused(turn, wanted, outcome.reason, isNew)
  }

  function refused(
    turn: PersonalTurn,
    wanted: Wanted,
    reason: Extract<ReminderOutcome, { ok: false }>['reason'],
    isNew: boolean,
  ): Reply {
    const { refusals } = turn.texts.personal
    if (reason === 'too-many' || reason === 'not-found') return replyWithText(refusals[reason])
    const { date, time } = fieldsOf(wanted.at)
    const text = wanted.text
    const mistakes: ReminderForm['mistakes'] = [{ field: 'date', text: refusals[reason] }]
    return form(turn, wanted._id, { isNew, text, date, time, mistakes })
  }

  function fieldsOf(at: Temporal.Instant): { date: string; time: string } {
    const wall = at.toZonedDateTimeISO(timeZone)
    return {
      date: wall.toPlainDate().toString(),
      time: wall.toPlainTime().toString({ smallestUnit: 'minute' }),
    }
  }

  async function list(turn: PersonalTurn, page: number, notice?: string): Promise<Reply> {
    turn.memory.about = { kind: 'reminders' }
    const found = await reminders.upcoming(turn.person.id, turn.now)
    const shown = found.map((reminder) => shownOf(reminder, turn.now))
    return replyWithCard(reminderListCard(shown, page, turn.language, notice))
  }

  return { shownOf, form, save, fieldsOf, list }
}

/** Whether it would not come by what the person has chosen. */
function holdsBack({ off, muted, pausedUntil }: PersonSettings, at: Date): boolean {
  return off || muted.includes('personal') || (pausedUntil !== null && pausedUntil > at)
}
