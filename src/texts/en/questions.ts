import type { QuestionTexts } from '../nb/questions.ts'

export const questions: QuestionTexts = {
  title: 'What members wonder about',
  menu: 'What members wonder about',
  lead: 'Questions that got no answer, and answers that did not help. The most common come first. Names are shown only where the person who asked has agreed to it.',
  none: 'No questions are waiting. What members get no answer to, and answers that they say do not help, will come here.',
  unhelpfulAnswer: (title) => `The answer did not help: ${title}`,
  about: (topic, example) => `${topic}: “${example}”`,
  example: (text) => `“${text}”`,
  noText: 'The question was not kept',
  people: (people, questions, latest) =>
    `${people === 1 ? 'One person' : `${people} people`}, ${questions === 1 ? 'one question' : `${questions} questions`}, last on ${latest}`,
  tally: (helpful, unhelpful) => `This answer: ${helpful} found it helpful, ${unhelpful} did not.`,
  word: (word) => `Missing: ${word}`,
  contact: (who) => `Would like to be contacted: ${who}`,
  contactUnknown: 'somebody who is no longer registered',
  andMore: (count) => `… and ${count} more`,
  showAnswer: 'Show the answer',
  done: 'Dealt with',
  doneHint: 'What has been dealt with leaves the list, and its text is deleted.',
  back: 'Back to the list',
  gone: 'This has already been dealt with.',
}
