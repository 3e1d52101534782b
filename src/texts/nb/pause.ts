export const pause = {
  title: 'Ta en pause',
  lead: 'I pausen får du ingen påminnelser, invitasjoner eller nyheter fra nettverket. Er du påmeldt en samling, får du fortsatt vite om endringer og avlysninger. Du er medlem hele tiden, og alt du har fortalt, blir liggende.',
  until: 'Pause til og med',
  untilMissing: 'Velg en dato.',
  start: 'Ta pause',
  change: 'Endre pausen',
  end: 'Avslutt pausen',
  past: 'Denne dagen er forbi. Velg en dag som kommer.',
  tooLong:
    'En pause kan vare i høyst ett år. Vil du være borte lenger, kan du melde deg ut og komme tilbake når du vil.',
  underWay: (day: string) => `Du har pause til og med ${day}.`,
  paused: (day: string) => `Pause til og med ${day}`,
  meanwhile: 'Jeg er stille så lenge. Du kan fortsatt spørre meg om hva du vil, og avslutte pausen når som helst.',
  resumed: 'Pausen er over',
  resumedLead: 'Nå får du påminnelser og nyheter igjen. Se gjerne hva som har kommet imens.',
  untilShort: 'Pause til og med',
  pauseOrLeave: 'Pause eller utmelding',
  instead: 'Ta pause i stedet',
}

export type PauseTexts = typeof pause
