import type { SuggestionTexts } from '../nb/suggestions.ts'

export const suggestions: SuggestionTexts = {
  title: 'Foreslå eit tema',
  lead: 'Samlingane blir laga saman med dykk. Kva vil du at ei av dei neste skal handle om?',
  topic: 'Tema',
  topicHint: 'Til dømes «budsjett i Interreg» eller «slik fekk vi med rektorane»',
  topicMissing: 'Skriv kva temaet er.',
  why: 'Kva vonar du å få ut av det? (valfritt)',
  seen: 'Rådgjevarane ser kven du er. Andre ser berre temaet, og kor mange som ønskjer det.',
  send: 'Send forslaget',
  others: 'Dette har andre foreslått. Trykk på det du òg ønskjer.',
  similarTitle: 'Er det det same som dette?',
  similar: 'Noko som liknar, er foreslått frå før. Er det det same, så trykk på det, og de tel saman.',
  sendAnyway: 'Nei, send mitt',
  wanted: (people, isMine) => {
    if (!isMine) return people === 1 ? 'Éin ønskjer dette' : `${people} ønskjer dette`
    if (people === 1) return 'Du ønskjer dette'
    return people === 2 ? 'Du og éin til ønskjer dette' : `Du og ${people - 1} andre ønskjer dette`
  },
  thanksTitle: 'Takk for forslaget!',
  thanks: 'Rådgjevarane ser det når dei planlegg dei neste samlingane.',
  supportTitle: 'Notert: du ønskjer dette',
  undo: 'Angre',
  another: 'Foreslå eit tema til',
  all: 'Alle forslag',
  withdrawnTitle: 'Ønsket er teke bort',
  withdrawn: 'Rådgjevarane ser ikkje lenger at du ønskjer dette.',
  listTitle: 'Foreslåtte tema',
  none: 'Ingen har foreslått noko enno. Ver den første!',
  gone: 'Dette forslaget er ikkje ope lenger.',

  deskTitle: 'Forslag til tema',
  deskLead: 'Det flest ønskjer, står først.',
  deskNone: 'Ingen forslag ventar. Medlemene kan når som helst skrive «foreslå eit tema» til meg.',
  doneTitle: 'Tema som er tekne opp',
  doneNone: 'Ingen forslag er merkte som tekne opp enno.',
  from: (people, municipalities, day) =>
    [people === 1 ? 'Éin person' : `${people} personar`, municipalities, `først ${day}`]
      .filter((part) => part !== '')
      .join(' · '),
  notMember: 'Ein som ikkje er medlem',
  isDone: (day) => `Merkt som teke opp ${day}.`,
  markDone: 'Merk som teke opp',
  markedDone: 'Merkt som teke opp.',
  reopen: 'Opne igjen',
  reopened: 'Forslaget er ope igjen.',
  remove: 'Slett',
  removeSure: 'Då blir forslaget borte, òg for dei som ønskjer det. Det kan ikkje angrast.',
  confirmRemove: 'Ja, slett forslaget',
  removed: 'Forslaget er sletta.',
  back: 'Tilbake til forslaga',
}
