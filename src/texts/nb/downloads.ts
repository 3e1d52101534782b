export const downloads = {
  readyTitle: 'Nedlastingen er klar',
  readyLead: 'Lenken er bare for deg. Den virker én gang, de neste ti minuttene.',
  get: 'Hent fila',
  fileNames: {
    'my-data': 'mine-data.json',
    members: 'medlemmer.csv',
    registrations: 'paameldte',
    statistics: 'statistikk.csv',
  },
  /** What the page behind the link says of each file. */
  pages: {
    'my-data': {
      title: 'Dataene dine',
      lead: 'Her er alt nettverksboten har lagret om deg, i én fil. Lenken virker én gang.',
    },
    members: {
      title: 'Medlemslista',
      lead: 'Medlemmene i nettverket som regneark (CSV). Fila har personopplysninger: slett den når du er ferdig. Lenken virker én gang.',
    },
    registrations: {
      title: 'De påmeldte',
      lead: 'De påmeldte til samlingen som regneark. Fila har personopplysninger: slett den når du er ferdig. Lenken virker én gang.',
    },
    statistics: {
      title: 'Statistikk for nettverket',
      lead: 'Tallene for nettverket som regneark (CSV), uten navn. Lenken virker én gang.',
    },
  },
  button: 'Last ned',
  goneTitle: 'Lenken virker ikke',
  gone: 'Denne lenken er brukt eller for gammel. Be boten i Teams om en ny.',
}

export type DownloadTexts = typeof downloads
