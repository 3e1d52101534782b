import { advisers } from './nb/advisers.ts'
import { afterGathering } from './nb/after-gathering.ts'
import { announcements } from './nb/announcements.ts'
import { answers } from './nb/answers.ts'
import { attendees } from './nb/attendees.ts'
import { calendar } from './nb/calendar.ts'
import { calls } from './nb/calls.ts'
import { checkIn } from './nb/check-in.ts'
import { colleagues } from './nb/colleagues.ts'
import { common } from './nb/common.ts'
import { contactWishes } from './nb/contact-wishes.ts'
import { digest } from './nb/digest.ts'
import { downloads } from './nb/downloads.ts'
import { experiences } from './nb/experiences.ts'
import { feedback } from './nb/feedback.ts'
import { following } from './nb/following.ts'
import { gatheringDesk } from './nb/gathering-desk.ts'
import { gatherings } from './nb/gatherings.ts'
import { generated } from './nb/generated.ts'
import { guide } from './nb/guide.ts'
import { history } from './nb/history.ts'
import { invitations } from './nb/invitations.ts'
import { linking } from './nb/linking.ts'
import { memberDesk } from './nb/member-desk.ts'
import { memberEdit } from './nb/member-edit.ts'
import { membership } from './nb/membership.ts'
import { messageAnswers } from './nb/message-answers.ts'
import { mistakes } from './nb/mistakes.ts'
import { partners } from './nb/partners.ts'
import { pause } from './nb/pause.ts'
import { personal } from './nb/personal.ts'
import { privacy } from './nb/privacy.ts'
import { questions } from './nb/questions.ts'
import { reminderChat } from './nb/reminder-chat.ts'
import { reminderSettings } from './nb/reminder-settings.ts'
import { reminders } from './nb/reminders.ts'
import { statistics } from './nb/statistics.ts'
import { suggestions } from './nb/suggestions.ts'

/** The texts' shape: the other languages have exactly these. */
export const nb = {
  advisers,
  afterGathering,
  announcements,
  answers,
  attendees,
  calendar,
  calls,
  checkIn,
  colleagues,
  common,
  contactWishes,
  digest,
  downloads,
  experiences,
  feedback,
  following,
  gatheringDesk,
  gatherings,
  generated,
  guide,
  memberDesk,
  memberEdit,
  history,
  invitations,
  linking,
  membership,
  messageAnswers,
  mistakes,
  partners,
  pause,
  personal,
  privacy,
  questions,
  reminderChat,
  reminderSettings,
  reminders,
  statistics,
  suggestions,
}
export type Texts = typeof nb
