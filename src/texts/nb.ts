import { answers } from './nb/answers.ts'
import { common } from './nb/common.ts'
import { reminders } from './nb/reminders.ts'

/** The texts' shape: the other languages have exactly these. */
export const nb = { answers, common, reminders }
export type Texts = typeof nb
