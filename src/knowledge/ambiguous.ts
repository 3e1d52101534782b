import type { Content, ContentFiles } from './load.ts'
import type { Mistake } from './mistakes.ts'
import { equivalentOf } from './understanding/equivalents.ts'
import { createUnifier, words } from './understanding/tokens.ts'

type Example = { id: string; text: string; file: string; line: number }

/** Two examples that are the same, but for small words' spelling, and lead to different answers. */
export function ambiguousExamples(content: Content, phrases: ContentFiles['phrases']): Mistake[] {
  const unify = createUnifier(content.lexicon.forms)
  const seen = new Map<string, Example>()
  return [...commandExamples(content, phrases), ...answerExamples(content)].flatMap((example) => {
    const key = words(example.text).map(unify).join(' ')
    const other = seen.get(key)
    if (other === undefined) seen.set(key, example)
    if (other === undefined || other.id === example.id || equivalentOf(example.id) === other.id) return []
    const { file, line, text } = example
    return [{ file, line, message: `the same question leads to ${other.id} in ${other.file}:${other.line}: ${text}` }]
  })
}

function answerExamples({ topics }: Content): Example[] {
  return topics.flatMap(({ sections }) =>
    sections.flatMap(({ id, file, questions }) => questions.map(({ text, line }) => ({ id, text, file, line }))),
  )
}

function commandExamples({ examples }: Content, files: ContentFiles['phrases']): Example[] {
  return [...examples.commands].flatMap(([language, commands]) => {
    const { path = '', text: source = '' } = files.find(({ name }) => name === `commands.${language}`) ?? {}
    const lines = source.split('\n')
    return Object.entries(commands).flatMap(([id, { phrases }]) =>
      phrases.map((text) => ({ id, text, file: path, line: lines.findIndex((line) => line.includes(text)) + 1 })),
    )
  })
}
