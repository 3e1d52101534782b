import type { Language } from '../language.ts'
import { en } from './en.ts'
import { nb, type Texts } from './nb.ts'
import { nn } from './nn.ts'

export type { Texts }

const byLanguage: Record<Language, Texts> = { nb, nn, en }

/** Every word that the bot says, in one language. */
export function textsIn(language: Language): Texts {
  return byLanguage[language]
}
