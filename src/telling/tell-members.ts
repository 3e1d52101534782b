import type { Announcement } from '../network/announcement.ts'
import type { AnnouncementMessages } from '../network/announcements.ts'
import type { Gathering } from '../network/gathering.ts'
import { deadlineOf, type InvitationMessages } from '../network/invitations.ts'
import { ofGathering as groupsOfGathering } from '../network/recipients.ts'
import type { Deliveries } from '../reminders/deliveries.ts'
import type { Kind } from '../reminders/kinds.ts'
import type { Message } from '../reminders/message.ts'
import type { Reminders } from '../reminders/reminders.ts'
import { type PlannedRow, tenantOf } from '../reminders/row.ts'
import { toDate } from '../store/instants.ts'
import { expiryOf } from './expiry.ts'

interface Dependencies {
  reminders: Pick<Reminders, 'post' | 'stopAbout' | 'report'>
  deliveries: Pick<Deliveries, 'about'>
}

/** Hands what advisers have to say on to be sent. Twice the same is sent once. */
export function createTellMembers({ reminders: { post, stopAbout, report }, deliveries }: Dependencies) {
  return {
    invitations: {
      invite: (gathering, personIds, now) => post(asking('invitation', 'invitation', gathering, personIds, now)),
      remindOfDeadline: (gathering, personIds, now) =>
        post(asking('registration-deadline', 'registration-deadline', gathering, personIds, now)),
      remindNow(gathering, personIds, now) {
        const day = now.toZonedDateTimeISO(gathering.timeZone).toPlainDate()
        return post(asking('registration-deadline', `answer-wanted:${day}`, gathering, personIds, now))
      },
      lastAsked: (gathering) => report.lastDue(aboutInvitation(gathering)),
    } satisfies InvitationMessages,

    /** An adviser changed what is stored of them. */
    profileChanged: (memberId: string, personId: string, now: Temporal.Instant) =>
      post([
        {
          key: `profile-changed:${memberId}:${now.epochMilliseconds}`,
          about: `profile-changed:${memberId}`,
          kind: 'profile-changed',
          personId,
          data: {},
          dueAt: toDate(now),
          expiresAt: expiryOf(now),
        },
      ]),

    announcements: {
      post: ({ _id, gatheringId, group }, personIds, now) => {
        const isOfGathering = gatheringId !== null && groupsOfGathering.includes(group)
        return post(
          personIds.map((personId) => ({
            key: `${aboutAnnouncement(_id)}:${personId}`,
            about: aboutAnnouncement(_id),
            kind: isOfGathering ? ('gathering-message' as const) : ('announcement' as const),
            personId,
            data: { announcementId: _id },
            dueAt: toDate(now),
            expiresAt: expiryOf(now),
          })),
        )
      },
      stop: (announcementId) => stopAbout(aboutAnnouncement(announcementId)),
      async renew(announcement, now) {
        for await (const some of deliveries.about(aboutAnnouncement(announcement._id))) {
          await post(some.map(({ _id, personId, chat }) => renewal(announcement, _id, { personId, chat }, now)))
        }
      },
    } satisfies AnnouncementMessages,

    /** A message reached somebody while its words changed: what they have may be the old ones. */
    async announcementDelivered(announcement: Announcement, to: Recipient, now: Temporal.Instant): Promise<void> {
      const { _id, changedAt } = announcement
      const isJustChanged =
        changedAt !== null && changedAt.toTemporalInstant().until(now).total('minutes') < minutesOfDoubt
      if (isJustChanged) await post([renewal(announcement, `${aboutAnnouncement(_id)}:${to.personId}`, to, now)])
    },
  }
}

function aboutInvitation({ _id }: Gathering): string {
  return `invitation:${_id}`
}

/** Asks whether they come. @param occasion for which nobody is asked twice */
function asking(
  kind: Kind,
  occasion: string,
  gathering: Gathering,
  personIds: readonly string[],
  now: Temporal.Instant,
): PlannedRow[] {
  return personIds.map((personId) => ({
    key: `${occasion}:${gathering._id}:${personId}`,
    about: aboutInvitation(gathering),
    kind,
    personId,
    data: { gatheringId: gathering._id },
    dueAt: toDate(now),
    expiresAt: deadlineOf(gathering),
  }))
}

/** Whose message it is, and where they have it. */
type Recipient = Pick<Message, 'personId' | 'chat'>

/** A message that is on its way takes no longer. */
const minutesOfDoubt = 2

export function aboutAnnouncement(announcementId: string): string {
  return `announcement:${announcementId}`
}

function renewal(
  { _id, edition }: Announcement,
  deliveryId: string,
  { personId, chat }: Recipient,
  now: Temporal.Instant,
): PlannedRow {
  return {
    key: `update:${deliveryId}:${edition}`,
    about: `announcement-update:${_id}`,
    kind: 'message-update',
    personId,
    data: { deliveryId, ...(chat && { chat: chat.id }) },
    dueAt: toDate(now),
    expiresAt: expiryOf(now),
  }
}

/** What its writer gets to look at: at once, and past all that holds messages back. */
export function testMessage(announcementId: string, personId: string, now: Temporal.Instant): Message {
  const about = aboutAnnouncement(announcementId)
  const data = { announcementId, test: 'yes' }
  const row = { key: `${about}:test`, about, kind: 'announcement' as const, data, dueAt: now, expiresAt: now }
  return { tenantId: tenantOf(personId), personId, chat: null, rows: [row] }
}
