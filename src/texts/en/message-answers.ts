import type { MessageAnswerTexts } from '../nb/message-answers.ts'

export const messageAnswers: MessageAnswerTexts = {
  later: {
    title: 'Later',
    'quarter-hour': 'In a quarter of an hour',
    hour: 'In an hour',
    tomorrow: 'Tomorrow morning',
    'next-week': 'Next week',
  },
  done: 'Done',
  mute: 'Turn such messages off',
  settings: 'Reminders',
  undo: 'Undo',
  comesAgain: (when) => `I will remind you of this again ${when}.`,
  todayAt: (time) => `today at ${time}`,
  isDone: 'Done. I won’t remind you of this any more, but I’ll tell you of changes.',
  muted: (what) => `Turned off: ${what}.`,
  tooLate: 'That is too late. Choose an earlier time.',
  gone: 'I don’t have this message any more, so it can’t come again.',
  undone: 'Undone. It is as it was.',
}
