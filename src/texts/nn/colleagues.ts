import type { ColleagueTexts } from '../nb/colleagues.ts'

export const colleagues: ColleagueTexts = {
  somebody: 'Ein kollega',
  menu: 'Kollegaer',
  register: 'Meld på ein kollega',
  askSubstitute: 'La ein kollega ta over',
  keepSeat: 'Eg kjem likevel',
  asking: 'Du har spurt ein kollega om å ta over. Plassen er din til du får svar.',
  findTitles: { register: 'Meld på ein kollega', substitute: 'Kven skal ta over plassen din?' },
  leads: {
    register: 'Vel ein kollega frå kommunen din. Kollegaen får melding med ein gong, og kan seie nei.',
    substitute: 'Vel ein kollega frå kommunen din. Plassen er din til kollegaen har sagt ja.',
  },
  mayCome:
    'Fleire frå same kommune kan gjerne kome. Som medlem kan du melde på kollegaer; dei kan òg melde seg på sjølve.',
  search: 'Namn eller e-post',
  find: 'Søk',
  noneYet:
    'Ingen andre frå kommunen din er medlem og har skrive til meg enno. Be kollegaen opne chatten med meg og skrive «bli med».',
  none: 'Eg finn ingen slik kollega. Kollegaen må vere medlem frå kommunen din, og ha skrive til meg minst éin gong.',
  more: 'Det er fleire. Skriv meir av namnet.',
  states: { seat: 'Har plass', waiting: 'På venteliste' },
  back: 'Til samlinga',
  undo: 'Angre',
  another: 'Meld på ein til',
  registered: (name) => `${name} er meld på, og får melding av meg`,
  queued: (name) => `Det er fullt: ${name} står på venteliste, og får melding av meg`,
  undone: (name) => `${name} er meld av att`,
  substituteAsked: (name) => `Eg spør ${name}. Plassen er din til du får svar.`,
  kept: 'Fint at du kjem! Plassen er framleis din.',
  takeOver: 'Ja, eg tek plassen',
  refuse: 'Nei, det passar ikkje',
  askAnother: 'Spør ein annan',
  tookOver: (name) => `Plassen etter ${name} er din! Fyll gjerne ut resten:`,
  refused: (name) => `Takk for svaret. ${name} får vite at det ikkje passar.`,
  refusals: {
    'no-colleague': 'Eg finn ikkje denne kollegaen i kommunen din.',
    'handover-ended': 'Dette er ikkje aktuelt lenger: den som spurde, har plassen sjølv eller har gitt han frå seg.',
    'is-registered': (name) => `${name} er alt påmeld eller på venteliste.`,
    'has-seat': (name) => `${name} har alt ein plass.`,
    'has-said-no': (name) => `${name} har alt svart nei. Ta gjerne kontakt direkte.`,
  },
  notices: {
    registered: {
      title: (title) => `Du er meld på: ${title}`,
      lead: (name) => `${name} har meldt deg på. Passar det ikkje, meld deg av, så går plassen til ein annan.`,
    },
    queued: {
      title: (title) => `Du står på venteliste: ${title}`,
      lead: (name) => `${name} har sett deg på ventelista. Du får melding når det er ein plass til deg.`,
    },
    unregistered: {
      title: (title) => `Du er meld av: ${title}`,
      lead: (name) => `${name} melde deg på, og har angra. Du kan melde deg på sjølv.`,
    },
    asked: {
      title: (title) => `Kan du ta over ein plass? ${title}`,
      lead: (name) => `${name} kan ikkje kome, og spør om du vil ta over plassen.`,
    },
    taken: {
      title: (title, name) => `${name} har teke over plassen din: ${title}`,
      lead: (name) => `Du er meld av, og ${name} kjem i staden.`,
    },
    'not-taken': {
      title: (title, name) => `${name} kan ikkje ta over: ${title}`,
      lead: () => 'Plassen er framleis din. Spør ein annan, eller meld deg av.',
    },
  },
}
