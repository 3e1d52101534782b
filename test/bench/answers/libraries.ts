import { create, insertMultiple, search as searchOrama } from '@orama/orama'
import lunr from 'lunr'
import MiniSearch from 'minisearch'
import type { Content } from '../../../src/knowledge/load.ts'

export type Library = { name: string; search: (question: string) => string[] | Promise<string[]> }
type Entry = {
  key: string
  id: string
  title: string
  names: string
  words: string
  heading: string
  questions: string
  body: string
}

const fields = ['title', 'names', 'words', 'heading', 'questions', 'body'] as const
const schema = {
  title: 'string',
  names: 'string',
  words: 'string',
  heading: 'string',
  questions: 'string',
  body: 'string',
} as const
const most = 12

/** Search libraries with their default settings, over all sections in all languages, and the examples of commands. */
export async function libraries(content: Content): Promise<Library[]> {
  const entries = collectEntries(content)
  const idOf = new Map(entries.map(({ key, id }) => [key, id]))
  const ids = (keys: string[]) => [...new Set(keys.map((key) => idOf.get(key) ?? ''))].slice(0, 4)

  const miniSearch = new MiniSearch<Entry>({ idField: 'key', fields: [...fields] })
  miniSearch.addAll(entries)

  const orama = create({ schema })
  await insertMultiple(
    orama,
    entries.map(({ key, ...entry }) => ({ ...entry, id: key })),
  )

  const lunrIndex = lunr(function () {
    this.ref('key')
    for (const field of fields) this.field(field)
    for (const entry of entries) this.add(entry)
  })

  return [
    {
      name: 'MiniSearch',
      search: (question) =>
        ids(
          miniSearch
            .search(question)
            .slice(0, most)
            .map(({ id }) => String(id)),
        ),
    },
    {
      name: 'Orama',
      search: async (question) => {
        const { hits } = await searchOrama(orama, { term: question, limit: most })
        return ids(hits.map(({ id }) => id))
      },
    },
    {
      name: 'lunr',
      search: (question) => {
        const found = lunrIndex.query((query) => query.term(lunr.tokenizer(question), {}))
        return ids(found.slice(0, most).map(({ ref }) => ref))
      },
    },
  ]
}

function collectEntries({ topics, examples }: Content): Entry[] {
  const sections = topics.flatMap(({ language, title, names, words, sections }) =>
    sections.map((section) => ({
      key: `${section.id} ${language}`,
      id: section.id,
      title,
      names: [...names, ...section.names.map(({ text }) => text)].join(', '),
      words: words.join(', '),
      heading: section.heading,
      questions: section.questions.map(({ text }) => text).join('\n'),
      body: section.body,
    })),
  )
  const commands = [...examples.commands].flatMap(([language, all]) =>
    Object.entries(all).map(([id, { title, phrases }]) => ({
      key: `${id} ${language}`,
      id,
      title,
      names: '',
      words: '',
      heading: title,
      questions: phrases.join('\n'),
      body: '',
    })),
  )
  return [...sections, ...commands]
}
