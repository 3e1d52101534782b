import type { MembershipTexts } from '../nb/membership.ts'

export const membership: MembershipTexts = {
  joinTitle: 'Bli med i nettverket',
  joinLead: (network) =>
    `Fyll ut skjemaet, så er du med i ${network.name}. Etterpå kan du melde deg på samlingar og få påminningar.`,
  registerLead: 'Du må vere medlem for å melde deg på. Fyll ut dette først, så går vi rett vidare til samlinga.',
  importedTitle: 'Du står alt på medlemslista',
  importedLead:
    'Her er det rådgjevarane har lagt inn om deg. Rett det som er feil, og stadfest, så er profilen din eigen.',
  backTitle: 'Velkomen tilbake',
  backLead: 'Her er det du fortalde sist. Rett det som er endra, så er du med igjen.',
  editTitle: 'Endre profilen',
  toCorrect: (count) =>
    count === 1
      ? 'Eitt felt må rettast før eg kan lagre. Det står ved feltet.'
      : `${count} felt må rettast før eg kan lagre. Det står ved felta.`,
  name: 'Namn',
  nameMissing: 'Skriv namnet ditt.',
  email: 'E-post',
  emailMissing: 'Skriv e-postadressa di.',
  municipality: 'Kommune',
  municipalityHint: 'Skriv dei første bokstavane, eller vel frå lista',
  municipalityMissing: 'Vel kommunen din, eller «Annan kommune eller organisasjon».',
  otherMunicipality: 'Annan kommune eller organisasjon',
  otherLabel: 'Kva for ein? (berre om du valde «Annan kommune eller organisasjon»)',
  otherMissing: 'Skriv kva kommune eller organisasjon du kjem frå.',
  role: 'Rolle',
  roleHint: 'Til dømes rektor, rådgjevar eller ordførar',
  topics: 'Program du er interessert i',
  chooseTopics: (count) =>
    count === 0 ? 'Vel program du er interessert i' : `Program du er interessert i (${count} valde)`,
  language: 'Språk eg skal bruke til deg',
  consent: 'Samtykke',
  consentTo: 'Eg samtykkjer i at nettverket lagrar det eg har fylt ut her.',
  consentHint: 'Du kan sjå og slette alt når du vil: skriv «dataa mine».',
  whatIsStored: 'Kva blir lagra om meg?',
  readSeparately: 'Send meg dette som eiga melding',
  join: 'Bli med',
  confirm: 'Stadfest',
  saveChanges: 'Lagre endringane',
  cancel: 'Avbryt',
  mistakes: {
    required: 'Dette må fyllast ut.',
    'not-an-email': 'Det ser ikkje ut som ei e-postadresse. Skriv ho slik: namn@kommune.no',
    'too-long': 'Dette vart for langt. Kort det ned til 200 teikn.',
    'unknown-choice': 'Dette valet finst ikkje lenger. Vel på nytt.',
    'consent-required': 'Utan samtykke kan eg ikkje lagre noko, og då kan du ikkje vere medlem.',
    other: 'Her er det noko eg ikkje forstår. Fyll ut på nytt.',
  },

  profileTitle: 'Profilen din',
  joined: (network) => `Velkomen! No er du med i ${network.name}.`,
  nextStep: 'Neste steg: sjå kva samlingar som kjem, eller spør meg om eit program.',
  saved: 'Endringane er lagra.',
  notConfirmed: 'Det er rådgjevarane som har lagt inn dette. Stemmer det? Sjå over og stadfest.',
  review: 'Sjå over og stadfest',
  nothing: 'Ikkje oppgjeve',
  noTopics: 'Ingen valde enno',
  since: 'Medlem sidan',
  editProfile: 'Endre profilen',
  myRegistrations: 'Påmeldingane mine',
  myProfile: 'Profilen min',
  reminders: 'Påminningar',
  myData: 'Dataa mine',
  leave: 'Meld deg ut',

  leaveTitle: 'Vil du melde deg ut?',
  nothingAhead: 'Du er ikkje påmeld noka samling som kjem, så ingenting blir avmeldt.',
  willBeCancelled: (count) =>
    count === 1 ? 'Då blir du også meld av denne samlinga:' : `Då blir du også meld av desse ${count} samlingane:`,
  waiting: 'venteliste',
  andMore: (count) => `og ${count} til`,
  keptIfLeft:
    'Profilen din blir liggjande i eitt år, så du slepp å fylle ut alt på nytt om du kjem tilbake. Etter det blir han sletta.',
  confirmLeave: 'Ja, meld meg ut',
  stay: 'Nei, eg blir',

  leftTitle: 'Du er meld ut',
  left: (count) => {
    if (count === 0) return 'Du får ikkje fleire påminningar om samlingar.'
    const what = count === 1 ? 'Påmeldinga di er avmeld' : `Dei ${count} påmeldingane dine er avmelde`
    return `${what}, plassen er gjeven fri, og du får ikkje fleire påminningar om samlingar.`
  },
  comeBack: 'Vil du tilbake, skriv du berre «bli med». Vil du ha alt bort no, kan du slette det.',
  joinAgain: 'Bli med igjen',
  deleteEverything: 'Slett alt om meg',

  notMemberTitle: 'Du er ikkje medlem',
  notMember: 'Då er det ingenting å melde seg ut av. Du kan bli med når du vil.',
}
