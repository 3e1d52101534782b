import type { CommonTexts } from '../nb/common.ts'

export const common: CommonTexts = {
  apology: 'Sorry, something went wrong on my side. It has been reported. Please try once more, or write “help”.',
  whoAreYou:
    'I can’t see who you are here, so I can’t do that for you. Open a personal chat with me in Teams and try again.',
  personalChatOnly: 'Let’s do that in private. Open your personal chat with me in Teams and write the same there.',
  personalChatTitle: 'Let’s do that in private',
  personalChatLead: 'Open your personal chat with me in Teams and write the same there.',
  openPersonalChat: 'Open the chat with me',
  answeredInPersonalChat: 'I have answered you in our personal chat.',
  staleCard: 'This button no longer works. Write “help” and we will find a new one.',
  tenantNotAllowed: (contact) =>
    `The network is not open to your organisation yet. Get in touch with ${contact} and we will sort it out.`,
  tooLong: 'That was too long for me. Please ask in fewer words, one sentence if you can.',
  languageSet: 'I will answer in English from now on.',
  chooseLanguage: 'Which language shall I answer in?',
  languageNames: { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' },
  more: 'Show more',
  previous: 'Previous',
  open: 'Open',
  back: 'Back',
  listOf: (items) => new Intl.ListFormat('en-GB').format(items),
}
