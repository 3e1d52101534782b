import type { LinkingTexts } from '../nb/linking.ts'

export const linking: LinkingTexts = {
  button: 'Eg har konto i to organisasjonar',
  title: 'Same person, to kontoar',
  accounts: (count) => `Du er éin medlem med ${count} kontoar.`,
  lead: 'Brukar du Teams i to organisasjonar, kan du vere éin medlem i begge. Skriv e-postadressa du har i den andre. Så stadfestar du derifrå.',
  waiting: (email) =>
    `Du har spurt ${email}. Opne meg i Teams i den organisasjonen og skriv «profilen min», så kan du stadfeste.`,
  email: 'E-postadressa di i den andre organisasjonen',
  emailMissing: 'Skriv e-postadressa du har i den andre organisasjonen.',
  never: 'Ingenting blir slått saman før du har stadfesta frå begge kontoane.',
  ask: 'Spør den andre kontoen',
  withdraw: 'Trekk tilbake',
  unlink: 'Kople frå denne kontoen',
  askedTitle: 'Stadfest frå den andre kontoen',
  asked: (email) =>
    `Opne meg i Teams der du er ${email}, og skriv «profilen min». Då spør eg om det er deg. Spørsmålet står ope i to veker.`,
  offerTitle: 'Er dette deg?',
  offer: (name, email) => `${name} (${email}) seier at denne kontoen òg er hennar eller hans.`,
  offerMeans:
    'Seier du ja, er de éin medlem: same profil og same påmeldingar i begge kontoane. Det du har fortalt her, blir med. Er det ikkje deg, sei nei.',
  accept: 'Ja, det er meg',
  decline: 'Nei, det er ikkje meg',
  news: {
    linked: 'No er du éin medlem i begge kontoane',
    declined: 'Då skjer det ingenting',
    unlinked: 'Kontoen er kopla frå',
  },
  newsMeans: {
    linked:
      'Profilen og påmeldingane er dei same begge stader. Meldingar frå meg kjem i chatten du spurde frå, så lenge eg når deg der.',
    declined: 'Dei to kontoane er framleis kvar for seg.',
    unlinked: 'Medlemskapen og påmeldingane ligg hos den andre kontoen. Du kan bli med på nytt herifrå når du vil.',
  },
  refusals: {
    'not-member': 'Bli med i nettverket først.',
    'not-an-email': 'Dette ser ikkje ut som ei e-postadresse. Skriv ho slik: namn@kommune.no',
    'own-address': 'Dette er adressa du har her. Skriv den du har i den andre organisasjonen.',
    gone: 'Dette spørsmålet er trekt tilbake eller for gammalt.',
    busy: 'Vent ein augneblink, og prøv igjen.',
  },
}
