import type { PauseTexts } from '../nb/pause.ts'

export const pause: PauseTexts = {
  title: 'Ta ein pause',
  lead: 'I pausen får du ingen påminningar, invitasjonar eller nytt frå nettverket. Er du påmeld ei samling, får du framleis vite om endringar og avlysingar. Du er medlem heile tida, og alt du har fortalt, blir liggjande.',
  until: 'Pause til og med',
  untilMissing: 'Vel ein dato.',
  start: 'Ta pause',
  change: 'Endre pausen',
  end: 'Avslutt pausen',
  past: 'Denne dagen er forbi. Vel ein dag som kjem.',
  tooLong:
    'Ein pause kan vare i høgst eitt år. Vil du vere borte lenger, kan du melde deg ut og kome tilbake når du vil.',
  underWay: (day) => `Du har pause til og med ${day}.`,
  paused: (day) => `Pause til og med ${day}`,
  meanwhile: 'Eg er stille så lenge. Du kan framleis spørje meg om kva du vil, og avslutte pausen når som helst.',
  resumed: 'Pausen er over',
  resumedLead: 'No får du påminningar og nytt igjen. Sjå gjerne kva som har kome imens.',
  untilShort: 'Pause til og med',
  pauseOrLeave: 'Pause eller utmelding',
  instead: 'Ta pause i staden',
}
