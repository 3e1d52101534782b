import type { AfterGatheringTexts } from '../nb/after-gathering.ts'

export const afterGathering: AfterGatheringTexts = {
  thanksTitle: (title) => `Thank you for coming: ${title}`,
  thanks: 'It was good to have you with us!',
  absentTitle: (title) => `We missed you: ${title}`,
  absent:
    'You were registered, but were not ticked off. If you did not come, we hope to see you next time. If you were there, say so with the button, and we count you in.',
  wasThere: 'I was there',
  countedIn: 'Thank you for telling us! You are counted in.',
  materials: 'Presentations and material',
  noMaterialsYet: 'The presentations are not there yet. You will find them with the gathering when they come.',
  open: 'See the gathering',
  next: 'Coming gatherings',

  feedbackTitle: (title) => `How was it? ${title}`,
  feedbackLead:
    'Two short questions. The advisers see the answers without names, and only when at least three have answered.',
  useful: 'How useful was the gathering to you?',
  usefulMissing: 'Choose one of the answers.',
  usefulness: {
    very: 'Very useful',
    fairly: 'Fairly useful',
    little: 'A little useful',
    not: 'Not useful',
  },
  word: 'What should we do more of, or differently, next time?',
  wordHint: 'Optional. Do not name others.',
  send: 'Send answer',
  change: 'Change the answer',
  give: 'Give feedback',
  thanksForFeedback: 'Thank you! Your answer is saved, and you can change it whenever you like.',
  refusals: {
    'not-registered': 'Only those who were registered for the gathering can give feedback.',
    'not-over': 'The gathering is not over yet. Come back afterwards.',
  },

  materialsButton: 'Material',
  materialsTitle: (title) => `Material: ${title}`,
  materialsLead:
    'One link on each line, with its title before it. Those registered get the links with the thank-you, the morning after the gathering, and find them with the gathering.',
  materialsField: 'Links',
  materialsHint: 'Erasmus+ for schools – https://…',
  materialsLine: (number, reason) => `Line ${number}: ${reason}`,
  materialsSave: 'Save',
  materialsSaved: (count) => {
    if (count === 0) return 'Saved. There are no links here now.'
    return count === 1 ? 'One link is saved.' : `${count} links are saved.`
  },
  materialsLate: 'The thank-you has been sent already. To tell of the material, write a message to those registered.',

  summaryButton: 'Feedback',
  summaryTitle: (title) => `Feedback: ${title}`,
  summaryNone: 'Nobody has answered yet. Those who were there get the questions with the thank-you.',
  summaryTooFew: (answers, needed) =>
    `${answers === 1 ? 'One has' : `${answers} have`} answered. The answers are shown when at least ${needed} have answered, so that nobody can be recognised.`,
  summaryCount: (answers, present) => `${answers} of ${present} present have answered.`,
  summaryWords: 'In their own words',
  summaryNoWords: 'Nobody has written anything.',
  summaryMore: (count) => `and ${count} more`,
  share: (count, percent) => `${count} (${percent}%)`,
}
