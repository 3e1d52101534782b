import type { ReminderChatTexts } from '../nb/reminder-chat.ts'

export const reminderChat: ReminderChatTexts = {
  title: 'Påminningar',
  lead: 'Eg kan sende påminningar hit, så fleire følgjer med. Kvar vel for seg sjølv: Valet gjeld berre den som trykkjer på Lagre.',
  label: 'Kvar skal meldingane komme?',
  personal: 'I den personlege chatten min',
  here: {
    groupChat: 'Her, i denne chatten',
    channel: 'Her, i denne kanalen',
  },
  chosen: {
    groupChat: 'I gruppechatten eg har valt',
    channel: 'I kanalen eg har valt',
  },
  whatComes:
    'Dette kan komme i ein chat med andre, med namnet ditt på: påminningar om samlingar, utlysingar og fristar, nytt frå rådgjevarane og månadleg oppsummering. Alt anna, som invitasjonar, plassar, endringar og det du sjølv har bede meg minne deg på, kjem alltid i den personlege chatten.',
  howToChoose:
    'Meldingane kjem her, i den personlege chatten. Vil du heller ha dei i ein gruppechat eller kanal der eg er med, skriv «påminningar» til meg der.',
  saved: {
    personal: 'Lagra. Påminningane dine kjem i den personlege chatten.',
    shared: 'Lagra. Påminningane dine kjem her.',
  },
  allChoices: 'Alle val',
}
