/** The gathering with which the network began; its hours and speakers are not on record, and the hours here are a guess. */
export const firstGathering = {
  id: 'drammen-2022',
  title: 'Første samling: Kommunenettverk for internasjonalt arbeid',
  startsAt: '2022-05-05T10:00',
  endsAt: '2022-05-06T15:00',
  place: 'Drammen',
  agenda: [
    { title: 'Erasmus+ for ungdom og utdanning' },
    { title: 'EØS-midlene' },
    { title: 'Fylkeskommunens midler til internasjonale forprosjekter' },
    { title: 'Interreg: prosjekter over grensa' },
    { title: 'Innovasjonsmidler fra Horisont Europa' },
  ],
  topics: ['erasmus-plus', 'eea-grants', 'county-seed-fund', 'interreg', 'interreg-sweden-norway', 'horizon-europe'],
}

/** Gatherings to come, so many days from the day on which they are shown. */
export const demonstrationPlan = [
  {
    id: 'demo-next',
    title: 'Samling om Erasmus+ og skoleutveksling',
    daysAhead: 9,
    startsAt: '09:30',
    endsAt: '15:00',
    deadlineDaysBefore: 2,
    place: 'Fylkeshuset i Drammen',
    onlineUrl: 'https://example.org/samling',
    capacity: 40,
    agenda: [
      { at: '09:30', title: 'Kaffe og registrering' },
      { at: '10:00', title: 'Erasmus+ i praksis: fra idé til søknad' },
      { at: '11:30', title: 'Lunsj' },
      { at: '12:30', title: 'Kommunene deler: elevutveksling og jobbskygging' },
      { at: '14:00', title: 'Veiledning i grupper' },
    ],
    topics: ['erasmus-plus'],
  },
  {
    id: 'demo-later',
    title: 'Verksted: klima- og miljøprosjekter over grensa',
    daysAhead: 72,
    startsAt: '10:00',
    endsAt: '15:30',
    deadlineDaysBefore: 14,
    place: 'Moss',
    capacity: 2,
    agenda: [
      { at: '10:00', title: 'Interreg Sverige–Norge: hva kan kommunen søke på?' },
      { at: '12:00', title: 'Lunsj' },
      { at: '13:00', title: 'Arbeid med egne prosjektideer' },
    ],
    topics: ['interreg', 'interreg-sweden-norway', 'life'],
  },
] as const

/** Made up. */
export const demonstrationMembers = [
  {
    email: 'kari.holm@example.no',
    name: 'Kari Holm',
    municipality: 'Drammen',
    role: 'Rektor',
    topics: 'erasmus-plus',
    language: 'nb',
  },
  {
    email: 'ola.bakke@example.no',
    name: 'Ola Bakke',
    municipality: 'Nore og Uvdal',
    role: 'Næringssjef',
    topics: 'interreg,county-seed-fund',
    language: 'nn',
  },
  {
    email: 'siri.dahl@example.no',
    name: 'Siri Dahl',
    municipality: 'Fredrikstad',
    role: 'Klimarådgiver',
    topics: 'interreg-sweden-norway,life',
    language: 'nb',
  },
  {
    email: 'james.lund@example.no',
    name: 'James Lund',
    municipality: 'Bærum',
    role: 'Innovasjonsrådgiver',
    topics: 'horizon-europe',
    language: 'en',
  },
] as const

/** A member who has joined herself, and has something for the others. */
export const demonstrationContributor = {
  personId: 'demonstration/anne-vik',
  profile: {
    email: 'anne.vik@example.no',
    name: 'Anne Vik',
    municipality: 'Lier',
    role: 'Prosjektleder',
    topics: 'erasmus-plus,life',
    language: 'nb',
  },
  experiences: [
    {
      title: 'Jobbskygging i finske barnehager',
      topic: 'erasmus-plus',
      what: 'Åtte ansatte fulgte kolleger i Finland en uke hver, to og to. De skrev logg hver kveld og holdt et kort innlegg hjemme.',
      lesson: 'Send to fra samme hus, så blir det noe av etterpå. Vikarbudsjettet må være klart før søknaden.',
      mayContact: true,
    },
    {
      title: 'Regnbed langs skoleveien',
      topic: 'life',
      what: 'Vi prøvde tre typer regnbed sammen med to andre kommuner, og målte hvor mye vann de tok unna.',
      lesson: 'Drift og vedlikehold må være avtalt før spaden går i jorda.',
      mayContact: false,
    },
  ],
  suggestion: 'Hvordan få med kommunestyret',
  search: {
    topic: 'life',
    idea: 'Overvann og flom i tettsteder: prøve ut enkle tiltak og måle dem likt',
    role: 'lead',
    months: 3,
    isFindable: true,
  },
} as const
