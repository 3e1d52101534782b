import type { MembershipTexts } from '../nb/membership.ts'

export const membership: MembershipTexts = {
  joinTitle: 'Join the network',
  joinLead: (network) =>
    `Fill in the form and you are a member of ${network.name}. Then you can register for gatherings and get reminders.`,
  registerLead: 'You need to be a member to register. Fill this in first, and we will go straight on to the gathering.',
  importedTitle: 'You are already on the list of members',
  importedLead: 'This is what the advisers entered about you. Correct what is wrong and confirm to make it your own.',
  backTitle: 'Welcome back',
  backLead: 'This is what you told us last time. Correct what has changed, and you are a member again.',
  editTitle: 'Edit your profile',
  toCorrect: (count) =>
    count === 1
      ? 'One field has to be corrected before I can save. It says so at the field.'
      : `${count} fields have to be corrected before I can save. It says so at each field.`,
  name: 'Name',
  nameMissing: 'Enter your name.',
  email: 'Email',
  emailMissing: 'Enter your email address.',
  municipality: 'Municipality',
  municipalityHint: 'Type the first letters, or pick from the list',
  municipalityMissing: 'Choose your municipality, or “Another municipality or organisation”.',
  otherMunicipality: 'Another municipality or organisation',
  otherLabel: 'Which one? (only if you chose “Another municipality or organisation”)',
  otherMissing: 'Enter the municipality or organisation you come from.',
  role: 'Role',
  roleHint: 'For example head teacher, adviser or mayor',
  topics: 'Programmes you are interested in',
  chooseTopics: (count) =>
    count === 0 ? 'Choose programmes you are interested in' : `Programmes you are interested in (${count} chosen)`,
  language: 'Language I should use with you',
  consent: 'Consent',
  consentTo: 'I agree that the network stores what I have filled in here.',
  consentHint: 'You can see and delete everything whenever you like: write “my data”.',
  whatIsStored: 'What is stored about me?',
  readSeparately: 'Send me this as a message of its own',
  join: 'Join',
  confirm: 'Confirm',
  saveChanges: 'Save changes',
  cancel: 'Cancel',
  mistakes: {
    required: 'This has to be filled in.',
    'not-an-email': 'That does not look like an email address. Write it like this: name@municipality.no',
    'too-long': 'This is too long. Please keep it under 200 characters.',
    'unknown-choice': 'That choice no longer exists. Please choose again.',
    'consent-required': 'I can’t store anything without your consent, so you could not be a member.',
    other: 'I don’t understand what is here. Please fill it in again.',
  },

  profileTitle: 'Your profile',
  joined: (network) => `Welcome! You are now a member of ${network.name}.`,
  nextStep: 'Next: see which gatherings are coming up, or ask me about a programme.',
  saved: 'Your changes are saved.',
  notConfirmed: 'The advisers entered this. Is it right? Please review and confirm.',
  review: 'Review and confirm',
  nothing: 'Not given',
  noTopics: 'None chosen yet',
  since: 'Member since',
  editProfile: 'Edit profile',
  myRegistrations: 'My registrations',
  myProfile: 'My profile',
  reminders: 'Reminders',
  myData: 'My data',
  leave: 'Leave the network',

  leaveTitle: 'Do you want to leave?',
  nothingAhead: 'You are not registered for any gathering to come, so nothing will be cancelled.',
  willBeCancelled: (count) =>
    count === 1
      ? 'Your registration for this gathering will be cancelled too:'
      : `Your registrations for these ${count} gatherings will be cancelled too:`,
  waiting: 'waiting list',
  andMore: (count) => `and ${count} more`,
  keptIfLeft:
    'Your profile is kept for a year, so that you don’t have to fill in everything again if you come back. Then it is deleted.',
  confirmLeave: 'Yes, I want to leave',
  stay: 'No, I’ll stay',

  leftTitle: 'You have left the network',
  left: (count) => {
    if (count === 0) return 'You will get no more reminders of gatherings.'
    const what = count === 1 ? 'Your registration is cancelled' : `Your ${count} registrations are cancelled`
    return `${what}, the seat is free for others, and you will get no more reminders of gatherings.`
  },
  comeBack: 'If you want to come back, just write “join”. If you want everything gone now, you can delete it.',
  joinAgain: 'Join again',
  deleteEverything: 'Delete everything about me',

  notMemberTitle: 'You are not a member',
  notMember: 'So there is nothing to leave. You can join whenever you like.',
}
