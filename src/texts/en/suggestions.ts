import type { SuggestionTexts } from '../nb/suggestions.ts'

export const suggestions: SuggestionTexts = {
  title: 'Suggest a topic',
  lead: 'Gatherings are made together with you. What should one of the next ones be about?',
  topic: 'Topic',
  topicHint: 'For example “budgets in Interreg” or “how we got the head teachers on board”',
  topicMissing: 'Write what the topic is.',
  why: 'What do you hope to get out of it? (optional)',
  seen: 'The advisers see who you are. Others see only the topic, and how many want it.',
  send: 'Send the suggestion',
  others: 'Others have suggested these. Press what you want too.',
  similarTitle: 'Is it the same as this?',
  similar: 'Something like it has been suggested before. If it is the same, press it, and you count together.',
  sendAnyway: 'No, send mine',
  wanted: (people, isMine) => {
    if (!isMine) return people === 1 ? 'One person wants this' : `${people} want this`
    if (people === 1) return 'You want this'
    return people === 2 ? 'You and one more want this' : `You and ${people - 1} others want this`
  },
  thanksTitle: 'Thank you for the suggestion!',
  thanks: 'The advisers see it when they plan the next gatherings.',
  supportTitle: 'Noted: you want this',
  undo: 'Undo',
  another: 'Suggest another topic',
  all: 'All suggestions',
  withdrawnTitle: 'Your wish is taken back',
  withdrawn: 'The advisers no longer see that you want this.',
  listTitle: 'Suggested topics',
  none: 'Nobody has suggested anything yet. Be the first!',
  gone: 'This suggestion is not open any more.',

  deskTitle: 'Suggested topics',
  deskLead: 'What most people want comes first.',
  deskNone: 'No suggestions are waiting. Members can write “suggest a topic” to me at any time.',
  doneTitle: 'Topics that were taken up',
  doneNone: 'No suggestion has been marked as taken up yet.',
  from: (people, municipalities, day) =>
    [people === 1 ? 'One person' : `${people} people`, municipalities, `first on ${day}`]
      .filter((part) => part !== '')
      .join(' · '),
  notMember: 'Somebody who is not a member',
  isDone: (day) => `Marked as taken up on ${day}.`,
  markDone: 'Mark as taken up',
  markedDone: 'Marked as taken up.',
  reopen: 'Open again',
  reopened: 'The suggestion is open again.',
  remove: 'Delete',
  removeSure: 'The suggestion will be gone, also for those who want it. This cannot be undone.',
  confirmRemove: 'Yes, delete it',
  removed: 'The suggestion is deleted.',
  back: 'Back to the suggestions',
}
