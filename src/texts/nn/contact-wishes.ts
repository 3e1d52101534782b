import type { ContactWishTexts } from '../nb/contact-wishes.ts'

export const contactWishes: ContactWishTexts = {
  title: (name) => `${name} vil gjerne bli kontakta`,
  unanswered: 'Eg hadde ikkje noko svar. Den som spurde, vil gjerne at ein rådgjevar tek kontakt.',
  unhelpful: 'Svaret mitt hjelpte ikkje. Den som spurde, vil gjerne at ein rådgjevar tek kontakt.',
  name: 'Namn',
  email: 'E-post',
  asked: 'Spurde om',
  missing: 'Sakna',
  answer: 'Fekk svaret',
  write: (name) => `Skriv til ${name}`,
  mailSubject: 'Spørsmålet ditt til nettverket',
  handled: 'Ferdig behandla.',
  handledBy: (name) => `Ferdig behandla av ${name}.`,
  waiting: (contacts, questions) =>
    `${questions === 1 ? 'eitt ope' : `${questions} opne`} spørsmål${contacts === 0 ? '' : `, ${contacts === 1 ? 'éin' : contacts} vil bli kontakta`}`,
  suggestionsWaiting: (count) => (count === 1 ? 'eitt ope' : `${count} opne`),
}
