import type { Language } from '../language.ts'
import { type Announcement, stateOf } from '../network/announcement.ts'
import type { FieldMistake } from '../network/mistakes.ts'
import type { Missed, Report } from '../reminders/report.ts'
import { datesIn } from '../texts/dates.ts'
import { textsIn } from '../texts/texts.ts'
import { execute } from './actions.ts'
import { announcementBody } from './announcements.ts'
import { buttonRows } from './buttons.ts'
import { type Card, card } from './card.ts'
import {
  type Action,
  type Element,
  entry,
  facts,
  heading,
  note,
  panel,
  paragraph,
  subheading,
  titledList,
} from './elements.ts'
import { dateInput, textInput, timeInput } from './inputs.ts'
import { type PagePosition, pageButtons } from './pages.ts'

/** A message, and when it comes to those who keep the network's quiet times; null: when it is sent. */
interface Dated {
  announcement: Announcement
  heldUntil: Temporal.Instant | null
}

export interface AnnouncementList extends PagePosition {
  announcements: readonly Dated[]
  timeZone: string
}

export function announcementListCard(
  { announcements, timeZone, ...position }: AnnouncementList,
  language: Language,
): Card {
  const texts = textsIn(language).announcements
  const { toMenu } = textsIn(language).gatheringDesk
  return card(language, texts.listTitle, [
    heading(texts.listTitle),
    ...(announcements.length === 0 ? [paragraph(texts.empty)] : []),
    ...announcements.map((each) =>
      entry(
        each.announcement.title,
        standOf(each, timeZone, language),
        execute(each.announcement.title, 'announcements.report', { announcementId: each.announcement._id }),
      ),
    ),
    ...buttonRows([
      execute(texts.writeNew, 'announcements.write', {}, { style: 'positive' }),
      ...pageButtons(position, language, (text, page) => execute(text, 'announcements.list', { page })),
      execute(toMenu, 'advise.menu', {}),
    ]),
  ])
}

/** Where a message stands, in a line. */
function standOf({ announcement, heldUntil }: Dated, timeZone: string, language: Language): string {
  const { states } = textsIn(language).announcements
  const dates = datesIn(timeZone, language)
  const { sendAt, sentAt, sentTo, stoppedAt, withdrawnAt } = announcement
  const when = (date: Date | null) => (date === null ? '' : dates.dayAndTime(date.toTemporalInstant()))
  const held = heldUntil === null ? null : dates.dayAndTime(heldUntil)
  const state = stateOf(announcement)
  switch (state) {
    case 'draft':
    case 'sending':
      return states[state]
    case 'scheduled':
      return states.scheduled(when(sendAt), held)
    case 'sent':
      return states.sent(when(sentAt), sentTo, held)
    case 'stopped':
      return states.stopped(when(stoppedAt))
    case 'withdrawn':
      return states.withdrawn(when(withdrawnAt))
  }
}

export interface AnnouncementReport extends Dated {
  now: Temporal.Instant
  gatheringTitle: string | null
  report: Report
  /** Some who did not get it: name and municipality, and why. */
  missed: readonly { who: string; why: Missed['why'] }[]
  timeZone: string
  notice?: string
}

/** What became of a message that was sent, and what can be done about it. */
export function announcementReportCard(shown: AnnouncementReport, language: Language): Card {
  const texts = textsIn(language).announcements
  const { announcement, gatheringTitle, report, missed, timeZone, notice, heldUntil, now } = shown
  const isHeld = heldUntil !== null && Temporal.Instant.compare(now, heldUntil) < 0
  const title = isHeld ? texts.underWay(announcement.sentTo) : texts.sent(announcement.sentTo)
  const sentWhen = isHeld ? texts.heldUntil(datesIn(timeZone, language).dayAndTime(heldUntil)) : texts.sentWhen
  const lines = missed.map(({ who, why }) => texts.report.missedLine(who, texts.report.whyMissed[why]))
  const hasMoreMissed = report.failed + report.unreachable > missed.length
  return card(language, notice ?? title, [
    ...(notice === undefined ? [] : [subheading(notice)]),
    heading(title),
    note(stateOf(announcement) === 'sent' ? sentWhen : standOf(shown, timeZone, language)),
    facts(reportFacts(shown, language)),
    ...(missed.length === 0
      ? []
      : [titledList(texts.report.missed, hasMoreMissed ? [...lines, texts.report.andMore] : lines)]),
    panel(announcementBody(announcement, gatheringTitle, language)),
    ...buttonRows(reportActions(shown, language)),
  ])
}

function reportFacts({ announcement, report }: AnnouncementReport, language: Language): [string, string][] {
  const texts = textsIn(language).announcements.report
  const { neverWrote, unreachable } = announcement.missed
  const rows: [string, number][] = [
    [texts.waiting, report.waiting],
    [texts.unreachable, report.unreachable],
    [texts.failed, report.failed],
    [texts.turnedOff, report.turnedOff],
    [texts.stopped, report.stopped],
    [texts.neverWrote, neverWrote],
    [texts.removed, unreachable],
  ]
  return [
    [texts.delivered, String(report.delivered)],
    ...rows.filter(([, count]) => count > 0).map(([title, count]): [string, string] => [title, String(count)]),
  ]
}

function reportActions({ announcement, report }: AnnouncementReport, language: Language): Action[] {
  const texts = textsIn(language).announcements
  const data = { announcementId: announcement._id }
  const state = stateOf(announcement)
  const isOn = state === 'sending' || state === 'sent'
  return [
    execute(texts.refresh, 'announcements.report', data),
    ...(isOn && (report.waiting > 0 || state === 'sending') ? [execute(texts.stop, 'announcements.stop', data)] : []),
    ...(isOn && report.failed > 0 ? [execute(texts.retry, 'announcements.retry', data)] : []),
    ...(state === 'withdrawn'
      ? []
      : [
          execute(texts.correct, 'announcements.correct', data),
          execute(texts.withdraw, 'announcements.withdraw', data),
        ]),
    execute(texts.back, 'announcements.list', {}),
  ]
}

interface Typed {
  announcementId: string
  values: Readonly<Record<string, string>>
  /** By field, in words. */
  errors: Readonly<Record<string, string>>
}

/** @param today before which nothing can be chosen */
export function announcementScheduleCard(
  { announcementId, values, errors }: Typed,
  today: string,
  language: Language,
): Card {
  const texts = textsIn(language).announcements
  const data = { announcementId }
  return card(
    language,
    texts.scheduleTitle,
    [
      heading(texts.scheduleTitle),
      ...dateInput('date', texts.date, {
        value: values.date,
        required: texts.dateMissing,
        error: errors.date,
        min: today,
      }),
      ...timeInput('time', texts.time, { value: values.time, required: texts.timeMissing, error: errors.time }),
    ],
    [
      execute(texts.schedule, 'announcements.schedule', { ...data, asked: 'yes' }, { style: 'positive' }),
      execute(texts.keep, 'announcements.report', data, { ignoreInputs: true }),
    ],
  )
}

export function announcementCorrectCard(
  { _id, title, text }: Pick<Announcement, '_id' | 'title' | 'text'>,
  mistakes: readonly FieldMistake[],
  language: Language,
): Card {
  const { announcements: texts, mistakes: reasons } = textsIn(language)
  const errorOf = (field: string) => {
    const reason = mistakes.find((mistake) => mistake.field === field)?.reason
    return reason && reasons[reason]
  }
  return card(
    language,
    texts.correctTitle,
    [
      heading(texts.correctTitle),
      paragraph(texts.correctLead),
      ...textInput('title', texts.fields.title, {
        value: title,
        required: texts.titleMissing,
        error: errorOf('title'),
        maxLength: 120,
      }),
      ...textInput('text', texts.fields.text, {
        value: text,
        required: texts.textMissing,
        error: errorOf('text'),
        multiline: true,
        maxLength: 3000,
      }),
    ],
    [
      execute(texts.saveCorrection, 'announcements.save-correction', { announcementId: _id }, { style: 'positive' }),
      execute(texts.keep, 'announcements.report', { announcementId: _id }, { ignoreInputs: true }),
    ],
  )
}

export function announcementWithdrawCard({ _id, title }: Announcement, delivered: number, language: Language): Card {
  const texts = textsIn(language).announcements
  const data = { announcementId: _id }
  const body: Element[] = [heading(texts.withdrawTitle), subheading(title), paragraph(texts.withdrawLead(delivered))]
  return card(language, texts.withdrawTitle, body, [
    execute(texts.confirmWithdraw, 'announcements.confirm-withdraw', data, { style: 'destructive' }),
    execute(texts.keep, 'announcements.report', data),
  ])
}
