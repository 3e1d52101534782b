import type { Language } from '../../language.ts'
import type { Gathering, GatheringNews, Registration } from '../../network/gathering.ts'
import { datesIn } from '../../texts/dates.ts'
import type { ReminderTexts } from '../../texts/nb/reminders.ts'
import { textsIn } from '../../texts/texts.ts'
import { execute } from '../actions.ts'
import { type Action, type Element, facts, paragraph } from '../elements.ts'
import { detailsWithChanges } from '../gathering-changes.ts'
import type { Notice } from '../notices.ts'
import { comingOf, type Reminder, reminderActions, reminderBody } from './reminder.ts'

/** What one has at a gathering: a seat, the offer of one, or a place in the queue. */
export type Standing = Extract<Registration['state'], 'registered' | 'offered' | 'waiting'>

/** Of the changes that are told of together, in advisers' own words. */
type Reasons = readonly string[]

/** News of a gathering, for one whom it concerns. */
export type GatheringNotice =
  | Reminder
  /** `news` is null when it is no longer known what it was before. */
  | {
      kind: 'gathering-changed'
      gathering: Gathering
      news: GatheringNews | null
      standing: Standing
      reasons: Reasons
    }
  | { kind: 'gathering-called-off'; gathering: Gathering; reasons: Reasons }
  | { kind: 'seat-offer-ended' | 'seat-given'; gathering: Gathering }
  | { kind: 'registered-for-you' | 'changed-for-you' | 'queued-for-you' | 'removed-for-you'; gathering: Gathering }
  | { kind: 'seat-offered'; gathering: Gathering; until: Temporal.Instant }

export function gatheringNotice(notice: GatheringNotice, language: Language, now: Temporal.Instant): Notice {
  const texts = textsIn(language).reminders
  return {
    title: titleOf(notice, texts, now),
    body: notice.kind === 'reminder' ? reminderBody(notice, language, now) : noticeBody(notice, language),
    actions: notice.kind === 'reminder' ? reminderActions(notice, texts) : noticeActions(notice, texts),
    open: show(notice.gathering, notice.gathering.title),
  }
}

function titleOf(notice: GatheringNotice, texts: ReminderTexts, now: Temporal.Instant): string {
  const { gathering } = notice
  switch (notice.kind) {
    case 'reminder':
      return texts.reminderTitle(timeUntil(comingOf(notice), texts, now), gathering.title)
    case 'gathering-changed':
      return notice.news?.kind === 'on-again'
        ? texts.onAgainTitle(gathering.title)
        : texts.changedTitle(gathering.title)
    case 'gathering-called-off':
      return texts.calledOffTitle(gathering.title)
    case 'seat-offered':
      return texts.offeredTitle(gathering.title)
    case 'seat-offer-ended':
      return texts.offerEndedTitle(gathering.title)
    case 'seat-given':
      return texts.seatGivenTitle(gathering.title)
    case 'registered-for-you':
      return texts.registeredForYouTitle(gathering.title)
    case 'changed-for-you':
      return texts.changedForYouTitle(gathering.title)
    case 'queued-for-you':
      return texts.queuedForYouTitle(gathering.title)
    case 'removed-for-you':
      return texts.removedForYouTitle(gathering.title)
  }
}

/** As people say it, by what is left when it is sent: a reminder that waited for the morning must not say "in a week". */
function timeUntil(start: Temporal.ZonedDateTime, { inTime }: ReminderTexts, now: Temporal.Instant): string {
  const minutes = Math.round(now.until(start.toInstant()).total('minutes'))
  const days = now.toZonedDateTimeISO(start.timeZoneId).toPlainDate().until(start.toPlainDate()).days
  if (days >= 7 && days % 7 === 0) return inTime.weeks(days / 7)
  if (days >= 1) return inTime.days(days)
  if (minutes < 45) return inTime.minutes(Math.max(1, minutes))
  return minutes <= 6 * 60 ? inTime.hours(Math.round(minutes / 60)) : inTime.today
}

type Other = Exclude<GatheringNotice, Reminder>

function noticeBody(notice: Other, language: Language): Element[] {
  const texts = textsIn(language).reminders
  const { gathering } = notice
  const lead = leadOf(notice, texts, language)
  const before = notice.kind === 'gathering-changed' ? (notice.news?.before ?? null) : null
  const details = facts(detailsWithChanges(before, gathering, language))
  const reasons = 'reasons' in notice ? notice.reasons : []
  return [
    ...(lead === null ? [] : [paragraph(lead)]),
    ...reasons.map((reason) => paragraph(texts.adviserWrites(reason))),
    details,
  ]
}

function leadOf(notice: Other, texts: ReminderTexts, language: Language): string | null {
  switch (notice.kind) {
    case 'gathering-changed':
      return (notice.news?.kind === 'on-again' ? texts.onAgain : texts.changed)[notice.standing]
    case 'gathering-called-off':
      return texts.calledOff
    case 'seat-offered':
      return texts.offered(datesIn(notice.gathering.timeZone, language).dayAndTime(notice.until))
    case 'seat-offer-ended':
      return texts.offerEnded
    case 'seat-given':
      return texts.seatGiven
    case 'registered-for-you':
      return texts.registeredForYou
    case 'changed-for-you':
      return texts.changedForYou
    case 'queued-for-you':
      return texts.queuedForYou
    case 'removed-for-you':
      return texts.removedForYou
  }
}

function noticeActions({ kind, gathering }: Other, texts: ReminderTexts): Action[] {
  const gatheringId = gathering._id
  const open = show(gathering, texts.open)
  const cannotCome = execute(texts.cannotCome, 'gatherings.cancel', { gatheringId })
  switch (kind) {
    case 'gathering-changed':
    case 'seat-given':
    case 'registered-for-you':
    case 'changed-for-you':
    case 'queued-for-you':
      return [open, cannotCome]
    case 'seat-offered':
      return [
        execute(texts.acceptOffer, 'gatherings.accept-offer', { gatheringId }, { style: 'positive' }),
        execute(texts.declineOffer, 'gatherings.decline-offer', { gatheringId }),
      ]
    case 'gathering-called-off':
    case 'seat-offer-ended':
    case 'removed-for-you':
      return [open]
  }
}

function show({ _id }: Gathering, title: string): Action {
  return execute(title, 'gatherings.show', { gatheringId: _id })
}
