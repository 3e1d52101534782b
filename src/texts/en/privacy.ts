import type { PrivacyTexts } from '../nb/privacy.ts'

export const privacy: PrivacyTexts = {
  title: 'This is what is stored about you',
  profile: 'Your profile',
  formerProfile: 'Your profile, from when you were a member',
  registrations: 'Your registrations',
  states: {
    registered: 'registered',
    offered: 'offered a seat',
    waiting: 'waiting list',
    cancelled: 'cancelled',
    declined: 'declined',
    expired: 'did not answer in time',
  },
  diet: (diet) => `diet: ${diet}`,
  question: (question) => `question: ${question}`,
  also: 'And also',
  stored: {
    'network.person': () => 'How I reach you: the address of this chat, your language and your email address in Teams',
    'network.changes': (count) => (count === 1 ? 'One change' : `${count} changes`).concat(' you made as an adviser'),
    'network.changesAboutThem': (count) =>
      (count === 1 ? 'One change' : `${count} changes`).concat(' that advisers made to your profile or registrations'),
    otherAccounts: (count) =>
      count === 1 ? 'The same for another account of yours' : `The same for ${count} other accounts of yours`,
    'reminders.askedFor': (count) =>
      (count === 1 ? 'One reminder' : `${count} reminders`).concat(' that you asked for, in your words'),
    'reminders.inTheirChat': (count) =>
      (count === 1 ? 'One message' : `${count} messages`).concat(
        ' from the advisers to you, so that they can be corrected or withdrawn',
      ),
    'reminders.settings': () => 'What you chose about reminders, and which chat they come in',
    'reminders.messages': (count) =>
      (count === 1 ? 'One reminder' : `${count} reminders`).concat(' for you, planned or sent'),
    'questions.votes': (count) =>
      (count === 1 ? 'One vote' : `${count} votes`).concat(' on answers, without your name'),
    'questions.unanswered': (count) =>
      (count === 1 ? 'One question' : `${count} questions`).concat(' that I could not answer, without your name'),
    'network.links': () => 'That you have asked whether an account in another organisation is yours',
    sentCards: (count) =>
      (count === 1 ? 'One message' : `${count} messages`).concat(
        ' about gatherings to come, so that I can correct them when something changes',
      ),
    gatheringFeedback: (count) =>
      (count === 1 ? 'Your feedback' : `${count} answers`).concat(' on gatherings, without your name'),
    'network.invitations': (count) =>
      (count === 1 ? 'An invitation' : `${count} invitations`).concat(' to gatherings, and what you answered'),
    experiences: (count) =>
      (count === 1 ? 'One experience' : `${count} experiences`).concat(' that you shared with the members'),
    'partners.searches': (count) => (count === 1 ? 'One partner search' : `${count} partner searches`),
    'partners.contacts': (count) =>
      (count === 1 ? 'One request' : `${count} requests`).concat(' to work together, to you or from you'),
    suggestions: (count) =>
      (count === 1 ? 'One topic' : `${count} topics`).concat(' that you suggested or want for the gatherings'),
    calendarFeed: () => 'The address of the calendar with your gatherings',
    announcements: (count) =>
      (count === 1 ? 'A message' : `${count} messages`).concat(' that you wrote to the members as an adviser'),
    conversation: () => 'What we last talked about, so that I understand follow-up questions',
    advisers: () => 'That you are an adviser of the network',
    downloads: () => 'The download link you asked for',
  },
  storedOther: (name, count) => `${name}: ${count}`,
  download: 'Download everything',
  showJson: 'Show everything as JSON',
  json: 'Everything, to select and copy',
  readMore: 'About privacy',
  deleteAll: 'Delete everything about me',

  deleteTitle: 'Do you want to delete everything about you?',
  deleteLead:
    'I will delete your profile, all your registrations, past ones too, the reminders, and what I remember of our conversation. This can’t be undone.',
  confirmDelete: 'Yes, delete everything',
  keep: 'No, keep everything',

  goneTitle: 'Everything about you is deleted',
  gone: 'I no longer have anything stored about you, and you will get no more messages from me.',
  goneWithSeats: (cancelled) =>
    cancelled === 1
      ? 'Your registration for the gathering to come is cancelled, so that others can have the seat.'
      : `Your registrations for ${cancelled} gatherings to come are cancelled, so that others can have the seats.`,
  goneChat:
    'The messages in this chat are kept by Teams, and you have to delete them yourself. If you write to me again, we start afresh.',
}
