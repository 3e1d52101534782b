/** What a text is described by: numbered features with their weights, of length 1 in all. */
export type Features = { indices: Int32Array; values: Float32Array }

/** How many numbers there are for features; different features may share one. */
export const featureCount = 65_536

/** Kinds of features, so that the same letters mean different features as a word, as a stem or as a part of a word. */
export const kinds = {
  word: 1,
  stem: 2,
  letters: 3,
  pair: 4,
  concept: 5,
  conceptPair: 6,
  name: 7,
  area: 8,
  place: 9,
  property: 10,
} as const
type Kind = (typeof kinds)[keyof typeof kinds]

/** Collects features of one text after the other. */
export function createFeatureBag() {
  const weights = new Float32Array(featureCount)
  const used: number[] = []

  function addHash(hash: number, weight: number): void {
    const index = mix(hash) % featureCount
    if (weights[index] === 0) used.push(index)
    weights[index] = Math.max(weights[index] ?? 0, weight)
  }

  return {
    /** Adds a feature, from a part of a string without copying it. */
    add(kind: Kind, text: string, weight: number, start = 0, end = text.length): void {
      addHash(hashOf(text, kind, start, end), weight)
    },
    addPair(kind: Kind, first: string, second: string, weight: number): void {
      addHash(hashOf(second, Math.imul(hashOf(first, kind), 31)), weight)
    },
    /** The features so far, scaled to length 1. The bag is empty then. */
    take(): Features {
      const indices = Int32Array.from(used)
      const values = new Float32Array(used.length)
      let squares = 0
      indices.forEach((index, position) => {
        const weight = weights[index] ?? 0
        values[position] = weight
        squares += weight * weight
        weights[index] = 0
      })
      used.length = 0
      const scale = 1 / Math.sqrt(squares || 1)
      for (let position = 0; position < values.length; position++) values[position] = (values[position] ?? 0) * scale
      return { indices, values }
    },
  }
}

export type FeatureBag = ReturnType<typeof createFeatureBag>

/** A number for a part of a string (FNV-1a). To be mixed before it is used. */
export function hashOf(text: string, seed: number, start = 0, end = text.length): number {
  let hash = seed ^ 0x811c9dc5
  for (let position = start; position < end; position++) {
    hash = Math.imul(hash ^ text.charCodeAt(position), 0x01000193)
  }
  return hash
}

/** Spreads a hash over all 32 bits. */
export function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  mixed ^= mixed >>> 12
  return mixed >>> 0
}
