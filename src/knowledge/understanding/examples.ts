import { type Content, linksIn } from '../load.ts'
import { aspects, isProgramme, type Language, languages } from '../taxonomy.ts'
import type { TopicFile } from '../topic-file.ts'

/** Something that people may write, and what it means. What is out of scope has the act {@link outOfScope}. */
export type Phrase = {
  text: string
  /** A programme (or {@link talkedAbout}); null where the act is no aspect. */
  topic: string | null
  /** An aspect, a subject's id, or a command; null where any aspect may be meant. */
  act: string | null
  /** How much it is to be trusted, 1 for what stands in the content as an example. */
  weight: number
  /** Phrases with equal `source` say the same in other words or languages. For leaving some out when measuring. */
  source?: string
}

export const outOfScope = 'out-of-scope'
/** Stands for the programme talked about, in questions that name none. */
export const talkedAbout = '*'

/** How often something is said, and how much each time counts, for kinds of phrases that are put together here. */
const mixture = {
  name: 0.6,
  word: 1,
  sentence: 0.15,
  perAspect: { count: 60, weight: 0.7 },
  perProgramme: { count: 4, weight: 0.7 },
  perChoice: { count: 4, weight: 0.7 },
  perTerm: { count: 2, weight: 0.7 },
  perWord: { count: 1, weight: 0.7 },
  perCommand: { count: 3, weight: 0.6 },
  perNeed: { count: 6, weight: 0.7 },
  perSubject: { count: 4, weight: 0.6 },
  perScheme: { count: 5, weight: 0.6 },
  followUp: 1.5,
}

type Pick = <T>(choices: readonly T[]) => T | undefined

/** All that can be learned from the content: its example questions, and phrases put together from names and patterns. */
export function collectPhrases(content: Content, random: () => number): Phrase[] {
  const pick: Pick = (choices) => choices[Math.floor(random() * choices.length)]
  return [
    ...content.topics.flatMap((topic) => (isProgramme(topic.topic) ? aboutProgramme(topic) : aboutSubjects(topic))),
    ...languages.flatMap((language) => [
      ...fromAspectPatterns(content, language, pick),
      ...fromNeeds(content, language, pick),
      ...fromCommands(content, language, pick),
      ...fromOutOfScope(content, language, pick),
    ]),
    ...Object.entries(content.examples.otherLanguages)
      .filter(([language]) => !neighbours.includes(language))
      .flatMap(([, texts]) => texts.map((text) => ({ text, topic: null, act: outOfScope, weight: 1 }))),
  ]
}

/** Languages so near to Norwegian that what is written in them can be answered. */
const neighbours = ['sv', 'da']

function aboutProgramme({ topic, title, names, words, summary, sections }: TopicFile): Phrase[] {
  return [
    ...sections.flatMap(({ id, aspect, heading, questions, body }) => [
      ...questions.map(({ text }, index) => ({ text, topic, act: aspect, weight: 1, source: `${id} ${index}` })),
      { text: heading, topic, act: aspect, weight: 1 },
      ...sentences(body).map((text) => ({ text, topic, act: aspect, weight: mixture.sentence })),
    ]),
    ...[title, ...names].map((text) => ({ text, topic, act: 'what', weight: mixture.name })),
    ...words.map((text) => ({ text, topic, act: null, weight: mixture.word })),
    { text: summary, topic, act: 'what', weight: 0.5 },
  ]
}

function aboutSubjects({ sections }: TopicFile): Phrase[] {
  return sections.flatMap(({ id, heading, names, questions, body }) => [
    ...questions.map(({ text }, index) => ({ text, topic: null, act: id, weight: 1, source: `${id} ${index}` })),
    ...names.map(({ text }) => ({ text, topic: null, act: id, weight: mixture.name })),
    { text: heading, topic: null, act: id, weight: 1 },
    ...sentences(body).map((text) => ({ text, topic: null, act: id, weight: mixture.sentence })),
  ])
}

function fromAspectPatterns({ topics, examples }: Content, language: Language, pick: Pick): Phrase[] {
  const patterns = examples.aspects.get(language)
  if (!patterns) return []
  const programmes = [...new Set(topics.map(({ topic }) => topic).filter(isProgramme))]
  const ask = (topic: string | undefined, act: (typeof aspects)[number] | undefined, weight: number): Phrase[] => {
    const pattern = act && pick(patterns.programme[act])
    const name = pick(topics.filter((file) => file.topic === topic).flatMap(({ names, title }) => [title, ...names]))
    if (!topic || !act || !pattern || !name) return []
    return [{ text: pattern.replace('{programme}', name), topic, act, weight }]
  }
  const terms = topics
    .filter(({ topic, language: written }) => topic === 'glossary' && written === language)
    .flatMap(({ sections }) => sections)
  const words = wordsIn(topics, language)
  return [
    ...aspects.flatMap((act) =>
      times(mixture.perAspect.count, () => ask(pick(programmes), act, mixture.perAspect.weight)),
    ),
    ...programmes.flatMap((topic) =>
      times(mixture.perProgramme.count, () => ask(topic, pick(aspects), mixture.perProgramme.weight)),
    ),
    ...aspects.flatMap((act) =>
      patterns.programme[act].map((pattern) => ({
        text: pattern.replace('{programme}', pick(patterns.pronouns) ?? ''),
        topic: talkedAbout,
        act,
        weight: mixture.followUp,
      })),
    ),
    ...aspects.flatMap((act) =>
      patterns.followUp[act].map((text) => ({ text, topic: talkedAbout, act, weight: mixture.followUp })),
    ),
    ...topics
      .filter(({ topic, language: written }) => isProgramme(topic) && written === language)
      .flatMap(({ topic, words }) =>
        words.flatMap((word) =>
          times(mixture.perWord.count, () => [
            {
              text: (pick(patterns.word) ?? '').replace('{word}', word),
              topic,
              act: null,
              weight: mixture.perWord.weight,
            },
          ]),
        ),
      ),
    ...patterns.choose.flatMap((pattern) =>
      times(mixture.perChoice.count, () => [
        {
          text: pattern.replace('{word}', pick(words) ?? ''),
          topic: null,
          act: 'guide/choose',
          weight: mixture.perChoice.weight,
        },
      ]),
    ),
    ...terms.flatMap(({ id, names }) =>
      names.flatMap(({ text }) =>
        times(mixture.perTerm.count, () => [
          {
            text: (pick(patterns.term) ?? '').replace('{term}', text),
            topic: null,
            act: id,
            weight: mixture.perTerm.weight,
          },
        ]),
      ),
    ),
  ]
}

function fromNeeds({ examples }: Content, language: Language, pick: Pick): Phrase[] {
  return Object.entries(examples.needs.get(language) ?? {}).flatMap(([kind, { needs, templates }]) =>
    needs.flatMap((need) =>
      times(mixture.perNeed.count, () => [
        {
          text: (pick(templates) ?? '{need}').replace('{need}', need),
          topic: talkedAbout,
          act: kind === 'applicant' ? 'eligibility' : 'funds',
          weight: mixture.perNeed.weight,
          source: need,
        },
      ]),
    ),
  )
}

function fromCommands({ topics, examples }: Content, language: Language, pick: Pick): Phrase[] {
  const names = topics.filter(({ topic }) => isProgramme(topic)).flatMap((file) => [file.title, ...file.names])
  return Object.entries(examples.commands.get(language) ?? {}).flatMap(([act, command]) =>
    command.phrases.flatMap((text) => {
      const source = `${act} ${text}`
      if (!text.includes('{programme}')) return [{ text, topic: null, act, weight: 1, source }]
      return times(mixture.perCommand.count, () => [
        {
          text: text.replace('{programme}', pick(names) ?? ''),
          topic: null,
          act,
          weight: mixture.perCommand.weight,
          source,
        },
      ])
    }),
  )
}

function fromOutOfScope({ topics, examples }: Content, language: Language, pick: Pick): Phrase[] {
  const examplesOf = examples.outOfScope.get(language)
  const { questions = [], subjects = [], templates = [], schemes = [], schemeTemplates = [] } = examplesOf ?? {}
  const words = wordsIn(topics, language)
  const act = outOfScope
  return [
    ...questions.map((text) => ({ text, topic: null, act, weight: 1, source: text })),
    ...subjects.flatMap((subject) =>
      times(mixture.perSubject.count, () => [
        {
          text: (pick(templates) ?? '{subject}').replace('{subject}', subject),
          topic: null,
          act,
          weight: mixture.perSubject.weight,
          source: subject,
        },
      ]),
    ),
    ...schemes.flatMap((scheme) =>
      times(mixture.perScheme.count, () => [
        {
          text: (pick(schemeTemplates) ?? '').replace('{scheme}', scheme).replace('{word}', pick(words) ?? ''),
          topic: null,
          act,
          weight: mixture.perScheme.weight,
          source: scheme,
        },
      ]),
    ),
  ]
}

/** What the programmes do, in the words of one language. */
function wordsIn(topics: Content['topics'], language: Language): string[] {
  return topics
    .filter(({ topic, language: written }) => isProgramme(topic) && written === language)
    .flatMap(({ words }) => words)
}

function sentences(body: string): string[] {
  const plain = linksIn(body).reduce((text, { words, id }) => text.replace(`[${words}](answer:${id})`, words), body)
  return plain.split(/\n\n|(?<=[.?!]) /)
}

function times<T>(count: number, make: () => T[]): T[] {
  return Array.from({ length: count }, make).flat()
}
