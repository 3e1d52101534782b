import type { MistakeReason } from '../../network/mistakes.ts'

export const mistakes: Record<MistakeReason, string> = {
  required: 'Dette må fylles ut.',
  'wrong-type': 'Dette kan jeg ikke lese.',
  'not-a-table': 'Filen er ikke en tabell.',
  'unknown-field': 'Dette feltet kjenner jeg ikke.',
  'unknown-choice': 'Velg et av alternativene.',
  'too-long': 'Dette ble for langt. Kort det ned.',
  'too-many': 'Det ble for mange.',
  'not-an-id': 'Bruk bokstaver, tall, punktum og bindestrek.',
  'not-an-email': 'Dette ser ikke ut som en e-postadresse. Skriv den slik: navn@kommune.no',
  'not-a-number': 'Skriv et helt tall fra 1 og oppover.',
  'not-a-time': 'Skriv dato og klokkeslett.',
  'needs-a-date': 'Skriv også dato, siden samlingen varer mer enn én dag.',
  'not-a-duration': 'Dette er ikke en varighet.',
  'not-https': 'Lenken må begynne med https://',
  'ends-before-start': 'Slutten må være etter starten.',
  'deadline-after-start': 'Fristen kan ikke være etter starten.',
  duplicate: 'Denne finnes fra før.',
  'consent-required': 'Du må samtykke for å bli med.',
}
