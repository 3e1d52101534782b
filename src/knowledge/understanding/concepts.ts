import { remembered } from './remembered.ts'
import { words } from './tokens.ts'

/** For each word or phrase of a text that has any: the concepts that it stands for. */
export type ConceptFinder = (folded: readonly string[]) => string[][]

/** Beginnings are looked up by their first letters. */
const keyLength = 3

/**
 * Finds words that mean the same, across languages.
 *
 * @param concepts concept → words for it; a star at the end (or the start) stands for any ending (or beginning)
 */
export function createConceptFinder(
  concepts: Readonly<Record<string, readonly string[]>>,
  unify: (word: string) => string,
): ConceptFinder {
  const whole = new Map<string, string[]>()
  const beginnings = new Map<string, { beginning: string; concept: string }[]>()
  const endings: { ending: string; concept: string }[] = []
  const phrases = new Map<string, { words: string[]; concept: string }[]>()

  for (const [concept, patterns] of Object.entries(concepts)) {
    for (const pattern of patterns) {
      const parts = words(pattern)
      const [first] = parts
      if (first === undefined) continue
      if (parts.length > 1) {
        const unified = parts.map(unify)
        add(phrases, unified[0] ?? '', { words: unified, concept })
      } else if (pattern.endsWith('*')) add(beginnings, first.slice(0, keyLength), { beginning: first, concept })
      else {
        if (pattern.startsWith('*')) endings.push({ ending: first, concept })
        for (const form of new Set([first, unify(first)])) add(whole, form, concept)
      }
    }
  }
  for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length)

  const ofWord = remembered((word) => [
    ...(whole.get(word) ?? []),
    ...(beginnings.get(word.slice(0, keyLength)) ?? [])
      .filter(({ beginning }) => word.startsWith(beginning))
      .map(({ concept }) => concept),
    ...endings
      .filter(({ ending }) => word.length > ending.length && word.endsWith(ending))
      .map(({ concept }) => concept),
  ])

  return (folded) => {
    const unified = folded.map(unify)
    const sequence: string[][] = []
    for (let start = 0; start < folded.length; ) {
      const phrase = phrases
        .get(unified[start] ?? '')
        ?.find((candidate) => candidate.words.every((word, offset) => unified[start + offset] === word))
      const length = phrase?.words.length ?? 1
      const found = new Set(phrase ? [phrase.concept] : [])
      for (let position = start; position < start + length; position++) {
        for (const concept of ofWord(folded[position] ?? '')) found.add(concept)
        for (const concept of ofWord(unified[position] ?? '')) found.add(concept)
      }
      if (found.size > 0) sequence.push([...found])
      start += length
    }
    return sequence
  }
}

function add<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}
