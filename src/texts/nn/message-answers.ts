import type { MessageAnswerTexts } from '../nb/message-answers.ts'

export const messageAnswers: MessageAnswerTexts = {
  later: {
    title: 'Seinare',
    'quarter-hour': 'Om eit kvarter',
    hour: 'Om ein time',
    tomorrow: 'I morgon tidleg',
    'next-week': 'Neste veke',
  },
  done: 'Ferdig',
  mute: 'Slå av slike meldingar',
  settings: 'Påminningar',
  undo: 'Angre',
  comesAgain: (when) => `Eg minner deg på dette att ${when}.`,
  todayAt: (time) => `i dag kl. ${time}`,
  isDone: 'Ferdig. Eg minner deg ikkje meir på dette, men seier frå om endringar.',
  muted: (what) => `Slått av: ${what}.`,
  tooLate: 'Då er det for seint. Vel eit tidlegare tidspunkt.',
  gone: 'Denne meldinga har eg ikkje lenger, så ho kan ikkje kome att.',
  undone: 'Angra. Det er som før.',
}
