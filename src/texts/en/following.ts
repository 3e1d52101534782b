import type { FollowingTexts } from '../nb/following.ts'

export const following: FollowingTexts = {
  title: 'Programmes you follow',
  none: 'You do not follow any programmes yet. Choose those you want to hear about, or write for example “follow Erasmus+”.',
  lead: 'I let you know about calls and deadlines in them.',
  choose: 'Choose programmes',
  chosen: 'Follow these',
  save: 'Save',
  saved: 'Saved.',
  followed: (what) => `You now follow ${what}`,
  unfollowed: (what) => `You no longer follow ${what}`,
  already: (what) => `You already follow ${what}`,
  notFollowed: (what) => `You do not follow ${what}`,
  willTell: 'I will let you know about calls and deadlines. You can stop following at any time.',
  willNotTell: 'You will get no more messages about calls and deadlines there.',
  undo: 'Undo',
  stop: 'Stop following',
  start: 'Follow',
  all: 'Everything I follow',
  reminders: 'Reminders',
  button: (programme) => `Follow ${programme}`,
}
