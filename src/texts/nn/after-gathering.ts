import type { AfterGatheringTexts } from '../nb/after-gathering.ts'

export const afterGathering: AfterGatheringTexts = {
  thanksTitle: (title) => `Takk for sist: ${title}`,
  thanks: 'Så fint at du var med!',
  absentTitle: (title) => `Vi sakna deg: ${title}`,
  absent:
    'Du var påmeld, men vart ikkje kryssa av. Kom du ikkje, vonar vi å sjå deg neste gong. Var du der, sei frå med knappen, så reknar vi deg med.',
  wasThere: 'Eg var der',
  countedIn: 'Takk for at du sa frå! No er du rekna med.',
  materials: 'Presentasjonar og materiell',
  noMaterialsYet: 'Presentasjonane er ikkje lagde ut enno. Du finn dei på samlinga når dei kjem.',
  open: 'Sjå samlinga',
  next: 'Samlingar som kjem',

  feedbackTitle: (title) => `Korleis var det? ${title}`,
  feedbackLead: 'To korte spørsmål. Rådgjevarane ser svara utan namn, og først når minst tre har svara.',
  useful: 'Kor nyttig var samlinga for deg?',
  usefulMissing: 'Vel eitt av svara.',
  usefulness: {
    very: 'Svært nyttig',
    fairly: 'Ganske nyttig',
    little: 'Litt nyttig',
    not: 'Ikkje nyttig',
  },
  word: 'Kva bør vi gjere meir av, eller annleis, neste gong?',
  wordHint: 'Valfritt. Skriv ikkje namn på andre.',
  send: 'Send svar',
  change: 'Endre svaret',
  give: 'Gi tilbakemelding',
  thanksForFeedback: 'Takk! Svaret er lagra, og du kan endre det når du vil.',
  refusals: {
    'not-registered': 'Berre dei som var påmelde til samlinga, kan gi tilbakemelding.',
    'not-over': 'Samlinga er ikkje over enno. Kom tilbake etterpå.',
  },

  materialsButton: 'Materiell',
  materialsTitle: (title) => `Materiell: ${title}`,
  materialsLead:
    'Éi lenkje på kvar linje, med tittelen framfor. Dei påmelde får lenkjene saman med takken, formiddagen etter samlinga, og finn dei på samlinga.',
  materialsField: 'Lenkjer',
  materialsHint: 'Erasmus+ for skular – https://…',
  materialsLine: (number, reason) => `Linje ${number}: ${reason}`,
  materialsSave: 'Lagre',
  materialsSaved: (count) => {
    if (count === 0) return 'Lagra. No er det ingen lenkjer her.'
    return count === 1 ? 'Éi lenkje er lagra.' : `${count} lenkjer er lagra.`
  },
  materialsLate: 'Takken er alt send. Vil du seie frå om materiellet, skriv ei melding til dei påmelde.',

  summaryButton: 'Tilbakemeldingar',
  summaryTitle: (title) => `Tilbakemeldingar: ${title}`,
  summaryNone: 'Ingen har svara enno. Dei som var med, får spørsmåla saman med takken.',
  summaryTooFew: (answers, needed) =>
    `${answers === 1 ? 'Éin har' : `${answers} har`} svara. Svara blir viste når minst ${needed} har svara, så ingen kan kjennast att.`,
  summaryCount: (answers, present) => `${answers} av ${present} til stades har svara.`,
  summaryWords: 'Med deira eigne ord',
  summaryNoWords: 'Ingen har skrive noko.',
  summaryMore: (count) => `og ${count} til`,
  share: (count, percent) => `${count} (${percent} %)`,
}
