import { remembered } from './remembered.ts'

/** Shorter words are left as they are: too many others look like them. */
const shortest = 5

/** Words by all that is left of them when one letter at most is taken out. */
export type SpellingIndex = { add: (word: string) => void; near: (word: string) => string | undefined }

/** Finds words that were written with one slip: a letter more, less or other, or two neighbours swapped. */
export function createSpellingIndex(): SpellingIndex {
  const words = new Map<string, string[]>()

  function add(word: string): void {
    for (let left = -1; left < word.length; left++) {
      const variant = without(word, left)
      const same = words.get(variant) ?? []
      if (!same.includes(word)) words.set(variant, [...same, word])
    }
  }

  function near(word: string): string | undefined {
    for (let left = -1; left < word.length; left++) {
      const candidates = words.get(without(word, left))
      const found = candidates?.find((candidate) => candidate[0] === word[0] && isOneSlipAway(word, candidate))
      if (found !== undefined) return found
    }
    return undefined
  }

  return { add, near }
}

/**
 * Corrects misspelled words to those that people use.
 *
 * @param vocabulary folded words, the commonest first
 */
export function createSpeller(vocabulary: readonly string[]): (word: string) => string {
  const known = new Set(vocabulary)
  const index = createSpellingIndex()
  for (const word of vocabulary) if (word.length >= shortest) index.add(word)
  return remembered((word) => (word.length < shortest || known.has(word) ? word : (index.near(word) ?? word)))
}

/** A word with one letter taken out; all of it for a position before the first. */
function without(word: string, position: number): string {
  return position < 0 ? word : word.slice(0, position) + word.slice(position + 1)
}

/** One letter more, less or other, or two neighbours swapped. */
function isOneSlipAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  const shorter = Math.min(a.length, b.length)
  let head = 0
  while (head < shorter && a[head] === b[head]) head++
  let tail = 0
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  const restA = a.slice(head, a.length - tail)
  const restB = b.slice(head, b.length - tail)
  return (
    (restA.length <= 1 && restB.length <= 1) || (restA.length === 2 && restA[0] === restB[1] && restA[1] === restB[0])
  )
}
