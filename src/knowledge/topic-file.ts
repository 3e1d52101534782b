import { z } from 'zod'
import type { Mistake } from './mistakes.ts'
import { aspects, isProgramme, languageSchema } from './taxonomy.ts'
import { parseYaml } from './yaml-file.ts'

const words = z.array(z.string().trim().min(1))

const frontMatterSchema = z.strictObject({
  topic: z.string().regex(/^[a-z0-9-]+$/, 'lower-case letters, digits and hyphens'),
  lang: languageSchema,
  title: z.string().min(1),
  names: words.min(1),
  words: words.default([]),
  places: words.default([]),
  summary: z.string().min(1),
  facts: z.array(z.strictObject({ label: z.string().min(1), value: z.string().min(1) })).default([]),
})

const lineSchema = z.object({ text: z.string(), line: z.int() })
/** A line of a content file with the number of that line. */
type Line = z.infer<typeof lineSchema>

/** Where an answer has its facts from. `checked`: the month or day in which a person last saw them there. */
const referenceSchema = z.object({ title: z.string(), url: z.string(), checked: z.string().nullable() })
export type Reference = z.infer<typeof referenceSchema>

const sectionSchema = z.object({
  id: z.string(),
  aspect: z.string(),
  heading: z.string(),
  body: z.string(),
  names: z.array(lineSchema),
  questions: z.array(lineSchema),
  sources: z.array(referenceSchema.extend({ line: z.int() })),
  file: z.string(),
  line: z.int(),
  /** Where the text begins. */
  bodyLine: z.int(),
})
export type Section = z.infer<typeof sectionSchema>

/** One topic in one language: `content/<topic>.<language>.md`. */
export const topicFileSchema = frontMatterSchema.omit({ lang: true }).extend({
  language: languageSchema,
  sections: z.array(sectionSchema),
  file: z.string(),
  /** Where the summary and each fact stand. */
  lines: z.object({ summary: z.int(), facts: z.array(z.int()) }),
})
export type TopicFile = z.infer<typeof topicFileSchema>

export type ParsedTopic = { topic: TopicFile; mistakes: Mistake[] } | { topic?: undefined; mistakes: Mistake[] }

const frontMatterPattern = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/
const sectionHeading = /^## +([a-z0-9-]+): *(\S.*)$/
const sourcePattern =
  /^\[([^\]]+)\]\((https?:\/\/[^\s)]+(?:\([^\s)]*\)[^\s)]*)*)\) +(\d{4}-\d{2}(?:-\d{2})?|unchecked)$/

/** Reads a content file. `file` is its path as it is to stand in mistakes; its name has to be `<topic>.<language>.md`. */
export function parseTopicFile(file: string, text: string): ParsedTopic {
  const match = frontMatterPattern.exec(text)
  if (!match)
    return { mistakes: [{ file, line: 1, message: 'the file has to begin with front matter between --- lines' }] }
  const front = parseYaml({ file, text: match[1] ?? '', firstLine: 2 }, frontMatterSchema)
  if ('mistakes' in front) return { mistakes: front.mistakes }

  const { lang, ...fields } = front.value
  const mistakes: Mistake[] = []
  const expectedName = `${fields.topic}.${lang}.md`
  if (!file.endsWith(expectedName)) {
    mistakes.push({ file, line: front.lineOf(['topic']), message: `topic and lang say ${expectedName}` })
  }
  const bodyStart = match[0].split('\n').length
  const bodyLines = text
    .slice(match[0].length)
    .split(/\r?\n/)
    .map((line, index) => ({ text: line, line: bodyStart + index }))
  const sections = parseSections(file, fields.topic, bodyLines, mistakes)
  const lines = {
    summary: front.lineOf(['summary']),
    facts: fields.facts.map((_, index) => front.lineOf(['facts', index])),
  }
  return { topic: { ...fields, language: lang, sections, file, lines }, mistakes }
}

function parseSections(file: string, topic: string, lines: Line[], mistakes: Mistake[]): Section[] {
  const sections: Section[] = []
  for (const block of splitBefore(lines, (line) => line.text.startsWith('## '))) {
    const [first, ...rest] = block
    if (!first) continue
    const heading = sectionHeading.exec(first.text)
    if (!heading) {
      const isBlank = block.every((line) => line.text.trim() === '')
      if (!isBlank) mistakes.push({ file, line: first.line, message: 'expected "## aspect: Heading"' })
      continue
    }
    const aspect = heading[1] ?? ''
    if (isProgramme(topic) && !aspects.some((known) => known === aspect)) {
      mistakes.push({
        file,
        line: first.line,
        message: `unknown aspect "${aspect}"; a programme has ${aspects.join(', ')}`,
      })
      continue
    }
    if (sections.some((section) => section.aspect === aspect)) {
      mistakes.push({ file, line: first.line, message: `the section "${aspect}" is there twice` })
      continue
    }
    sections.push(
      parseSection({ file, topic, aspect, heading: (heading[2] ?? '').trim(), line: first.line }, rest, mistakes),
    )
  }
  return sections
}

type SectionHead = { file: string; topic: string; aspect: string; heading: string; line: number }

function parseSection(head: SectionHead, lines: Line[], mistakes: Mistake[]): Section {
  const { file, topic, aspect, heading, line } = head
  const [bodyLines = [], ...parts] = splitBefore(lines, ({ text }) => text.startsWith('### '), true)
  const body = bodyLines
    .map(({ text }) => text)
    .join('\n')
    .trim()
  if (body === '') mistakes.push({ file, line, message: `the section "${aspect}" has no text` })
  const section: Section = {
    id: `${topic}/${aspect}`,
    aspect,
    heading,
    body,
    names: [],
    questions: [],
    sources: [],
    file,
    line,
    bodyLine: bodyLines.find(({ text }) => text.trim() !== '')?.line ?? line,
  }
  const seen = new Set<string>()
  for (const [title, ...items] of parts) {
    if (!title) continue
    const kind = title.text.slice(4).trim()
    if (seen.has(kind)) mistakes.push({ file, line: title.line, message: `the part "${kind}" is there twice` })
    seen.add(kind)
    const list = listItems(file, items, mistakes)
    if (kind === 'Names') section.names.push(...list)
    else if (kind === 'Questions') section.questions.push(...list)
    else if (kind === 'Sources') section.sources.push(...parseSources(file, list, mistakes))
    else
      mistakes.push({
        file,
        line: title.line,
        message: `unknown part "${kind}"; Names, Questions and Sources are known`,
      })
  }
  return section
}

function listItems(file: string, lines: Line[], mistakes: Mistake[]): Line[] {
  const items: Line[] = []
  for (const { text, line } of lines) {
    if (text.trim() === '') continue
    if (text.startsWith('- ')) items.push({ text: text.slice(2).trim(), line })
    else mistakes.push({ file, line, message: 'expected a line that begins with "- "' })
  }
  return items
}

function parseSources(file: string, items: Line[], mistakes: Mistake[]): Section['sources'] {
  return items.flatMap(({ text, line }) => {
    const match = sourcePattern.exec(text)
    if (!match) {
      mistakes.push({ file, line, message: 'expected "- [Who: what](https://…) 2026-11", or "unchecked" for the date' })
      return []
    }
    const [, title = '', url = '', checked = ''] = match
    if (checked !== 'unchecked' && !isDate(checked)) {
      mistakes.push({ file, line, message: `there is no date ${checked}` })
      return []
    }
    return [{ title, url, checked: checked === 'unchecked' ? null : checked, line }]
  })
}

/** A day, or a month. */
export function isDate(text: string): boolean {
  try {
    return text.length === 7 ? Temporal.PlainYearMonth.from(text) !== null : Temporal.PlainDate.from(text) !== null
  } catch {
    return false
  }
}

/** Splits before each line that starts a block. `keepFirst`: the lines before the first start are a block, even if none. */
function splitBefore(lines: Line[], starts: (line: Line) => boolean, keepFirst = false): Line[][] {
  const blocks: Line[][] = [[]]
  for (const line of lines) {
    if (starts(line)) blocks.push([])
    blocks.at(-1)?.push(line)
  }
  return keepFirst ? blocks : blocks.filter((block) => block.length > 0)
}
