export const suggestions = {
  title: 'Foreslå et tema',
  lead: 'Samlingene lages sammen med dere. Hva vil du at en av de neste skal handle om?',
  topic: 'Tema',
  topicHint: 'For eksempel «budsjett i Interreg» eller «slik fikk vi med rektorene»',
  topicMissing: 'Skriv hva temaet er.',
  why: 'Hva håper du å få ut av det? (valgfritt)',
  seen: 'Rådgiverne ser hvem du er. Andre ser bare temaet, og hvor mange som ønsker det.',
  send: 'Send forslaget',
  others: 'Dette har andre foreslått. Trykk på det du også ønsker.',
  similarTitle: 'Er det det samme som dette?',
  similar: 'Noe som ligner er foreslått fra før. Er det det samme, så trykk på det, og dere teller sammen.',
  sendAnyway: 'Nei, send mitt',
  wanted: (people: number, isMine: boolean) => {
    if (!isMine) return people === 1 ? 'Én ønsker dette' : `${people} ønsker dette`
    if (people === 1) return 'Du ønsker dette'
    return people === 2 ? 'Du og én til ønsker dette' : `Du og ${people - 1} andre ønsker dette`
  },
  thanksTitle: 'Takk for forslaget!',
  thanks: 'Rådgiverne ser det når de planlegger de neste samlingene.',
  supportTitle: 'Notert: du ønsker dette',
  undo: 'Angre',
  another: 'Foreslå et tema til',
  all: 'Alle forslag',
  withdrawnTitle: 'Ønsket er tatt bort',
  withdrawn: 'Rådgiverne ser ikke lenger at du ønsker dette.',
  listTitle: 'Foreslåtte temaer',
  none: 'Ingen har foreslått noe ennå. Bli den første!',
  gone: 'Dette forslaget er ikke åpent lenger.',

  deskTitle: 'Forslag til temaer',
  deskLead: 'Det flest ønsker, står først.',
  deskNone: 'Ingen forslag venter. Medlemmene kan når som helst skrive «foreslå et tema» til meg.',
  doneTitle: 'Temaer som er tatt opp',
  doneNone: 'Ingen forslag er merket som tatt opp ennå.',
  from: (people: number, municipalities: string, day: string) =>
    [people === 1 ? 'Én person' : `${people} personer`, municipalities, `først ${day}`]
      .filter((part) => part !== '')
      .join(' · '),
  notMember: 'En som ikke er medlem',
  isDone: (day: string) => `Merket som tatt opp ${day}.`,
  markDone: 'Merk som tatt opp',
  markedDone: 'Merket som tatt opp.',
  reopen: 'Åpne igjen',
  reopened: 'Forslaget er åpent igjen.',
  remove: 'Slett',
  removeSure: 'Da blir forslaget borte, også for dem som ønsker det. Det kan ikke angres.',
  confirmRemove: 'Ja, slett forslaget',
  removed: 'Forslaget er slettet.',
  back: 'Tilbake til forslagene',
}

export type SuggestionTexts = typeof suggestions
