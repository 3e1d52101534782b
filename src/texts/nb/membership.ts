import type { NetworkNames } from './answers.ts'

/** The others of a closed set of mistakes can't happen in this form. */
interface MistakeWords {
  required: string
  'not-an-email': string
  'too-long': string
  'unknown-choice': string
  'consent-required': string
  other: string
}

const mistakes: MistakeWords = {
  required: 'Dette må fylles ut.',
  'not-an-email': 'Det ser ikke ut som en e-postadresse. Skriv den slik: navn@kommune.no',
  'too-long': 'Dette ble for langt. Kort det ned til 200 tegn.',
  'unknown-choice': 'Dette valget finnes ikke lenger. Velg på nytt.',
  'consent-required': 'Uten samtykke kan jeg ikke lagre noe, og da kan du ikke være medlem.',
  other: 'Her er det noe jeg ikke forstår. Fyll ut på nytt.',
}

export const membership = {
  joinTitle: 'Bli med i nettverket',
  joinLead: (network: NetworkNames) =>
    `Fyll ut skjemaet, så er du med i ${network.name}. Etterpå kan du melde deg på samlinger og få påminnelser.`,
  registerLead: 'Du må være medlem for å melde deg på. Fyll ut dette først, så går vi rett videre til samlingen.',
  importedTitle: 'Du står allerede på medlemslista',
  importedLead: 'Her er det rådgiverne har lagt inn om deg. Rett det som er feil, og bekreft, så er profilen din egen.',
  backTitle: 'Velkommen tilbake',
  backLead: 'Her er det du fortalte sist. Rett det som er endret, så er du med igjen.',
  editTitle: 'Endre profilen',
  toCorrect: (count: number) =>
    count === 1
      ? 'Ett felt må rettes før jeg kan lagre. Det står ved feltet.'
      : `${count} felt må rettes før jeg kan lagre. Det står ved feltene.`,
  name: 'Navn',
  nameMissing: 'Skriv navnet ditt.',
  email: 'E-post',
  emailMissing: 'Skriv e-postadressen din.',
  municipality: 'Kommune',
  municipalityHint: 'Skriv de første bokstavene, eller velg fra lista',
  municipalityMissing: 'Velg kommunen din, eller «Annen kommune eller organisasjon».',
  otherMunicipality: 'Annen kommune eller organisasjon',
  otherLabel: 'Hvilken? (bare hvis du valgte «Annen kommune eller organisasjon»)',
  otherMissing: 'Skriv hvilken kommune eller organisasjon du kommer fra.',
  role: 'Rolle',
  roleHint: 'For eksempel rektor, rådgiver eller ordfører',
  topics: 'Programmer du er interessert i',
  chooseTopics: (count: number) =>
    count === 0 ? 'Velg programmer du er interessert i' : `Programmer du er interessert i (${count} valgt)`,
  language: 'Språk jeg skal bruke til deg',
  consent: 'Samtykke',
  consentTo: 'Jeg samtykker i at nettverket lagrer det jeg har fylt ut her.',
  consentHint: 'Du kan se og slette alt når du vil: skriv «mine data».',
  whatIsStored: 'Hva lagres om meg?',
  readSeparately: 'Send meg dette som egen melding',
  join: 'Bli med',
  confirm: 'Bekreft',
  saveChanges: 'Lagre endringene',
  cancel: 'Avbryt',
  mistakes,

  profileTitle: 'Profilen din',
  joined: (network: NetworkNames) => `Velkommen! Nå er du med i ${network.name}.`,
  nextStep: 'Neste steg: se hvilke samlinger som kommer, eller spør meg om et program.',
  saved: 'Endringene er lagret.',
  notConfirmed: 'Det er rådgiverne som har lagt inn dette. Stemmer det? Se over og bekreft.',
  review: 'Se over og bekreft',
  nothing: 'Ikke oppgitt',
  noTopics: 'Ingen valgt ennå',
  since: 'Medlem siden',
  editProfile: 'Endre profilen',
  myRegistrations: 'Mine påmeldinger',
  myProfile: 'Min profil',
  reminders: 'Påminnelser',
  myData: 'Mine data',
  leave: 'Meld deg ut',

  leaveTitle: 'Vil du melde deg ut?',
  nothingAhead: 'Du er ikke påmeldt noen samling som kommer, så ingenting blir avmeldt.',
  willBeCancelled: (count: number) =>
    count === 1 ? 'Da blir du også meldt av denne samlingen:' : `Da blir du også meldt av disse ${count} samlingene:`,
  waiting: 'venteliste',
  andMore: (count: number) => `og ${count} til`,
  keptIfLeft:
    'Profilen din blir liggende i ett år, så du slipper å fylle ut alt på nytt hvis du kommer tilbake. Etter det slettes den.',
  confirmLeave: 'Ja, meld meg ut',
  stay: 'Nei, jeg blir',

  leftTitle: 'Du er meldt ut',
  left: (count: number) => {
    if (count === 0) return 'Du får ikke flere påminnelser om samlinger.'
    const what = count === 1 ? 'Påmeldingen din er avmeldt' : `De ${count} påmeldingene dine er avmeldt`
    return `${what}, plassen er gitt fri, og du får ikke flere påminnelser om samlinger.`
  },
  comeBack: 'Vil du tilbake, skriver du bare «bli med». Vil du ha alt bort nå, kan du slette det.',
  joinAgain: 'Bli med igjen',
  deleteEverything: 'Slett alt om meg',

  notMemberTitle: 'Du er ikke medlem',
  notMember: 'Da er det ingenting å melde seg ut av. Du kan bli med når du vil.',
}

export type MembershipTexts = typeof membership
