export const calls = {
  opened: (title: string) => `Åpen for søknader: ${title}`,
  changed: (title: string) => `Endret frist: ${title}`,
  closes: (days: number, title: string) => {
    if (days <= 0) return `Frist i dag: ${title}`
    return days === 1 ? `Frist i morgen: ${title}` : `Frist om ${days} dager: ${title}`
  },
  leads: {
    'call-opened': (programme: string) => `Du følger ${programme}. Nå kan du søke.`,
    'call-closing': (programme: string) => `Du følger ${programme}. Søknadsfristen nærmer seg.`,
    'call-changed': (programme: string) => `Du følger ${programme}. Datoene er endret. Slik er det nå:`,
  },
  opens: 'Åpner',
  deadline: 'Frist',
  fromTo: (before: string, after: string) => `${after} (før: ${before})`,
  who: 'Hvem',
  budget: 'Støtte',
  checked: (when: string) => `Sjekket mot kilden ${when}. Kilden gjelder.`,
  unchecked: 'Ikke sjekket mot kilden. Se kilden før du planlegger.',
  read: 'Les utlysningen',
  howToApply: 'Slik søker du',
  programme: (title: string) => `Om ${title}`,
}
