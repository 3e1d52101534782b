import type { GeneratedTexts } from '../nb/generated.ts'

export const generated: GeneratedTexts = {
  note: 'Ein språkmodell har formulert dette ut frå svara mine. Tala i klammer viser kva svar kvar påstand kjem frå.',
  sources: 'Byggjer på',
  showAnswer: 'Vis det kontrollerte svaret',
}
