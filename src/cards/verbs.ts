import { z } from 'zod'
import { languages } from '../language.ts'
import { adviserVerbs } from './verbs/advisers.ts'
import { afterGatheringVerbs } from './verbs/after-gathering.ts'
import { calendarVerbs } from './verbs/calendar.ts'
import { colleagueVerbs } from './verbs/colleagues.ts'
import { experienceVerbs } from './verbs/experiences.ts'
import { followingVerbs } from './verbs/following.ts'
import { gatheringVerbs } from './verbs/gatherings.ts'
import { guideAnswers, guideVerbs } from './verbs/guide.ts'
import { linkingVerbs } from './verbs/linking.ts'
import { membershipVerbs } from './verbs/membership.ts'
import { partnerVerbs } from './verbs/partners.ts'
import { personalVerbs } from './verbs/personal.ts'
import { privacyVerbs } from './verbs/privacy.ts'
import { feedbackVerbs } from './verbs/questions.ts'
import { reminderVerbs } from './verbs/reminders.ts'
import { topicVerbs } from './verbs/suggestions.ts'

const id = z.string().min(1).max(200)

/** What each verb brings back from its card. Cards are made of these shapes, and what returns is parsed by them. */
const verbs = {
  'answers.show': z.object({ answerId: id }),
  'help.show': z.object({}),
  'programmes.list': z.object({ page: z.coerce.number().int().min(0).default(0) }),
  'programmes.show': z.object({ topic: id }),
  ...adviserVerbs,
  ...afterGatheringVerbs,
  ...feedbackVerbs,
  ...followingVerbs,
  ...guideVerbs,
  ...linkingVerbs,
  ...membershipVerbs,
  ...personalVerbs,
  ...privacyVerbs,
  ...calendarVerbs,
  ...colleagueVerbs,
  ...gatheringVerbs,
  ...reminderVerbs,
  ...topicVerbs,
  ...experienceVerbs,
  ...partnerVerbs,
  /** `answers` are those given in the guide, to go with the question. */
  'guidance.ask': z.object({ answers: guideAnswers }),
  'language.set': z.object({ language: z.enum(languages) }),
} as const

export type VerbName = keyof typeof verbs
export type VerbInput<V extends VerbName> = z.input<(typeof verbs)[V]>
export type VerbData<V extends VerbName> = z.output<(typeof verbs)[V]>

export const verbSchemas: { [V in VerbName]: z.ZodType<VerbData<V>> } = verbs
