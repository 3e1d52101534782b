/** To the advisers: somebody wants to be contacted. */
export const contactWishes = {
  title: (name: string) => `${name} vil gjerne kontaktes`,
  unanswered: 'Jeg hadde ikke noe svar. Den som spurte, vil gjerne at en rådgiver tar kontakt.',
  unhelpful: 'Svaret mitt hjalp ikke. Den som spurte, vil gjerne at en rådgiver tar kontakt.',
  name: 'Navn',
  email: 'E-post',
  asked: 'Spurte om',
  missing: 'Savnet',
  answer: 'Fikk svaret',
  write: (name: string) => `Skriv til ${name}`,
  mailSubject: 'Spørsmålet ditt til nettverket',
  handled: 'Ferdig behandlet.',
  handledBy: (name: string) => `Ferdig behandlet av ${name}.`,
  /** In the menu, after its entry. */
  waiting: (contacts: number, questions: number) =>
    `${questions === 1 ? 'ett åpent' : `${questions} åpne`} spørsmål${contacts === 0 ? '' : `, ${contacts === 1 ? 'én' : contacts} vil kontaktes`}`,
  suggestionsWaiting: (count: number) => (count === 1 ? 'ett åpent' : `${count} åpne`),
}

export type ContactWishTexts = typeof contactWishes
