import type { MemberDeskTexts } from '../nb/member-desk.ts'

const counted = (count: number, what: string) => (count === 0 ? [] : [`${count} ${what}`])

export const memberDesk: MemberDeskTexts = {
  title: (count) => (count === 1 ? 'Éin medlem' : `${count} medlemer`),
  unreachableTitle: (count) => (count === 1 ? 'Éin medlem kan ikkje nåast' : `${count} medlemer kan ikkje nåast`),
  leftTitle: (count) => (count === 1 ? 'Éin har slutta' : `${count} har slutta`),
  search: 'Søk på namn, kommune, rolle eller e-post',
  searchHint: 'Til dømes «drammen rektor»',
  topic: 'Interessert i',
  topics: 'Emne',
  anyTopic: 'Alle emne',
  show: 'Vis',
  shows: {
    active: 'Alle medlemer',
    unreachable: 'Dei som ikkje kan nåast',
    left: 'Dei som har slutta',
  },
  narrow: 'Avgrens lista',
  find: 'Søk',
  none: 'Ingen passar med søket. Prøv færre ord, eller berre starten av dei.',
  noneAtAll: 'Ingen medlemer enno. Legg inn ei liste, eller be dei skrive «bli med» til boten.',
  noneUnreachable: 'Alle som passar med søket, kan nåast.',
  noneLeft: 'Ingen har slutta det siste året.',
  leftNote: (days) =>
    `Namnet blir vist i ${days} dagar, så du rekk å spørje kommunen om ein ny kontakt. Deretter ser du berre kommunen, og etter eit år er alt sletta.`,
  somebody: 'Ein person',
  leftOn: (day) => `slutta ${day}`,
  page: (page, pages) => `Side ${page} av ${pages}`,
  add: 'Legg inn liste',
  download: 'Last ned (CSV)',
  duplicates: 'Dublettar',
  statistics: 'Statistikk',
  menu: 'Rådgjevarmeny',
  back: 'Tilbake til lista',

  reach: 'Meldingar',
  reachable: 'Kan nåast i Teams',
  unreachable: {
    'never-wrote': 'Har ikkje skrive til meg enno',
    uninstalled: 'Har fjerna meg frå Teams',
    blocked: 'Teams slepp meg ikkje fram (blokkert, eller kontoen er borte)',
  },
  unreachableAdvice: {
    'never-wrote': 'Be dei opne boten i Teams og skrive «hei», så når eg dei.',
    uninstalled: 'Be dei leggje til boten i Teams igjen. Til då får dei ingen meldingar.',
    blocked: 'Be dei skrive til boten i Teams, eller spør IT i kommunen om appen er tillaten.',
  },
  unreachableSince: (reason, day) => `${reason}, sidan ${day}`,
  source: 'Kjelde',
  sourceImported: 'Lagt inn av rådgjevarane, ikkje stadfesta',
  sourceJoined: 'Har meldt seg inn og samtykt',
  otherEmails: 'Andre adresser',
  registrations: 'Samlingar',
  noRegistrations: 'Har ikkje vore påmeld nokon samling.',
  attended: 'til stades',
  andMore: (count) => `og ${count} til`,
  sameAs: 'Slå saman med …',
  sameAsLead: 'Er dette same person som ein annan medlem? Skriv e-postadressa til den andre.',
  sameAsEmail: 'E-postadressa til den andre medlemen',
  sameAsFind: 'Samanlikn',
  sameAsNone: 'Ingen andre medlemer har denne adressa.',
  gone: 'Eg finn ikkje denne medlemen. Kanskje har vedkomande slutta, eller er slått saman med ein annan.',

  importTitle: 'Legg inn ei liste med medlemer',
  importLead:
    'Kopier frå reknearket og lim inn her, med overskriftene øvst: e-post, namn og kommune må vere med. Rolle, emne og språk er valfritt, og namnet kan stå som fornamn og etternamn. Du ser kva som skjer før noko blir lagra.',
  importField: 'Lista',
  importHint: 'e-post;namn;kommune;rolle\nkari@voss.kommune.no;Kari Nordmann;Voss;Rektor',
  importLimit: (characters) =>
    `Feltet tek ${characters.toLocaleString('nn')} teikn, rundt 150 rader. Er lista lengre, del ho i fleire. Same rad to gonger gjer ingen skade.`,
  importPreview: 'Sjå kva som skjer',
  importMissing: 'Lim inn lista først.',
  importTooLong: 'Lista er for lang for eitt felt. Del ho i fleire, med overskriftene øvst i kvar.',
  importNoRows: 'Her er berre overskrifter, og ingen medlemer.',
  importMistakes: (count) =>
    count === 1
      ? 'Éin feil må rettast før eg kan lagre. Ingenting er lagra.'
      : `${count} feil må rettast før eg kan lagre. Ingenting er lagra.`,
  importMistake: (rows, field, reason) =>
    `${[rows === '' ? '' : `Rad ${rows}`, field].filter((part) => part !== '').join(', ')}: ${reason}`,
  importColumnMissing: 'Denne kolonnen manglar.',
  importRowTwice: 'Same adresse står lenger oppe i lista.',
  importTopicUnknown: (topics) =>
    `Eg kjenner ikkje «${topics}». Skriv namnet slik det står i lista over program, til dømes Erasmus+ eller LIFE.`,
  importLookOver: 'Sjå over kommunane',
  importUnknownPlace: (row, written) =>
    `Rad ${row}: Eg kjenner ingen kommune som heiter «${written}». Han blir lagra slik han står.`,
  importReadAs: (row, written, readAs) => `Rad ${row}: «${written}» blir lese som ${readAs}.`,
  importIgnored: (columns) => `Desse kolonnane bruker eg ikkje, og dei blir ikkje lagra: ${columns}.`,
  importLanguageUnknown: 'Skriv nb, nn eller en, eller la feltet stå tomt.',
  importRowTooLong: 'Rada har fleire felt enn det er overskrifter.',
  importNotTable: 'Herifrå er dette ikkje ein tabell. Manglar det eit hermeteikn?',
  importAdding: 'Blir lagde til',
  importChanging: 'Blir endra',
  importUnchanged: 'Er der frå før',
  importKept: 'Har eigen profil eller har slutta, og blir ikkje rørte',
  importNothing: 'Ingenting vil bli endra.',
  importExamples: (names, more) => (more > 0 ? `${names} og ${more} til` : names),
  importSave: (count) => (count === 1 ? 'Lagre éin medlem' : `Lagre ${count} medlemer`),
  importChanged: 'Lista er endra sidan du såg på ho. Slik blir det no:',
  importDone: (added, changed) =>
    `Lagra: ${[...counted(added, added === 1 ? 'lagd til' : 'lagde til'), ...counted(changed, 'endra')].join(', ') || 'ingenting nytt'}. Dei får inga melding før dei sjølve skriv til boten.`,

  duplicatesTitle: 'Kan vere same person',
  duplicatesNone: 'Ingen dublettar så vidt eg kan sjå.',
  duplicatesLead: 'Sjå på kvart par og avgjer om det er éin person eller to.',
  reasons: {
    'same-email': 'same e-postadresse',
    'same-name': 'same namn og kommune',
  },
  pair: (one, other) => `${one} og ${other}`,
  compareTitle: 'Er dette same person?',
  keep: 'Kva profil skal gjelde?',
  keepMissing: 'Vel kva profil som skal gjelde.',
  profileOf: (name, email, municipality) => `${name}, ${email}, ${municipality}`,
  merge: 'Same person',
  keepApart: 'To ulike',
  apart: 'Dei er to ulike. Eg spør ikkje om dei igjen.',
  mergeTitle: 'Slå saman til éin medlem?',
  mergeKept: 'Dette gjeld etterpå',
  mergeMoved: (count) =>
    count === 0
      ? 'Emne og den andre adressa blir med over.'
      : `${count === 1 ? 'Éi påmelding' : `${count} påmeldingar`}, emne og den andre adressa blir med over.`,
  mergeSure: 'Ingenting går tapt, men det kan ikkje delast i to igjen.',
  confirmMerge: 'Ja, slå saman',
  merged: (name) => `${name} er slått saman til éin medlem.`,
  mergeRefusals: {
    'not-found': 'Ein av dei er ikkje medlem lenger, så det er ingenting å slå saman.',
    busy: 'Ein av dei blir nett no slått saman med ein annan. Prøv igjen om litt.',
  },
}
