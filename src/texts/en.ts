import { answers } from './en/answers.ts'
import { common } from './en/common.ts'
import { reminders } from './en/reminders.ts'
import type { Texts } from './nb.ts'

export const en: Texts = { answers, common, reminders }
