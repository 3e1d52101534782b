import type { MembershipTexts } from '../nb/membership.ts'

export const membership: MembershipTexts = {
  joinTitle: 'Bli med i nettverket',
  joinLead: (network) =>
    `Fyll ut skjemaet, så er du med i ${network.name}. Du treng inga erfaring, og du kan endre alt seinare.`,
  registerLead: 'Samlingane er for medlemer. Fyll ut dette éin gong, så går vi rett vidare til påmeldinga.',
  importedTitle: 'Du står alt på medlemslista',
  importedLead: 'Her er det rådgjevarane har lagt inn om deg. Rett det som er feil, og stadfest.',
  backTitle: 'Velkomen tilbake',
  backLead: 'Dette er det du fortalde sist. Rett det som er endra, så er du med igjen.',
  editTitle: 'Endre profilen',
  toCorrect: (count) =>
    count === 1
      ? 'Eitt felt må rettast før eg kan lagre. Det er merkt under.'
      : `${count} felt må rettast før eg kan lagre. Dei er merkte under.`,
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
    count === 0 ? 'Vel program som interesserer deg' : `Program som interesserer deg (${count})`,
  language: 'Språket eg skal bruke til deg',
  languageMissing: 'Vel eit språk.',
  consent: 'Samtykke',
  consentTo: 'Ja, nettverket kan lagre det eg har fylt ut her',
  consentMissing: 'Utan samtykke kan eg ikkje lagre noko, og då kan du ikkje vere medlem.',
  consentHint: 'Du kan sjå alt som er lagra, og slette det, når du vil: skriv «dataa mine».',
  whatIsStored: 'Kva blir lagra om meg?',
  readSeparately: 'Send meg dette som eiga melding',
  join: 'Bli med',
  joinAndGoOn: 'Bli med og gå vidare',
  confirm: 'Stadfest',
  saveChanges: 'Lagre endringane',
  cancel: 'Avbryt',

  profileTitle: 'Profilen din',
  joined: (network) => `Velkomen! No er du med i ${network.name}.`,
  nextStep: 'Neste steg: sjå kva samlingar som kjem, eller spør meg om eit program.',
  saved: 'Endringane er lagra.',
  notConfirmed: 'Det er rådgjevarane som har lagt inn dette. Stemmer det?',
  review: 'Sjå over og stadfest',
  nothing: 'Ikkje oppgjeve',
  noTopics: 'Ingen valde enno',
  interests: 'Interessert i',
  languageShort: 'Språk',
  since: 'Medlem sidan',
  editProfile: 'Endre profilen',
  myRegistrations: 'Påmeldingane mine',
  myProfile: 'Profilen min',
  reminders: 'Påminningar',
  myData: 'Dataa mine',

  leaveTitle: 'Vil du melde deg ut?',
  nothingAhead: 'Du er ikkje påmeld noka samling som kjem, så ingenting blir avmeldt.',
  willBeCancelled: (count) =>
    count === 1 ? 'Då blir du også meld av denne samlinga:' : `Då blir du også meld av desse ${count} samlingane:`,
  onWaitingList: 'venteliste',
  andMore: (count) => `og ${count} til`,
  keptIfLeft:
    'Profilen din blir liggjande i eitt år, så du slepp å fylle ut alt på nytt om du kjem tilbake. Etter det blir han sletta. Rådgjevarane ser namnet ditt i 30 dagar, deretter berre at nokon frå kommunen slutta.',
  leaveChoice: 'Du vel kva som skal skje med profilen og det du har vore påmeld:',
  leaveChoices: [
    '**Behald i eitt år**: kjem du tilbake, slepp du å fylle ut alt på nytt. Erfaringar du har delt, blir ikkje viste så lenge. Etter eitt år blir alt sletta.',
    '**Slett alt no**: då er alt borte med det same, og det kan ikkje angrast.',
  ],
  confirmLeave: 'Meld meg ut, behald profilen',
  leaveAndDelete: 'Meld meg ut og slett alt',
  registeredBefore: 'Du var påmeld dette då du melde deg ut. Vil du vere med likevel?',
  stay: 'Nei, eg blir',

  leftTitle: 'Du er meld ut',
  left: (cancelled) => {
    if (cancelled === 0) return 'Du får ikkje fleire påminningar om samlingar.'
    const what = cancelled === 1 ? 'Du er også meld av samlinga' : `Du er også meld av dei ${cancelled} samlingane`
    return `${what}, så andre kan få ${cancelled === 1 ? 'plassen' : 'plassane'}. Du får ikkje fleire påminningar om samlingar.`
  },
  comeBack: 'Vil du tilbake, skriv du berre «bli med». Vil du ha alt bort no, kan du slette det.',
  joinAgain: 'Bli med igjen',
  deleteEverything: 'Slett alt om meg',

  notMemberTitle: 'Du er ikkje medlem',
  notMember: 'Då er det ingenting å melde seg ut av. Du kan bli med når du vil.',
}
