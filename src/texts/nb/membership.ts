import type { NetworkNames } from './answers.ts'

export const membership = {
  joinTitle: 'Bli med i nettverket',
  joinLead: (network: NetworkNames) =>
    `Fyll ut skjemaet, så er du med i ${network.name}. Du trenger ingen erfaring, og du kan endre alt senere.`,
  registerLead: 'Samlingene er for medlemmer. Fyll ut dette én gang, så går vi rett videre til påmeldingen.',
  importedTitle: 'Du står allerede på medlemslista',
  importedLead: 'Her er det rådgiverne har lagt inn om deg. Rett det som er feil, og bekreft.',
  backTitle: 'Velkommen tilbake',
  backLead: 'Dette er det du fortalte sist. Rett det som er endret, så er du med igjen.',
  editTitle: 'Endre profilen',
  toCorrect: (count: number) =>
    count === 1
      ? 'Ett felt må rettes før jeg kan lagre. Det er merket under.'
      : `${count} felt må rettes før jeg kan lagre. De er merket under.`,
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
    count === 0 ? 'Velg programmer som interesserer deg' : `Programmer som interesserer deg (${count})`,
  language: 'Språket jeg skal bruke til deg',
  languageMissing: 'Velg et språk.',
  consent: 'Samtykke',
  consentTo: 'Ja, nettverket kan lagre det jeg har fylt ut her',
  consentMissing: 'Uten samtykke kan jeg ikke lagre noe, og da kan du ikke være medlem.',
  consentHint: 'Du kan se alt som er lagret, og slette det, når du vil: skriv «mine data».',
  whatIsStored: 'Hva lagres om meg?',
  readSeparately: 'Send meg dette som egen melding',
  join: 'Bli med',
  joinAndGoOn: 'Bli med og gå videre',
  confirm: 'Bekreft',
  saveChanges: 'Lagre endringene',
  cancel: 'Avbryt',

  profileTitle: 'Profilen din',
  joined: (network: NetworkNames) => `Velkommen! Nå er du med i ${network.name}.`,
  nextStep: 'Neste steg: se hvilke samlinger som kommer, eller spør meg om et program.',
  saved: 'Endringene er lagret.',
  notConfirmed: 'Det er rådgiverne som har lagt inn dette. Stemmer det?',
  review: 'Se over og bekreft',
  nothing: 'Ikke oppgitt',
  noTopics: 'Ingen valgt ennå',
  interests: 'Interessert i',
  languageShort: 'Språk',
  since: 'Medlem siden',
  editProfile: 'Endre profilen',
  myRegistrations: 'Mine påmeldinger',
  myProfile: 'Min profil',
  reminders: 'Påminnelser',
  myData: 'Mine data',

  leaveTitle: 'Vil du melde deg ut?',
  nothingAhead: 'Du er ikke påmeldt noen samling som kommer, så ingenting blir avmeldt.',
  willBeCancelled: (count: number) =>
    count === 1 ? 'Da blir du også meldt av denne samlingen:' : `Da blir du også meldt av disse ${count} samlingene:`,
  onWaitingList: 'venteliste',
  andMore: (count: number) => `og ${count} til`,
  keptIfLeft:
    'Profilen din blir liggende i ett år, så du slipper å fylle ut alt på nytt hvis du kommer tilbake. Etter det slettes den. Rådgiverne ser navnet ditt i 30 dager, deretter bare at noen fra kommunen sluttet.',
  leaveChoice: 'Du velger hva som skal skje med profilen og det du har vært påmeldt:',
  leaveChoices: [
    '**Behold i ett år**: kommer du tilbake, slipper du å fylle ut alt på nytt. Erfaringer du har delt, vises ikke så lenge. Etter ett år slettes alt.',
    '**Slett alt nå**: da er alt borte med det samme, og det kan ikke angres.',
  ],
  confirmLeave: 'Meld meg ut, behold profilen',
  leaveAndDelete: 'Meld meg ut og slett alt',
  registeredBefore: 'Du var påmeldt dette da du meldte deg ut. Vil du være med likevel?',
  stay: 'Nei, jeg blir',

  leftTitle: 'Du er meldt ut',
  left: (cancelled: number) => {
    if (cancelled === 0) return 'Du får ikke flere påminnelser om samlinger.'
    const what = cancelled === 1 ? 'Du er også meldt av samlingen' : `Du er også meldt av de ${cancelled} samlingene`
    return `${what}, så andre kan få ${cancelled === 1 ? 'plassen' : 'plassene'}. Du får ikke flere påminnelser om samlinger.`
  },
  comeBack: 'Vil du tilbake, skriver du bare «bli med». Vil du ha alt bort nå, kan du slette det.',
  joinAgain: 'Bli med igjen',
  deleteEverything: 'Slett alt om meg',

  notMemberTitle: 'Du er ikke medlem',
  notMember: 'Da er det ingenting å melde seg ut av. Du kan bli med når du vil.',
}

export type MembershipTexts = typeof membership
