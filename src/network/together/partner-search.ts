import { z } from 'zod'
import type { CollectionDefinition } from '../../store/database.ts'
import { because, type FieldMistake, mistakesOf, requiredOr } from '../mistakes.ts'

export const partnerRoles = ['lead', 'partner', 'either'] as const
export type PartnerRole = (typeof partnerRoles)[number]

/** How many months a search holds. */
export const searchMonths = ['1', '3', '6'] as const

const partnerSearchSchema = z.object({
  _id: z.string(),
  personId: z.string(),
  topic: z.string(),
  idea: z.string().default(''),
  /** What they want to be themselves. */
  role: z.enum(partnerRoles),
  /** Others who look for the same may see it, though not whose it is. */
  isFindable: z.boolean().default(false),
  /** Whether those who look for the same have been told of it: they are once, when it can be found for the first time. */
  announced: z.enum(['not-yet', 'due', 'done']).default('done'),
  at: z.date(),
  until: z.date(),
})
export type PartnerSearch = z.infer<typeof partnerSearchSchema>

export const partnerSearchesDefinition: CollectionDefinition<PartnerSearch> = {
  name: 'partnerSearches',
  schema: partnerSearchSchema,
  indexes: [
    { name: 'topic', key: { topic: 1, until: 1 } },
    { name: 'person', key: { personId: 1 } },
    { name: 'until', key: { until: 1 } },
    { name: 'announced', key: { announced: 1 }, partialFilterExpression: { announced: 'due' } },
  ],
}

const partnerContactSchema = z.object({
  _id: z.string(),
  /** The two persons in the order of their ids, and the topic: they are asked once, whoever asks. */
  pair: z.string(),
  topic: z.string(),
  /** Who asked, and out of which search. */
  fromId: z.string(),
  fromSearch: z.string(),
  toId: z.string(),
  toSearch: z.string(),
  state: z.enum(['asked', 'accepted', 'declined']),
  askedAt: z.date(),
  /** Nobody can answer any more from then on. */
  until: z.date(),
  answeredAt: z.date().nullable().default(null),
  /** What the one whom it concerns has not been told yet. */
  untold: z.enum(['asked', 'accepted']).nullable().default(null),
})
export type PartnerContact = z.infer<typeof partnerContactSchema>

export const partnerContactsDefinition: CollectionDefinition<PartnerContact> = {
  name: 'partnerContacts',
  schema: partnerContactSchema,
  indexes: [
    { name: 'pair', key: { pair: 1 }, unique: true },
    { name: 'from', key: { fromId: 1 } },
    { name: 'to', key: { toId: 1 } },
    { name: 'untold', key: { untold: 1 }, partialFilterExpression: { untold: { $type: 'string' } } },
  ],
}

export function pairOf(one: string, other: string, topic: string): string {
  return [...[one, other].toSorted(), topic].join('~')
}

export const longestIdea = 500

/** As the fields hold it, and as it comes back. */
export interface PartnerForm {
  topic: string
  idea: string
  role: string
  months: string
  /** `true` when it is ticked. */
  isFindable: string
}

export type PartnerFields = Pick<PartnerSearch, 'topic' | 'idea' | 'role' | 'isFindable'> & { months: number }

export function readPartnerForm(
  form: PartnerForm,
  isTopic: (topic: string) => boolean,
): { ok: true; fields: PartnerFields } | { ok: false; mistakes: FieldMistake[] } {
  const schema = z.object({
    topic: z.string().min(1, because('required')).refine(isTopic, because('unknown-choice')),
    idea: z.string().trim().max(longestIdea, because('too-long')),
    role: z.enum(partnerRoles, requiredOr('unknown-choice')),
    months: z.enum(searchMonths, requiredOr('unknown-choice')).transform(Number),
    isFindable: z.string().transform((ticked) => ticked === 'true'),
  })
  const { data, error } = schema.safeParse(form)
  return data === undefined ? { ok: false, mistakes: mistakesOf(error) } : { ok: true, fields: data }
}
