/** In which chat messages come. */
export const reminderChat = {
  title: 'Hvor skal påminnelsene komme?',
  lead: 'Jeg kan sende dem hit, så flere følger med. Hver velger for seg selv: Valget gjelder bare den som trykker på Lagre.',
  label: 'Hvor kommer meldingene?',
  personal: 'I min personlige chat',
  here: 'Her, i denne chatten',
  chosen: {
    groupChat: 'I gruppechatten jeg har valgt',
    channel: 'I kanalen jeg har valgt',
  },
  whatComes:
    'Dette kan komme der andre ser det, med navnet ditt: påminnelser om samlinger, utlysninger og frister, nytt fra rådgiverne og månedlig oppsummering. Alt annet, som invitasjoner, plasser, endringer og det du selv har bedt meg minne deg på, kommer alltid i den personlige chatten.',
  howToChoose:
    'Meldingene kommer her, i den personlige chatten. Vil du heller ha dem i en gruppechat eller kanal der jeg er med, skriv «påminnelser» til meg der.',
  saved: {
    personal: 'Lagret. Påminnelsene dine kommer i den personlige chatten.',
    shared: 'Lagret. Påminnelsene dine kommer i denne chatten.',
  },
  allChoices: 'Alle valg',
}

export type ReminderChatTexts = typeof reminderChat
