import type { Language } from '../../language.ts'
import { datesIn } from '../../texts/dates.ts'
import { textsIn } from '../../texts/texts.ts'
import { execute, openUrl } from '../actions.ts'
import { facts, note } from '../elements.ts'
import type { Notice } from '../notices.ts'
import { deadlineOf, type ShownReminder, whatOf } from '../personal-reminders.ts'

/** What somebody asked to be reminded of. */
export function personalNotice(shown: ShownReminder, language: Language): Notice {
  const texts = textsIn(language).personal
  const { reminder, call, timeZone } = shown
  const deadline = deadlineOf(shown, language)
  const { answerId } = reminder
  const actions = [
    ...(call === null ? [] : [openUrl(texts.readCall, call.url)]),
    ...(answerId === null ? [] : [execute(texts.openAnswer, 'answers.show', { answerId })]),
  ]
  return {
    title: texts.noticeTitle(whatOf(shown, language)),
    body: [
      ...(deadline.length === 0 ? [] : [facts(deadline)]),
      note(texts.asked(datesIn(timeZone, language).shortDay(reminder.createdAt.toTemporalInstant()))),
    ],
    actions: [...actions, execute(texts.list, 'personal.list', {})],
    open: actions[0] ?? null,
  }
}
