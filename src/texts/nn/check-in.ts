import type { CheckInTexts } from '../nb/check-in.ts'

export const checkIn: CheckInTexts = {
  button: 'Oppmøte',
  title: (title) => `Oppmøte: ${title}`,
  present: (present, all) => `${present} av ${all} er kryssa av.`,
  notTicked: (count, absent) => {
    const open = `${count} er ikkje kryssa av.`
    if (absent === 0) {
      return `${open} Så lenge færre enn halvparten er kryssa av, får alle takken og spørsmåla dagen etter.`
    }
    const missed = 'dagen etter «Vi sakna deg», med ein knapp for å seie frå om at dei var der'
    return absent === count
      ? `${open} Dei får ${missed}.`
      : `${open} ${absent} av dei får ${missed}. Resten får takken.`
  },
  lead: 'Kryss av dei som er her, og lagre. Éi side om gongen.',
  none: 'Ingen er påmelde, så det er ingen å krysse av.',
  names: 'Er her',
  name: (name, municipality) => `${name}, ${municipality}`,
  save: 'Lagre',
  saved: (count) => (count === 0 ? 'Ingenting var endra.' : count === 1 ? 'Lagra for éin.' : `Lagra for ${count}.`),
  code: 'La dei gjere det sjølve',
  codeTitle: (title) => `Kode for ${title}`,
  codeLead: 'Vis denne koden på skjermen. Dei som er her, skriv han til meg i chatten, og er kryssa av.',
  codeUntil: (until) => `Koden verkar til ${until}.`,
  refresh: 'Oppdater',
  list: 'Kryss av i lista',
  welcome: (title) => `Velkomen til ${title}! Du er kryssa av.`,
  wrongCode: 'Den koden kjenner eg ikkje. Sjå på skjermen, og skriv dei fire siffera ein gong til.',
  notRegistered: 'Koden er rett, men eg finn ikkje påmeldinga di. Sei frå til rådgjevaren, så ordnar det seg.',
  notMember: 'Koden er rett, men du er ikkje medlem enno. Skriv «bli med», og sei frå til rådgjevaren at du er her.',
}
