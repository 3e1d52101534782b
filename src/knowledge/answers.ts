import { type Area, describeArea } from './areas.ts'
import { describeCalls } from './call-list.ts'
import { type Call, callsAhead, isOf, toCall } from './calls.ts'
import { answerLinkPattern, type Content, inLanguage, linksIn } from './load.ts'
import { isProgramme, type Language, topicOf } from './taxonomy.ts'
import { createTermFinder, type Term } from './terms.ts'
import type { Reference, Section, TopicFile } from './topic-file.ts'

/** What stands for the owner's own names in content: `{owner}`, `{networkName}`, `{contactName}`, `{contactEmail}`. */
export type Placeholders = { owner: string; networkName: string; contactName: string; contactEmail: string }

export type Answer = {
  id: string
  topic: string
  /** The language that the text is in: the one asked for, if there is one. */
  language: Language
  title: string
  /** The programme's name, where the title does not say it. */
  about: string | null
  /** Markdown, complete: with the list of calls where it is about deadlines, and with what it means for a county. */
  text: string
  /** The text as it stands in the content. */
  body: string
  sources: Reference[]
  /** No person has yet seen the facts in any of the sources. */
  unchecked: boolean
  /** Ids of the answers that this one leads on to. */
  related: string[]
  /** Words in it that the glossary explains. */
  terms: Term[]
  /** The counties that the text says something of. */
  counties: string[]
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

/** What answers are made of. */
export type AnswerContent = Pick<Content, 'topics' | 'calls' | 'lexicon'>

/** Of all programmes together; more would not be read on a phone. */
const mostCallsOfAll = 8

export function createAnswers(content: AnswerContent, placeholders: Placeholders, timeZone: string) {
  const fill = (text: string) => fillPlaceholders(text, placeholders)
  const termsIn = createTermFinder(content.topics)
  const allCalls = content.calls.map(toCall)

  function find(id: string, language: Language): { topic: TopicFile; section: Section } | undefined {
    const topic = inLanguage(content.topics, topicOf(id), language)
    const section = topic?.sections.find((candidate) => candidate.id === id)
    return topic && section && { topic, section }
  }

  function answer(
    id: string,
    language: Language,
    now: Temporal.Instant,
    counties: readonly string[] = [],
  ): Answer | undefined {
    const found = find(id, language)
    if (!found) return undefined
    const { topic, section } = found
    const body = fill(section.body.replace(answerLinkPattern, '$1'))
    const base = {
      id,
      topic: topic.topic,
      language: topic.language,
      title: fill(section.heading),
      about: about(topic, section),
      body,
      sources: section.sources.map(({ title, url, checked }) => ({ title, url, checked })),
      unchecked: section.sources.length > 0 && section.sources.every(({ checked }) => checked === null),
      related: related(section, topic.language),
      terms: termsIn(section, topic.language),
      counties: [],
    }
    const areas = areasOf(id, topic.language, counties)
    if (areas.length > 0) {
      const there = areas.flatMap(({ programmes }) => programmes.map((programme) => `${programme}/eligibility`))
      return {
        ...base,
        text: [...areas.map(({ text }) => text), body].join('\n\n'),
        related: [...new Set([...there.filter((other) => find(other, language)), ...base.related])],
        counties: areas.map(({ county }) => county),
      }
    }
    if (section.aspect !== 'deadlines') return { ...base, text: body }
    const calls = isProgramme(topic.topic) ? ahead(now, topic.topic) : ahead(now).slice(0, mostCallsOfAll)
    const words = content.lexicon.callWords.get(topic.language)
    const list = words ? describeCalls(calls, { language: topic.language, words, timeZone, now }) : ''
    return { ...base, text: [body, list].filter(Boolean).join('\n\n'), calls }
  }

  function areasOf(id: string, language: Language, counties: readonly string[]): Area[] {
    const words = content.lexicon.areaWords.get(language)
    const nameOf = (topic: string) => inLanguage(content.topics, topic, language)?.title ?? topic
    return counties.flatMap((county) =>
      words === undefined ? [] : (describeArea(id, county, content.lexicon.places, words, nameOf) ?? []),
    )
  }

  function related(section: Section, language: Language): string[] {
    const linked = linksIn(section.body).map(({ id }) => id)
    return [...new Set(linked)].filter(
      (id) => id !== section.id && topicOf(id) !== 'glossary' && find(id, language) !== undefined,
    )
  }

  function ahead(now: Temporal.Instant, topic?: string): Call[] {
    return callsAhead(topic === undefined ? allCalls : allCalls.filter((call) => isOf(call, topic)), now)
  }

  function titleOf(id: string, language: Language): string {
    const found = find(id, language)
    if (!found) return content.lexicon.commandTitles.get(language)?.[id] ?? id
    const { topic, section } = found
    const name = about(topic, section)
    return name === null ? fill(section.heading) : `${name}: ${fill(section.heading)}`
  }

  function about({ topic, title }: TopicFile, { heading }: Section): string | null {
    const isSubject = topic === 'guide' || topic === 'glossary'
    return isSubject || fill(heading).toLowerCase().includes(title.toLowerCase()) ? null : title
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
