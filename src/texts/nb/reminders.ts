import type { NearYou } from '../../network/near-you.ts'

export const reminders = {
  inTime: {
    weeks: (count: number) => (count === 1 ? 'Om en uke' : `Om ${count} uker`),
    days: (count: number) => (count === 1 ? 'I morgen' : `Om ${count} dager`),
    hours: (count: number) => (count === 1 ? 'Om en time' : `Om ${count} timer`),
    minutes: (count: number) => `Om ${count} minutter`,
    today: 'I dag',
  },
  reminderTitle: (when: string, title: string) => `${when}: ${title}`,
  prepare: 'Forbered deg',
  wayThere: 'Slik finner du fram',
  aheadLead: 'Du er påmeldt. Passer det ikke likevel, meld deg av, så får en annen plassen.',
  inPersonTomorrow: 'Vi ses i morgen.',
  onlineTomorrow: 'Vi møtes på nett i morgen. Lenken er her:',
  inPersonSoon: 'Vi ses snart.',
  onlineSoon: 'Møtet åpner snart. Trykk på lenken for å bli med.',
  near: ({ municipality, same, county, others }: NearYou) => {
    const mine = same === 0 ? '' : `Fra ${municipality} kommer ${same === 1 ? 'én til' : `${same} andre`}.`
    const around =
      others === 0
        ? ''
        : `${same === 0 ? `Fra ${county} kommer` : `Fra resten av ${county} kommer`} ${others === 1 ? 'én' : others}.`
    return [mine, around].filter((part) => part !== '').join(' ')
  },
  adviserWrites: (words: string) => `Rådgiveren skriver: ${words}`,
  calledOffTitle: (title: string) => `Avlyst: ${title}`,
  calledOff: 'Samlingen blir ikke noe av. Du trenger ikke gjøre noe; påmeldingen din faller bort.',
  changedTitle: (title: string) => `Endret: ${title}`,
  changed: {
    registered: 'Det er gjort endringer i samlingen du er påmeldt. Slik er det nå:',
    offered: 'Det er gjort endringer i samlingen du er tilbudt plass på. Slik er det nå:',
    waiting: 'Det er gjort endringer i samlingen du står på venteliste til. Slik er det nå:',
  },
  onAgainTitle: (title: string) => `Blir noe av likevel: ${title}`,
  onAgain: {
    registered: 'Samlingen var avlyst, men blir holdt likevel. Du er fortsatt påmeldt. Slik er det nå:',
    offered: 'Samlingen var avlyst, men blir holdt likevel. Du er fortsatt tilbudt plass. Slik er det nå:',
    waiting: 'Samlingen var avlyst, men blir holdt likevel. Du står fortsatt på venteliste. Slik er det nå:',
  },
  fromTo: (before: string, after: string) => `${after} (før: ${before})`,
  nothing: 'ingen',
  offeredTitle: (title: string) => `Ledig plass til deg: ${title}`,
  offered: (until: string) =>
    `Du sto på venteliste, og nå er det en plass til deg. Svar innen ${until}, ellers går den til nestemann.`,
  offerEndedTitle: (title: string) => `Tilbudet om plass gikk ut: ${title}`,
  offerEnded: 'Plassen gikk videre til den neste på lista. Du kan stille deg på venteliste igjen.',
  seatGivenTitle: (title: string) => `Du har fått plass: ${title}`,
  seatGiven: 'En plass ble ledig, og den er din. Kan du ikke likevel, meld deg av så en annen får den.',
  registeredForYouTitle: (title: string) => `Du er meldt på: ${title}`,
  registeredForYou:
    'En rådgiver i nettverket har meldt deg på. Passer det ikke, meld deg av, så går plassen til en annen.',
  changedForYouTitle: (title: string) => `Påmeldingen din er endret: ${title}`,
  changedForYou:
    'En rådgiver i nettverket har endret hvilke dager du kommer, eller hvordan du deltar. Åpne samlingen og se hvordan det er nå.',
  queuedForYouTitle: (title: string) => `Du står på venteliste: ${title}`,
  queuedForYou: 'En rådgiver i nettverket har satt deg på ventelista. Du får beskjed når det er en plass til deg.',
  removedForYouTitle: (title: string) => `Du er meldt av: ${title}`,
  removedForYou: 'En rådgiver i nettverket har meldt deg av. Er det feil, kan du melde deg på igjen.',
  when: 'Når',
  where: 'Hvor',
  attending: 'Du deltar',
  deadline: 'Påmeldingsfrist',
  online: 'Delta på nett',
  open: 'Åpne',
  cannotCome: 'Kan ikke',
  acceptOffer: 'Ja, jeg vil ha plassen',
  declineOffer: 'Nei takk',
}

export type ReminderTexts = typeof reminders
