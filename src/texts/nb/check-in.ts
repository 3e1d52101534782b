export const checkIn = {
  button: 'Oppmøte',
  title: (title: string) => `Oppmøte: ${title}`,
  present: (present: number, all: number) => `${present} av ${all} er krysset av.`,
  notTicked: (count: number, absent: number) => {
    const open = `${count} er ikke krysset av.`
    if (absent === 0) {
      return `${open} Så lenge færre enn halvparten er krysset av, får alle takken og spørsmålene dagen etter.`
    }
    const missed = 'dagen etter «Vi savnet deg», med en knapp for å si fra om at de var der'
    return absent === count ? `${open} De får ${missed}.` : `${open} ${absent} av dem får ${missed}. Resten får takken.`
  },
  lead: 'Kryss av dem som er her, og lagre. Én side om gangen.',
  none: 'Ingen er påmeldt, så det er ingen å krysse av.',
  names: 'Er her',
  name: (name: string, municipality: string) => `${name}, ${municipality}`,
  save: 'Lagre',
  saved: (count: number) =>
    count === 0 ? 'Ingenting var endret.' : count === 1 ? 'Lagret for én.' : `Lagret for ${count}.`,
  code: 'La dem gjøre det selv',
  codeTitle: (title: string) => `Kode for ${title}`,
  codeLead: 'Vis denne koden på skjermen. De som er her, skriver den til meg i chatten, og er krysset av.',
  codeUntil: (until: string) => `Koden virker til ${until}.`,
  refresh: 'Oppdater',
  list: 'Kryss av i lista',
  welcome: (title: string) => `Velkommen til ${title}! Du er krysset av.`,
  wrongCode: 'Den koden kjenner jeg ikke. Se på skjermen, og skriv de fire sifrene en gang til.',
  notRegistered: 'Koden er riktig, men jeg finner ikke påmeldingen din. Si fra til rådgiveren, så ordner det seg.',
  notMember: 'Koden er riktig, men du er ikke medlem ennå. Skriv «bli med», og si fra til rådgiveren at du er her.',
}

export type CheckInTexts = typeof checkIn
