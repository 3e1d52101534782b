import { join } from 'node:path'
import { datedSentences } from './dates.ts'
import { type Content, lineOfBody, linksIn, parseContent, readContentFiles } from './load.ts'
import type { Mistake } from './mistakes.ts'
import { isProgramme, languages, requiredAnswers, topicOf } from './taxonomy.ts'
import type { Section, TopicFile } from './topic-file.ts'
import { equivalentOf } from './understanding/equivalents.ts'
import { createUnifier, words } from './understanding/tokens.ts'

/** What is wrong, and what is still missing: answers that have to be there, in a language. */
export type ContentCheck = { mistakes: Mistake[]; missing: Mistake[] }

/** How long things may be, in words unless it says letters. */
const limits = {
  text: { fewest: 40, most: 120 },
  summary: 45,
  fact: 12,
  headingLetters: 60,
}
const oldestSource = Temporal.Duration.from({ months: 12 })
const placeholder = /\{(?!owner\}|networkName\}|contactName\}|contactEmail\})\w+\}/

/** Finds what is wrong in the content, by file and line. */
export async function checkContent(directory: string, now: Temporal.Instant): Promise<ContentCheck> {
  const { content, mistakes } = parseContent(await readContentFiles(directory))
  const today = now.toZonedDateTimeISO('Europe/Oslo').toPlainDate()
  const sections = content.topics.flatMap((topic) => topic.sections)
  return {
    mistakes: [
      ...mistakes,
      ...content.topics.flatMap(checkTopic),
      ...sections.flatMap((section) => [
        ...checkText(section),
        ...checkDates(section, today),
        ...checkSources(section, today),
      ]),
      ...linksToNothing(content),
      ...ambiguousExamples(content),
    ],
    missing: missingAnswers(directory, content),
  }
}

function checkTopic({ topic, file, lines, summary, facts, sections }: TopicFile): Mistake[] {
  const mistakes = facts.flatMap(({ label, value }, index) =>
    tooLong(`the fact "${label}"`, value, limits.fact, file, lines.facts[index] ?? 1),
  )
  mistakes.push(...tooLong('the summary', summary, limits.summary, file, lines.summary))
  for (const { heading, line, aspect, sources } of sections) {
    if (heading.length > limits.headingLetters) {
      mistakes.push({
        file,
        line,
        message: `the heading has ${heading.length} letters; at most ${limits.headingLetters}`,
      })
    }
    if (sources.length === 0 && topic !== 'network') mistakes.push({ file, line, message: `"${aspect}" has no source` })
  }
  return mistakes
}

function tooLong(what: string, text: string, most: number, file: string, line: number): Mistake[] {
  const count = countWords(text)
  return count > most ? [{ file, line, message: `${what} has ${count} words; at most ${most}` }] : []
}

function checkText(section: Section): Mistake[] {
  const { file, line, body, aspect } = section
  const mistakes: Mistake[] = []
  const count = countWords(body)
  const { fewest, most } = limits.text
  if (count < fewest || count > most) {
    mistakes.push({ file, line, message: `"${aspect}" has ${count} words; from ${fewest} to ${most}` })
  }
  const unknown = placeholder.exec(body)
  if (unknown) {
    mistakes.push({
      file,
      line: lineOfBody(section, unknown.index),
      message: `nothing is known to put in for ${unknown[0]}`,
    })
  }
  return mistakes
}

function checkDates(section: Section, today: Temporal.PlainDate): Mistake[] {
  return datedSentences(section.body)
    .filter(({ date, soundsComing }) => soundsComing && Temporal.PlainDate.compare(date, today) < 0)
    .map(({ date, index }) => ({
      file: section.file,
      line: lineOfBody(section, index),
      message: `${date} is past, but the sentence says that it is to come`,
    }))
}

function checkSources({ file, sources }: Section, today: Temporal.PlainDate): Mistake[] {
  return sources.flatMap(({ title, checked, line }) => {
    if (checked === null) return []
    const day = Temporal.PlainDate.from(checked.length === 7 ? `${checked}-01` : checked)
    const isOld = Temporal.PlainDate.compare(day.add(oldestSource), today) < 0
    return isOld
      ? [{ file, line, message: `the source "${title}" was last checked in ${checked}: over a year ago` }]
      : []
  })
}

function linksToNothing({ topics }: Content): Mistake[] {
  return topics.flatMap((topic) => {
    const known = new Set(topics.filter(({ language }) => language === topic.language).flatMap(idsIn))
    return topic.sections.flatMap((section) =>
      linksIn(section.body)
        .filter(({ id }) => !known.has(id))
        .map(({ id, index }) => ({
          file: section.file,
          line: lineOfBody(section, index),
          message: `there is no answer "${id}" in this language to link to`,
        })),
    )
  })
}

/** Two examples that are the same, but for small words' spelling, and lead to different answers. */
function ambiguousExamples({ topics, examples, lexicon }: Content): Mistake[] {
  const unify = createUnifier(lexicon.forms)
  const seen = new Map<string, { id: string; file: string; line: number }>()
  const mistakes: Mistake[] = []
  const all = [
    ...[...examples.commands.values()].flatMap((commands) =>
      Object.entries(commands).flatMap(([id, { phrases }]) =>
        phrases.map((text) => ({ id, text, file: 'phrases/commands', line: 0 })),
      ),
    ),
    ...topics.flatMap(({ sections }) =>
      sections.flatMap(({ id, file, questions }) => questions.map(({ text, line }) => ({ id, text, file, line }))),
    ),
  ]
  for (const { id, text, file, line } of all) {
    const key = words(text).map(unify).join(' ')
    const other = seen.get(key)
    if (!other) seen.set(key, { id, file, line })
    else if (other.id !== id && equivalentOf(id) !== other.id) {
      const where = other.line > 0 ? `${other.file}:${other.line}` : other.file
      mistakes.push({ file, line, message: `the same question leads to ${other.id} in ${where}: ${text}` })
    }
  }
  return mistakes
}

function missingAnswers(directory: string, { topics }: Content): Mistake[] {
  return languages.flatMap((language) => {
    const inLanguage = topics.filter((topic) => topic.language === language)
    const known = new Set(inLanguage.flatMap(idsIn))
    const wanted = new Set([...requiredAnswers(), ...topics.flatMap(idsIn)])
    return [...wanted]
      .filter((id) => !known.has(id))
      .map((id) => {
        const topic = topicOf(id)
        const file = join(directory, 'content', `${topic}.${language}.md`)
        const section = id.slice(topic.length + 1)
        const what = isProgramme(topic) ? `the aspect "${section}"` : `the section "${section}"`
        return { file, line: 1, message: `${what} is missing` }
      })
  })
}

function idsIn({ sections }: TopicFile): string[] {
  return sections.map(({ id }) => id)
}

function countWords(text: string): number {
  return text
    .replace(/\(answer:[^)]*\)/g, '')
    .split(/\s+/)
    .filter(Boolean).length
}
