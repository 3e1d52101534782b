import { answers } from './nb/answers.ts'
import { common } from './nb/common.ts'

/** The texts' shape: the other languages have exactly these. */
export const nb = { answers, common }
export type Texts = typeof nb
