import type { DownloadTexts } from '../nb/downloads.ts'

export const downloads: DownloadTexts = {
  readyTitle: 'Nedlastinga er klar',
  readyLead: 'Lenkja er berre for deg. Ho verkar éin gong, dei neste ti minutta.',
  get: 'Hent fila',
  fileNames: {
    'my-data': 'mine-data.json',
    members: 'medlemer.csv',
    registrations: 'paamelde',
    statistics: 'statistikk.csv',
  },
  pages: {
    'my-data': {
      title: 'Dataa dine',
      lead: 'Her er alt nettverksboten har lagra om deg, i éi fil. Lenkja verkar éin gong.',
    },
    members: {
      title: 'Medlemslista',
      lead: 'Medlemene i nettverket som rekneark (CSV). Fila har personopplysningar: slett ho når du er ferdig. Lenkja verkar éin gong.',
    },
    registrations: {
      title: 'Dei påmelde',
      lead: 'Dei påmelde til samlinga som rekneark. Fila har personopplysningar: slett ho når du er ferdig. Lenkja verkar éin gong.',
    },
    statistics: {
      title: 'Statistikk for nettverket',
      lead: 'Tala for nettverket som rekneark (CSV), utan namn. Lenkja verkar éin gong.',
    },
  },
  button: 'Last ned',
  goneTitle: 'Lenkja verkar ikkje',
  gone: 'Denne lenkja er brukt eller for gammal. Be boten i Teams om ei ny.',
}
