/** A text out of which what has been understood is cut, so that nothing is read twice. */
export interface Cutting {
  readonly left: string
  /** Cuts out the first match of the pattern as a whole word, and gives its groups; null when there is none. */
  take(pattern: string): (string | undefined)[] | null
}

/** Stands for what was cut, so that the words around it do not become one phrase. */
const gap = ' · '

export function createCutting(text: string): Cutting {
  let left = text
  return {
    get left() {
      return left
    },
    take(pattern) {
      const match = new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'iu').exec(left)
      if (match === null) return null
      left = left.slice(0, match.index) + gap + left.slice(match.index + match[0].length)
      return match.slice(1).map((group) => group?.toLowerCase())
    },
  }
}

/** What is left, as it was written, without the words that led up to what was cut out. */
export function leftover(text: string): string {
  return text
    .split(gap.trim())
    .map((part) => part.trim().replace(leading, '').replace(trailing, '').trim())
    .filter((part) => part !== '')
    .join(' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,.:;–-]+|[\s,.:;!?–-]+$/g, '')
}

const leading = /^(?:[,.:;–-]\s*|(?:på at|om at|på å|om å|på|om|at|å|about|to|that|of|for)\s+)+/iu
const trailing = /(?:(?:^|[\s,.:;–-]+)(?:på|om|den|kl\.?|klokka|i|til|on|in|at|the|by|for|og|and))*[\s,.:;!?–-]*$/iu
