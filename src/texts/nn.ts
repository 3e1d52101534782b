import type { Texts } from './nb.ts'
import { advisers } from './nn/advisers.ts'
import { afterGathering } from './nn/after-gathering.ts'
import { announcements } from './nn/announcements.ts'
import { answers } from './nn/answers.ts'
import { attendees } from './nn/attendees.ts'
import { calendar } from './nn/calendar.ts'
import { calls } from './nn/calls.ts'
import { checkIn } from './nn/check-in.ts'
import { colleagues } from './nn/colleagues.ts'
import { common } from './nn/common.ts'
import { contactWishes } from './nn/contact-wishes.ts'
import { digest } from './nn/digest.ts'
import { downloads } from './nn/downloads.ts'
import { experiences } from './nn/experiences.ts'
import { feedback } from './nn/feedback.ts'
import { following } from './nn/following.ts'
import { gatheringDesk } from './nn/gathering-desk.ts'
import { gatherings } from './nn/gatherings.ts'
import { generated } from './nn/generated.ts'
import { guide } from './nn/guide.ts'
import { history } from './nn/history.ts'
import { invitations } from './nn/invitations.ts'
import { linking } from './nn/linking.ts'
import { memberDesk } from './nn/member-desk.ts'
import { memberEdit } from './nn/member-edit.ts'
import { membership } from './nn/membership.ts'
import { messageAnswers } from './nn/message-answers.ts'
import { mistakes } from './nn/mistakes.ts'
import { partners } from './nn/partners.ts'
import { pause } from './nn/pause.ts'
import { personal } from './nn/personal.ts'
import { privacy } from './nn/privacy.ts'
import { questions } from './nn/questions.ts'
import { reminderChat } from './nn/reminder-chat.ts'
import { reminderSettings } from './nn/reminder-settings.ts'
import { reminders } from './nn/reminders.ts'
import { statistics } from './nn/statistics.ts'
import { suggestions } from './nn/suggestions.ts'

export const nn: Texts = {
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
