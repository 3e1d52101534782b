export const common = {
  apology: 'Beklager, noe gikk galt hos meg. Det er meldt fra. Prøv gjerne én gang til, eller skriv «hjelp».',
  whoAreYou:
    'Jeg ser ikke hvem du er her, så dette kan jeg ikke gjøre for deg. Åpne en personlig chat med meg i Teams og prøv igjen.',
  personalChatOnly: 'Det tar vi på tomannshånd. Åpne den personlige chatten med meg i Teams, og skriv det samme der.',
  personalChatTitle: 'Det tar vi på tomannshånd',
  personalChatLead: 'Åpne den personlige chatten med meg i Teams, og skriv det samme der.',
  openPersonalChat: 'Åpne chatten med meg',
  answeredInPersonalChat: 'Svaret fikk du i den personlige chatten vår.',
  staleCard: 'Denne knappen virker ikke lenger. Skriv «hjelp», så finner vi en ny.',
  tenantNotAllowed: (contact: string) =>
    `Nettverket er ikke åpent for organisasjonen din ennå. Ta kontakt med ${contact}, så ordner vi det.`,
  tooLong: 'Det ble for langt for meg. Skriv spørsmålet kortere, gjerne i én setning.',
  languageSet: 'Fra nå av svarer jeg på bokmål.',
  chooseLanguage: 'Hvilket språk skal jeg svare på?',
  languageNames: { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' },
  more: 'Vis flere',
  previous: 'Forrige',
  open: 'Åpne',
  back: 'Tilbake',
  listOf: (items: readonly string[]) => new Intl.ListFormat('nb').format(items),
}

export type CommonTexts = typeof common
