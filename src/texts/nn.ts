import type { Texts } from './nb.ts'
import { answers } from './nn/answers.ts'
import { common, reminders } from './nn/common.ts'

export const nn: Texts = { answers, common, reminders }
