import type { MemberEditTexts } from '../nb/member-edit.ts'

export const memberEdit: MemberEditTexts = {
  write: 'Skriv e-post',
  edit: 'Rett opplysningar',
  register: 'Meld på ei samling',
  forget: 'Slett medlemen',
  addMembers: 'Legg til medlemer',
  add: 'Legg til éin medlem',

  editTitle: (name) => `Rett opplysningane om ${name}`,
  editLead: 'Medlemen får beskjed om det du endrar.',
  editLeadSilent: 'Medlemen har ikkje skrive til meg enno, og får ingen beskjed.',
  addTitle: 'Legg til éin medlem',
  addLead: 'Medlemen får inga melding frå meg før vedkomande sjølv skriv til meg.',
  municipalityMissing: 'Vel kommune, eller «Annan kommune eller organisasjon».',
  save: 'Lagre',
  cancel: 'Avbryt',
  addressTaken: 'Ein annan medlem har denne adressa, eller hadde henne før vedkomande slutta.',
  saved: 'Opplysningane er lagra.',
  savedAndTold: 'Opplysningane er lagra, og medlemen får beskjed.',
  added: (name) => `${name} er lagd til.`,

  forgetTitle: (name) => `Slette alt om ${name}?`,
  forgetLead: 'Bruk dette når nokon ber om å bli gløymd. Alt som er lagra om medlemen, blir borte for godt.',
  forgetAhead: (titles) => `Medlemen blir meld av: ${titles}.`,
  forgetYes: 'Ja, slett alt',
  forgetNo: 'Nei, behald',
  forgotten: 'Medlemen er sletta.',
  forgetThemselves: 'Denne medlemen skriv sjølv til meg, og kan slette alt om seg ved å skrive «slett mine data».',

  gatheringsTitle: (name) => `Meld ${name} på ei samling`,
  noGatherings: 'Ingen samlingar er opne for påmelding, eller medlemen er påmeld alle.',
  toMember: 'Tilbake til medlemen',

  changedTitle: 'Rådgjevaren har retta profilen din',
  changedLead: 'Slik står det no. Er noko feil, kan du rette det sjølv.',
}
