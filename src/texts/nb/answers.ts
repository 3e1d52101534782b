/** The placeholders of the network: its name, owner and contact. */
export interface NetworkNames {
  name: string
  owner: string
  contactName: string
  contactEmail: string
}

export const answers = {
  welcomeTitle: (network: NetworkNames) => `Velkommen til ${network.name}`,
  welcome: (network: NetworkNames) =>
    `Jeg er boten til nettverket som ${network.owner} driver for kommunene. Spør meg om EU-programmer på vanlig norsk, meld deg på samlinger, eller få hjelp av en rådgiver. Jeg svarer bare med det jeg har kilder for, og sier fra når jeg ikke vet.`,
  helpTitle: 'Dette kan jeg hjelpe med',
  help: [
    '**Spør** om EU-programmer: «kan en barnehage søke Erasmus+?», «når er fristen?»',
    '**Finn program** som passer til ideen din: fem korte spørsmål',
    '**Følg Erasmus+**: jeg sier fra om utlysninger og frister',
    '**Bli med** i nettverket, eller se **profilen min**',
    '**Samlinger**: se hva som kommer og meld deg på',
    '**Mine påmeldinger**: endre eller meld deg av',
    '**Finn erfaringer** fra andre kommuner, **del en erfaring**, **finn en partner**, eller **foreslå et tema** til samlingene',
    '**Påminnelser**: velg hva jeg skal minne deg på, skriv «minn meg på …», eller «pause til mandag»',
    '**Snakk med rådgiver** når du trenger et menneske',
    '**Mine data**: se eller slett det som er lagret om deg',
  ],
  greeting: 'Hei! Hva lurer du på?',
  youAreWelcome: 'Bare hyggelig! Skriv når du lurer på noe mer.',
  nothingDone: 'Jeg har ikke endret eller slettet noe',
  whatToUndo: 'Skriv gjerne hva det gjelder, eller velg her hva du vil se, endre eller slette:',
  imageOnly: 'Jeg kan dessverre ikke lese bilder eller filer. Skriv spørsmålet ditt, så prøver jeg å svare.',
  nothingWritten: 'Jeg fikk ingen tekst. Skriv et spørsmål, eller velg noe her:',
  suggestTitle: 'Mente du noe av dette?',
  suggestNone: 'Noe annet',
  handoffTitle: 'Det vet jeg ikke sikkert nok',
  handoff: (network: NetworkNames) =>
    `Jeg vil heller si det enn å gjette. ${network.contactName} hjelper deg gjerne: ${network.contactEmail}. Du kan også prøve å spørre med andre ord.`,
  outsideTitle: 'Det er utenfor det jeg kan hjelpe med',
  outside: (network: NetworkNames) =>
    `Jeg svarer på spørsmål om EU- og EØS-programmer for kommunene, og om nettverket og samlingene. Gjelder det internasjonalt arbeid likevel, hjelper ${network.contactName} deg gjerne: ${network.contactEmail}.`,
  sendToAdvisers: 'Send spørsmålet til rådgiverne',
  writeToAdviser: 'Skriv til rådgiveren',
  adviserSubject: (network: NetworkNames) => `Spørsmål til ${network.name}`,
  adviser: (network: NetworkNames) =>
    `Rådgiveren i nettverket er ${network.contactName}. Du når henne eller ham på ${network.contactEmail}.`,
  adviserTitle: 'Snakk med en rådgiver',
  /** Before words that the glossary explains. */
  explain: 'Forklar',
  explainTerm: (name: string) => `Forklar «${name}»`,
  sources: 'Kilder',
  checked: (date: string) => `sjekket ${date}`,
  unchecked: 'ikke sjekket ennå',
  uncheckedAnswer: 'Noe av dette er ikke sjekket mot kilden ennå. Sjekk der før du bestemmer noe.',
  ask: 'Spør om et program',
  join: 'Bli med',
  gatherings: 'Samlinger',
  aspects: {
    what: 'Hva er det?',
    norway: 'Er Norge med?',
    eligibility: 'Kan vi søke?',
    funds: 'Hva får en støtte til?',
    money: 'Hvor mye?',
    partners: 'Partnere',
    deadlines: 'Frister',
    apply: 'Slik søker dere',
    contact: 'Hvem kan vi spørre?',
    next: 'Etter 2027',
  },
}

export type AnswerTexts = typeof answers
