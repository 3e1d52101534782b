/** Gives for a value the equal one that was there before. */
export type Sharing = (value: unknown) => unknown

/** So that what is the same in many documents, each of which brings its own, takes memory once. */
export function createSharing(): Sharing {
  const values = new Map<unknown, unknown>()
  return (value) => {
    const name = value instanceof Date ? `date ${value.getTime()}` : value
    const known = values.get(name)
    if (known !== undefined) return known
    values.set(name, value)
    return value
  }
}
