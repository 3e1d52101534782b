import { remembered } from './remembered.ts'
import { createSpellingIndex } from './spelling.ts'
import { stem, words } from './tokens.ts'

/** What a name stands for. A country stands for the group of countries that programmes know it by. */
type Named = { kind: 'programme' | 'subject' | 'county' | 'country'; id: string }

export type Name = { text: string; named: Named }

/** A word of the text, or a name in it (then `named` is not empty, and `words` may be several). */
export type Part = { words: readonly string[]; named: readonly Named[] }

/** Names shorter than this are not looked for in misspelled or compound words: too much would look like them. */
const shortestInexact = 5
/** The same for one word of a name of several. */
const shortestInexactPart = 8
const headLetters = 3

/** Finds names in a text: the longest first, and one-word names also misspelled and in compounds ("interregprosjekt"). */
export function createMentionFinder(names: readonly Name[]): (text: string) => Part[] {
  const known = new Map<string, Named[]>()
  /** How many words the longest name that begins with a word has. */
  const longest = new Map<string, number>()
  const spelling = createSpellingIndex()
  /** Names of a programme that are only slips of another name of it, with that one. */
  const usual = new Map<string, string>()
  /** One-word names by their first letters. */
  const heads = new Map<string, string[]>()

  function addPhrase(parts: readonly string[], named: Named): void {
    const phrase = keyOf(parts)
    const same = known.get(phrase) ?? []
    if (!same.some(({ kind, id }) => kind === named.kind && id === named.id)) known.set(phrase, [...same, named])
    const first = stem(parts[0] ?? '')
    longest.set(first, Math.max(longest.get(first) ?? 1, parts.length))
  }

  for (const { text, named } of names) {
    const parts = words(text)
    if (parts.length === 0) continue
    addPhrase(parts, named)
    if (named.kind !== 'programme' && named.kind !== 'subject') continue
    const joined = parts.join('')
    if (parts.length > 1) addPhrase([joined], named)
    for (const part of parts) if (part.length >= shortestInexactPart) spelling.add(part)
    if (joined.length < shortestInexact || (parts.length > 1 && named.kind === 'programme')) continue
    const other = named.kind === 'programme' ? spelling.near(joined) : undefined
    if (other !== undefined && known.get(keyOf([other]))?.some(({ id }) => id === named.id)) usual.set(joined, other)
    spelling.add(joined)
    if (named.kind !== 'programme') continue
    const start = joined.slice(0, headLetters)
    const alike = heads.get(start) ?? []
    if (!alike.includes(joined)) heads.set(start, [...alike, joined])
  }

  function readWord(written: string): string[] {
    const word = usual.get(written) ?? written
    if (known.has(stem(word)) || word.length < shortestInexact) return [word]
    const single = word.replace(/(.)\1/gu, '$1')
    if (known.has(stem(single))) return [single]
    const corrected = spelling.near(word)
    if (corrected !== undefined) return [corrected]
    const head = heads
      .get(word.slice(0, headLetters))
      ?.find((candidate) => word.length > candidate.length + 2 && word.startsWith(candidate))
    return head === undefined ? [word] : [usual.get(head) ?? head, word.slice(head.length).replace(/^s(?=.{4})/, '')]
  }

  const readOnce = remembered(readWord)

  return (text) => {
    const read = words(text).flatMap(readOnce)
    const parts: Part[] = []
    for (let start = 0; start < read.length; ) {
      const part = longestName(read, start) ?? { words: [read[start] ?? ''], named: [] }
      parts.push(part)
      start += part.words.length
    }
    return parts
  }

  function longestName(read: readonly string[], start: number): Part | undefined {
    const most = Math.min(longest.get(stem(read[start] ?? '')) ?? 0, read.length - start)
    for (let length = most; length > 0; length--) {
      const phrase = read.slice(start, start + length)
      const named = known.get(keyOf(phrase))
      if (named) return { words: phrase, named }
    }
    return undefined
  }
}

/** Names are the same in all their inflections. */
function keyOf(parts: readonly string[]): string {
  return parts.map(stem).join(' ')
}
