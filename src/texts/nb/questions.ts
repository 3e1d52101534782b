export const questions = {
  title: 'Det medlemmene lurer på',
  menu: 'Det medlemmene lurer på',
  lead: 'Spørsmål som ikke fikk svar, og svar som ikke hjalp. Det vanligste står først. Navn vises bare når den som spurte, har sagt ja til det.',
  none: 'Ingen spørsmål venter. Her kommer det som medlemmene ikke får svar på, og svar som de sier ikke hjelper.',
  unhelpfulAnswer: (title: string) => `Svaret hjalp ikke: ${title}`,
  about: (topic: string, example: string) => `${topic}: «${example}»`,
  example: (text: string) => `«${text}»`,
  noText: 'Spørsmålet er ikke tatt vare på',
  people: (people: number, questions: number, latest: string) =>
    `${people === 1 ? 'Én person' : `${people} personer`}, ${questions === 1 ? 'ett spørsmål' : `${questions} spørsmål`}, sist ${latest}`,
  tally: (helpful: number, unhelpful: number) => `Dette svaret: ${helpful} syntes det var nyttig, ${unhelpful} ikke.`,
  word: (word: string) => `Savnet: ${word}`,
  contact: (who: string) => `Vil gjerne kontaktes: ${who}`,
  contactUnknown: 'en som ikke lenger er registrert',
  andMore: (count: number) => `… og ${count} til`,
  showAnswer: 'Vis svaret',
  done: 'Ferdig behandlet',
  doneHint: 'Det som er ferdig behandlet, forsvinner fra listen, og teksten slettes.',
  back: 'Tilbake til listen',
  gone: 'Dette er alt behandlet.',
}

export type QuestionTexts = typeof questions
