/** For advisers: putting right what is stored of a member, adding one, and forgetting one. */
export const memberEdit = {
  write: 'Skriv e-post',
  edit: 'Rett opplysninger',
  register: 'Meld på en samling',
  forget: 'Slett medlemmet',
  addMembers: 'Legg til medlemmer',
  add: 'Legg til ett medlem',

  editTitle: (name: string) => `Rett opplysningene om ${name}`,
  editLead: 'Medlemmet får beskjed om det du endrer.',
  editLeadSilent: 'Medlemmet har ikke skrevet til meg ennå, og får ingen beskjed.',
  addTitle: 'Legg til ett medlem',
  addLead: 'Medlemmet får ingen melding fra meg før det selv skriver til meg.',
  municipalityMissing: 'Velg kommune, eller «Annen kommune eller organisasjon».',
  save: 'Lagre',
  cancel: 'Avbryt',
  addressTaken: 'Et annet medlem har denne adressen, eller hadde den før det sluttet.',
  saved: 'Opplysningene er lagret.',
  savedAndTold: 'Opplysningene er lagret, og medlemmet får beskjed.',
  added: (name: string) => `${name} er lagt til.`,

  forgetTitle: (name: string) => `Slette alt om ${name}?`,
  forgetLead: 'Bruk dette når noen ber om å bli glemt. Alt som er lagret om medlemmet, blir borte for godt.',
  forgetAhead: (titles: string) => `Medlemmet blir meldt av: ${titles}.`,
  forgetYes: 'Ja, slett alt',
  forgetNo: 'Nei, behold',
  forgotten: 'Medlemmet er slettet.',
  forgetThemselves: 'Dette medlemmet skriver selv til meg, og kan slette alt om seg ved å skrive «slett mine data».',

  gatheringsTitle: (name: string) => `Meld ${name} på en samling`,
  noGatherings: 'Ingen samlinger er åpne for påmelding, eller medlemmet er påmeldt alle.',
  toMember: 'Tilbake til medlemmet',

  /** To the member. */
  changedTitle: 'Rådgiveren har rettet profilen din',
  changedLead: 'Slik står det nå. Er noe feil, kan du rette det selv.',
}

export type MemberEditTexts = typeof memberEdit
