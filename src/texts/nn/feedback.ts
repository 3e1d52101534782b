import type { FeedbackTexts } from '../nb/feedback.ts'

export const feedback: FeedbackTexts = {
  question: 'Var dette nyttig?',
  helpful: '👍 Ja',
  unhelpful: '👎 Nei',
  helpfulTooltip: 'Ja, svaret var nyttig',
  unhelpfulTooltip: 'Nei, svaret var ikkje nyttig',
  thanks: { helpful: 'Takk! Godt å høyre.', unhelpful: 'Takk for at du seier frå.' },
  word: { helpful: 'Var det noko som var ekstra nyttig? (valfritt)', unhelpful: 'Kva mangla? (valfritt)' },
  contactLabel: 'Kontakt',
  contact: 'Rådgjevaren kan kontakte meg om dette',
  privacy: 'Rådgjevarane ser kva du spurde om og det du skriv her, men ikkje kven du er, med mindre du kryssar av.',
  send: 'Send',
  change: { helpful: 'Det var nyttig likevel', unhelpful: 'Det var ikkje nyttig likevel' },
  sent: 'Sendt til rådgjevarane. Takk for hjelpa!',
  sorry: 'Orsak at svaret ikkje var godt nok',
  whatWasWrong: (contact) =>
    `Takk for at du seier frå. Skriv gjerne kva som var feil eller mangla, så rettar rådgivarane det. Hastar det, hjelper ${contact} deg.`,
  tryAgain: (contact) => `Eg skjøna visst ikkje kva du trong. Prøv gjerne med andre ord, eller spør ${contact}.`,
  noted: 'Eg har lagt spørsmålet i lista til rådgjevarane, utan namnet ditt.',
  contactMe: 'La rådgjevaren kontakte meg',
  contactAllowed: 'No kan rådgjevaren sjå at det var du som spurde, og ta kontakt.',
}
