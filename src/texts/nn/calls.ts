import type { Texts } from '../nb.ts'

export const calls: Texts['calls'] = {
  opened: (title) => `Open for søknader: ${title}`,
  changed: (title) => `Endra frist: ${title}`,
  closes: (days, title) => {
    if (days <= 0) return `Frist i dag: ${title}`
    return days === 1 ? `Frist i morgon: ${title}` : `Frist om ${days} dagar: ${title}`
  },
  leads: {
    'call-opened': (programme) => `Du følgjer ${programme}. No kan du søkje.`,
    'call-closing': (programme) => `Du følgjer ${programme}. Søknadsfristen nærmar seg.`,
    'call-changed': (programme) => `Du følgjer ${programme}. Datoane er endra. Slik er det no:`,
  },
  opens: 'Opnar',
  deadline: 'Frist',
  fromTo: (before, after) => `${after} (før: ${before})`,
  who: 'Kven',
  budget: 'Stønad',
  checked: (when) => `Sjekka mot kjelda ${when}. Kjelda gjeld.`,
  unchecked: 'Ikkje sjekka mot kjelda. Sjå kjelda før du planlegg.',
  read: 'Les utlysinga',
  howToApply: 'Slik søkjer du',
  programme: (title) => `Om ${title}`,
}
