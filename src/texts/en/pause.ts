import type { PauseTexts } from '../nb/pause.ts'

export const pause: PauseTexts = {
  title: 'Take a break',
  lead: 'During the break you get no reminders, invitations or news from the network. If you are registered for a gathering, you still hear of changes and cancellations. You remain a member, and everything you have told stays.',
  until: 'Break until and including',
  untilMissing: 'Choose a date.',
  start: 'Take a break',
  change: 'Change the break',
  end: 'End the break',
  past: 'This day is past. Choose a day to come.',
  tooLong:
    'A break can last for a year at most. If you want to be away for longer, you can leave and come back whenever you want.',
  underWay: (day) => `You are on a break until ${day}, that day included.`,
  paused: (day) => `On a break until ${day}`,
  meanwhile: 'I will be quiet until then. You can still ask me anything, and end the break at any time.',
  resumed: 'The break is over',
  resumedLead: 'You get reminders and news again. Have a look at what has come meanwhile.',
  untilShort: 'Break until',
  pauseOrLeave: 'Take a break or leave',
  instead: 'Take a break instead',
}
