import { createHash } from 'node:crypto'
import { z } from 'zod'
import { languages } from '../language.ts'
import type { CollectionDefinition } from '../store/database.ts'
import { because, type FieldMistake, mistakesOf, requiredOr } from './mistakes.ts'
import { findMunicipality } from './municipalities.ts'

const memberSchema = z.object({
  /** The id of the person who joined; for imported members it is made of their e-mail address. */
  _id: z.string(),
  version: z.literal(1).default(1),
  /** Who is written to. Null: imported, and nobody with that address has written yet. */
  personId: z.string().nullable(),
  /** Persons whose memberships were merged into this one; {@link personId} may be among them. */
  alsoPersonIds: z.array(z.string()).default([]),
  /** `merged`: what was left of it is in another one, and only the way there remains for a while. */
  status: z.enum(['active', 'left', 'merged']),
  name: z.string(),
  email: z.string(),
  /** The name of one on the list, or what they wrote. */
  municipality: z.string(),
  role: z.string().default(''),
  topics: z.array(z.string()).default([]),
  /** Since when they follow each topic; one that is not here they have followed since they joined. */
  topicsSince: z.record(z.string(), z.date()).default({}),
  language: z.enum(languages),
  /** When they agreed to what is stored; null for imported members who have not. */
  consentAt: z.date().nullable().default(null),
  joinedAt: z.date(),
  updatedAt: z.date(),
  leftAt: z.date().nullable().default(null),
  /** Further addresses that they were known by. */
  otherEmails: z.array(z.string()).default([]),
  /** Members that were found to be somebody else, though they look alike. */
  notSameAs: z.array(z.string()).default([]),
  /** Members that are being merged into this one. */
  absorbs: z.array(z.string()).default([]),
  /** Of the status `merged`. */
  mergedInto: z.string().nullable().default(null),
  mergedBy: z.string().nullable().default(null),
  mergedAt: z.date().nullable().default(null),
})

export type Member = z.infer<typeof memberSchema>

export const membersDefinition: CollectionDefinition<Member> = {
  name: 'members',
  schema: memberSchema,
  indexes: [
    {
      name: 'person',
      key: { personId: 1 },
      unique: true,
      partialFilterExpression: { personId: { $type: 'string' } },
    },
    { name: 'email', key: { email: 1 } },
    { name: 'other-emails', key: { otherEmails: 1 } },
    { name: 'also-persons', key: { alsoPersonIds: 1 } },
    { name: 'absorbs', key: { absorbs: 1 } },
    { name: 'merged', key: { mergedAt: 1 }, partialFilterExpression: { mergedAt: { $type: 'date' } } },
  ],
}

/** Says what the index of persons is limited to, which is what lets it be used. */
export function ofPerson(personId: string) {
  return { personId: { $eq: personId, $type: 'string' } } as const
}

/** The same for the same address, so that an import can be repeated; says nothing of who it is. */
export function importedMemberId(email: string): string {
  return `imported-${createHash('sha256').update(email.toLowerCase()).digest('hex').slice(0, 32)}`
}

/** Of a member that no merge has touched. */
export function unmerged() {
  return {
    alsoPersonIds: [],
    otherEmails: [],
    notSameAs: [],
    absorbs: [],
    mergedInto: null,
    mergedBy: null,
    mergedAt: null,
  }
}

/** Everybody who is this member. */
export function personsOf({ personId, alsoPersonIds }: Member): string[] {
  return [...new Set(personId === null ? alsoPersonIds : [personId, ...alsoPersonIds])]
}

/** The topics that they follow, and since when: new ones since now. */
export function topicsSince(
  before: Pick<Member, 'topics' | 'topicsSince' | 'joinedAt'> | null,
  topics: readonly string[],
  now: Date,
): Record<string, Date> {
  const since = (topic: string) =>
    before?.topics.includes(topic) ? (before.topicsSince[topic] ?? before.joinedAt) : now
  return Object.fromEntries(topics.map((topic) => [topic, since(topic)]))
}

/** What a member says of themselves. */
export type Profile = z.output<ReturnType<typeof profileSchema>>

const line = z
  .string(requiredOr('wrong-type'))
  .transform((text) => text.replaceAll(/\s+/g, ' ').trim())
  .pipe(z.string().max(200, because('too-long')))
const neededLine = line.pipe(z.string().min(1, because('required')))

const topicList = z
  .string(because('wrong-type'))
  .max(2000, because('too-long'))
  .transform((text) => [...new Set(text.toLowerCase().split(/[\s,;|]+/))].filter((topic) => topic !== ''))

function profileSchema(isTopic: (topic: string) => boolean) {
  return z.object({
    name: neededLine,
    email: neededLine.pipe(z.email(because('not-an-email'))).transform((email) => email.toLowerCase()),
    municipality: neededLine.transform((text) => findMunicipality(text)?.name ?? text),
    role: line.default(''),
    topics: topicList.default([]).refine((topics) => topics.every(isTopic), because('unknown-choice')),
    language: z.preprocess(
      (text) => (typeof text === 'string' ? text.trim().toLowerCase() : text),
      z.enum(languages, because('unknown-choice')),
    ),
  })
}

/** Field by field as text: a form that came back, or a row of a file. `topics` are ids between commas. */
export type ProfileInput = Readonly<Record<string, unknown>>

/** @param needs whether the form must have its consent ticked */
export type ProfileReader = (
  input: ProfileInput,
  needs?: { consent: boolean },
) => { ok: true; profile: Profile } | Mistaken

interface Mistaken {
  ok: false
  mistakes: FieldMistake[]
}

/** @param isTopic whether there is a topic with this id */
export function createProfileReader(isTopic: (topic: string) => boolean): ProfileReader {
  const schema = profileSchema(isTopic)
  return (input, needs) => {
    const parsed = schema.safeParse(input)
    const mistakes = parsed.success ? [] : mistakesOf(parsed.error)
    if (needs?.consent && input.consent !== 'true') mistakes.push({ field: 'consent', reason: 'consent-required' })
    return parsed.success && mistakes.length === 0 ? { ok: true, profile: parsed.data } : { ok: false, mistakes }
  }
}

/** Who joins with this profile. */
export function joined(personId: string, profile: Profile, at: Date): Member {
  return {
    _id: personId,
    version: 1,
    personId,
    status: 'active',
    ...profile,
    topicsSince: topicsSince(null, profile.topics, at),
    consentAt: at,
    joinedAt: at,
    updatedAt: at,
    leftAt: null,
    ...unmerged(),
  }
}

/** Their own address last, so that it weighs most in a map. */
export function addressesOf({ email, otherEmails }: Member): string[] {
  return [...otherEmails, email]
}
