import type { LinkingTexts } from '../nb/linking.ts'

export const linking: LinkingTexts = {
  button: 'I have an account in two organisations',
  title: 'One person, two accounts',
  accounts: (count) => `You are one member with ${count} accounts.`,
  lead: 'If you use Teams in two organisations, you can be one member in both. Write the e-mail address that you have in the other one. Then you confirm from there.',
  waiting: (email) =>
    `You have asked ${email}. Open me in Teams in that organisation and write “my profile”, and you can confirm.`,
  email: 'Your e-mail address in the other organisation',
  emailMissing: 'Write the e-mail address that you have in the other organisation.',
  never: 'Nothing is merged before you have confirmed from both accounts.',
  ask: 'Ask the other account',
  withdraw: 'Withdraw',
  unlink: 'Disconnect this account',
  askedTitle: 'Confirm from the other account',
  asked: (email) =>
    `Open me in Teams where you are ${email}, and write “my profile”. I will ask whether it is you. The question stays open for two weeks.`,
  offerTitle: 'Is this you?',
  offer: (name, email) => `${name} (${email}) says that this account is theirs too.`,
  offerMeans:
    'If you say yes, you are one member: the same profile and registrations in both accounts. What you have told here comes along. If it is not you, say no.',
  accept: 'Yes, that is me',
  decline: 'No, that is not me',
  news: {
    linked: 'You are now one member in both accounts',
    declined: 'Then nothing happens',
    unlinked: 'The account is disconnected',
  },
  newsMeans: {
    linked:
      'Your profile and registrations are the same in both places. Messages from me come in the chat that you asked from, as long as I can reach you there.',
    declined: 'The two accounts are still separate.',
    unlinked:
      'The membership and the registrations stay with the other account. You can join again from here whenever you want.',
  },
  refusals: {
    'not-member': 'Join the network first.',
    'not-an-email': 'This does not look like an e-mail address. Write it like this: name@kommune.no',
    'own-address': 'This is the address that you have here. Write the one that you have in the other organisation.',
    gone: 'This question was withdrawn or is too old.',
    busy: 'Wait a moment, and try again.',
  },
}
