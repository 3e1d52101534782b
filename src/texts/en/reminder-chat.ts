import type { ReminderChatTexts } from '../nb/reminder-chat.ts'

export const reminderChat: ReminderChatTexts = {
  title: 'Reminders',
  lead: 'I can send reminders here, so that more of you follow along. Each decides for themselves: the choice is that of whoever presses Save.',
  label: 'Where should messages come?',
  personal: 'In my personal chat',
  here: {
    groupChat: 'Here, in this chat',
    channel: 'Here, in this channel',
  },
  chosen: {
    groupChat: 'In the group chat that I chose',
    channel: 'In the channel that I chose',
  },
  whatComes:
    'This can come in a chat with others, with your name on it: reminders of gatherings, calls and deadlines, news from the advisers and the monthly summary. All else, such as invitations, seats, changes and what you asked me to remind you of, always comes in the personal chat.',
  howToChoose:
    'Messages come here, in the personal chat. If you would rather have them in a group chat or channel that I am in, write “reminders” to me there.',
  saved: {
    personal: 'Saved. Your reminders come in the personal chat.',
    shared: 'Saved. Your reminders come here.',
  },
  allChoices: 'All choices',
}
