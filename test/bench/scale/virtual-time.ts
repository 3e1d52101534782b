import type { Timers } from '../../../src/reminders/timers.ts'

/** A clock that jumps to whatever is next, so that an hour of waiting takes no time. Milliseconds since the epoch. */
export interface VirtualTime {
  now(): number
  /** Runs at that time or, when it has passed, at once; `owner` is who must be alive for it. */
  at(time: number, owner: object, run: () => void): () => void
  timersOf(owner: object): Timers
  /** The owner is dead: nothing that it still had to do, or was waiting for, happens. */
  end(owner: object): void
  /** Goes on until `isOver`, or until nothing is left to happen. */
  run(isOver: () => boolean): Promise<void>
}

interface Event {
  owner: object
  run: () => void
}

export function createVirtualTime(start: number): VirtualTime {
  let now = start
  const events = new Map<number, Set<Event>>()
  const times = createHeap()
  const dead = new WeakSet<object>()

  function at(time: number, owner: object, run: () => void): () => void {
    if (dead.has(owner)) return () => {}
    const when = Math.max(now, Math.ceil(time))
    const event = { owner, run }
    const known = events.get(when)
    if (known) known.add(event)
    else {
      events.set(when, new Set([event]))
      times.push(when)
    }
    return () => events.get(when)?.delete(event)
  }

  return {
    now: () => now,
    at,
    timersOf: (owner) => ({
      sleep: (ms) => new Promise((resolve) => at(now + ms, owner, resolve)),
      after: (ms, run) => at(now + ms, owner, run),
    }),
    end(owner) {
      dead.add(owner)
      for (const due of events.values()) for (const event of due) if (event.owner === owner) due.delete(event)
    },
    async run(isOver) {
      while (!isOver()) {
        const next = times.pop()
        if (next === undefined) return
        now = next
        const due = events.get(next)
        events.delete(next)
        for (const event of due ?? []) event.run()
        await settled()
      }
    },
  }
}

/** Everything has happened that waits for no time to pass. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/** A binary heap of numbers: the least comes first. */
function createHeap() {
  const heap: number[] = []
  const value = (index: number) => heap[index] ?? Number.POSITIVE_INFINITY

  function swap(a: number, b: number): void {
    const kept = value(a)
    heap[a] = value(b)
    heap[b] = kept
  }

  return {
    push(time: number): void {
      let index = heap.push(time) - 1
      for (let parent = (index - 1) >> 1; index > 0 && value(parent) > value(index); parent = (index - 1) >> 1) {
        swap(index, parent)
        index = parent
      }
    },
    pop(): number | undefined {
      const [first] = heap
      const last = heap.pop()
      if (first === undefined || last === undefined || heap.length === 0) return first
      heap[0] = last
      for (let index = 0; ; ) {
        const left = 2 * index + 1
        const least = value(left + 1) < value(left) ? left + 1 : left
        if (value(least) >= value(index)) return first
        swap(index, least)
        index = least
      }
    },
  }
}
