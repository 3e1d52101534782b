export const advisers = {
  onlyAdvisers: (contact: string) =>
    `Dette er det bare rådgiverne i nettverket som kan. Lurer du på noe, skriv til ${contact}.`,
  menuTitle: 'For rådgivere',
  menuLead: 'Alt du gjør her blir loggført med hvem, når og hva som ble endret.',
  /** Files that the bot answers from have been changed, and cannot be used. */
  content: {
    notTaken: 'Endret innhold er ikke tatt i bruk',
    goesOn:
      'Noe i filene er feil, så jeg svarer fortsatt ut fra det som var. Når feilen er rettet, tar jeg det i bruk av meg selv.',
    mistake: (file: string, line: number, message: string) => `${file}, linje ${line}: ${message}`,
    more: (count: number) => `og ${count} til`,
  },
  menu: {
    newGathering: 'Ny samling',
    gatherings: 'Samlinger',
    members: 'Medlemmer',
    message: 'Skriv til medlemmene',
    statistics: 'Statistikk',
  },
  channelTitle: 'Rådgivernes kanal',
  channelNamed: (count: number) =>
    `Dette er rådgivernes kanal fra nå av. De ${count} som er med i teamet kan administrere nettverket gjennom meg. Skriv «rådgivermeny» i den personlige chatten med meg.`,
  channelNamedUnread:
    'Dette er rådgivernes kanal fra nå av, men Teams fortalte meg ikke hvem som er med i teamet. Jeg prøver igjen når noen av dere skriver til meg.',
  channelOnlyHere: 'Det må du skrive i en kanal i rådgivernes team, med @ foran navnet mitt.',
  unnameChannel: 'Ikke bruk denne kanalen lenger',
  channelUnnamed: 'Dette er ikke rådgivernes kanal lenger. De i teamet er ikke rådgivere fordi de er med her.',
}

export type AdviserTexts = typeof advisers
