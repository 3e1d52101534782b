import type { AdviserTexts } from '../nb/advisers.ts'

export const advisers: AdviserTexts = {
  onlyAdvisers: (contact) =>
    `Dette er det berre rådgjevarane i nettverket som kan. Lurer du på noko, skriv til ${contact}.`,
  menuTitle: 'For rådgjevarar',
  menuLead: 'Alt du gjer her blir loggført med kven, når og kva som vart endra.',
  content: {
    notTaken: 'Endra innhald er ikkje teke i bruk',
    goesOn:
      'Noko i filene er feil, så eg svarer framleis ut frå det som var. Når feilen er retta, tek eg det i bruk av meg sjølv.',
    mistake: (file, line, message) => `${file}, linje ${line}: ${message}`,
    more: (count) => `og ${count} til`,
  },
  menu: {
    newGathering: 'Ny samling',
    gatherings: 'Samlingar',
    members: 'Medlemer',
    message: 'Skriv til medlemene',
    statistics: 'Statistikk',
  },
  channelTitle: 'Kanalen til rådgjevarane',
  channelNamed: (count) =>
    `Dette er kanalen til rådgjevarane frå no av. Dei ${count} som er med i teamet kan administrere nettverket gjennom meg. Skriv «rådgjevarmeny» i den personlege chatten med meg.`,
  channelNamedUnread:
    'Dette er kanalen til rådgjevarane frå no av, men Teams fortalde meg ikkje kven som er med i teamet. Eg prøver igjen når nokon av dykk skriv til meg.',
  channelOnlyHere: 'Det må du skrive i ein kanal i teamet til rådgjevarane, med @ framfor namnet mitt.',
  unnameChannel: 'Ikkje bruk denne kanalen lenger',
  channelUnnamed:
    'Dette er ikkje kanalen til rådgjevarane lenger. Dei i teamet er ikkje rådgjevarar fordi dei er med her.',
}
