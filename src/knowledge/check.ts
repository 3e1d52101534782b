import { join } from 'node:path'
import { ambiguousExamples } from './ambiguous.ts'
import { callsAhead, toCall } from './calls.ts'
import { datedSentences } from './dates.ts'
import { type Content, lineOfBody, linksIn, parseContent, readContentFiles } from './load.ts'
import type { Mistake } from './mistakes.ts'
import { isProgramme, languages, requiredAnswers, topicOf } from './taxonomy.ts'
import type { Section, TopicFile } from './topic-file.ts'
import { differingTranslations } from './translations.ts'

/** What is wrong, and what is still missing: answers that have to be there, in a language. */
export type ContentCheck = { mistakes: Mistake[]; missing: Mistake[] }

/** How long things may be, in words unless it says letters. */
const limits = {
  text: { fewest: 40, most: 120 },
  summary: 45,
  fact: 12,
  headingLetters: 60,
  sources: 3,
}
const oldestSource = Temporal.Duration.from({ months: 12 })
const placeholder = /\{(?!owner\}|networkName\}|contactName\}|contactEmail\})\w+\}/

/** Finds what is wrong in the content, by file and line. */
export async function checkContent(directory: string, now: Temporal.Instant): Promise<ContentCheck> {
  const files = await readContentFiles(directory)
  const { content, mistakes } = parseContent(files)
  const read = new Set(content.topics.map(({ file }) => file))
  const unread = new Set(files.topics.map(({ path }) => path).filter((path) => !read.has(path)))
  const today = todayAt(now)
  const sections = content.topics.flatMap((topic) => topic.sections)
  return {
    mistakes: [
      ...mistakes,
      ...content.topics.flatMap((topic) => checkTopic(topic, today)),
      ...sections.flatMap((section) => [
        ...checkText(section),
        ...checkDates(section, today),
        ...checkSources(section, today),
      ]),
      ...checkCalls(content, now),
      ...linksToNothing(directory, content, unread),
      ...differingTranslations(content.topics),
      ...ambiguousExamples(content, files.phrases),
    ],
    missing: missingAnswers(directory, content, unread),
  }
}

function checkTopic({ topic, file, lines, summary, facts, sections }: TopicFile, today: Temporal.PlainDate): Mistake[] {
  const front = [
    { text: summary, line: lines.summary },
    ...facts.map(({ value }, index) => ({ text: value, line: lines.facts[index] ?? 1 })),
  ]
  const past = front.flatMap(({ text, line }) => pastDates(text, today).map(({ message }) => ({ file, line, message })))
  const mistakes = facts.flatMap(({ label, value }, index) =>
    tooLong(`the fact "${label}"`, value, limits.fact, file, lines.facts[index] ?? 1),
  )
  mistakes.push(...past, ...tooLong('the summary', summary, limits.summary, file, lines.summary))
  for (const { heading, line, aspect, sources } of sections) {
    if (heading.length > limits.headingLetters) {
      mistakes.push({
        file,
        line,
        message: `the heading has ${heading.length} letters; at most ${limits.headingLetters}`,
      })
    }
    if (sources.length === 0 && topic !== 'network') mistakes.push({ file, line, message: `"${aspect}" has no source` })
    if (sources.length > limits.sources) {
      mistakes.push({ file, line, message: `"${aspect}" has ${sources.length} sources; at most ${limits.sources}` })
    }
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
  return pastDates(section.body, today).map(({ message, index }) => ({
    file: section.file,
    line: lineOfBody(section, index),
    message,
  }))
}

/** Days that are over, and told as something to come. */
function pastDates(text: string, today: Temporal.PlainDate): { message: string; index: number }[] {
  return datedSentences(text)
    .filter(({ date, soundsComing }) => soundsComing && Temporal.PlainDate.compare(date, today) < 0)
    .map(({ date, index }) => ({ message: `${date} is past, but the sentence says that it is to come`, index }))
}

function checkSources({ file, sources }: Section, today: Temporal.PlainDate): Mistake[] {
  return sources
    .filter(({ checked }) => isOld(checked, today))
    .map(({ title, checked, line }) => ({
      file,
      line,
      message: `the source "${title}" was last checked in ${checked}: over a year ago`,
    }))
}

/** Those that are over need no checking any more. */
function checkCalls({ calls }: Content, now: Temporal.Instant): Mistake[] {
  const today = todayAt(now)
  return callsAhead(calls.map(toCall), now)
    .filter(({ checked }) => isOld(checked, today))
    .map(({ id, checked, file, line }) => ({
      file,
      line,
      message: `the call "${id}" was last checked in ${checked}: over a year ago`,
    }))
}

function isOld(checked: string | null, today: Temporal.PlainDate): boolean {
  if (checked === null) return false
  const day = Temporal.PlainDate.from(checked.length === 7 ? `${checked}-01` : checked)
  return Temporal.PlainDate.compare(day.add(oldestSource), today) < 0
}

/** To answers that there are, but not in this language. */
function linksToNothing(directory: string, { topics }: Content, unread: ReadonlySet<string>): Mistake[] {
  const all = new Set([...requiredAnswers(), ...topics.flatMap(idsIn)])
  return topics.flatMap(({ language, sections }) => {
    const known = new Set(topics.filter((other) => other.language === language).flatMap(idsIn))
    const isUnread = (id: string) => unread.has(join(directory, 'content', `${topicOf(id)}.${language}.md`))
    return sections.flatMap((section) =>
      linksIn(section.body)
        .filter(({ id }) => all.has(id) && !known.has(id) && !isUnread(id))
        .map(({ id, index }) => ({
          file: section.file,
          line: lineOfBody(section, index),
          message: `there is no answer "${id}" in this language to link to`,
        })),
    )
  })
}

/** A file that could not be read misses nothing: its own mistake is told. */
function missingAnswers(directory: string, { topics }: Content, unread: ReadonlySet<string>): Mistake[] {
  const wanted = new Set([...requiredAnswers(), ...topics.flatMap(idsIn)])
  const wantedTopics = new Set([...wanted].map(topicOf))
  return languages.flatMap((language) =>
    [...wantedTopics].flatMap((topic) => {
      const file = join(directory, 'content', `${topic}.${language}.md`)
      if (unread.has(file)) return []
      const written = topics.find((each) => each.topic === topic && each.language === language)
      if (written === undefined) return [{ file, line: 1, message: 'the file is missing' }]
      const known = new Set(idsIn(written))
      const what = isProgramme(topic) ? 'aspect' : 'section'
      return [...wanted]
        .filter((id) => topicOf(id) === topic && !known.has(id))
        .map((id) => ({ file, line: 1, message: `the ${what} "${id.slice(topic.length + 1)}" is missing` }))
    }),
  )
}

function todayAt(now: Temporal.Instant): Temporal.PlainDate {
  return now.toZonedDateTimeISO('Europe/Oslo').toPlainDate()
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
