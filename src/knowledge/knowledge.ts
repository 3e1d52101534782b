import { type Answer, createAnswers, type Placeholders, type ProgrammeCard } from './answers.ts'
import type { Call } from './calls.ts'
import { inLanguage } from './load.ts'
import { prepare } from './prepared.ts'
import { isProgramme, type Language, languages } from './taxonomy.ts'
import type { Section } from './topic-file.ts'
import { createUnderstander, type QuestionContext, type Understanding } from './understanding/understand.ts'

export type { Answer, ProgrammeCard } from './answers.ts'
export { ContentError } from './mistakes.ts'
export type { Language } from './taxonomy.ts'
export type { QuestionContext, Understanding } from './understanding/understand.ts'

export type KnowledgeOptions = {
  /** Holds `content/`, `calls/` and `phrases/`. */
  directory: string
  placeholders: Placeholders
  /** In which the times of deadlines are shown. */
  timeZone: string
}

/** What the bot knows, and how it finds what somebody asks for. */
export interface Knowledge {
  understand(question: string, context?: QuestionContext): Understanding
  /** The programmes that a text calls by name, in the order of the text. */
  programmesIn(text: string): string[]
  /**
   * The answer in the language, or in the nearest that it exists in; undefined for an id that is none.
   *
   * @param counties where it is asked about: says what the answer means there
   */
  answer(id: string, language: Language, now: Temporal.Instant, counties?: readonly string[]): Answer | undefined
  programme(topic: string, language: Language): ProgrammeCard | undefined
  /** Every programme, by title. */
  programmes(language: Language): readonly { topic: string; title: string; summary: string }[]
  /** Calls that can still be applied for, the first to close first; of one topic or of all. */
  callsAhead(now: Temporal.Instant, topic?: string): Call[]
  /** A short title for an answer or a command that says what it is about without more around it: for buttons. */
  titleOf(id: string, language: Language): string
  /** Sections of content that have to do with the question, best first. */
  retrieve(question: string, language: Language, count?: number): Section[]
}

/** Reads the knowledge directory and learns from it. Throws ContentError, which names every mistake by file and line. */
export async function openKnowledge({ directory, placeholders, timeZone }: KnowledgeOptions): Promise<Knowledge> {
  const content = await prepare(directory)
  const understander = createUnderstander(content, content.model)
  const { answer, programme, callsAhead, titleOf } = createAnswers(content, placeholders, timeZone)
  const topics = [...new Set(content.topics.map(({ topic }) => topic))].filter(isProgramme)

  function programmesByTitle(language: Language) {
    return topics
      .flatMap((topic) => inLanguage(content.topics, topic, language) ?? [])
      .map(({ topic, title, summary }) => ({ topic, title, summary }))
      .sort((a, b) => a.title.localeCompare(b.title, language))
  }
  const programmes = new Map(languages.map((language) => [language, programmesByTitle(language)]))

  return {
    ...understander,
    answer,
    programme,
    programmes: (language) => programmes.get(language) ?? [],
    callsAhead,
    titleOf,
  }
}
