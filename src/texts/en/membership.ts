import type { MembershipTexts } from '../nb/membership.ts'

export const membership: MembershipTexts = {
  joinTitle: 'Join the network',
  joinLead: (network) =>
    `Fill in the form and you are a member of ${network.name}. You need no experience, and you can change everything later.`,
  registerLead: 'Gatherings are for members. Fill this in once, and we will go straight on to the registration.',
  importedTitle: 'You are already on the list of members',
  importedLead: 'This is what the advisers entered about you. Correct what is wrong, and confirm.',
  backTitle: 'Welcome back',
  backLead: 'This is what you told us last time. Correct what has changed, and you are a member again.',
  editTitle: 'Edit your profile',
  toCorrect: (count) =>
    count === 1
      ? 'One field has to be corrected before I can save. It is marked below.'
      : `${count} fields have to be corrected before I can save. They are marked below.`,
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
    count === 0 ? 'Choose programmes that interest you' : `Programmes that interest you (${count})`,
  language: 'Language I should use with you',
  languageMissing: 'Choose a language.',
  consent: 'Consent',
  consentTo: 'Yes, the network may store what I have filled in here',
  consentMissing: 'Without your consent I can’t store anything, so you could not be a member.',
  consentHint: 'You can see everything that is stored, and delete it, whenever you like: write “my data”.',
  whatIsStored: 'What is stored about me?',
  readSeparately: 'Send me this as a message of its own',
  join: 'Join',
  joinAndGoOn: 'Join and go on',
  confirm: 'Confirm',
  saveChanges: 'Save changes',
  cancel: 'Cancel',

  profileTitle: 'Your profile',
  joined: (network) => `Welcome! You are now a member of ${network.name}.`,
  nextStep: 'Next: see which gatherings are coming up, or ask me about a programme.',
  saved: 'Your changes are saved.',
  notConfirmed: 'The advisers entered this. Is it right?',
  review: 'Review and confirm',
  nothing: 'Not given',
  noTopics: 'None chosen yet',
  interests: 'Interested in',
  languageShort: 'Language',
  since: 'Member since',
  editProfile: 'Edit profile',
  myRegistrations: 'My registrations',
  myProfile: 'My profile',
  reminders: 'Reminders',
  myData: 'My data',

  leaveTitle: 'Do you want to leave?',
  nothingAhead: 'You are not registered for any gathering to come, so nothing will be cancelled.',
  willBeCancelled: (count) =>
    count === 1
      ? 'Your registration for this gathering will be cancelled too:'
      : `Your registrations for these ${count} gatherings will be cancelled too:`,
  onWaitingList: 'waiting list',
  andMore: (count) => `and ${count} more`,
  keptIfLeft:
    'Your profile is kept for a year, so that you don’t have to fill in everything again if you come back. Then it is deleted. The advisers see your name for 30 days, and after that only that somebody from the municipality left.',
  leaveChoice: 'You choose what happens to your profile and what you have been registered for:',
  leaveChoices: [
    '**Keep for a year**: if you come back, you need not fill in everything again. Experiences that you shared are not shown meanwhile. After a year everything is deleted.',
    '**Delete everything now**: it is all gone at once, and this cannot be undone.',
  ],
  confirmLeave: 'Leave, and keep my profile',
  leaveAndDelete: 'Leave, and delete everything',
  registeredBefore: 'You were registered for this when you left. Would you like to come after all?',
  stay: 'No, I’ll stay',

  leftTitle: 'You have left the network',
  left: (cancelled) => {
    if (cancelled === 0) return 'You will get no more reminders of gatherings.'
    const what =
      cancelled === 1 ? 'Your registration is cancelled too' : `Your ${cancelled} registrations are cancelled too`
    return `${what}, so that others can have the ${cancelled === 1 ? 'seat' : 'seats'}. You will get no more reminders of gatherings.`
  },
  comeBack: 'If you want to come back, just write “join”. If you want everything gone now, you can delete it.',
  joinAgain: 'Join again',
  deleteEverything: 'Delete everything about me',

  notMemberTitle: 'You are not a member',
  notMember: 'So there is nothing to leave. You can join whenever you like.',
}
