import type { Announcement } from './network/announcements.ts'
import { deadlineOf, type PostTo } from './network/invitations.ts'
import { ofGathering as groupsOfGathering } from './network/recipients.ts'
import type { Message } from './reminders/message.ts'
import type { Reminders } from './reminders/reminders.ts'
import { tenantOf } from './reminders/row.ts'

/** From then on a message means nothing. */
const daysOfMessage = 14

/** Hands what advisers have to say on to be sent. Twice the same is sent once. */
export function createTellMembers({ post }: Pick<Reminders, 'post'>) {
  const ofGathering =
    (kind: 'invitation' | 'registration-deadline'): PostTo =>
    (gathering, personIds, now) =>
      post(
        personIds.map((personId) => ({
          key: `${kind}:${gathering._id}:${personId}`,
          about: `invitation:${gathering._id}`,
          kind,
          personId,
          data: { gatheringId: gathering._id },
          dueAt: dateOf(now),
          expiresAt: deadlineOf(gathering),
        })),
      )

  return {
    /** Asks whether they come. */
    invitation: ofGathering('invitation'),
    /** Reminds of the deadline those who have not answered. */
    deadline: ofGathering('registration-deadline'),

    async announcement(
      { _id, gatheringId, group }: Announcement,
      personIds: readonly string[],
      now: Temporal.Instant,
    ): Promise<void> {
      const isOfGathering = gatheringId !== null && groupsOfGathering.includes(group)
      await post(
        personIds.map((personId) => ({
          key: `announcement:${_id}:${personId}`,
          about: `announcement:${_id}`,
          kind: isOfGathering ? ('gathering-message' as const) : ('announcement' as const),
          personId,
          data: { announcementId: _id },
          dueAt: dateOf(now),
          expiresAt: dateOf(now.add({ hours: daysOfMessage * 24 })),
        })),
      )
    },
  }
}

/** What its writer gets to look at: at once, and past all that holds messages back. */
export function testMessage(announcementId: string, personId: string, now: Temporal.Instant): Message {
  const about = `announcement:${announcementId}`
  const data = { announcementId, test: 'yes' }
  const row = { key: `${about}:test`, about, kind: 'announcement' as const, data, dueAt: now, expiresAt: now }
  return { tenantId: tenantOf(personId), personId, rows: [row] }
}

function dateOf(instant: Temporal.Instant): Date {
  return new Date(instant.epochMilliseconds)
}
