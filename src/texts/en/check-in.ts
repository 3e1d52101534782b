import type { CheckInTexts } from '../nb/check-in.ts'

export const checkIn: CheckInTexts = {
  button: 'Attendance',
  title: (title) => `Attendance: ${title}`,
  present: (present, all) => `${present} of ${all} are ticked off.`,
  notTicked: (count, absent) => {
    const open = count === 1 ? '1 is not ticked off.' : `${count} are not ticked off.`
    if (absent === 0) {
      return `${open} As long as fewer than half are ticked off, all get the thank-you and the questions the day after.`
    }
    const missed = '“We missed you” the day after, with a button to say that they were there'
    return absent === count
      ? `${open} They get ${missed}.`
      : `${open} ${absent} of them get ${missed}. The rest get the thank-you.`
  },
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
