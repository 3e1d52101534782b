import type { CheckInTexts } from '../nb/check-in.ts'

export const checkIn: CheckInTexts = {
  button: 'Attendance',
  title: (title) => `Attendance: ${title}`,
  present: (present, all) => `${present} of ${all} are ticked off.`,
  lead: 'Tick those who are here, and save. One page at a time.',
  none: 'Nobody is registered, so there is nobody to tick off.',
  names: 'Are here',
  name: (name, municipality) => `${name}, ${municipality}`,
  save: 'Save',
  saved: (count) => (count === 0 ? 'Nothing was changed.' : count === 1 ? 'Saved for one.' : `Saved for ${count}.`),
  code: 'Let them do it themselves',
  codeTitle: (title) => `Code for ${title}`,
  codeLead: 'Show this code on the screen. Those who are here write it to me in the chat, and are ticked off.',
  codeUntil: (until) => `The code works until ${until}.`,
  refresh: 'Refresh',
  list: 'Tick in the list',
  welcome: (title) => `Welcome to ${title}! You are ticked off.`,
  wrongCode: 'I do not know that code. Look at the screen, and write the four digits once more.',
  notRegistered: 'The code is right, but I cannot find your registration. Tell the adviser, who will sort it out.',
  notMember: 'The code is right, but you are not a member yet. Write “join”, and tell the adviser that you are here.',
}
