/** More different words than people use; whatever is beyond them begins anew, so that memory stays bounded. */
const mostWords = 5_000

/** Reads each word once: most words of a question were in one before. */
export function remembered<T>(read: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>()
  return (word) => {
    const before = known.get(word)
    if (before !== undefined) return before
    const result = read(word)
    if (known.size >= mostWords) known.clear()
    known.set(word, result)
    return result
  }
}
