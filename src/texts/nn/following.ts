import type { FollowingTexts } from '../nb/following.ts'

export const following: FollowingTexts = {
  title: 'Programma du følgjer',
  none: 'Du følgjer ingen program enno. Vel dei du vil høyre om, eller skriv til dømes «følg Erasmus+».',
  lead: 'Eg seier frå om utlysingar og fristar i dei.',
  choose: 'Vel program',
  chosen: 'Følg desse',
  save: 'Lagre',
  saved: 'Lagra.',
  followed: (what) => `No følgjer du ${what}`,
  unfollowed: (what) => `Du følgjer ikkje lenger ${what}`,
  already: (what) => `Du følgjer allereie ${what}`,
  notFollowed: (what) => `Du følgjer ikkje ${what}`,
  willTell: 'Eg seier frå om utlysingar og fristar. Du kan når som helst slutte å følgje.',
  willNotTell: 'Du får ikkje fleire meldingar om utlysingar og fristar der.',
  undo: 'Angre',
  stop: 'Slutt å følgje',
  start: 'Følg',
  all: 'Alt eg følgjer',
  reminders: 'Påminningar',
  button: (programme) => `Følg ${programme}`,
}
