import type { Usefulness } from '../../network/gathering-feedback.ts'

const useful: Record<Usefulness, string> = {
  very: 'Svært nyttig',
  fairly: 'Ganske nyttig',
  little: 'Litt nyttig',
  not: 'Ikke nyttig',
}

export const afterGathering = {
  thanksTitle: (title: string) => `Takk for sist: ${title}`,
  thanks: 'Så fint at du var med!',
  absentTitle: (title: string) => `Vi savnet deg: ${title}`,
  absent:
    'Du var påmeldt, men ble ikke krysset av. Kom du ikke, håper vi å se deg neste gang. Var du der, si fra med knappen, så regner vi deg med.',
  wasThere: 'Jeg var der',
  countedIn: 'Takk for at du sa fra! Nå er du regnet med.',
  materials: 'Presentasjoner og materiell',
  noMaterialsYet: 'Presentasjonene er ikke lagt ut ennå. Du finner dem på samlingen når de kommer.',
  open: 'Se samlingen',
  next: 'Samlinger som kommer',

  feedbackTitle: (title: string) => `Hvordan var det? ${title}`,
  feedbackLead: 'To korte spørsmål. Rådgiverne ser svarene uten navn, og først når minst tre har svart.',
  useful: 'Hvor nyttig var samlingen for deg?',
  usefulMissing: 'Velg ett av svarene.',
  usefulness: useful,
  word: 'Hva bør vi gjøre mer av, eller annerledes, neste gang?',
  wordHint: 'Valgfritt. Skriv ikke navn på andre.',
  send: 'Send svar',
  change: 'Endre svaret',
  give: 'Gi tilbakemelding',
  thanksForFeedback: 'Takk! Svaret er lagret, og du kan endre det når du vil.',
  refusals: {
    'not-registered': 'Bare de som var påmeldt samlingen kan gi tilbakemelding.',
    'not-over': 'Samlingen er ikke over ennå. Kom tilbake etterpå.',
  },

  materialsButton: 'Materiell',
  materialsTitle: (title: string) => `Materiell: ${title}`,
  materialsLead:
    'Én lenke på hver linje, med tittelen foran. De påmeldte får lenkene sammen med takken, formiddagen etter samlingen, og finner dem på samlingen.',
  materialsField: 'Lenker',
  materialsHint: 'Erasmus+ for skoler – https://…',
  materialsLine: (number: string, reason: string) => `Linje ${number}: ${reason}`,
  materialsSave: 'Lagre',
  materialsSaved: (count: number) => {
    if (count === 0) return 'Lagret. Nå er det ingen lenker her.'
    return count === 1 ? 'Én lenke er lagret.' : `${count} lenker er lagret.`
  },
  materialsLate: 'Takken er allerede sendt. Vil du si fra om materiellet, skriv en melding til de påmeldte.',

  summaryButton: 'Tilbakemeldinger',
  summaryTitle: (title: string) => `Tilbakemeldinger: ${title}`,
  summaryNone: 'Ingen har svart ennå. De som var med, får spørsmålene sammen med takken.',
  summaryTooFew: (answers: number, needed: number) =>
    `${answers === 1 ? 'Én har' : `${answers} har`} svart. Svarene vises når minst ${needed} har svart, så ingen kan kjennes igjen.`,
  summaryCount: (answers: number, present: number) => `${answers} av ${present} til stede har svart.`,
  summaryWords: 'Med deres egne ord',
  summaryNoWords: 'Ingen har skrevet noe.',
  summaryMore: (count: number) => `og ${count} til`,
  share: (count: number, percent: number) => `${count} (${percent} %)`,
}

export type AfterGatheringTexts = typeof afterGathering
