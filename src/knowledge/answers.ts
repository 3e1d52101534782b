import { type Call, callsAhead, toCall } from './calls.ts'
import { answerLinkPattern, type Content, inLanguage, linksIn } from './load.ts'
import type { CallWords } from './phrases.ts'
import { type Language, topicOf } from './taxonomy.ts'
import type { Reference, Section, TopicFile } from './topic-file.ts'

/** What stands for the owner's own names in content: `{owner}`, `{networkName}`, `{contactName}`, `{contactEmail}`. */
export type Placeholders = { owner: string; networkName: string; contactName: string; contactEmail: string }

export type Answer = {
  id: string
  topic: string
  /** The language that the text is in: the one asked for, if there is one. */
  language: Language
  title: string
  /** Markdown, complete: the list of calls is part of it where the answer is about deadlines. */
  text: string
  /** The text without the list of calls. */
  body: string
  sources: Reference[]
  /** No person has yet seen the facts in any of the sources. */
  unchecked: boolean
  /** Ids of answers that this one refers to, by link or by using a term that the glossary explains. */
  related: string[]
  /** Calls that can still be applied for; only with answers about deadlines. */
  calls?: Call[]
}

export type ProgrammeCard = {
  topic: string
  title: string
  summary: string
  facts: { label: string; value: string }[]
  /** The aspects that there is an answer on, in order. */
  aspects: { id: string; title: string }[]
}

const manyRelated = 4

/** What answers are made of. */
export type AnswerContent = Pick<Content, 'topics' | 'calls' | 'lexicon'>

export function createAnswers(content: AnswerContent, placeholders: Placeholders, timeZone: string) {
  const fill = (text: string) => fillPlaceholders(text, placeholders)
  const terms = termPatterns(content.topics)
  const allCalls = content.calls.map(toCall)
  /** Looking for every term of the glossary costs as much as understanding a question, and finds the same each time. */
  const relatedTo = new Map<Section, string[]>()

  function find(id: string, language: Language): { topic: TopicFile; section: Section } | undefined {
    const topic = inLanguage(content.topics, topicOf(id), language)
    const section = topic?.sections.find((candidate) => candidate.id === id)
    return topic && section && { topic, section }
  }

  function answer(id: string, language: Language, now: Temporal.Instant): Answer | undefined {
    const found = find(id, language)
    if (!found) return undefined
    const { topic, section } = found
    const body = fill(section.body.replace(answerLinkPattern, '$1'))
    const base = {
      id,
      topic: topic.topic,
      language: topic.language,
      title: fill(section.heading),
      body,
      sources: section.sources.map(({ title, url, checked }) => ({ title, url, checked })),
      unchecked: section.sources.length > 0 && section.sources.every(({ checked }) => checked === null),
      related: relatedOnce(section, topic.language),
    }
    if (section.aspect !== 'deadlines') return { ...base, text: body }
    const calls = ahead(now, topic.topic)
    const words = content.lexicon.callWords.get(topic.language)
    const list = words ? describeCalls(calls, topic.language, words, timeZone) : ''
    return { ...base, text: [body, list].filter(Boolean).join('\n\n'), calls }
  }

  function relatedOnce(section: Section, language: Language): string[] {
    const known = relatedTo.get(section) ?? related(section, language)
    relatedTo.set(section, known)
    return known
  }

  function related(section: Section, language: Language): string[] {
    const linked = linksIn(section.body).map(({ id }) => id)
    const used = (terms.get(language) ?? []).filter(({ pattern }) => pattern.test(section.body)).map(({ id }) => id)
    return [...new Set([...linked, ...used])]
      .filter((id) => id !== section.id && find(id, language))
      .slice(0, manyRelated)
  }

  /** A programme family (interreg) has the calls of its programmes too. */
  function ahead(now: Temporal.Instant, topic?: string): Call[] {
    const calls = allCalls.filter(
      (call) => topic === undefined || call.topic === topic || call.topic.startsWith(`${topic}-`),
    )
    return callsAhead(calls, now)
  }

  function titleOf(id: string, language: Language): string {
    const found = find(id, language)
    if (!found) return content.lexicon.commandTitles.get(language)?.[id] ?? id
    const { topic, section } = found
    const heading = fill(section.heading)
    const isSubject = topic.topic === 'guide' || topic.topic === 'glossary'
    const speaksForItself = isSubject || heading.toLowerCase().includes(topic.title.toLowerCase())
    return speaksForItself ? heading : `${topic.title}: ${heading}`
  }

  function programme(topicId: string, language: Language): ProgrammeCard | undefined {
    const topic = inLanguage(content.topics, topicId, language)
    if (!topic) return undefined
    return {
      topic: topicId,
      title: fill(topic.title),
      summary: fill(topic.summary),
      facts: topic.facts.map(({ label, value }) => ({ label, value: fill(value) })),
      aspects: topic.sections.map(({ id, heading }) => ({ id, title: fill(heading) })),
    }
  }

  return { answer, titleOf, programme, callsAhead: ahead }
}

function fillPlaceholders(text: string, { owner, networkName, contactName, contactEmail }: Placeholders): string {
  return text
    .replaceAll('{owner}', () => owner)
    .replaceAll('{networkName}', () => networkName)
    .replaceAll('{contactName}', () => contactName)
    .replaceAll('{contactEmail}', () => contactEmail)
}

function termPatterns(topics: readonly TopicFile[]): Map<Language, { id: string; pattern: RegExp }[]> {
  const glossaries = topics.filter(({ topic }) => topic === 'glossary')
  return new Map(
    glossaries.map(({ language, sections }) => [
      language,
      sections
        .filter(({ names }) => names.length > 0)
        .map(({ id, names }) => ({ id, pattern: wholeWords(names.map(({ text }) => text)) })),
    ]),
  )
}

function wholeWords(names: readonly string[]): RegExp {
  const alternatives = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives})(?![\\p{L}\\p{N}])`, 'iu')
}

const locales: Record<Language, string> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' }

function describeCalls(calls: readonly Call[], language: Language, words: CallWords, timeZone: string): string {
  if (calls.length === 0) return words.none
  const lines = calls.map((call) => {
    const opens = call.opens ? `${words.opens} ${formatDay(call.opens, language, call.opens.timeZoneId)}, ` : ''
    const closes = call.closesAtKnownTime
      ? formatTime(call.closes, language, timeZone)
      : formatDay(call.closes, language, call.closes.timeZoneId)
    const details = [
      `${words.who}: ${call.who[language]}`,
      ...(call.budget ? [`${words.budget}: ${call.budget[language]}`] : []),
      ...(call.checked === null ? [words.unchecked] : []),
    ]
    return `- [${call.title[language]}](${call.url}): ${opens}${words.closes} **${closes}**. ${details.join('. ')}.`
  })
  return [words.ahead, ...lines].join('\n')
}

function formatDay(time: Temporal.ZonedDateTime, language: Language, timeZone: string): string {
  return time
    .withTimeZone(timeZone)
    .toLocaleString(locales[language], { day: 'numeric', month: 'long', year: 'numeric' })
}

function formatTime(time: Temporal.ZonedDateTime, language: Language, timeZone: string): string {
  const clock = time.withTimeZone(timeZone).toLocaleString(locales[language], { hour: '2-digit', minute: '2-digit' })
  return `${formatDay(time, language, timeZone)}, ${clock}`
}
