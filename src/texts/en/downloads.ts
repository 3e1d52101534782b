import type { DownloadTexts } from '../nb/downloads.ts'

export const downloads: DownloadTexts = {
  readyTitle: 'Your download is ready',
  readyLead: 'The link is for you only. It works once, for the next ten minutes.',
  get: 'Get the file',
  fileNames: {
    'my-data': 'my-data.json',
    members: 'members.csv',
    registrations: 'registrations',
    statistics: 'statistics.csv',
  },
  pages: {
    'my-data': {
      title: 'Your data',
      lead: 'Everything the network’s bot has stored about you, in one file. The link works once.',
    },
    members: {
      title: 'The list of members',
      lead: 'The members of the network as a spreadsheet (CSV). The file has personal data: delete it when you are done. The link works once.',
    },
    registrations: {
      title: 'The registered',
      lead: 'Those registered for the gathering, as a spreadsheet. The file has personal data: delete it when you are done. The link works once.',
    },
    statistics: {
      title: 'Statistics of the network',
      lead: 'The figures of the network as a spreadsheet (CSV), without names. The link works once.',
    },
  },
  button: 'Download',
  goneTitle: 'This link does not work',
  gone: 'This link has been used or is too old. Ask the bot in Teams for a new one.',
}
