import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Call, parseCalls } from './calls.ts'
import { ContentError, type Mistake } from './mistakes.ts'
import { loadPhrases, type Phrases } from './phrases.ts'
import { isProgramme, type Language, languages, requiredAnswers, topicOf } from './taxonomy.ts'
import { parseTopicFile, type Section, type TopicFile } from './topic-file.ts'

/** Everything that people have written for the bot to answer from, as it stands in its files. */
export type Content = {
  topics: TopicFile[]
  calls: Call[]
  phrases: Phrases
  /** Differs whenever any of the files does. */
  fingerprint: string
}

type ContentFile = { path: string; name: string; text: string }

/** Reads the knowledge directory and gives all mistakes beside what could be read. */
export async function readContent(directory: string): Promise<{ content: Content; mistakes: Mistake[] }> {
  const [topicFiles, callFiles, phraseFiles] = await Promise.all([
    readFiles(directory, 'content', '.md'),
    readFiles(directory, 'calls', '.yaml'),
    readFiles(directory, 'phrases', '.yaml'),
  ])
  const parsedTopics = topicFiles.map((file) => parseTopicFile(file.path, file.text))
  const topics = parsedTopics.flatMap(({ topic }) => (topic ? [topic] : []))
  const parsedCalls = callFiles.map((file) => parseCalls(file.path, file.name, file.text))
  const { phrases, mistakes: phraseMistakes } = loadPhrases(phraseFiles)
  const content: Content = {
    topics,
    calls: parsedCalls.flatMap(({ calls }) => calls),
    phrases,
    fingerprint: fingerprint([...topicFiles, ...callFiles, ...phraseFiles]),
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

/** Reads the knowledge directory. Throws ContentError with every mistake. */
export async function loadContent(directory: string): Promise<Content> {
  const { content, mistakes } = await readContent(directory)
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

/** The line in its file of a position in the section's text (which begins two lines below the heading). */
export function lineOfBody(section: Section, index: number): number {
  return section.line + 2 + (section.body.slice(0, index).match(/\n/g)?.length ?? 0)
}

function callMistakes({ topics, calls }: Content): Mistake[] {
  const programmes = new Set(topics.map(({ topic }) => topic).filter(isProgramme))
  const seen = new Set<string>()
  return calls.flatMap(({ id, topic, file, line }) => {
    const mistakes: Mistake[] = []
    if (!programmes.has(topic) && !requiredAnswers().some((answer) => topicOf(answer) === topic)) {
      mistakes.push({ file, line, message: `there is no programme "${topic}"` })
    }
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

function fingerprint(files: ContentFile[]): string {
  const hash = createHash('sha256')
  for (const { path, text } of files) hash.update(path).update('\0').update(text).update('\0')
  return hash.digest('hex')
}

/** The file of a topic in the language, else in the language nearest to it that there is one in. */
export function inLanguage(topics: readonly TopicFile[], topic: string, language: Language): TopicFile | undefined {
  const order = [language, ...languages.filter((other) => other !== language)]
  return order
    .map((wanted) => topics.find((file) => file.topic === topic && file.language === wanted))
    .find((file) => file !== undefined)
}
