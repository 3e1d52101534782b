export const generated = {
  note: 'En språkmodell har formulert dette ut fra svarene mine. Tallene i klammer viser hvilket svar hver påstand kommer fra.',
  sources: 'Bygger på',
  showAnswer: 'Vis det kontrollerte svaret',
}

export type GeneratedTexts = typeof generated
