/** What members do for colleagues of the same municipality. */
export const colleagues = {
  somebody: 'En kollega',
  menu: 'Kolleger',
  register: 'Meld på en kollega',
  askSubstitute: 'La en kollega overta',
  keepSeat: 'Jeg kommer likevel',
  asking: 'Du har spurt en kollega om å overta. Plassen er din til du får svar.',
  findTitles: { register: 'Meld på en kollega', substitute: 'Hvem skal overta plassen din?' },
  leads: {
    register: 'Velg en kollega fra kommunen din. Kollegaen får beskjed med en gang, og kan si nei.',
    substitute: 'Velg en kollega fra kommunen din. Plassen er din til kollegaen har sagt ja.',
  },
  mayCome:
    'Flere fra samme kommune kan gjerne komme. Som medlem kan du melde på kollegaer; de kan også melde seg på selv.',
  search: 'Navn eller e-post',
  find: 'Søk',
  noneYet:
    'Ingen andre fra kommunen din er medlem og har skrevet til meg ennå. Be kollegaen åpne chatten med meg og skrive «bli med».',
  none: 'Jeg finner ingen slik kollega. Kollegaen må være medlem fra kommunen din, og ha skrevet til meg minst en gang.',
  more: 'Det er flere. Skriv mer av navnet.',
  states: { seat: 'Har plass', waiting: 'På venteliste' },
  back: 'Til samlingen',
  undo: 'Angre',
  another: 'Meld på en til',
  registered: (name: string) => `${name} er meldt på, og får beskjed av meg`,
  queued: (name: string) => `Det er fullt: ${name} står på venteliste, og får beskjed av meg`,
  undone: (name: string) => `${name} er meldt av igjen`,
  substituteAsked: (name: string) => `Jeg spør ${name}. Plassen er din til du får svar.`,
  kept: 'Fint at du kommer! Plassen er fortsatt din.',
  takeOver: 'Ja, jeg tar plassen',
  refuse: 'Nei, det passer ikke',
  askAnother: 'Spør en annen',
  tookOver: (name: string) => `Plassen etter ${name} er din! Fyll gjerne ut resten:`,
  refused: (name: string) => `Takk for svaret. ${name} får vite at det ikke passer.`,
  refusals: {
    'no-colleague': 'Jeg finner ikke denne kollegaen i kommunen din.',
    'handover-ended': 'Dette er ikke aktuelt lenger: den som spurte, har plassen selv eller har gitt den fra seg.',
    'is-registered': (name: string) => `${name} er alt påmeldt eller på venteliste.`,
    'has-seat': (name: string) => `${name} har alt en plass.`,
    'has-said-no': (name: string) => `${name} har alt svart nei. Ta gjerne kontakt direkte.`,
  },
  notices: {
    registered: {
      title: (title: string, _name: string) => `Du er meldt på: ${title}`,
      lead: (name: string) => `${name} har meldt deg på. Passer det ikke, meld deg av, så går plassen til en annen.`,
    },
    queued: {
      title: (title: string, _name: string) => `Du står på venteliste: ${title}`,
      lead: (name: string) => `${name} har satt deg på ventelista. Du får beskjed når det er en plass til deg.`,
    },
    unregistered: {
      title: (title: string, _name: string) => `Du er meldt av: ${title}`,
      lead: (name: string) => `${name} meldte deg på, og har angret. Du kan melde deg på selv.`,
    },
    asked: {
      title: (title: string, _name: string) => `Kan du overta en plass? ${title}`,
      lead: (name: string) => `${name} kan ikke komme, og spør om du vil overta plassen.`,
    },
    taken: {
      title: (title: string, name: string) => `${name} har overtatt plassen din: ${title}`,
      lead: (name: string) => `Du er meldt av, og ${name} kommer i stedet.`,
    },
    'not-taken': {
      title: (title: string, name: string) => `${name} kan ikke overta: ${title}`,
      lead: (_name: string) => 'Plassen er fortsatt din. Spør en annen, eller meld deg av.',
    },
  },
}

export type ColleagueTexts = typeof colleagues
