/** What a person can do to a message that came, and what is said of it. */
export const messageAnswers = {
  later: {
    title: 'Senere',
    'quarter-hour': 'Om et kvarter',
    hour: 'Om en time',
    tomorrow: 'I morgen tidlig',
    'next-week': 'Neste uke',
  },
  done: 'Ferdig',
  mute: 'Slå av slike meldinger',
  settings: 'Påminnelser',
  undo: 'Angre',
  comesAgain: (when: string) => `Jeg minner deg på dette igjen ${when}.`,
  todayAt: (time: string) => `i dag kl. ${time}`,
  isDone: 'Ferdig. Jeg minner deg ikke mer på dette, men sier fra om endringer.',
  muted: (what: string) => `Slått av: ${what}.`,
  tooLate: 'Da er det for sent. Velg et tidligere tidspunkt.',
  gone: 'Denne meldingen har jeg ikke lenger, så den kan ikke komme igjen.',
  undone: 'Angret. Det er som før.',
}

export type MessageAnswerTexts = typeof messageAnswers
