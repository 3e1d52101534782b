import type { MatchReason } from '../../network/together/partner-match.ts'
import type { PartnerRole } from '../../network/together/partner-search.ts'
import type { Standing } from '../../network/together/partners.ts'

const roles: Record<PartnerRole, string> = {
  lead: 'Vil lede prosjektet',
  partner: 'Vil være med i andres prosjekt',
  either: 'Kan lede eller være med',
}

const reasons: Record<MatchReason, string> = {
  idea: 'Ideene ligner',
  roles: 'En vil lede, den andre være med',
  municipality: 'Samme kommune',
  county: 'Samme fylke',
  experience: 'Har delt en erfaring',
}

const standings: Record<Standing, string> = {
  none: '',
  asked: 'Du har spurt',
  'asked-me': 'Har spurt deg',
  accepted: 'Dere har kontakt',
}

export const partners = {
  title: 'Finn en partner',
  editTitle: 'Endre søket',
  lead: 'Fortell hva dere ser etter, så viser jeg hvem andre i nettverket som ser etter det samme.',
  topic: 'Program',
  topicMissing: 'Velg et program.',
  idea: 'Hva handler det om? (valgfritt)',
  ideaHint: 'For eksempel «ungdomsråd som lærer av hverandre»',
  role: 'Hva vil dere være?',
  roles,
  months: 'Hvor lenge gjelder det?',
  monthChoices: { '1': 'Én måned', '3': 'Tre måneder', '6': 'Et halvt år' },
  findable: 'Vil dere bli funnet?',
  isFindable: 'Andre som ser etter det samme, kan se kommunen, ideen og rollen',
  neverNamed: 'Navnet og e-posten din får ingen før dere begge har sagt ja.',
  find: 'Finn partner',
  saveChanges: 'Lagre endringene',

  listTitle: (programme: string) => `Partnere i ${programme}`,
  findableUntil: (day: string) => `Søket ditt gjelder til ${day}, og andre kan finne det.`,
  hiddenUntil: (day: string) =>
    `Søket ditt gjelder til ${day}. Andre kan ikke finne det. Endre søket hvis du vil at de skal det.`,
  none: (programme: string) => `Ingen andre ser etter partner i ${programme} akkurat nå.`,
  noneStays: 'De som kommer etter, finner søket ditt.',
  willTell: 'Jeg sier fra når noen nye ser etter det samme.',
  others: 'Disse ser etter det samme. Trykk for å lese mer.',
  experienced: 'Disse har gjort noe i programmet før, og kan kontaktes:',
  reasons,
  standings,
  edit: 'Endre søket',
  end: 'Avslutt søket',
  ended: 'Søket er avsluttet. Ingen finner det lenger.',
  another: 'Søk i et annet program',
  mineTitle: 'Partnersøkene dine',
  until: (day: string) => `Gjelder til ${day}`,
  about: 'Om partnersøk',
  back: 'Tilbake',

  otherTitle: (municipality: string, programme: string) => `${municipality} ser etter partner i ${programme}`,
  turnedUp: 'Du ser også etter partner i dette programmet. Er det noe for dere?',
  wants: 'Rolle',
  holds: 'Gjelder til',
  theirIdea: 'Ideen',
  why: 'Derfor vises de',
  sameProgramme: 'Samme program',
  askLead:
    'De får se kommunen din og søket ditt. Sier de ja, får dere begge navn, kommune og e-post til hverandre. Vil de ikke, hører du ikke noe.',
  ask: 'Spør om kontakt',
  gone: 'Dette søket er ikke åpent lenger.',

  askedTitle: 'Jeg har spurt',
  asked: (municipality: string) =>
    `De i ${municipality} får spørsmålet fra meg. Sier de ja innen to uker, får du beskjed med navn og e-post.`,
  requestTitle: (programme: string) => `Vil du samarbeide i ${programme}?`,
  request: (municipality: string) =>
    `Noen i ${municipality} ser etter det samme som deg, og vil gjerne ha kontakt. Sier du ja, får dere begge navn, kommune og e-post til hverandre. Sier du nei, får de ikke vite det.`,
  accept: 'Ja, gi oss kontakt',
  decline: 'Nei takk',
  declined: 'Greit. De får ikke vite at du svarte, og jeg spør ikke igjen.',
  changedMind: 'Jeg ombestemte meg: ja',
  foundTitle: (programme: string) => `Dere har kontakt om ${programme}`,
  found: 'Dere har begge sagt ja. Den andre har fått det samme om deg.',
  name: 'Navn',
  municipality: 'Kommune',
  email: 'E-post',
  write: 'Skriv e-post',
  mailSubject: (programme: string) => `Partner i ${programme}`,
  over: 'Denne forespørselen er ikke åpen lenger.',
  toSearch: 'Til partnersøket',

  membersOnlyTitle: 'Partnersøket er for medlemmer',
  membersOnly:
    'Medlemmene finner hverandre her. Bli med i nettverket, så kan du søke og bli funnet. Rådgiveren hjelper deg også gjerne med å finne en partner.',
}

export type PartnerTexts = typeof partners
