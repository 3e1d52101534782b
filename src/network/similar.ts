/** The share of the words of the shorter text that the other has too: from there on they are about the same. */
const similarFrom = 0.5

/** Whether two texts are about the same, by the words that carry their meaning. */
export function areSimilar(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const shorter = Math.min(one.size, other.size)
  return shorter > 0 && one.intersection(other).size / shorter >= similarFrom
}
