import { z } from 'zod'
import { aspects } from '../taxonomy.ts'

/** What decides which programme fits. All but the place are asked by `questions.yaml`. */
export const questionIds = ['aim', 'who', 'partners', 'place', 'size', 'stage'] as const
export type QuestionId = (typeof questionIds)[number]

/** Chosen by who does not know yet. */
export const undecided = 'any'

/** Question: the id of the choice made, {@link undecided}, or for the place the name of a county. */
export type Answers = { [Q in QuestionId]?: string }

const phrase = z.string().trim().min(1)
const localized = z.strictObject({ nb: phrase, nn: phrase, en: phrase })

const notations = z.array(z.string().regex(/^-?[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*-?$/u))

const choiceSchema = z.strictObject({
  title: localized,
  /** Words that mean this choice, with spaces between: `elev-` begins a word, `-kultur-` is anywhere in it. */
  words: z.union([notations, phrase.transform((text) => text.split(/\s+/)).pipe(notations)]),
  /** Groups of countries in `phrases/places.yaml` that mean this choice. */
  countries: z.array(phrase).default([]),
  /** What no programme pays for in this choice, for who asks for just that. */
  limit: localized.optional(),
})
const askedSchema = z.strictObject({ ask: localized, example: localized })
const questionSchema = askedSchema.extend({ choices: z.record(phrase, choiceSchema) })

export const questionsSchema = z.strictObject({
  aim: questionSchema,
  who: questionSchema,
  partners: questionSchema,
  /** Its choices are the counties of `phrases/places.yaml`. */
  place: askedSchema,
  size: questionSchema,
  stage: questionSchema,
})
export type Questions = z.infer<typeof questionsSchema>
export type Choice = z.infer<typeof choiceSchema>

/** 1: possible, 2: good, 3: made for it. What is not named does not fit at all. */
const fit = z.record(phrase, z.union([z.literal(1), z.literal(2), z.literal(3)]))

const claimSchema = z.strictObject({
  /** Holds only with one of these choices for each of these questions. */
  when: z.partialRecord(z.enum(questionIds), z.array(phrase).min(1)).optional(),
  /** The aspect of the programme's content that has this claim, with its sources. */
  from: z.enum(aspects),
  text: localized,
})
/** A sentence that speaks for or against a programme. */
export type Claim = z.infer<typeof claimSchema>

const closedSchema = z.strictObject({ takesPart: z.literal('no') })
const openSchema = z.strictObject({
  /** `apply`: a Norwegian municipality can apply or be an ordinary partner; `partner`: others apply and lead. */
  takesPart: z.enum(['apply', 'partner']),
  /** Of the programmes of a family at most two are recommended. */
  family: phrase.optional(),
  fits: z.strictObject({
    aim: fit,
    who: fit,
    partners: fit,
    size: fit,
    stage: fit,
    /** Counties; without it all of Norway. `any`: for who does not say where they are. */
    place: fit.optional(),
  }),
  reasons: z.array(claimSchema).min(1),
  against: z.array(claimSchema).min(1),
  firstStep: localized,
})
export const programmeSchema = z.discriminatedUnion('takesPart', [openSchema, closedSchema])

/** What is known of an open programme for recommending it. */
export type GuideProgramme = z.infer<typeof openSchema> & { topic: string }
