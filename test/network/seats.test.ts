import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  attendances,
  capacityOf,
  freeSeats,
  type Gathering,
  holdsSeat,
  queueOf,
  type Registration,
  registrationOf,
} from '../../src/network/gathering.ts'
import { offerEnd } from '../../src/network/offer-terms.ts'
import { accept, cancel, decline, register, settle } from '../../src/network/seats.ts'
import { toInstant } from '../../src/network/times.ts'
import { aGathering, aMember, now } from './support.ts'

const names = ['Ada', 'Bo', 'Cai', 'Dag', 'Eva', 'Fam'] as const
const terms = { quietHours: { from: '21:00', to: '07:00' } }

const who = fc.constantFrom(...names)
const capacities = fc.record({
  capacity: fc.option(fc.integer({ min: 1, max: 3 }), { freq: 20 }),
  onlineCapacity: fc.option(fc.integer({ min: 1, max: 2 }), { freq: 20 }),
})
const hours = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 60 }) },
  { weight: 1, arbitrary: fc.integer({ min: -30, max: 0 }) },
  { weight: 1, arbitrary: fc.constant(24 * 20) },
)
const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('register' as const),
      who,
      attendance: fc.constantFrom('in-person' as const, 'in-person' as const, 'online' as const),
      ifFull: fc.constantFrom('refuse' as const, 'wait' as const, 'wait' as const, 'take' as const),
      diet: fc.constantFrom('', 'vegan'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constantFrom('accept' as const, 'decline' as const, 'cancel' as const), who }),
  },
  { weight: 1, arbitrary: capacities.map((each) => ({ kind: 'capacity' as const, ...each })) },
  { weight: 1, arbitrary: hours.map((each) => ({ kind: 'clock' as const, hours: each })) },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

interface World {
  gathering: Gathering
  now: Temporal.Instant
}

function perform({ gathering, now }: World, action: Step): World {
  const before = settle(gathering, now, terms)
  const settled = (after: Gathering) => ({ gathering: settle(after, now, terms), now })
  switch (action.kind) {
    case 'register': {
      const request = { ...action, member: aMember(action.who), question: '', calendarKey: action.who }
      return settled(register(before, request, now).gathering)
    }
    case 'accept':
      return settled(accept(before, aMember(action.who)._id, now).gathering)
    case 'decline':
      return settled(decline(before, aMember(action.who)._id, now).gathering)
    case 'cancel':
      return settled(cancel(before, aMember(action.who)._id, now).gathering)
    case 'capacity':
      return settled({ ...before, capacity: action.capacity, onlineCapacity: action.onlineCapacity })
    case 'clock': {
      const later = now.add({ hours: action.hours })
      return { gathering: settle(before, later, terms), now: later }
    }
  }
}

function held({ registrations }: Gathering, attendance: Registration['attendance']): Registration[] {
  return registrations.filter((each) => each.attendance === attendance && holdsSeat(each))
}

function expectSound(before: World, action: Step, after: World): void {
  const members = after.gathering.registrations.map(({ memberId }) => memberId)
  expect(new Set(members).size).toBe(members.length)
  for (const attendance of attendances) {
    const capacity = capacityOf(after.gathering, attendance)
    const wasRegistered = held(before.gathering, attendance).filter(({ state }) => state === 'registered').length
    const isHeld = held(after.gathering, attendance).length
    expect(isHeld).toBeLessThanOrEqual(Math.max(capacity, wasRegistered))
    expectOrderKept(before.gathering, action, after.gathering, attendance)
    const isOpen = toInstant(after.gathering.endsAt).epochMilliseconds > after.now.epochMilliseconds
    if (isOpen && offerEnd(after.now, after.gathering, terms.quietHours) !== null) {
      const waits = queueOf(after.gathering, attendance).length > 0
      expect(waits && freeSeats(after.gathering, attendance) > 0).toBe(false)
    }
  }
  const offers = after.gathering.registrations.flatMap(({ offer }) => offer?.number ?? [])
  expect(new Set(offers).size).toBe(offers.length)
  for (const { state, offer } of after.gathering.registrations) expect(offer !== null).toBe(state === 'offered')
}

/** Whoever came from the queue to a seat by no act of their own had asked before all who still wait. */
function expectOrderKept(before: Gathering, action: Step, after: Gathering, attendance: Registration['attendance']) {
  const waiting = queueOf(before, attendance)
  const served = waiting.filter(({ memberId }) => {
    const registration = registrationOf(after, memberId)
    const isOwnAct = 'who' in action && aMember(action.who)._id === memberId
    return !isOwnAct && registration !== null && holdsSeat(registration)
  })
  const first = queueOf(after, attendance)[0]
  for (const { number } of served) expect(number).toBeLessThan(first?.number ?? Number.POSITIVE_INFINITY)
}

describe('the rules of seats', () => {
  it('never hold more seats than there are, keep the order of the queue, and leave no seat empty while somebody waits', () => {
    fc.assert(
      fc.property(capacities, fc.array(step, { minLength: 10, maxLength: 60 }), (limits, steps) => {
        let world: World = { gathering: aGathering({ ...limits, onlineUrl: 'https://example.no/m' }), now }
        for (const action of steps) {
          const after = perform(world, action)
          expectSound(world, action, after)
          expect(perform(after, { kind: 'clock', hours: 0 }).gathering).toBe(after.gathering)
          world = after
        }
      }),
      { numRuns: 400 },
    )
  })

  it('change nothing when the same is asked again', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), step, (steps, last) => {
        fc.pre(last.kind !== 'clock')
        const start: World = { gathering: aGathering({ capacity: 2, onlineUrl: 'https://example.no/m' }), now }
        const once = perform(steps.reduce(perform, start), last)
        const twice = perform(once, last)
        expect(twice.gathering.registrations).toEqual(once.gathering.registrations)
      }),
      { numRuns: 300 },
    )
  })
})
