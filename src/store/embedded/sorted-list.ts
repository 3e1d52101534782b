/** Says of each element whether it comes at or after some point: false for the first ones, then true for the rest. */
type From<T> = (element: T) => boolean

/** Elements in order, in chunks that are short enough to insert into. */
export interface SortedList<T> {
  add(element: T): void
  /** Removes the element that `compare` says is equal. */
  remove(element: T): void
  /** Those from `start` up to but not including `end`. The list must not change on the way. */
  between(start: From<T>, end: From<T>, descending?: boolean): IteratorObject<T, undefined>
  /** How many `between` would give. */
  count(start: From<T>, end: From<T>): number
}

interface Position {
  chunk: number
  offset: number
}

const CHUNK = 512

export function createSortedList<T>(elements: readonly T[], compare: (a: T, b: T) => number): SortedList<T> {
  const sorted = elements.toSorted(compare)
  const chunks: T[][] = []
  for (let at = 0; at < sorted.length; at += CHUNK) chunks.push(sorted.slice(at, at + CHUNK))

  /** The place of the first element for which `from` holds, else the place after the last one. */
  function find(from: From<T>): Position {
    let low = 0
    let high = chunks.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const chunk = chunks[middle]
      const last = chunk?.[chunk.length - 1]
      if (last !== undefined && from(last)) high = middle
      else low = middle + 1
    }
    return { chunk: low, offset: firstIndex(chunks[low] ?? [], from) }
  }

  function* ascending(start: Position, end: Position): Generator<T, undefined> {
    for (let chunk = start.chunk; chunk <= end.chunk; chunk++) {
      const elements = chunks[chunk] ?? []
      const stop = chunk === end.chunk ? end.offset : elements.length
      for (let offset = chunk === start.chunk ? start.offset : 0; offset < stop; offset++) {
        const element = elements[offset]
        if (element !== undefined) yield element
      }
    }
  }

  function* descending(start: Position, end: Position): Generator<T, undefined> {
    for (let chunk = end.chunk; chunk >= start.chunk; chunk--) {
      const elements = chunks[chunk] ?? []
      const stop = chunk === start.chunk ? start.offset : 0
      for (let offset = (chunk === end.chunk ? end.offset : elements.length) - 1; offset >= stop; offset--) {
        const element = elements[offset]
        if (element !== undefined) yield element
      }
    }
  }

  return {
    add(element) {
      const found = find((other) => compare(other, element) >= 0)
      const chunk = Math.min(found.chunk, Math.max(0, chunks.length - 1))
      const elements = chunks[chunk]
      if (elements === undefined) {
        chunks.push([element])
        return
      }
      elements.splice(chunk === found.chunk ? found.offset : elements.length, 0, element)
      if (elements.length > 2 * CHUNK) chunks.splice(chunk + 1, 0, elements.splice(CHUNK))
    },
    remove(element) {
      const { chunk, offset } = find((other) => compare(other, element) >= 0)
      const elements = chunks[chunk]
      const found = elements?.[offset]
      if (elements === undefined || found === undefined || compare(found, element) !== 0) return
      elements.splice(offset, 1)
      if (elements.length === 0) chunks.splice(chunk, 1)
    },
    between: (start, end, backwards = false) =>
      backwards ? descending(find(start), find(end)) : ascending(find(start), find(end)),
    count(start, end) {
      const first = find(start)
      const last = find(end)
      let count = last.offset - first.offset
      for (let chunk = first.chunk; chunk < last.chunk; chunk++) count += chunks[chunk]?.length ?? 0
      return Math.max(0, count)
    },
  }
}

function firstIndex<T>(elements: readonly T[], from: From<T>): number {
  let low = 0
  let high = elements.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const element = elements[middle]
    if (element !== undefined && from(element)) high = middle
    else low = middle + 1
  }
  return low
}
