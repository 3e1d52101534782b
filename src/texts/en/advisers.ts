import type { AdviserTexts } from '../nb/advisers.ts'

export const advisers: AdviserTexts = {
  onlyAdvisers: (contact) => `Only the network's advisers can do this. If you have a question, write to ${contact}.`,
  menuTitle: 'For advisers',
  menuLead: 'Everything you do here is logged: who, when, and what was changed.',
  content: {
    notTaken: 'Changed content is not in use',
    goesOn:
      'Something in the files is wrong, so I go on answering from what was there before. Once it is mended, I take it over by myself.',
    mistake: (file, line, message) => `${file}, line ${line}: ${message}`,
    more: (count) => `and ${count} more`,
  },
  menu: {
    newGathering: 'New gathering',
    gatherings: 'Gatherings',
    members: 'Members',
    message: 'Write to the members',
    statistics: 'Statistics',
  },
  channelTitle: 'The advisers’ channel',
  channelNamed: (count) =>
    `This is the advisers' channel from now on. The ${count} people in the team can run the network through me. Write “adviser menu” in your personal chat with me.`,
  channelNamedUnread:
    "This is the advisers' channel from now on, but Teams did not tell me who is in the team. I will try again when one of you writes to me.",
  channelOnlyHere: "Write that in a channel of the advisers' team, with @ before my name.",
  unnameChannel: 'Stop using this channel',
  channelUnnamed: "This is no longer the advisers' channel. Being in this team does not make anyone an adviser.",
}
