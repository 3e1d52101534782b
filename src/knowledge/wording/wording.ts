import type { Answer } from '../answers.ts'
import type { Language } from '../taxonomy.ts'
import { createAllowance } from './allowance.ts'
import { findUnfounded, isIn, type Unfounded } from './check.ts'
import { noAnswer, type Prompt, promptFor } from './prompt.ts'

/** A language model, wherever it runs. */
export interface LanguageModel {
  /** Rejects with {@link ModelFailure} when there is no answer to be had, and when the signal is given up on. */
  complete(prompt: Prompt, signal: AbortSignal): Promise<string>
}

/** The model's service did not answer as it should. */
export class ModelFailure extends Error {
  override readonly name = 'ModelFailure'
  /** How long the service asked to be left alone; null when it did not say. */
  readonly retryAfterMs: number | null

  constructor(message: string, retryAfterMs: number | null = null, options?: ErrorOptions) {
    super(message, options)
    this.retryAfterMs = retryAfterMs
  }
}

/** One of the sources of a worded answer, by the number that it has in the text. */
export type Citation = { position: number; answerId: string; title: string; url: string | null; abstract: string }

export type Worded = { ok: true; text: string; citations: Citation[] }
export type NotWorded = {
  ok: false
  reason:
    | 'no-sources'
    | 'no-answer'
    | 'too-long'
    | 'uncited'
    | 'wrong-language'
    | 'slow'
    | 'failed'
    | 'resting'
    | 'over-budget'
    | Unfounded
}

export interface WordingDependencies {
  model: LanguageModel
  /** Gives up on an answer that takes longer than people wait. */
  deadline: () => AbortSignal
  /** Answers in 24 hours and process. */
  perDay: number
  /** Milliseconds since 1970. */
  now: () => number
}

export type Wording = ReturnType<typeof createWording>

const longestText = 1500

/**
 * Has the model word the answer to a question from these sources alone, and looks at what it wrote: what names a
 * number, a date, a name or an address that no source has is thrown away, as is what cites nothing or is in another language.
 */
export function createWording({ model, deadline, perDay, now }: WordingDependencies) {
  const allowance = createAllowance(perDay, now)

  return async function word(
    question: string,
    answers: readonly Answer[],
    language: Language,
    isCommonWord: (word: string) => boolean,
  ): Promise<Worded | NotWorded> {
    const sources = answers.filter((answer) => answer.language === language)
    if (sources.length === 0) return { ok: false, reason: 'no-sources' }
    const allowed = allowance.take()
    if (allowed !== 'yes') return { ok: false, reason: allowed }
    const signal = deadline()
    try {
      const written = await untilAborted(model.complete(promptFor(question, sources, language), signal), signal)
      allowance.succeeded()
      return looked(written.trim(), sources, language, isCommonWord)
    } catch (error) {
      if (signal.aborted) {
        allowance.failed(null)
        return { ok: false, reason: 'slow' }
      }
      if (!(error instanceof ModelFailure)) throw error
      allowance.failed(error.retryAfterMs)
      return { ok: false, reason: 'failed' }
    }
  }
}

function looked(
  written: string,
  sources: readonly Answer[],
  language: Language,
  isCommonWord: (word: string) => boolean,
): Worded | NotWorded {
  if (written === '' || written.includes(noAnswer)) return { ok: false, reason: 'no-answer' }
  if (written.length > longestText) return { ok: false, reason: 'too-long' }
  const cited = cite(written, sources)
  if (cited === null || cited.citations.length === 0) return { ok: false, reason: 'uncited' }
  const statement = cited.text.replace(citationMark, '')
  if (!isIn(language, statement)) return { ok: false, reason: 'wrong-language' }
  const unfounded = findUnfounded(statement, sources.map(wordsOf), language, isCommonWord)
  return unfounded === null ? { ok: true, ...cited } : { ok: false, reason: unfounded }
}

function wordsOf({ title, text, sources }: Answer): string {
  return [title, text, ...sources.map((source) => `${source.title} ${source.url}`)].join('\n')
}

const citationMark = / ?\[(\d+)\]/g
const longestTitle = 80
const longestAbstract = 160

/** Numbers the citations in the order in which they come, each once, as Teams demands; null when one is of no source. */
function cite(written: string, sources: readonly Answer[]): { text: string; citations: Citation[] } | null {
  const used: Answer[] = []
  let isKnown = true
  const text = written.replace(citationMark, (mark, number: string) => {
    const source = sources[Number(number) - 1]
    if (source === undefined) {
      isKnown = false
      return mark
    }
    if (used.includes(source)) return ''
    used.push(source)
    return ` [${used.length}]`
  })
  return isKnown ? { text, citations: used.map((source, index) => citation(source, index + 1)) } : null
}

function citation({ id, title, body, sources }: Answer, position: number): Citation {
  const [first] = sources
  return {
    position,
    answerId: id,
    title: shortened(title, longestTitle),
    url: first?.url ?? null,
    abstract: shortened(body.replace(/[*_#`]/g, '').replace(/\s+/g, ' '), longestAbstract),
  }
}

function shortened(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`
}

/** Settles when the signal is given up on, whether the model minds it or not. */
async function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise: aborted, reject } = Promise.withResolvers<never>()
  const giveUp = () => reject(signal.reason)
  signal.addEventListener('abort', giveUp, { once: true })
  try {
    return await Promise.race([work, aborted])
  } finally {
    signal.removeEventListener('abort', giveUp)
  }
}
