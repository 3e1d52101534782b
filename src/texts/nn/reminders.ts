import type { ReminderTexts } from '../nb/reminders.ts'

export const reminders: ReminderTexts = {
  inTime: {
    weeks: (count) => (count === 1 ? 'Om ei veke' : `Om ${count} veker`),
    days: (count) => (count === 1 ? 'I morgon' : `Om ${count} dagar`),
    hours: (count) => (count === 1 ? 'Om ein time' : `Om ${count} timar`),
    minutes: (count) => `Om ${count} minutt`,
    today: 'I dag',
  },
  reminderTitle: (when, title) => `${when}: ${title}`,
  prepare: 'Førebu deg',
  wayThere: 'Slik finn du fram',
  aheadLead: 'Du er påmeld. Passar det ikkje likevel, meld deg av, så får ein annan plassen.',
  inPersonTomorrow: 'Vi sest i morgon.',
  onlineTomorrow: 'Vi møtest på nett i morgon. Lenkja er her:',
  inPersonSoon: 'Vi sest snart.',
  onlineSoon: 'Møtet opnar snart. Trykk på lenkja for å bli med.',
  near: ({ municipality, same, county, others }) => {
    const mine = same === 0 ? '' : `Frå ${municipality} kjem ${same === 1 ? 'éin til' : `${same} andre`}.`
    const around =
      others === 0 ? '' : `Frå ${same === 0 ? '' : 'andre stader i '}${county} kjem ${others === 1 ? 'éin' : others}.`
    return [mine, around].filter((part) => part !== '').join(' ')
  },
  adviserWrites: (words) => `Rådgjevaren skriv: ${words}`,
  calledOffTitle: (title) => `Avlyst: ${title}`,
  calledOff: 'Samlinga blir ikkje noko av. Du treng ikkje gjere noko; påmeldinga di fell bort.',
  changedTitle: (title) => `Endra: ${title}`,
  changed: {
    registered: 'Det er gjort endringar i samlinga du er påmeld. Slik er det no:',
    offered: 'Det er gjort endringar i samlinga du er tilboden plass på. Slik er det no:',
    waiting: 'Det er gjort endringar i samlinga du står på venteliste til. Slik er det no:',
  },
  onAgainTitle: (title) => `Blir noko av likevel: ${title}`,
  onAgain: {
    registered: 'Samlinga var avlyst, men blir halden likevel. Du er framleis påmeld. Slik er det no:',
    offered: 'Samlinga var avlyst, men blir halden likevel. Du er framleis tilboden plass. Slik er det no:',
    waiting: 'Samlinga var avlyst, men blir halden likevel. Du står framleis på venteliste. Slik er det no:',
  },
  fromTo: (before, after) => `${after} (før: ${before})`,
  nothing: 'ingen',
  offeredTitle: (title) => `Ledig plass til deg: ${title}`,
  offered: (until) =>
    `Du stod på venteliste, og no er det ein plass til deg. Svar innan ${until}, elles går han til nestemann.`,
  offerEndedTitle: (title) => `Tilbodet om plass gjekk ut: ${title}`,
  offerEnded: 'Plassen gjekk vidare til den neste på lista. Du kan stille deg på venteliste att.',
  seatGivenTitle: (title) => `Du har fått plass: ${title}`,
  seatGiven: 'Ein plass vart ledig, og han er din. Kan du ikkje likevel, meld deg av så ein annan får han.',
  registeredForYouTitle: (title) => `Du er meld på: ${title}`,
  registeredForYou:
    'Ein rådgjevar i nettverket har meldt deg på. Passar det ikkje, meld deg av, så går plassen til ein annan.',
  changedForYouTitle: (title) => `Påmeldinga di er endra: ${title}`,
  changedForYou:
    'Ein rådgjevar i nettverket har endra kva dagar du kjem, eller korleis du deltek. Opne samlinga og sjå korleis det er no.',
  queuedForYouTitle: (title) => `Du står på venteliste: ${title}`,
  queuedForYou: 'Ein rådgjevar i nettverket har sett deg på ventelista. Du får beskjed når det er ein plass til deg.',
  removedForYouTitle: (title) => `Du er meld av: ${title}`,
  removedForYou: 'Ein rådgjevar i nettverket har meldt deg av. Er det feil, kan du melde deg på igjen.',
  when: 'Når',
  where: 'Kvar',
  attending: 'Du deltek',
  deadline: 'Påmeldingsfrist',
  online: 'Delta på nett',
  open: 'Opne',
  cannotCome: 'Kan ikkje',
  acceptOffer: 'Ja, eg vil ha plassen',
  declineOffer: 'Nei takk',
}
