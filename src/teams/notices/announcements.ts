import { announcementNotice } from '../../cards/announcements.ts'
import type { Announcement } from '../../network/announcement.ts'
import type { Gathering } from '../../network/gathering.ts'
import type { NoticeMaker, NoticeMakers } from '../notices.ts'

/** What advisers wrote to members. */
export function announcementNotices(
  find: (announcementId: string) => Promise<Announcement | null>,
  findGathering: (gatheringId: string) => Promise<Gathering | null>,
): NoticeMakers {
  const make: NoticeMaker = async ({ data }, { language, isSent }) => {
    const announcement = await find(data.announcementId ?? '')
    if (announcement === null || announcement.withdrawnAt !== null) return null
    if (announcement.stoppedAt !== null && !isSent && data.test === undefined) return null
    const gathering = announcement.gatheringId === null ? null : await findGathering(announcement.gatheringId)
    const about = gathering && { id: gathering._id, title: gathering.title }
    return announcementNotice(announcement, about, data.test === 'yes', language)
  }
  return { announcement: make, 'gathering-message': make }
}
