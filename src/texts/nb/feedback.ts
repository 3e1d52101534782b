export const feedback = {
  question: 'Var dette nyttig?',
  helpful: '👍 Ja',
  unhelpful: '👎 Nei',
  helpfulTooltip: 'Ja, svaret var nyttig',
  unhelpfulTooltip: 'Nei, svaret var ikke nyttig',
  thanks: { helpful: 'Takk! Godt å høre.', unhelpful: 'Takk for at du sier fra.' },
  word: { helpful: 'Var det noe som var ekstra nyttig? (valgfritt)', unhelpful: 'Hva manglet? (valgfritt)' },
  contactLabel: 'Kontakt',
  contact: 'Rådgiveren kan kontakte meg om dette',
  privacy: 'Rådgiverne ser hva du spurte om og det du skriver her, men ikke hvem du er, med mindre du krysser av.',
  send: 'Send',
  change: { helpful: 'Det var nyttig likevel', unhelpful: 'Det var ikke nyttig likevel' },
  sent: 'Sendt til rådgiverne. Takk for hjelpen!',
  sorry: 'Beklager at svaret ikke var godt nok',
  whatWasWrong: (contact: string) =>
    `Takk for at du sier fra. Skriv gjerne hva som var feil eller manglet, så retter rådgiverne det. Haster det, hjelper ${contact} deg.`,
  tryAgain: (contact: string) =>
    `Jeg skjønte visst ikke hva du trengte. Prøv gjerne med andre ord, eller spør ${contact}.`,
  noted: 'Jeg har lagt spørsmålet i listen til rådgiverne, uten navnet ditt.',
  contactMe: 'La rådgiveren kontakte meg',
  contactAllowed: 'Nå kan rådgiveren se at det var du som spurte, og ta kontakt.',
}

export type FeedbackTexts = typeof feedback
