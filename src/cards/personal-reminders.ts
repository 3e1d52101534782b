import type { Call } from '../knowledge/calls.ts'
import type { Language } from '../language.ts'
import { isDayOff } from '../reminders/calendar.ts'
import { longestReminder, type PersonalReminder } from '../reminders/personal/personal.ts'
import { datesIn } from '../texts/dates.ts'
import { textsIn } from '../texts/texts.ts'
import { execute } from './actions.ts'
import { buttonRows } from './buttons.ts'
import { type Card, card } from './card.ts'
import { type Element, entry, facts, heading, note, paragraph, row, subheading, warning } from './elements.ts'
import { dateInput, textInput, timeInput } from './inputs.ts'
import { pageButtons, pageOf } from './pages.ts'

/** A reminder as it is shown: with the call that it is of, as the content has it now. */
export interface ShownReminder {
  reminder: PersonalReminder
  call: Call | null
  timeZone: string
}

export function whatOf({ reminder, call }: ShownReminder, language: Language): string {
  return reminder.text || (call?.title[language] ?? textsIn(language).personal.what)
}

/** What was understood, so that it can be put right at once. */
export function reminderSetCard(shown: ShownReminder & { isHeld: boolean }, language: Language, notice?: string): Card {
  const texts = textsIn(language).personal
  const { reminder, timeZone } = shown
  const at = reminder.at.toTemporalInstant()
  const title = texts.set(datesIn(timeZone, language).dayAndTime(at))
  const data = { reminderId: reminder._id }
  return card(language, `${title}: ${whatOf(shown, language)}`, [
    ...(notice === undefined ? [] : [subheading(notice)]),
    heading(title),
    facts([[texts.what, whatOf(shown, language)], ...deadlineOf(shown, language)]),
    ...(shown.isHeld ? [warning(texts.isHeld)] : []),
    ...(reminder.call?.before ? [note(texts.movesAlong)] : []),
    ...(isDayOff(at.toZonedDateTimeISO(timeZone).toPlainDate()) ? [note(texts.dayOff)] : []),
    ...buttonRows([
      execute(texts.edit, 'personal.edit', data),
      execute(texts.remove, 'personal.delete', data),
      execute(texts.list, 'personal.list', {}),
      ...(shown.isHeld ? [execute(textsIn(language).reminderSettings.title, 'reminders.settings', {})] : []),
    ]),
  ])
}

export function deadlineOf({ call, timeZone }: ShownReminder, language: Language): [string, string][] {
  if (call === null) return []
  const { personal: texts } = textsIn(language)
  const dates = datesIn(timeZone, language)
  const closes = call.closes.toInstant()
  return [[texts.deadline, call.closesAtKnownTime ? dates.dayAndTime(closes) : dates.day(closes)]]
}

export interface ReminderForm {
  reminderId: string
  isNew: boolean
  text: string
  /** `2026-12-24` and `09:00`, or empty. */
  date: string
  time: string
  /** Today, before which nothing can be chosen. */
  today: string
  /** Why the form is shown. */
  notice?: string
  mistakes: { field: 'text' | 'date' | 'time'; text: string }[]
}

export function reminderFormCard(form: ReminderForm, language: Language): Card {
  const texts = textsIn(language).personal
  const { reminderId, isNew, text, date, time, today, notice, mistakes } = form
  const title = isNew ? texts.formTitle : texts.editTitle
  const errorOf = (field: string) => mistakes.find((mistake) => mistake.field === field)?.text
  return card(
    language,
    notice ?? title,
    [
      heading(title),
      ...(notice === undefined ? [] : [paragraph(notice)]),
      ...textInput('text', texts.text, {
        value: text,
        required: texts.textMissing,
        error: errorOf('text'),
        maxLength: longestReminder,
      }),
      ...dateInput('date', texts.date, {
        value: date,
        required: texts.dateMissing,
        error: errorOf('date'),
        min: today,
      }),
      ...timeInput('time', texts.time, { value: time, required: texts.timeMissing, error: errorOf('time') }),
    ],
    [
      execute(texts.save, 'personal.save', { reminderId }, { style: 'positive' }),
      ...(isNew ? [] : [execute(texts.remove, 'personal.delete', { reminderId }, { ignoreInputs: true })]),
      execute(texts.list, 'personal.list', {}, { ignoreInputs: true }),
    ],
  )
}

export interface CallChoice {
  reminderId: string
  calls: readonly Call[]
  /** ISO 8601. */
  before: string
  time: string
  timeZone: string
}

export function chooseCallCard({ reminderId, calls, before, time, timeZone }: CallChoice, language: Language): Card {
  const { whichCall } = textsIn(language).personal
  const dates = datesIn(timeZone, language)
  return card(language, whichCall, [
    heading(whichCall),
    ...calls.map((call) =>
      row(
        `${call.title[language]} (${dates.shortDay(call.closes.toInstant())})`,
        execute(call.title[language], 'personal.for-call', { reminderId, callId: call.id, before, time }),
      ),
    ),
  ])
}

const pageSize = 8

export function reminderListCard(
  all: readonly ShownReminder[],
  page: number,
  language: Language,
  notice?: string,
): Card {
  const texts = textsIn(language).personal
  const { shown, ...position } = pageOf(all, page, pageSize)
  return card(language, notice ?? texts.listTitle, [
    ...(notice === undefined ? [] : [subheading(notice)]),
    heading(texts.listTitle),
    ...(all.length === 0 ? [paragraph(texts.none)] : shown.map((each) => listEntry(each, language))),
    ...buttonRows([
      execute(texts.fresh, 'personal.new', {}),
      ...pageButtons(position, language, (text, to) => execute(text, 'personal.list', { page: to })),
      execute(textsIn(language).reminderSettings.title, 'reminders.settings', {}),
    ]),
  ])
}

function listEntry(shown: ShownReminder, language: Language): Element {
  const { reminder, timeZone } = shown
  const when = datesIn(timeZone, language).dayAndTime(reminder.at.toTemporalInstant())
  return entry(
    whatOf(shown, language),
    when,
    execute(whatOf(shown, language), 'personal.edit', { reminderId: reminder._id }),
  )
}
