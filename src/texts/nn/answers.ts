import type { AnswerTexts } from '../nb/answers.ts'

export const answers: AnswerTexts = {
  welcomeTitle: (network) => `Velkomen til ${network.name}`,
  welcome: (network) =>
    `Eg er boten til nettverket som ${network.owner} driv for kommunane. Spør meg om EU-program på vanleg norsk, meld deg på samlingar, eller få hjelp av ein rådgjevar. Eg svarar berre med det eg har kjelder for, og seier frå når eg ikkje veit.`,
  helpTitle: 'Dette kan eg hjelpe med',
  help: [
    '**Spør** om EU-program: «kan ein barnehage søkje Erasmus+?», «når er fristen?»',
    '**Bli med** i nettverket, eller sjå **profilen min**',
    '**Samlingar**: sjå kva som kjem og meld deg på',
    '**Påmeldingane mine**: endre eller meld deg av',
    '**Påminningar**: vel kva eg skal minne deg på',
    '**Snakk med rådgjevar** når du treng eit menneske',
    '**Dataa mine**: sjå eller slett det som er lagra om deg',
  ],
  greeting: 'Hei! Kva lurer du på?',
  youAreWelcome: 'Berre hyggeleg! Skriv når du lurer på noko meir.',
  imageOnly: 'Eg kan diverre ikkje lese bilete eller filer. Skriv spørsmålet ditt, så prøver eg å svare.',
  nothingWritten: 'Eg fekk ingen tekst. Skriv eit spørsmål, eller vel noko her:',
  suggestTitle: 'Meinte du noko av dette?',
  suggestNone: 'Noko anna',
  handoffTitle: 'Det veit eg ikkje sikkert nok',
  handoff: (network) =>
    `Eg vil heller seie det enn å gjette. ${network.contactName} hjelper deg gjerne: ${network.contactEmail}. Du kan òg prøve å spørje med andre ord.`,
  writeToAdviser: 'Skriv til rådgjevaren',
  adviserSubject: (network) => `Spørsmål til ${network.name}`,
  adviser: (network) =>
    `Rådgjevaren i nettverket er ${network.contactName}. Du når henne eller han på ${network.contactEmail}.`,
  adviserTitle: 'Snakk med ein rådgjevar',
  explain: 'Forklar',
  explainTerm: (name) => `Forklar «${name}»`,
  sources: 'Kjelder',
  checked: (date) => `sjekka ${date}`,
  unchecked: 'ikkje sjekka enno',
  uncheckedAnswer: 'Noko av dette er ikkje sjekka mot kjelda enno. Sjekk der før du avgjer noko.',
  ask: 'Spør om eit program',
  join: 'Bli med',
  gatherings: 'Samlingar',
  notBuilt: (network) =>
    `Det kan eg ikkje ordne her enno. ${network.contactName} kan hjelpe deg: ${network.contactEmail}.`,
  aspects: {
    what: 'Kva er det?',
    norway: 'Er Noreg med?',
    eligibility: 'Kan vi søkje?',
    funds: 'Kva får ein stønad til?',
    money: 'Kor mykje?',
    partners: 'Partnarar',
    deadlines: 'Fristar',
    apply: 'Slik søkjer de',
    contact: 'Kven kan vi spørje?',
    next: 'Etter 2027',
  },
}
