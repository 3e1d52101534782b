/** In which chat messages come. */
export const reminderChat = {
  title: 'Påminnelser',
  lead: 'Jeg kan sende påminnelser hit, så flere følger med. Hver velger for seg selv: Valget gjelder bare den som trykker på Lagre.',
  label: 'Hvor skal meldingene komme?',
  personal: 'I den personlige chatten min',
  here: {
    groupChat: 'Her, i denne chatten',
    channel: 'Her, i denne kanalen',
  },
  chosen: {
    groupChat: 'I gruppechatten jeg har valgt',
    channel: 'I kanalen jeg har valgt',
  },
  whatComes:
    'Dette kan komme i en chat med andre, med navnet ditt på: påminnelser om samlinger, utlysninger og frister, nytt fra rådgiverne og månedlig oppsummering. Alt annet, som invitasjoner, plasser, endringer og det du selv har bedt meg minne deg på, kommer alltid i den personlige chatten.',
  howToChoose:
    'Meldingene kommer her, i den personlige chatten. Vil du heller ha dem i en gruppechat eller kanal der jeg er med, skriv «påminnelser» til meg der.',
  saved: {
    personal: 'Lagret. Påminnelsene dine kommer i den personlige chatten.',
    shared: 'Lagret. Påminnelsene dine kommer her.',
  },
  allChoices: 'Alle valg',
}

export type ReminderChatTexts = typeof reminderChat
