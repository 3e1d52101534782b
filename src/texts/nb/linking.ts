import type { AcceptRefusal, AskRefusal } from '../../network/linking.ts'

const refusals: Record<AskRefusal | AcceptRefusal, string> = {
  'not-member': 'Bli med i nettverket først.',
  'not-an-email': 'Dette ser ikke ut som en e-postadresse. Skriv den slik: navn@kommune.no',
  'own-address': 'Dette er adressen du har her. Skriv den du har i den andre organisasjonen.',
  gone: 'Dette spørsmålet er trukket tilbake eller for gammelt.',
  busy: 'Vent et øyeblikk, og prøv igjen.',
}

export const linking = {
  button: 'Jeg har konto i to organisasjoner',
  title: 'Samme person, to kontoer',
  accounts: (count: number) => `Du er ett medlem med ${count} kontoer.`,
  lead: 'Bruker du Teams i to organisasjoner, kan du være ett medlem i begge. Skriv e-postadressen du har i den andre. Så bekrefter du derfra.',
  waiting: (email: string) =>
    `Du har spurt ${email}. Åpne meg i Teams i den organisasjonen og skriv «min profil», så kan du bekrefte.`,
  email: 'E-postadressen din i den andre organisasjonen',
  emailMissing: 'Skriv e-postadressen du har i den andre organisasjonen.',
  never: 'Ingenting blir slått sammen før du har bekreftet fra begge kontoene.',
  ask: 'Spør den andre kontoen',
  withdraw: 'Trekk tilbake',
  unlink: 'Koble fra denne kontoen',
  askedTitle: 'Bekreft fra den andre kontoen',
  asked: (email: string) =>
    `Åpne meg i Teams der du er ${email}, og skriv «min profil». Da spør jeg om det er deg. Spørsmålet står åpent i to uker.`,
  offerTitle: 'Er dette deg?',
  offer: (name: string, email: string) => `${name} (${email}) sier at denne kontoen også er hennes eller hans.`,
  offerMeans:
    'Sier du ja, er dere ett medlem: samme profil og samme påmeldinger i begge kontoene. Det du har fortalt her, blir med. Er det ikke deg, si nei.',
  accept: 'Ja, det er meg',
  decline: 'Nei, det er ikke meg',
  news: {
    linked: 'Nå er du ett medlem i begge kontoene',
    declined: 'Da skjer det ingenting',
    unlinked: 'Kontoen er koblet fra',
  },
  newsMeans: {
    linked:
      'Profilen og påmeldingene er de samme begge steder. Meldinger fra meg kommer i chatten du spurte fra, så lenge jeg når deg der.',
    declined: 'De to kontoene er fortsatt hver for seg.',
    unlinked: 'Medlemskapet og påmeldingene ligger hos den andre kontoen. Du kan bli med på nytt herfra når du vil.',
  },
  refusals,
}

export type LinkingTexts = typeof linking
