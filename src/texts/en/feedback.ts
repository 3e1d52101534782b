import type { FeedbackTexts } from '../nb/feedback.ts'

export const feedback: FeedbackTexts = {
  question: 'Was this helpful?',
  helpful: '👍 Yes',
  unhelpful: '👎 No',
  helpfulTooltip: 'Yes, the answer was helpful',
  unhelpfulTooltip: 'No, the answer was not helpful',
  thanks: { helpful: 'Thank you! Good to hear.', unhelpful: 'Thank you for telling me.' },
  word: { helpful: 'Was anything especially helpful? (optional)', unhelpful: 'What was missing? (optional)' },
  contactLabel: 'Contact',
  contact: 'The adviser may contact me about this',
  privacy: 'The advisers see what you asked and what you write here, but not who you are, unless you tick the box.',
  send: 'Send',
  change: { helpful: 'It was helpful after all', unhelpful: 'It was not helpful after all' },
  sent: 'Sent to the advisers. Thank you for your help!',
  sorry: 'I am sorry that the answer was not good enough',
  whatWasWrong: (contact) =>
    `Thank you for telling me. Please write what was wrong or missing, so that the advisers can put it right. If it is urgent, ${contact} can help you.`,
  tryAgain: (contact) => `It seems I did not understand what you needed. Please try other words, or ask ${contact}.`,
  noted: 'I have put the question on the advisers’ list, without your name.',
  contactMe: 'Let the adviser contact me',
  contactAllowed: 'The adviser can now see that it was you who asked, and get in touch.',
}
