import type { Registration } from '../../network/gathering.ts'

/** By the name that it has in the export; a part of the bot that stores something about people adds its words here. */
const stored: Record<string, (count: number) => string> = {
  'network.person': () => 'Hvordan jeg når deg: adressen til denne chatten, språket ditt og e-postadressen din i Teams',
  'network.changes': (count) =>
    (count === 1 ? 'En endring' : `${count} endringer`).concat(' du har gjort som rådgiver'),
  'network.changesAboutThem': (count) =>
    (count === 1 ? 'En endring' : `${count} endringer`).concat(
      ' som rådgiverne har gjort i profilen din eller påmeldingene dine',
    ),
  otherAccounts: (count) =>
    (count === 1 ? 'Det samme for en annen konto' : `Det samme for ${count} andre kontoer`).concat(' som også er deg'),
  'reminders.askedFor': (count) =>
    (count === 1 ? 'En påminnelse' : `${count} påminnelser`).concat(' som du selv har bedt om, med ordene dine'),
  'reminders.inTheirChat': (count) =>
    (count === 1 ? 'Én melding' : `${count} meldinger`).concat(
      ' fra rådgiverne til deg, så de kan rettes eller trekkes tilbake',
    ),
  'reminders.settings': () => 'Det du har valgt om påminnelser, og hvilken chat de kommer i',
  'reminders.messages': (count) =>
    (count === 1 ? 'En påminnelse' : `${count} påminnelser`).concat(' til deg, planlagt eller sendt'),
  'questions.votes': (count) =>
    (count === 1 ? 'Én tilbakemelding' : `${count} tilbakemeldinger`).concat(' på svar, uten navnet ditt'),
  'questions.unanswered': (count) =>
    (count === 1 ? 'Ett spørsmål' : `${count} spørsmål`).concat(' som jeg ikke kunne svare på, uten navnet ditt'),
  'network.links': () => 'At du har spurt om en konto i en annen organisasjon er din',
  sentCards: (count) =>
    (count === 1 ? 'En melding' : `${count} meldinger`).concat(
      ' om samlinger som kommer, så jeg kan rette dem når noe endres',
    ),
  gatheringFeedback: (count) =>
    (count === 1 ? 'Tilbakemeldingen din' : `${count} tilbakemeldinger`).concat(' på samlinger, uten navnet ditt'),
  'network.invitations': (count) =>
    (count === 1 ? 'En invitasjon' : `${count} invitasjoner`).concat(' til samlinger, og hva du svarte'),
  experiences: (count) => (count === 1 ? 'Én erfaring' : `${count} erfaringer`).concat(' du har delt med medlemmene'),
  'partners.searches': (count) => (count === 1 ? 'Ett partnersøk' : `${count} partnersøk`),
  'partners.contacts': (count) =>
    (count === 1 ? 'Én forespørsel' : `${count} forespørsler`).concat(' om samarbeid, til deg eller fra deg'),
  suggestions: (count) =>
    (count === 1 ? 'Ett tema' : `${count} temaer`).concat(' du har foreslått eller ønsker til samlingene'),
  calendarFeed: () => 'Adressen til kalenderen med samlingene dine',
  announcements: (count) =>
    (count === 1 ? 'En melding' : `${count} meldinger`).concat(' du har skrevet til medlemmene som rådgiver'),
  conversation: () => 'Hva vi snakket om sist, så jeg forstår oppfølgingsspørsmål',
  advisers: () => 'At du er rådgiver i nettverket',
  downloads: () => 'Nedlastingslenken du har bedt om',
}

const states: Record<Registration['state'], string> = {
  registered: 'påmeldt',
  offered: 'tilbudt plass',
  waiting: 'venteliste',
  cancelled: 'avmeldt',
  declined: 'takket nei',
  expired: 'svarte ikke i tide',
}

export const privacy = {
  title: 'Dette er lagret om deg',
  profile: 'Profilen din',
  formerProfile: 'Profilen din, fra da du var medlem',
  registrations: 'Påmeldingene dine',
  states,
  diet: (diet: string) => `kosthold: ${diet}`,
  question: (question: string) => `spørsmål: ${question}`,
  also: 'Ellers',
  stored,
  storedOther: (name: string, count: number) => `${name}: ${count}`,
  download: 'Last ned alt',
  showJson: 'Vis alt som JSON',
  json: 'Alt, til å merke og kopiere',
  readMore: 'Om personvern',
  deleteAll: 'Slett alt om meg',

  deleteTitle: 'Vil du slette alt om deg?',
  deleteLead:
    'Da sletter jeg profilen din, alle påmeldingene dine, også de gamle, påminnelsene og det jeg husker av samtalen. Det kan ikke angres.',
  confirmDelete: 'Ja, slett alt',
  keep: 'Nei, behold alt',

  goneTitle: 'Alt om deg er slettet',
  gone: 'Jeg har ikke lenger noe lagret om deg, og du får ingen flere meldinger fra meg.',
  goneWithSeats: (cancelled: number) =>
    cancelled === 1
      ? 'Du er meldt av samlingen som kommer, så andre kan få plassen.'
      : `Du er meldt av de ${cancelled} samlingene som kommer, så andre kan få plassene.`,
  goneChat:
    'Meldingene i denne chatten ligger i Teams, og dem må du slette selv. Skriver du til meg igjen, begynner vi på nytt.',
}

export type PrivacyTexts = typeof privacy
