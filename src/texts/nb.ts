import { answers } from './nb/answers.ts'
import { common, reminders } from './nb/common.ts'

/** The texts' shape: the other languages have exactly these. */
export const nb = { answers, common, reminders }
export type Texts = typeof nb
