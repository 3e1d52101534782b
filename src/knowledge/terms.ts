import { linksIn } from './load.ts'
import type { Language } from './taxonomy.ts'
import type { Section, TopicFile } from './topic-file.ts'

/** A word that the glossary explains: its answer, and the word as the glossary writes it. */
export type Term = { id: string; name: string }

/** More would be a list to read, not a word to look up. */
const mostTerms = 3
/** Shorter names are abbreviations and English words, which take no Norwegian ending. */
const shortestInflected = 6
const endings: Record<Language, string> = {
  nb: 'en|et|a|er|ene|n|ne|s',
  nn: 'en|et|a|ar|er|ane|ene|n|s',
  en: 's',
}

/** Finds the words in answers that the glossary has an entry for. Looking costs as much as understanding a question. */
export function createTermFinder(topics: readonly TopicFile[]): (section: Section, language: Language) => Term[] {
  const found = new Map<Section, Term[]>()
  const glossaries = new Map(
    topics.filter(({ topic }) => topic === 'glossary').map((glossary) => [glossary.language, entriesOf(glossary)]),
  )

  return (section, language) => {
    const known = found.get(section) ?? termsIn(section, glossaries.get(language) ?? [])
    found.set(section, known)
    return known
  }
}

type Entry = Term & { pattern: RegExp }

function entriesOf({ sections, language }: TopicFile): Entry[] {
  return sections.flatMap(({ id, names }) => {
    const [name] = names
    return name === undefined ? [] : [{ id, name: name.text, pattern: wholeWords(names, language) }]
  })
}

/** In the order of the text. */
function termsIn(section: Section, entries: readonly Entry[]): Term[] {
  const links = linksIn(section.body)
  return entries
    .flatMap(({ id, name, pattern }) => {
      const positions = [links.find((link) => link.id === id)?.index, pattern.exec(section.body)?.index]
      const at = Math.min(...positions.filter((position) => position !== undefined))
      return id === section.id || at === Number.POSITIVE_INFINITY ? [] : [{ id, name, at }]
    })
    .toSorted((a, b) => a.at - b.at)
    .slice(0, mostTerms)
    .map(({ id, name }) => ({ id, name }))
}

function wholeWords(names: readonly { text: string }[], language: Language): RegExp {
  const alternatives = names.map(({ text }) => {
    const name = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    return text.length < shortestInflected ? name : `${name}(?:${endings[language]})?`
  })
  return new RegExp(`(?<![\\p{L}\\p{N}]|\\p{L}-)(?:${alternatives.join('|')})(?![\\p{L}\\p{N}]|-\\p{L})`, 'iu')
}
