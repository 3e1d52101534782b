import type { DuplicateReason } from '../../network/duplicates.ts'
import type { UnreachableReason } from '../../network/member-directory.ts'

const unreachable: Record<UnreachableReason, string> = {
  'never-wrote': 'Har ikke skrevet til meg ennå',
  uninstalled: 'Har fjernet meg fra Teams',
  blocked: 'Teams slipper meg ikke fram (blokkert, eller kontoen er borte)',
}

const unreachableAdvice: Record<UnreachableReason, string> = {
  'never-wrote': 'Be dem åpne boten i Teams og skrive «hei», så når jeg dem.',
  uninstalled: 'Be dem legge til boten i Teams igjen. Til da får de ingen meldinger.',
  blocked: 'Be dem skrive til boten i Teams, eller spør IT i kommunen om appen er tillatt.',
}

const reasons: Record<DuplicateReason, string> = {
  'same-email': 'samme e-postadresse',
  'same-name': 'samme navn og kommune',
}

const counted = (count: number, what: string) => (count === 0 ? [] : [`${count} ${what}`])

export const memberDesk = {
  title: (count: number) => (count === 1 ? 'Ett medlem' : `${count} medlemmer`),
  unreachableTitle: (count: number) => (count === 1 ? 'Ett medlem kan ikke nås' : `${count} medlemmer kan ikke nås`),
  leftTitle: (count: number) => (count === 1 ? 'Én har sluttet' : `${count} har sluttet`),
  search: 'Søk på navn, kommune, rolle eller e-post',
  searchHint: 'For eksempel «drammen rektor»',
  topic: 'Interessert i',
  topics: 'Emner',
  anyTopic: 'Alle emner',
  show: 'Vis',
  shows: {
    active: 'Alle medlemmer',
    unreachable: 'De som ikke kan nås',
    left: 'De som har sluttet',
  },
  narrow: 'Avgrens lista',
  find: 'Søk',
  none: 'Ingen passer med søket. Prøv færre ord, eller bare begynnelsen av dem.',
  noneAtAll: 'Ingen medlemmer ennå. Legg inn en liste, eller be dem skrive «bli med» til boten.',
  noneUnreachable: 'Alle som passer med søket, kan nås.',
  noneLeft: 'Ingen har sluttet det siste året.',
  leftNote: (days: number) =>
    `Navnet vises i ${days} dager, så du rekker å spørre kommunen om en ny kontakt. Deretter ser du bare kommunen, og etter et år er alt slettet.`,
  somebody: 'En person',
  leftOn: (day: string) => `sluttet ${day}`,
  page: (page: number, pages: number) => `Side ${page} av ${pages}`,
  add: 'Legg inn liste',
  download: 'Last ned (CSV)',
  duplicates: 'Dubletter',
  statistics: 'Statistikk',
  menu: 'Rådgivermeny',
  back: 'Tilbake til lista',

  reach: 'Meldinger',
  reachable: 'Kan nås i Teams',
  unreachable,
  unreachableAdvice,
  unreachableSince: (reason: string, day: string) => `${reason}, siden ${day}`,
  source: 'Kilde',
  sourceImported: 'Lagt inn av rådgiverne, ikke bekreftet',
  sourceJoined: 'Har meldt seg inn og samtykket',
  otherEmails: 'Andre adresser',
  registrations: 'Samlinger',
  noRegistrations: 'Har ikke vært påmeldt noen samling.',
  attended: 'til stede',
  andMore: (count: number) => `og ${count} til`,
  sameAs: 'Slå sammen med …',
  sameAsLead: 'Er dette samme person som et annet medlem? Skriv e-postadressen til det andre.',
  sameAsEmail: 'E-postadressen til det andre medlemmet',
  sameAsFind: 'Sammenlign',
  sameAsNone: 'Ingen andre medlemmer har denne adressen.',
  gone: 'Jeg finner ikke dette medlemmet. Kanskje det har sluttet, eller er slått sammen med et annet.',

  importTitle: 'Legg inn en liste med medlemmer',
  importLead:
    'Kopier fra regnearket og lim inn her, med overskriftene øverst: e-post, navn og kommune må være med. Rolle, emner og språk er valgfritt, og navnet kan stå som fornavn og etternavn. Du ser hva som skjer før noe blir lagret.',
  importField: 'Lista',
  importHint: 'e-post;navn;kommune;rolle\nkari@drammen.kommune.no;Kari Nordmann;Drammen;Rektor',
  importLimit: (characters: number) =>
    `Feltet tar ${characters.toLocaleString('nb')} tegn, rundt 150 rader. Er lista lengre, del den i flere. Samme rad to ganger gjør ingen skade.`,
  importPreview: 'Se hva som skjer',
  importMissing: 'Lim inn lista først.',
  importTooLong: 'Lista er for lang for ett felt. Del den i flere, med overskriftene øverst i hver.',
  importNoRows: 'Her er bare overskrifter, og ingen medlemmer.',
  importMistakes: (count: number) =>
    count === 1
      ? 'Én feil må rettes før jeg kan lagre. Ingenting er lagret.'
      : `${count} feil må rettes før jeg kan lagre. Ingenting er lagret.`,
  importMistake: (rows: string, field: string, reason: string) =>
    `${[rows === '' ? '' : `Rad ${rows}`, field].filter((part) => part !== '').join(', ')}: ${reason}`,
  importColumnMissing: 'Denne kolonnen mangler.',
  importRowTwice: 'Samme adresse står lenger opp i lista.',
  importTopicUnknown: (topics: string) =>
    `Jeg kjenner ikke «${topics}». Skriv navnet slik det står i lista over programmer, for eksempel Erasmus+ eller LIFE.`,
  importLookOver: 'Se over kommunene',
  importUnknownPlace: (row: number, written: string) =>
    `Rad ${row}: Jeg kjenner ingen kommune som heter «${written}». Den blir lagret slik den står.`,
  importReadAs: (row: number, written: string, readAs: string) => `Rad ${row}: «${written}» blir lest som ${readAs}.`,
  importIgnored: (columns: string) => `Disse kolonnene bruker jeg ikke, og de blir ikke lagret: ${columns}.`,
  importLanguageUnknown: 'Skriv nb, nn eller en, eller la feltet stå tomt.',
  importRowTooLong: 'Raden har flere felt enn det er overskrifter.',
  importNotTable: 'Herfra er dette ikke en tabell. Mangler det et anførselstegn?',
  importAdding: 'Blir lagt til',
  importChanging: 'Blir endret',
  importUnchanged: 'Er der fra før',
  importKept: 'Har egen profil eller har sluttet, og blir ikke rørt',
  importNothing: 'Ingenting vil bli endret.',
  importExamples: (names: string, more: number) => (more > 0 ? `${names} og ${more} til` : names),
  importSave: (count: number) => (count === 1 ? 'Lagre ett medlem' : `Lagre ${count} medlemmer`),
  importChanged: 'Lista er endret siden du så på den. Slik blir det nå:',
  importDone: (added: number, changed: number) =>
    `Lagret: ${[...counted(added, 'lagt til'), ...counted(changed, 'endret')].join(', ') || 'ingenting nytt'}. De får ingen melding før de selv skriver til boten.`,

  duplicatesTitle: 'Kan være samme person',
  duplicatesNone: 'Ingen dubletter så vidt jeg kan se.',
  duplicatesLead: 'Se på hvert par og avgjør om det er én person eller to.',
  reasons,
  pair: (one: string, other: string) => `${one} og ${other}`,
  compareTitle: 'Er dette samme person?',
  keep: 'Hvilken profil skal gjelde?',
  keepMissing: 'Velg hvilken profil som skal gjelde.',
  profileOf: (name: string, email: string, municipality: string) => `${name}, ${email}, ${municipality}`,
  merge: 'Samme person',
  keepApart: 'To forskjellige',
  apart: 'De er to forskjellige. Jeg spør ikke om dem igjen.',
  mergeTitle: 'Slå sammen til ett medlem?',
  mergeKept: 'Dette gjelder etterpå',
  mergeMoved: (count: number) =>
    count === 0
      ? 'Emner og den andre adressen blir med over.'
      : `${count === 1 ? 'Én påmelding' : `${count} påmeldinger`}, emner og den andre adressen blir med over.`,
  mergeSure: 'Ingenting går tapt, men det kan ikke deles i to igjen.',
  confirmMerge: 'Ja, slå sammen',
  merged: (name: string) => `${name} er slått sammen til ett medlem.`,
  mergeRefusals: {
    'not-found': 'En av dem er ikke medlem lenger, så det er ingenting å slå sammen.',
    busy: 'En av dem blir nettopp slått sammen med en annen. Prøv igjen om litt.',
  },
}

export type MemberDeskTexts = typeof memberDesk
