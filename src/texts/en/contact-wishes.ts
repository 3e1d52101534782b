import type { ContactWishTexts } from '../nb/contact-wishes.ts'

export const contactWishes: ContactWishTexts = {
  title: (name) => `${name} would like to be contacted`,
  unanswered: 'I had no answer. Whoever asked would like an adviser to get in touch.',
  unhelpful: 'My answer did not help. Whoever asked would like an adviser to get in touch.',
  name: 'Name',
  email: 'E-mail',
  asked: 'Asked about',
  missing: 'Missed',
  answer: 'Got the answer',
  write: (name) => `Write to ${name}`,
  mailSubject: 'Your question to the network',
  handled: 'Dealt with.',
  handledBy: (name) => `Dealt with by ${name}.`,
  waiting: (contacts, questions) =>
    `${questions === 1 ? 'one open question' : `${questions} open questions`}${contacts === 0 ? '' : `, ${contacts === 1 ? 'one wants' : `${contacts} want`} to be contacted`}`,
  suggestionsWaiting: (count) => `${count} open`,
}
