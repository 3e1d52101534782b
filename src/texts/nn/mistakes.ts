import type { MistakeReason } from '../../network/mistakes.ts'

export const mistakes: Record<MistakeReason, string> = {
  required: 'Dette må fyllast ut.',
  'wrong-type': 'Dette kan eg ikkje lese.',
  'not-a-table': 'Fila er ikkje ein tabell.',
  'unknown-field': 'Dette feltet kjenner eg ikkje.',
  'unknown-choice': 'Vel eit av alternativa.',
  'too-long': 'Dette vart for langt. Kort det ned.',
  'too-many': 'Det vart for mange.',
  'not-an-id': 'Bruk bokstavar, tal, punktum og bindestrek.',
  'not-an-email': 'Dette ser ikkje ut som ei e-postadresse. Skriv ho slik: namn@kommune.no',
  'not-a-number': 'Skriv eit heilt tal frå 1 og oppover.',
  'not-a-time': 'Skriv dato og klokkeslett.',
  'needs-a-date': 'Skriv òg dato, sidan samlinga varer meir enn éin dag.',
  'not-a-duration': 'Dette er ikkje ei varigheit.',
  'not-https': 'Lenkja må byrje med https://',
  'ends-before-start': 'Slutten må vere etter starten.',
  'deadline-after-start': 'Fristen kan ikkje vere etter starten.',
  duplicate: 'Denne finst frå før.',
  'consent-required': 'Du må samtykkje for å bli med.',
}
