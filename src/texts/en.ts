import { answers } from './en/answers.ts'
import { common, reminders } from './en/common.ts'
import type { Texts } from './nb.ts'

export const en: Texts = { answers, common, reminders }
