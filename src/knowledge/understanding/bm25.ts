/** A text to be found, in fields of different weight. */
export type Field = { tokens: readonly string[]; weight: number }
export type Found = { index: number; score: number }

/** How soon a word's repetition stops to count (k1), and how far long texts are held back (b): the usual values. */
const k1 = 1.2
const b = 0.5

/** BM25F: a word counts in each field by that field's weight, rare words more than common ones. */
export function createIndex(documents: readonly (readonly Field[])[]) {
  const lengths = documents.map((fields) => fields.reduce((sum, { tokens, weight }) => sum + tokens.length * weight, 0))
  const averageLength = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, documents.length)
  const frequencies = new Map<string, Map<number, number>>()
  documents.forEach((fields, index) => {
    for (const { tokens, weight } of fields) {
      for (const token of tokens) {
        let postings = frequencies.get(token)
        if (!postings) {
          postings = new Map()
          frequencies.set(token, postings)
        }
        postings.set(index, (postings.get(index) ?? 0) + weight)
      }
    }
  })
  const postings = new Map<string, { documents: Int32Array; scores: Float32Array; idf: number }>()
  for (const [token, counts] of frequencies) {
    const idf = Math.log(1 + (documents.length - counts.size + 0.5) / (counts.size + 0.5))
    const scores = Float32Array.from(counts, ([index, frequency]) => {
      const norm = 1 - b + (b * (lengths[index] ?? 0)) / averageLength
      return (idf * frequency * (k1 + 1)) / (frequency + k1 * norm)
    })
    postings.set(token, { documents: Int32Array.from(counts.keys()), scores, idf })
  }
  const totals = new Float32Array(documents.length)

  /** Scores of all documents, in a buffer that the next call writes over. */
  function score(tokens: Iterable<string>): Float32Array {
    totals.fill(0)
    for (const token of new Set(tokens)) {
      const found = postings.get(token)
      if (!found) continue
      for (let i = 0; i < found.documents.length; i++) {
        const index = found.documents[i] ?? 0
        totals[index] = (totals[index] ?? 0) + (found.scores[i] ?? 0)
      }
    }
    return totals
  }

  return { score, knows: (token: string) => postings.has(token) }
}

export type Index = ReturnType<typeof createIndex>
