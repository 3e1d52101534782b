/** Gives for a value the equal one that was there before. */
export type Sharing = (value: unknown) => unknown

/** So that what is the same in many documents, each of which brings its own, takes memory once. */
export function createSharing(): Sharing {
  const values = new Map<unknown, unknown>()
  const dates = new Map<number, Date>()
  return (value) => (value instanceof Date ? firstOf(dates, value.getTime(), value) : firstOf(values, value, value))
}

function firstOf<K, V>(known: Map<K, V>, key: K, value: V): V {
  const first = known.get(key)
  if (first !== undefined) return first
  known.set(key, value)
  return value
}
