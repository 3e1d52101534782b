import { isCommand } from '../commands.ts'
import type { Content } from '../load.ts'
import { isProgramme, type Language, languages, topicOf } from '../taxonomy.ts'
import type { Section } from '../topic-file.ts'
import { createIndex, type Field } from './bm25.ts'
import { createLanguageGuesser, type Sample } from './language.ts'
import { createTokenizer, stem } from './tokens.ts'

export type Understanding = {
  /** The language that the answer should have. */
  language: Language
  kind: 'answer' | 'suggest' | 'command' | 'handoff'
  /** The answer or command that was understood, the likeliest with `suggest`; null with `handoff`. */
  id: string | null
  /** The next likeliest ids, best first. */
  alternatives: string[]
  /** How probable it is that `id` is right, from 0 to 1 (with `handoff`: that nothing fits). */
  confidence: number
  /** The ids of both answers, in the order asked, where a question has two parts. */
  parts?: string[]
  /** The programme or subject talked about, for understanding what comes next. */
  topic: string | null
}

/** What is known beside the question itself. */
export type QuestionContext = {
  /** The topic of what was asked before. */
  topic?: string | undefined
  /** The language of what was asked before. */
  language?: Language | undefined
  /** The language that the person has chosen. */
  preferred?: Language | undefined
}

export type Understander = {
  understand: (question: string, context?: QuestionContext) => Understanding
  /** Sections of content that have something to do with the question, best first. */
  retrieve: (question: string, language: Language, count?: number) => Section[]
}

const outOfScope = 'out-of-scope'
const sure = 0.45
const unsure = 0.12

/** Learns from the content what people may ask. */
export function createUnderstander(content: Content): Understander {
  const tokenize = createTokenizer(content.phrases.forms)
  const tokens = (text: string) => tokenize(text).map(stem)
  const guessLanguage = createLanguageGuesser(languageSamples(content))
  const documents = collectDocuments(content, tokens)
  const index = createIndex(documents.map(({ fields }) => fields))

  function rank(question: string, context: QuestionContext): { id: string; probability: number }[] {
    const scores = index.score(tokens(question))
    const best = documents
      .map(({ id }, position) => ({
        id,
        score: (scores[position] ?? 0) * (context.topic && topicOf(id) === context.topic ? 1.25 : 1),
      }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .slice(0, 12)
    const highest = best[0]?.score ?? 1
    const weights = best.map(({ id, score }) => ({ id, weight: Math.exp((10 * (score - highest)) / highest) }))
    const total = weights.reduce((sum, { weight }) => sum + weight, 0)
    return weights.map(({ id, weight }) => ({ id, probability: weight / total }))
  }

  function understand(question: string, context: QuestionContext = {}): Understanding {
    const { language, isForeign } = guessLanguage(question, context.preferred ?? context.language ?? 'nb')
    const ranked = rank(question, context)
    const [best] = ranked
    const alternatives = ranked.map(({ id }) => id).filter((id) => id !== outOfScope)
    if (!best || best.id === outOfScope || isForeign || best.probability < unsure) {
      const confidence = best?.id === outOfScope ? best.probability : 0.5
      return { language, kind: 'handoff', id: null, alternatives: alternatives.slice(0, 3), confidence, topic: null }
    }
    const kind = best.probability < sure ? 'suggest' : isCommand(best.id) ? 'command' : 'answer'
    const topic = topicOf(best.id)
    return {
      language,
      kind,
      id: best.id,
      alternatives: alternatives.slice(1, 5),
      confidence: best.probability,
      topic: isProgramme(topic) && !isCommand(topic) ? topic : (context.topic ?? null),
    }
  }

  function retrieve(question: string, language: Language, count = 5): Section[] {
    const ids = rank(question, {}).map(({ id }) => id)
    const sections = content.topics.filter((topic) => topic.language === language).flatMap((topic) => topic.sections)
    return ids.flatMap((id) => sections.filter((section) => section.id === id)).slice(0, count)
  }

  return { understand, retrieve }
}

function languageSamples({ topics, phrases }: Content): Sample[] {
  const samples: Sample[] = topics.flatMap(({ language, sections }) =>
    sections.flatMap(({ body, questions }) => [
      { language, text: body },
      ...questions.map(({ text }) => ({ language, text })),
    ]),
  )
  for (const language of languages) {
    for (const { phrases: examples } of Object.values(phrases.commands.get(language) ?? {})) {
      samples.push(...examples.map((text) => ({ language, text: text.replace('{programme}', '') })))
    }
    samples.push(...(phrases.outOfScope.get(language)?.questions ?? []).map((text) => ({ language, text })))
  }
  for (const [language, texts] of Object.entries(phrases.otherLanguages)) {
    samples.push(...texts.map((text) => ({ language, text })))
  }
  return samples
}

function collectDocuments(content: Content, tokens: (text: string) => string[]): { id: string; fields: Field[] }[] {
  const fieldsOf = new Map<string, Field[]>()
  function add(id: string, weight: number, texts: readonly string[]): void {
    const fields = fieldsOf.get(id) ?? []
    fields.push({ weight, tokens: texts.flatMap(tokens) })
    fieldsOf.set(id, fields)
  }
  for (const { names, words, sections } of content.topics) {
    for (const section of sections) {
      add(
        section.id,
        1,
        [...section.questions, ...section.names].map(({ text }) => text),
      )
      add(section.id, 2, [section.heading])
      add(section.id, 1, names)
      add(section.id, 0.5, words)
      add(section.id, 0.2, [section.body])
    }
  }
  for (const commands of content.phrases.commands.values()) {
    for (const [id, { phrases }] of Object.entries(commands)) {
      add(
        id,
        1,
        phrases.map((text) => text.replace('{programme}', '')),
      )
    }
  }
  for (const { questions, subjects } of content.phrases.outOfScope.values()) {
    add(outOfScope, 0.2, questions)
    add(outOfScope, 0.2, subjects)
  }
  return [...fieldsOf].map(([id, fields]) => ({ id, fields }))
}
