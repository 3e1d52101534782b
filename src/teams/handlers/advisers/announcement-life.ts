import {
  announcementCorrectCard,
  announcementListCard,
  announcementReportCard,
  announcementScheduleCard,
  announcementWithdrawCard,
} from '../../../cards/announcement-life.ts'
import { readPage } from '../../../cards/pages.ts'
import type { VerbData } from '../../../cards/verbs.ts'
import { type Announcement, readCorrection } from '../../../network/announcement.ts'
import type { AnnouncementMessages } from '../../../network/announcements.ts'
import type { Network } from '../../../network/network.ts'
import { isDayOff } from '../../../reminders/calendar.ts'
import type { Reminders } from '../../../reminders/reminders.ts'
import { datesIn } from '../../../texts/dates.ts'
import type { Feature } from '../../feature.ts'
import { type Reply, replyWithCard, replyWithText } from '../../reply.ts'
import type { PersonalTurn } from '../../turn.ts'
import { isDate, momentOf } from '../moments.ts'
import type { ForAdvisers } from './for-advisers.ts'

export interface AnnouncementLifeDependencies {
  forAdvisers: ForAdvisers
  network: Pick<Network, 'announcements' | 'gatherings' | 'members'>
  messages: AnnouncementMessages
  /** What became of a message, and trying again. */
  outcome: {
    report: Reminders['report']
    retryFailed: Reminders['retryFailed']
    about: (announcementId: string) => string
  }
  /** When what is sent at a moment reaches those who keep the network's quiet times; null: at once. */
  heldUntil: (at: Temporal.Instant) => Temporal.Instant | null
  timeZone: string
}

const pageSize = 8
const mostMissed = 8

export type ShowDraft = (turn: PersonalTurn, announcement: Announcement, notice?: string) => Promise<Reply>

/** What becomes of a message after it was written: when it goes, to whom it did, and putting it right. */
export function createAnnouncementLife(dependencies: AnnouncementLifeDependencies, showDraft: ShowDraft) {
  const { forAdvisers, network, messages, outcome, heldUntil, timeZone } = dependencies
  const { announcements, gatherings, members } = network

  async function list(turn: PersonalTurn, page = 0): Promise<Reply> {
    const { shown, ...position } = await readPage(announcements.list, page, pageSize)
    const dated = shown.map((announcement) => ({ announcement, heldUntil: heldOf(announcement) }))
    return replyWithCard(announcementListCard({ announcements: dated, timeZone, ...position }, turn.language))
  }

  function heldOf({ sentAt, sendAt }: Announcement): Temporal.Instant | null {
    const at = sentAt ?? sendAt
    return at === null ? null : heldUntil(at.toTemporalInstant())
  }

  async function report(turn: PersonalTurn, announcement: Announcement, notice?: string): Promise<Reply> {
    if (announcement.sentAt === null) return showDraft(turn, announcement, notice)
    const about = outcome.about(announcement._id)
    const gathering = announcement.gatheringId === null ? null : await gatherings.find(announcement.gatheringId)
    const missed = await Promise.all(
      (await outcome.report.missedBy(about, mostMissed)).map(async ({ personId, why }) => {
        const member = await members.known(personId)
        return member === null ? [] : [{ who: `${member.name}, ${member.municipality}`, why }]
      }),
    )
    const shown = {
      announcement,
      heldUntil: heldOf(announcement),
      now: turn.now,
      gatheringTitle: gathering?.title ?? null,
      report: await outcome.report.of(about),
      missed: missed.flat(),
      timeZone,
      ...(notice === undefined ? {} : { notice }),
    }
    return replyWithCard(announcementReportCard(shown, turn.language))
  }

  /** For what is done to a message that may be gone. */
  function withAnnouncement<Data extends { announcementId: string }>(
    act: (turn: PersonalTurn, announcement: Announcement, data: Data) => Promise<Reply>,
  ) {
    return async (turn: PersonalTurn, data: Data): Promise<Reply> => {
      const announcement = await announcements.find(data.announcementId)
      return announcement === null ? replyWithText(turn.texts.announcements.gone) : act(turn, announcement, data)
    }
  }

  async function after(turn: PersonalTurn, changed: Announcement | null, notice: string): Promise<Reply> {
    return changed === null ? replyWithText(turn.texts.announcements.gone) : report(turn, changed, notice)
  }

  async function schedule(
    turn: PersonalTurn,
    announcement: Announcement,
    { date, time, asked }: VerbData<'announcements.schedule'>,
  ): Promise<Reply> {
    const { announcements: texts } = turn.texts
    const today = turn.now.toZonedDateTimeISO(timeZone).toPlainDate()
    const form = (values: Record<string, string>, errors: Record<string, string>) =>
      replyWithCard(
        announcementScheduleCard({ announcementId: announcement._id, values, errors }, String(today), turn.language),
      )
    if (asked !== 'yes') return form({ date: nextWorkingDay(today).toString(), time: '09:00' }, {})
    const at = momentOf(date, time, timeZone)
    if (at === null) {
      return form({ date, time }, isDate(date) ? { time: texts.timeMissing } : { date: texts.dateMissing })
    }
    const scheduled = await announcements.schedule(announcement._id, at, turn.now)
    if (!scheduled.ok && scheduled.reason === 'sent') return report(turn, announcement, texts.scheduleRefused.sent)
    if (!scheduled.ok) return form({ date, time }, { date: texts.scheduleRefused[scheduled.reason] })
    const { dayAndTime } = datesIn(timeZone, turn.language)
    const held = heldUntil(at)
    const notice =
      held === null ? texts.scheduled(dayAndTime(at)) : texts.scheduledHeld(dayAndTime(at), dayAndTime(held))
    return showDraft(turn, scheduled.announcement, notice)
  }

  async function saveCorrection(
    turn: PersonalTurn,
    announcement: Announcement,
    { title, text }: VerbData<'announcements.save-correction'>,
  ): Promise<Reply> {
    const read = readCorrection({ title, text })
    if (!read.ok) {
      const typed = { _id: announcement._id, title: title.slice(0, mostKept), text: text.slice(0, mostKept) }
      return replyWithCard(announcementCorrectCard(typed, read.mistakes, turn.language))
    }
    const corrected = await announcements.correct(turn.person.id, announcement._id, read.words, messages, turn.now)
    return after(turn, corrected, turn.texts.announcements.corrected)
  }

  const feature: Feature = {
    verbs: [
      forAdvisers.verb('announcements.list', (turn, { page }) => list(turn, page)),
      forAdvisers.verb(
        'announcements.report',
        withAnnouncement((turn, found) => report(turn, found)),
      ),
      forAdvisers.verb('announcements.schedule', withAnnouncement(schedule)),
      forAdvisers.verb(
        'announcements.unschedule',
        withAnnouncement(async (turn, { _id }) => {
          const draft = await announcements.unschedule(_id)
          if (draft !== null) return showDraft(turn, draft, turn.texts.announcements.unscheduled)
          return after(turn, await announcements.find(_id), turn.texts.announcements.scheduleRefused.sent)
        }),
      ),
      forAdvisers.verb(
        'announcements.stop',
        withAnnouncement(async (turn, { _id }) => {
          const stopped = await announcements.stop(turn.person.id, _id, messages, turn.now)
          return after(turn, stopped, turn.texts.announcements.stopDone)
        }),
      ),
      forAdvisers.verb(
        'announcements.retry',
        withAnnouncement(async (turn, announcement) => {
          const count = await outcome.retryFailed(outcome.about(announcement._id))
          return report(turn, announcement, turn.texts.announcements.retried(count))
        }),
      ),
      forAdvisers.verb(
        'announcements.correct',
        withAnnouncement(async (turn, announcement) =>
          announcement.sentAt === null
            ? showDraft(turn, announcement)
            : replyWithCard(announcementCorrectCard(announcement, [], turn.language)),
        ),
      ),
      forAdvisers.verb('announcements.save-correction', withAnnouncement(saveCorrection)),
      forAdvisers.verb(
        'announcements.withdraw',
        withAnnouncement(async (turn, announcement) => {
          if (announcement.sentAt === null || announcement.withdrawnAt !== null) return report(turn, announcement)
          const { delivered } = await outcome.report.of(outcome.about(announcement._id))
          return replyWithCard(announcementWithdrawCard(announcement, delivered, turn.language))
        }),
      ),
      forAdvisers.verb(
        'announcements.confirm-withdraw',
        withAnnouncement(async (turn, { _id }) => {
          const withdrawn = await announcements.withdraw(turn.person.id, _id, messages, turn.now)
          return after(turn, withdrawn, turn.texts.announcements.withdrawDone)
        }),
      ),
    ],
  }
  return { feature, list: (turn: PersonalTurn) => list(turn), report }
}

/** A message may have some 28 KB; what is typed beyond this could not be shown again. */
const mostKept = 8000

function nextWorkingDay(today: Temporal.PlainDate): Temporal.PlainDate {
  let day = today.add({ days: 1 })
  while (isDayOff(day)) day = day.add({ days: 1 })
  return day
}
