import type { QuestionTexts } from '../nb/questions.ts'

export const questions: QuestionTexts = {
  title: 'Det medlemene lurer på',
  menu: 'Det medlemene lurer på',
  lead: 'Spørsmål som ikkje fekk svar, og svar som ikkje hjelpte. Det vanlegaste står først. Namn blir viste berre når den som spurde, har sagt ja til det.',
  none: 'Ingen spørsmål ventar. Her kjem det som medlemene ikkje får svar på, og svar som dei seier ikkje hjelper.',
  unhelpfulAnswer: (title) => `Svaret hjelpte ikkje: ${title}`,
  about: (topic, example) => `${topic}: «${example}»`,
  example: (text) => `«${text}»`,
  noText: 'Spørsmålet er ikkje teke vare på',
  people: (people, questions, latest) =>
    `${people === 1 ? 'Éin person' : `${people} personar`}, ${questions === 1 ? 'eitt spørsmål' : `${questions} spørsmål`}, sist ${latest}`,
  tally: (helpful, unhelpful) => `Dette svaret: ${helpful} syntest det var nyttig, ${unhelpful} ikkje.`,
  word: (word) => `Sakna: ${word}`,
  contact: (who) => `Vil gjerne bli kontakta: ${who}`,
  contactUnknown: 'ein som ikkje lenger er registrert',
  andMore: (count) => `… og ${count} til`,
  showAnswer: 'Vis svaret',
  done: 'Ferdig behandla',
  doneHint: 'Det som er ferdig behandla, forsvinn frå lista, og teksten blir sletta.',
  back: 'Tilbake til lista',
  gone: 'Dette er alt behandla.',
}
