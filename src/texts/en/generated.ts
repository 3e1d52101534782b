import type { GeneratedTexts } from '../nb/generated.ts'

export const generated: GeneratedTexts = {
  note: 'A language model has worded this from my answers. The numbers in brackets show which answer each statement comes from.',
  sources: 'Based on',
  showAnswer: 'Show the checked answer',
}
