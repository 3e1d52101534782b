import type { Gathering, Registration } from '../../../src/network/gathering.ts'
import { type Cancelling, personOf, type Registering } from './crowd.ts'
import { capacity, people } from './stage.ts'

/** What the crowd did, and what the server held in between and at the end. */
export interface History {
  registering: Registering
  cancelling: Cancelling
  full: Gathering
  end: Gathering
  mostHeld: number
}

/** The rules that were broken, in words. */
export function brokenRules({ registering, cancelling, full, end, mostHeld }: History): string[] {
  const rules: Record<string, boolean> = {
    'nobody is in the gathering twice': isOnceEach(full) && isOnceEach(end),
    'everybody is in the gathering': full.registrations.length === people,
    'all seats are taken, and no more': held(full) === capacity && held(end) === capacity,
    'there were never more seats held than there are': mostHeld <= capacity,
    'those who have a seat pressed before those who wait': isServedInOrder(full),
    'who had waited before somebody asked to wait is before them in the queue': isQueueInOrder(full, registering),
    'nobody was passed when freed seats were offered': isServedInOrder(end),
    'every freed seat was offered, and every offer reached somebody who answered': end.registrations.every(
      ({ offer }) => offer === null,
    ),
    'nobody was sent the same offer twice': cancelling.doubleOffers === 0,
  }
  return Object.entries(rules).flatMap(([rule, holds]) => (holds ? [] : [rule]))
}

function isOnceEach({ registrations }: Gathering): boolean {
  return new Set(registrations.map(({ memberId }) => memberId)).size === registrations.length
}

function held({ registrations }: Gathering): number {
  return registrations.filter(({ state }) => state === 'registered' || state === 'offered').length
}

/** All who hold a seat, or were offered one, asked before all who wait still. */
function isServedInOrder({ registrations }: Gathering): boolean {
  const numbers = (states: readonly Registration['state'][]) =>
    registrations.filter(({ state }) => states.includes(state)).map(({ number }) => number)
  return Math.max(...numbers(['registered', 'offered', 'declined'])) < Math.min(...numbers(['waiting']))
}

/** Looks at those whose presses did not overlap: the first was answered before the second was sent. */
function isQueueInOrder({ registrations }: Gathering, { waits }: Registering): boolean {
  const numbers = new Map(registrations.map((each) => [personOf(each), each.number]))
  const numberOf = (person: number) => numbers.get(person) ?? Number.NaN
  const bySent = waits.toSorted((a, b) => a.sentAt - b.sentAt)
  const byAnswered = waits.toSorted((a, b) => a.answeredAt - b.answeredAt)
  let answered = 0
  let highest = 0
  return bySent.every(({ person, sentAt }) => {
    for (let next = byAnswered[answered]; next && next.answeredAt < sentAt; next = byAnswered[++answered]) {
      highest = Math.max(highest, numberOf(next.person))
    }
    return numberOf(person) > highest
  })
}
