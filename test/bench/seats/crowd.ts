import type { Gathering } from '../../../src/network/gathering.ts'
import { gatheringId, people } from './stage.ts'
import type { Answer, Teams } from './teams.ts'

const cancelling = { seats: 200, waiting: 300 }

interface Acts {
  count: number
  seconds: number
  times: readonly number[]
}

/** When somebody asked to wait, and had the answer. */
interface Wait {
  person: number
  sentAt: number
  answeredAt: number
}

export interface Registering extends Acts {
  waits: Wait[]
}

export interface Cancelling extends Acts {
  /** How many offers came as messages, and how often more than one of the same to the same person. */
  offersSeen: number
  doubleOffers: number
}

/** Everybody presses «register» at once; who finds it full presses «wait» as soon as they see it. */
export async function register(ports: readonly number[], teams: Teams): Promise<Registering> {
  const waits: Wait[] = []
  const more: Answer[] = []
  const { seconds, times } = await teams.everybody(ports, people, async (person, port) => {
    const answer = await teams.presses(port, person, 'gatherings.register', { gatheringId })
    if (!answer.body.includes('"gatherings.wait"')) return answer
    const waited = await teams.presses(port, person, 'gatherings.wait', { gatheringId, take: 'false' })
    waits.push({ person, sentAt: waited.sentAt, answeredAt: waited.answeredAt })
    more.push(waited)
    return answer
  })
  const all = [...times, ...more.map(timeOf)]
  return { count: all.length, seconds, times: all, waits }
}

/**
 * Of those with a seat 200 cancel, and of those who wait 300, all at once. Who is offered a seat answers as soon as the
 * message is there: two of three say yes, the others no, which frees the seat again. Ends when no offer is open.
 */
export async function cancelWhileOffersRun(
  ports: readonly number[],
  teams: Teams,
  read: () => Promise<Gathering>,
): Promise<Cancelling> {
  const { registrations } = await read()
  const inState = (state: string) => registrations.filter((each) => each.state === state).map(personOf)
  const leaving = [
    ...inState('registered').slice(0, cancelling.seats),
    ...everyThird(inState('waiting')).slice(0, cancelling.waiting),
  ]
  const answers: Promise<Answer>[] = []
  const seen = new Map<number, number>()
  let lastOfferAt = performance.now()
  const portOf = (person: number) => ports[(person + answers.length) % ports.length] ?? 0
  teams.listen((person, body) => {
    if (!body.includes('gatherings.accept-offer')) return
    seen.set(person, (seen.get(person) ?? 0) + 1)
    lastOfferAt = performance.now()
    const verb = person % 3 === 0 ? 'gatherings.decline-offer' : 'gatherings.accept-offer'
    answers.push(teams.presses(portOf(person), person, verb, { gatheringId }))
  })
  const started = performance.now()
  const left = await Promise.all(
    leaving.map((person) => teams.presses(portOf(person), person, 'gatherings.cancel', { gatheringId })),
  )
  while (performance.now() - lastOfferAt < (await longestSilenceMs(read))) {
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const all = [...left, ...(await Promise.all(answers))]
  const end = Math.max(...all.map(({ answeredAt }) => answeredAt))
  return {
    count: all.length,
    seconds: (end - started) / 1000,
    times: all.map(timeOf),
    offersSeen: seen.size,
    doubleOffers: [...seen.values()].filter((count) => count > 1).length,
  }
}

/** After so long without a new offer there are no more; where one is open its message is still to come. */
async function longestSilenceMs(read: () => Promise<Gathering>): Promise<number> {
  const isOpen = (await read()).registrations.some(({ state }) => state === 'offered')
  return isOpen ? 60_000 : 1_000
}

export function personOf({ memberId }: { memberId: string }): number {
  return Number(memberId.split('-').at(-1))
}

function everyThird(all: readonly number[]): number[] {
  return all.filter((_, index) => index % 3 === 0)
}

function timeOf({ sentAt, answeredAt }: Answer): number {
  return answeredAt - sentAt
}
