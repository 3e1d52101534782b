export const following = {
  title: 'Programmene du følger',
  none: 'Du følger ingen programmer ennå. Velg dem du vil høre om, eller skriv for eksempel «følg Erasmus+».',
  lead: 'Jeg sier fra om utlysninger og frister i dem.',
  choose: 'Velg programmer',
  chosen: 'Følg disse',
  save: 'Lagre',
  saved: 'Lagret.',
  followed: (what: string) => `Nå følger du ${what}`,
  unfollowed: (what: string) => `Du følger ikke lenger ${what}`,
  already: (what: string) => `Du følger allerede ${what}`,
  notFollowed: (what: string) => `Du følger ikke ${what}`,
  willTell: 'Jeg sier fra om utlysninger og frister. Du kan når som helst slutte å følge.',
  willNotTell: 'Du får ikke flere meldinger om utlysninger og frister der.',
  undo: 'Angre',
  stop: 'Slutt å følge',
  start: 'Følg',
  all: 'Alt jeg følger',
  reminders: 'Påminnelser',
  button: (programme: string) => `Følg ${programme}`,
}

export type FollowingTexts = typeof following
