import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type CallEntry, parseCalls } from './calls.ts'
import { type Questions, questionsSchema } from './guide/schema.ts'
import { ContentError, type Mistake } from './mistakes.ts'
import { type Examples, type Lexicon, readPhrases } from './phrases.ts'
import { isProgramme, type Language, languages, requiredAnswers, requiredProgrammes } from './taxonomy.ts'
import { parseTopicFile, type Section, type TopicFile } from './topic-file.ts'
import { parseYaml } from './yaml-file.ts'

/** Everything that people have written for the bot to answer from, as it stands in its files. */
export type Content = {
  topics: TopicFile[]
  calls: CallEntry[]
  lexicon: Lexicon
  examples: Examples
  /** What the programme finder asks, for the themes in it; null without one. Its mistakes are told where it is opened. */
  finder: Questions | null
}

export type ContentFiles = {
  topics: ContentFile[]
  calls: ContentFile[]
  phrases: ContentFile[]
  finder: ContentFile[]
}
type ContentFile = { path: string; name: string; text: string }

/** Where in a knowledge directory there is something to answer from. */
export const contentFolders = ['content', 'calls', 'phrases'] as const

/** Reads the files of a knowledge directory. */
export async function readContentFiles(directory: string): Promise<ContentFiles> {
  const [topics, calls, phrases, finder] = await Promise.all([
    readFiles(directory, 'content', '.md'),
    readFiles(directory, 'calls', '.yaml'),
    readFiles(directory, 'phrases', '.yaml'),
    existsSync(join(directory, 'guide')) ? readFiles(directory, 'guide', '.yaml') : [],
  ])
  return { topics, calls, phrases, finder }
}

/** Gives all mistakes beside what could be read. */
export function parseContent(files: ContentFiles): { content: Content; mistakes: Mistake[] } {
  const parsedTopics = files.topics.map((file) => parseTopicFile(file.path, file.text))
  const topics = parsedTopics.flatMap(({ topic }) => topic ?? [])
  const parsedCalls = files.calls.map((file) => parseCalls(file.path, file.name, file.text))
  const { lexicon, examples, mistakes: phraseMistakes } = readPhrases(files.phrases)
  const content = {
    topics,
    calls: parsedCalls.flatMap(({ calls }) => calls),
    lexicon,
    examples,
    finder: finderIn(files),
  }
  const mistakes = [
    ...parsedTopics.flatMap((parsed) => parsed.mistakes),
    ...parsedCalls.flatMap((parsed) => parsed.mistakes),
    ...phraseMistakes,
    ...deadLinks(topics),
    ...callMistakes(content),
  ]
  return { content, mistakes }
}

function finderIn({ finder: [file] }: ContentFiles): Questions | null {
  const parsed = file && parseYaml({ file: file.path, text: file.text }, questionsSchema)
  return parsed && 'value' in parsed ? parsed.value : null
}

/** Reads the knowledge directory. Throws ContentError with every mistake. */
export async function loadContent(directory: string): Promise<Content> {
  const { content, mistakes } = parseContent(await readContentFiles(directory))
  if (mistakes.length > 0) throw new ContentError(mistakes)
  if (content.topics.length === 0) {
    throw new ContentError([{ file: join(directory, 'content'), line: 1, message: 'there is no content here' }])
  }
  return content
}

/** Links to other answers in a Markdown text: `[words](answer:topic/aspect)`. */
export const answerLinkPattern = /\[([^\]]+)\]\(answer:([^)\s]*)\)/g

export function linksIn(text: string): { words: string; id: string; index: number }[] {
  return [...text.matchAll(answerLinkPattern)].map((match) => ({
    words: match[1] ?? '',
    id: match[2] ?? '',
    index: match.index,
  }))
}

function deadLinks(topics: TopicFile[]): Mistake[] {
  const known = new Set([...requiredAnswers(), ...topics.flatMap(({ sections }) => sections.map(({ id }) => id))])
  return topics.flatMap(({ sections }) =>
    sections.flatMap((section) =>
      linksIn(section.body)
        .filter(({ id }) => !known.has(id))
        .map(({ id, index }) => ({
          file: section.file,
          line: lineOfBody(section, index),
          message: `the link leads to "${id}", which is not an answer`,
        })),
    ),
  )
}

/** The line in its file of a position in the section's text. */
export function lineOfBody(section: Section, index: number): number {
  return section.bodyLine + (section.body.slice(0, index).match(/\n/g)?.length ?? 0)
}

function callMistakes({ topics, calls }: Pick<Content, 'topics' | 'calls'>): Mistake[] {
  const programmes = new Set<string>([...requiredProgrammes, ...topics.map(({ topic }) => topic).filter(isProgramme)])
  const seen = new Set<string>()
  return calls.flatMap(({ id, topic, also = [], file, line }) => {
    const unknown = [topic, ...also].filter((each) => !programmes.has(each))
    const mistakes = unknown.map((each) => ({ file, line, message: `there is no programme "${each}"` }))
    if (seen.has(id)) mistakes.push({ file, line, message: `the call "${id}" is there twice` })
    seen.add(id)
    return mistakes
  })
}

async function readFiles(directory: string, folder: string, extension: string): Promise<ContentFile[]> {
  const names = (await readdir(join(directory, folder))).filter((name) => name.endsWith(extension)).sort()
  return Promise.all(
    names.map(async (name) => {
      const path = join(directory, folder, name)
      return { path, name: name.slice(0, -extension.length), text: await readFile(path, 'utf8') }
    }),
  )
}

/** The file of a topic in the language, else in the language nearest to it that there is one in. */
export function inLanguage(topics: readonly TopicFile[], topic: string, language: Language): TopicFile | undefined {
  const order = [language, ...languages.filter((other) => other !== language)]
  return order
    .map((wanted) => topics.find((file) => file.topic === topic && file.language === wanted))
    .find((file) => file !== undefined)
}
