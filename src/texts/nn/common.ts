import type { CommonTexts } from '../nb/common.ts'

export const common: CommonTexts = {
  apology: 'Orsak, noko gjekk gale hos meg. Det er meldt frå. Prøv gjerne éin gong til, eller skriv «hjelp».',
  whoAreYou:
    'Eg ser ikkje kven du er her, så dette kan eg ikkje gjere for deg. Opne ein personleg chat med meg i Teams og prøv igjen.',
  personalChatOnly: 'Det tek vi på tomannshand. Opne den personlege chatten med meg i Teams, og skriv det same der.',
  personalChatTitle: 'Det tek vi på tomannshand',
  personalChatLead: 'Opne den personlege chatten med meg i Teams, og skriv det same der.',
  openPersonalChat: 'Opne chatten med meg',
  answeredInPersonalChat: 'Svaret fekk du i den personlege chatten vår.',
  staleCard: 'Denne knappen verkar ikkje lenger. Skriv «hjelp», så finn vi ein ny.',
  tenantNotAllowed: (contact) =>
    `Nettverket er ikkje ope for organisasjonen din enno. Ta kontakt med ${contact}, så ordnar vi det.`,
  tooLong: 'Det vart for langt for meg. Skriv spørsmålet kortare, gjerne i éi setning.',
  languageSet: 'Frå no av svarar eg på nynorsk.',
  chooseLanguage: 'Kva språk skal eg svare på?',
  languageNames: { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' },
  more: 'Vis fleire',
  previous: 'Førre',
  open: 'Opne',
  back: 'Tilbake',
  listOf: (items) => new Intl.ListFormat('nn').format(items),
}
