import { createHash } from 'node:crypto'
import { z } from 'zod'
import { languages } from '../../language.ts'
import type { CollectionDefinition } from '../../store/database.ts'

export const votes = ['helpful', 'unhelpful'] as const
export type Vote = (typeof votes)[number]

/** What one person thinks of one answer. Who it is cannot be read from it, unless they let the advisers know. */
const answerVoteSchema = z.object({
  /** Writer and answer: who votes again changes the vote. */
  _id: z.string(),
  answerId: z.string(),
  writer: z.string(),
  vote: z.enum(votes),
  word: z.string().default(''),
  /** What was asked, where that is known. */
  question: z.string().default(''),
  language: z.enum(languages),
  at: z.date(),
  /** The person, for the advisers to write to; only by their own leave. */
  contact: z.string().nullable().default(null),
  /** An adviser has dealt with it: what was written is gone, the vote remains. */
  handledAt: z.date().nullable().default(null),
})
export type AnswerVote = z.infer<typeof answerVoteSchema>

const unansweredSchema = z.object({
  /** Made of the message's id, so that a message that is delivered twice counts once. */
  _id: z.string(),
  /** Null where the channel does not say who writes. */
  writer: z.string().nullable(),
  question: z.string(),
  language: z.enum(languages),
  /** What it seems to be about; null when that is as unknown as the answer. */
  topic: z.string().nullable(),
  at: z.date(),
  contact: z.string().nullable().default(null),
})
export type Unanswered = z.infer<typeof unansweredSchema>

export const answerVotesDefinition: CollectionDefinition<AnswerVote> = {
  name: 'answerVotes',
  schema: answerVoteSchema,
  indexes: [
    { name: 'open', key: { vote: 1, handledAt: 1, at: -1 } },
    { name: 'writer', key: { writer: 1 } },
  ],
}
export const unansweredDefinition: CollectionDefinition<Unanswered> = {
  name: 'unanswered',
  schema: unansweredSchema,
  indexes: [
    { name: 'at', key: { at: -1 } },
    { name: 'writer', key: { writer: 1 } },
  ],
}

/** The same for the same person, so that they can change and delete what is theirs; says nothing of who it is. */
export function writerKey(personId: string): string {
  return fingerprint(`writer ${personId}`)
}

/** The same for the same text, and nothing can be read out of it. */
export function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}
