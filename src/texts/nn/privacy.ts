import type { PrivacyTexts } from '../nb/privacy.ts'

export const privacy: PrivacyTexts = {
  title: 'Dette er lagra om deg',
  profile: 'Profilen din',
  formerProfile: 'Profilen din, frå då du var medlem',
  registrations: 'Påmeldingane dine',
  states: {
    registered: 'påmeld',
    offered: 'tilboden plass',
    waiting: 'venteliste',
    cancelled: 'avmeld',
    declined: 'takka nei',
    expired: 'svara ikkje i tide',
  },
  diet: (diet) => `kosthald: ${diet}`,
  question: (question) => `spørsmål: ${question}`,
  also: 'Elles',
  stored: {
    'network.person': () => 'Korleis eg når deg: adressa til denne chatten, språket ditt og e-postadressa di i Teams',
    'network.changes': (count) =>
      (count === 1 ? 'Ei endring' : `${count} endringar`).concat(' du har gjort som rådgjevar'),
    'network.changesAboutThem': (count) =>
      (count === 1 ? 'Ei endring' : `${count} endringar`).concat(
        ' som rådgjevarane har gjort i profilen din eller påmeldingane dine',
      ),
    otherAccounts: (count) =>
      (count === 1 ? 'Det same for ein annan konto' : `Det same for ${count} andre kontoar`).concat(' som òg er deg'),
    'reminders.askedFor': (count) =>
      (count === 1 ? 'Ei påminning' : `${count} påminningar`).concat(' som du sjølv har bede om, med orda dine'),
    'reminders.inTheirChat': (count) =>
      (count === 1 ? 'Éi melding' : `${count} meldingar`).concat(
        ' frå rådgjevarane til deg, så dei kan rettast eller trekkjast tilbake',
      ),
    'reminders.settings': () => 'Det du har valt om påminningar, og kva chat dei kjem i',
    'reminders.messages': (count) =>
      (count === 1 ? 'Ei påminning' : `${count} påminningar`).concat(' til deg, planlagde eller sende'),
    'questions.votes': (count) =>
      (count === 1 ? 'Ei tilbakemelding' : `${count} tilbakemeldingar`).concat(' på svar, utan namnet ditt'),
    'questions.unanswered': (count) =>
      (count === 1 ? 'Eitt spørsmål' : `${count} spørsmål`).concat(' som eg ikkje kunne svare på, utan namnet ditt'),
    'network.links': () => 'At du har spurt om ein konto i ein annan organisasjon er din',
    sentCards: (count) =>
      (count === 1 ? 'Ei melding' : `${count} meldingar`).concat(
        ' om samlingar som kjem, så eg kan rette dei når noko blir endra',
      ),
    gatheringFeedback: (count) =>
      (count === 1 ? 'Tilbakemeldinga di' : `${count} tilbakemeldingar`).concat(' på samlingar, utan namnet ditt'),
    'network.invitations': (count) =>
      (count === 1 ? 'Ein invitasjon' : `${count} invitasjonar`).concat(' til samlingar, og kva du svara'),
    experiences: (count) => (count === 1 ? 'Éi erfaring' : `${count} erfaringar`).concat(' du har delt med medlemene'),
    'partners.searches': (count) => (count === 1 ? 'Eitt partnarsøk' : `${count} partnarsøk`),
    'partners.contacts': (count) =>
      (count === 1 ? 'Éin førespurnad' : `${count} førespurnader`).concat(' om samarbeid, til deg eller frå deg'),
    suggestions: (count) =>
      (count === 1 ? 'Eitt tema' : `${count} tema`).concat(' du har foreslått eller ønskjer til samlingane'),
    calendarFeed: () => 'Adressa til kalenderen med samlingane dine',
    announcements: (count) =>
      (count === 1 ? 'Ei melding' : `${count} meldingar`).concat(' du har skrive til medlemene som rådgjevar'),
    conversation: () => 'Kva vi snakka om sist, så eg forstår oppfølgingsspørsmål',
    advisers: () => 'At du er rådgjevar i nettverket',
    downloads: () => 'Nedlastingslenkja du har bede om',
  },
  storedOther: (name, count) => `${name}: ${count}`,
  download: 'Last ned alt',
  showJson: 'Vis alt som JSON',
  json: 'Alt, til å merkje og kopiere',
  readMore: 'Om personvern',
  deleteAll: 'Slett alt om meg',

  deleteTitle: 'Vil du slette alt om deg?',
  deleteLead:
    'Då slettar eg profilen din, alle påmeldingane dine, også dei gamle, påminningane og det eg hugsar av samtalen. Det kan ikkje angrast.',
  confirmDelete: 'Ja, slett alt',
  keep: 'Nei, behald alt',

  goneTitle: 'Alt om deg er sletta',
  gone: 'Eg har ikkje lenger noko lagra om deg, og du får ingen fleire meldingar frå meg.',
  goneWithSeats: (cancelled) =>
    cancelled === 1
      ? 'Du er meld av samlinga som kjem, så andre kan få plassen.'
      : `Du er meld av dei ${cancelled} samlingane som kjem, så andre kan få plassane.`,
  goneChat:
    'Meldingane i denne chatten ligg i Teams, og dei må du slette sjølv. Skriv du til meg igjen, byrjar vi på nytt.',
}
