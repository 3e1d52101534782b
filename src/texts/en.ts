import { advisers } from './en/advisers.ts'
import { afterGathering } from './en/after-gathering.ts'
import { announcements } from './en/announcements.ts'
import { answers } from './en/answers.ts'
import { attendees } from './en/attendees.ts'
import { calendar } from './en/calendar.ts'
import { calls } from './en/calls.ts'
import { checkIn } from './en/check-in.ts'
import { colleagues } from './en/colleagues.ts'
import { common } from './en/common.ts'
import { contactWishes } from './en/contact-wishes.ts'
import { digest } from './en/digest.ts'
import { downloads } from './en/downloads.ts'
import { experiences } from './en/experiences.ts'
import { feedback } from './en/feedback.ts'
import { following } from './en/following.ts'
import { gatheringDesk } from './en/gathering-desk.ts'
import { gatherings } from './en/gatherings.ts'
import { generated } from './en/generated.ts'
import { guide } from './en/guide.ts'
import { history } from './en/history.ts'
import { invitations } from './en/invitations.ts'
import { linking } from './en/linking.ts'
import { memberDesk } from './en/member-desk.ts'
import { memberEdit } from './en/member-edit.ts'
import { membership } from './en/membership.ts'
import { messageAnswers } from './en/message-answers.ts'
import { mistakes } from './en/mistakes.ts'
import { partners } from './en/partners.ts'
import { pause } from './en/pause.ts'
import { personal } from './en/personal.ts'
import { privacy } from './en/privacy.ts'
import { questions } from './en/questions.ts'
import { reminderChat } from './en/reminder-chat.ts'
import { reminderSettings } from './en/reminder-settings.ts'
import { reminders } from './en/reminders.ts'
import { statistics } from './en/statistics.ts'
import { suggestions } from './en/suggestions.ts'
import type { Texts } from './nb.ts'

export const en: Texts = {
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
