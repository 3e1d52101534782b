import type { RecipientGroup } from '../../network/recipients.ts'

const groups: Record<RecipientGroup, string> = {
  registered: 'De påmeldte',
  'in-person': 'De som kommer fysisk',
  online: 'De som deltar på nett',
  waiting: 'De på venteliste',
  maybe: 'De som har svart kanskje',
  no: 'De som har svart nei',
  'not-answered': 'De som ikke har svart',
  attended: 'De som var der',
  absent: 'De som ikke kom',
  audience: 'Hele målgruppen',
  all: 'Alle medlemmer',
}

export const announcements = {
  title: 'Skriv en melding',
  aboutGathering: (title: string) => `Melding om ${title}`,
  toCorrect: 'Rett det som er merket, så går vi videre. Alt du skrev er tatt vare på.',
  fields: {
    title: 'Overskrift',
    text: 'Melding',
    group: 'Hvem skal få den?',
    municipalities: 'Bare disse kommunene (valgfritt, med komma mellom)',
    topics: 'Bare de som følger (valgfritt)',
  },
  titleMissing: 'Skriv en overskrift.',
  textMissing: 'Skriv hva du vil si.',
  municipalitiesHint: 'Drammen, Lier',
  narrow: 'Bare noen av dem',
  groups,
  preview: 'Se over',
  previewTitle: 'Slik blir meldingen',
  recipients: 'Til',
  reach: 'Når fram til',
  reachCount: (count: number) => (count === 1 ? '1 person' : `${count} personer`),
  neverWrote: 'Har aldri åpnet chatten',
  unreachable: 'Har fjernet meg fra Teams',
  nobody: 'Meldingen når ingen. Endre hvem som skal få den.',
  send: (count: number) => (count === 1 ? 'Send til 1 person' : `Send til ${count} personer`),
  test: 'Send en prøve til meg',
  tested: 'Prøven er sendt til deg. Ingen andre har fått noe ennå.',
  testFailed: 'Prøven kom ikke fram. Prøv igjen om litt.',
  testMark: 'Prøve, bare til deg',
  edit: 'Endre',
  discard: 'Forkast',
  discarded: 'Meldingen er forkastet. Ingen har fått den.',
  reachChanged: (count: number) =>
    count === 1
      ? 'Mottakerne er blitt andre siden sist: nå er det én person. Se over og send.'
      : `Mottakerne er blitt andre siden sist: nå er det ${count} personer. Se over og send.`,
  sent: (count: number) => (count === 1 ? 'Sendt til 1 person.' : `Sendt til ${count} personer.`),
  sentWhen: 'De får den med det samme, eller når stilletiden deres er over.',
  gone: 'Jeg finner ikke denne meldingen lenger.',
  about: (title: string) => `Om ${title}`,
  openGathering: 'Åpne samlingen',
}

export type AnnouncementTexts = typeof announcements
