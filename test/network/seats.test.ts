import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { capacityOf, freeSeats } from '../../src/network/free-seats.ts'
import {
  attendances,
  type Gathering,
  holdsSeat,
  queueOf,
  type Registration,
  registrationOf,
} from '../../src/network/gathering.ts'
import { askSubstitute, takeOver } from '../../src/network/handover.ts'
import { offerEnd } from '../../src/network/offer-terms.ts'
import { settle } from '../../src/network/seat-offers.ts'
import { accept, cancel, decline, register } from '../../src/network/seats.ts'
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
      days: fc.constantFrom(null, [], [1], [2], [1, 2]),
      guest: fc.constantFrom(null, null, '', 'Grete'),
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
      return settled(register(before, request, now, terms).gathering)
    }
    case 'accept':
      return settled(accept(before, aMember(action.who)._id, now, terms).gathering)
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

const lasting = { oneDay: '2027-03-01T14:00:00Z', twoDays: '2027-03-02T14:00:00Z' } as const
const worlds = fc.record({ limits: capacities, length: fc.constantFrom('oneDay', 'twoDays') })

function worldOf({ limits, length }: typeof worlds extends fc.Arbitrary<infer T> ? T : never): World {
  const endsAt = new Date(lasting[length])
  return { gathering: aGathering({ ...limits, endsAt, onlineUrl: 'https://example.no/m' }), now }
}

type SeatOf = Pick<Registration, 'attendance'> & { day: number }

function seatsOf({ endsAt }: Gathering): SeatOf[] {
  const days = endsAt.toISOString().startsWith('2027-03-02') ? [1, 2] : [1]
  return attendances.flatMap((attendance) => days.map((day) => ({ attendance, day })))
}

function wants({ attendance, days }: Registration, seat: SeatOf): boolean {
  return attendance === seat.attendance && (days.length === 0 || days.includes(seat.day))
}

function held(gathering: Gathering, seat: SeatOf, isCounted: (registration: Registration) => boolean): number {
  return gathering.registrations
    .filter((each) => wants(each, seat) && isCounted(each))
    .reduce((sum, { guest }) => sum + (guest === '' ? 1 : 2), 0)
}

function expectSound(before: World, after: World): void {
  const members = after.gathering.registrations.map(({ memberId }) => memberId)
  expect(new Set(members).size).toBe(members.length)
  const isOpen = after.gathering.endsAt.getTime() > after.now.epochMilliseconds
  const isOffering = isOpen && offerEnd(after.now, after.gathering, terms.quietHours) !== null
  for (const seat of seatsOf(after.gathering)) {
    const wasRegistered = held(before.gathering, seat, ({ state }) => state === 'registered')
    expect(held(after.gathering, seat, holdsSeat)).toBeLessThanOrEqual(
      Math.max(capacityOf(after.gathering, seat.attendance), wasRegistered),
    )
    if (isOffering) expectNobodyPassed(before.gathering, after.gathering, seat)
  }
  if (isOffering) expectServed(after.gathering)
  const offers = after.gathering.registrations.flatMap(({ offer }) => offer?.number ?? [])
  expect(new Set(offers).size).toBe(offers.length)
  for (const { state, offer } of after.gathering.registrations) expect(offer !== null).toBe(state === 'offered')
  for (const { attendance, state, guest } of after.gathering.registrations) {
    if (attendance === 'online' || state !== 'registered') expect(guest).toBe('')
  }
}

function freeOn(gathering: Gathering, seat: SeatOf): number {
  return capacityOf(gathering, seat.attendance) - held(gathering, seat, holdsSeat)
}

/** Whoever came to a seat left one for each who had asked for that day before, and waits still. */
function expectNobodyPassed(before: Gathering, after: Gathering, seat: SeatOf): void {
  const sits = (each: Registration | null) => each !== null && holdsSeat(each) && wants(each, seat)
  for (const registration of after.registrations) {
    const was = registrationOf(before, registration.memberId)
    if (!sits(registration) || sits(was)) continue
    const place = was?.state === 'waiting' && wants(was, seat) ? was.number : Number.POSITIVE_INFINITY
    const passed = queueOf(after, seat.attendance).filter((each) => wants(each, seat) && each.number < place)
    expect(freeOn(after, seat)).toBeGreaterThanOrEqual(passed.length)
  }
}

/** Nobody waits for whom there are seats on all their days beside those kept for who came before. */
function expectServed(gathering: Gathering): void {
  for (const attendance of attendances) {
    const queue = queueOf(gathering, attendance)
    for (const [place, registration] of queue.entries()) {
      const wanted = seatsOf(gathering).filter((seat) => wants(registration, seat))
      const isFree = wanted.every((seat) => {
        const kept = queue.slice(0, place).filter((each) => wants(each, seat))
        return freeOn(gathering, seat) > kept.length
      })
      expect(isFree).toBe(false)
    }
  }
}

describe('the rules of seats', () => {
  it('never hold more seats than there are, keep the order of the queue, and leave no seat empty while somebody waits', () => {
    fc.assert(
      fc.property(worlds, fc.array(step, { minLength: 10, maxLength: 60 }), (start, steps) => {
        let world = worldOf(start)
        for (const action of steps) {
          const after = perform(world, action)
          expectSound(world, after)
          expect(perform(after, { kind: 'clock', hours: 0 }).gathering).toBe(after.gathering)
          const soon = after.now.add({ hours: 20 })
          expect(settle(after.gathering, soon, terms)).toEqual(settle({ ...after.gathering }, soon, terms))
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
        const start = worldOf({ limits: { capacity: 2, onlineCapacity: null }, length: 'twoDays' })
        const once = perform(steps.reduce(perform, start), last)
        const twice = perform(once, last)
        expect(twice.gathering.registrations).toEqual(once.gathering.registrations)
      }),
      { numRuns: 300 },
    )
  })
})

describe('a seat that an adviser gives beside the capacity', () => {
  it('is one for whom they choose, and takes nothing that others have', () => {
    fc.assert(
      fc.property(worlds, fc.array(step, { maxLength: 20 }), who, (start, steps, chosen) => {
        const { gathering, now: at } = steps.reduce(perform, worldOf(start))
        const before = settle(gathering, at, terms)
        const current = registrationOf(before, aMember(chosen)._id)
        fc.pre(current === null || !holdsSeat(current))
        const request = {
          member: aMember(chosen),
          attendance: 'in-person',
          diet: '',
          question: '',
          calendarKey: 'x',
        } as const
        const { gathering: given, refused } = register(before, { ...request, guest: '', ifFull: 'extra' }, at, terms)
        fc.pre(refused === null)
        const mine = registrationOf(given, aMember(chosen)._id)
        expect(mine?.state).toBe('registered')
        const others = ({ registrations }: Gathering) =>
          registrations.filter(({ memberId }) => memberId !== mine?.memberId)
        expect(others(given)).toEqual(others(before))
        for (const attendance of attendances) {
          if (mine?.isExtra) expect(freeSeats(given, attendance)).toBe(freeSeats(before, attendance))
        }
        // Who waited behind them may be served in their place; nobody has less than before.
        const after = settle(given, at, terms)
        for (const { memberId, state } of others(before)) {
          const now = registrationOf(after, memberId)?.state
          if (state !== now)
            expect([state, ['registered', 'offered']]).toEqual(['waiting', expect.arrayContaining([now])])
        }
      }),
    )
  })

  it('goes with whoever had it, and to whoever takes it over', () => {
    const asked = { attendance: 'in-person', diet: '', question: '', calendarKey: 'k' } as const
    const one = (gathering: Gathering, name: string, ifFull: 'refuse' | 'wait' | 'extra') =>
      settle(register(gathering, { ...asked, member: aMember(name), ifFull }, now, terms).gathering, now, terms)
    const full = one(one(one(aGathering({ capacity: 1 }), 'Ada', 'refuse'), 'Bo', 'wait'), 'Cai', 'extra')
    expect(registrationOf(full, aMember('Cai')._id)).toMatchObject({ state: 'registered', isExtra: true })
    const again = one(full, 'Cai', 'refuse')
    expect(registrationOf(again, aMember('Cai')._id)?.isExtra).toBe(true)
    const left = settle(cancel(again, aMember('Cai')._id, now).gathering, now, terms)
    expect(registrationOf(left, aMember('Bo')._id)?.state).toBe('waiting')
    const freed = settle(cancel(again, aMember('Ada')._id, now).gathering, now, terms)
    expect(registrationOf(freed, aMember('Bo')._id)?.state).toBe('offered')
    const handed = askSubstitute(full, { from: aMember('Cai')._id, to: aMember('Dag')._id }, now).gathering
    const taken = takeOver(handed, { from: aMember('Cai')._id, to: aMember('Dag')._id, calendarKey: 'd' }, now)
    expect(registrationOf(taken.gathering, aMember('Dag')._id)).toMatchObject({ state: 'registered', isExtra: true })
  })
})

describe('the queue', () => {
  const full = () => request(aGathering({ capacity: 1 }), 'Ada')
  const request = (gathering: Gathering, name: string, ifFull: 'refuse' | 'wait' | 'take' = 'refuse', at = now) => {
    const asked = { attendance: 'in-person', diet: '', question: '', calendarKey: name, ifFull } as const
    return settle(register(gathering, { ...asked, member: aMember(name) }, at, terms).gathering, at, terms)
  }
  const stateOf = (gathering: Gathering, name: string) => registrationOf(gathering, aMember(name)._id)?.state
  const cancelled = (gathering: Gathering, name: string, at = now) =>
    settle(cancel(gathering, aMember(name)._id, at).gathering, at, terms)

  it('offers a freed seat to the first who waits, and holds it for them', () => {
    const waiting = request(request(full(), 'Bo', 'wait'), 'Cai', 'wait')
    const freed = cancelled(waiting, 'Ada')
    expect([stateOf(freed, 'Bo'), stateOf(freed, 'Cai')]).toEqual(['offered', 'waiting'])
    expect(register(freed, { ...asking('Dag'), ifFull: 'refuse' }, now, terms).refused).toBe('full')
  })

  it('offers to the next when an offer runs out, and tells the late one so', () => {
    const waiting = request(request(full(), 'Bo', 'wait'), 'Cai', 'wait')
    const later = now.add({ hours: 72 })
    const passedOn = settle(cancelled(waiting, 'Ada'), later, terms)
    expect([stateOf(passedOn, 'Bo'), stateOf(passedOn, 'Cai')]).toEqual(['expired', 'offered'])
    expect(accept(passedOn, aMember('Bo')._id, later, terms).refused).toBe('offer-ended')
  })

  it('lets someone whose offer ran out have the seat while nobody else wants it', () => {
    const offered = cancelled(request(full(), 'Bo', 'wait'), 'Ada')
    const later = now.add({ hours: 72 })
    const accepted = accept(settle(offered, later, terms), aMember('Bo')._id, later, terms)
    expect(accepted.refused).toBeNull()
    expect(stateOf(accepted.gathering, 'Bo')).toBe('registered')
  })

  it('does not offer again to who took an offer and then cancelled', () => {
    const offered = cancelled(request(request(full(), 'Bo', 'wait'), 'Cai', 'wait'), 'Ada')
    const taken = accept(offered, aMember('Bo')._id, now, terms).gathering
    const freed = cancelled(taken, 'Bo')
    expect([stateOf(freed, 'Bo'), stateOf(freed, 'Cai')]).toEqual(['cancelled', 'offered'])
  })

  it('gives the seat at once to who asked for that', () => {
    expect(stateOf(cancelled(request(full(), 'Bo', 'take'), 'Ada'), 'Bo')).toBe('registered')
  })

  it('passes on the seat of who declines', () => {
    const offered = cancelled(request(request(full(), 'Bo', 'wait'), 'Cai', 'wait'), 'Ada')
    const declined = settle(decline(offered, aMember('Bo')._id, now).gathering, now, terms)
    expect([stateOf(declined, 'Bo'), stateOf(declined, 'Cai')]).toEqual(['declined', 'offered'])
  })

  it('offers as many seats as a raised capacity gives', () => {
    const waiting = ['Bo', 'Cai', 'Dag'].reduce((each, name) => request(each, name, 'wait'), full())
    const raised = settle({ ...waiting, capacity: 3 }, now, terms)
    expect(['Ada', 'Bo', 'Cai', 'Dag'].map((name) => stateOf(raised, name))).toEqual([
      'registered',
      'offered',
      'offered',
      'waiting',
    ])
  })

  it('takes the last offers back when the capacity is lowered, and keeps the place in the queue', () => {
    const waiting = ['Bo', 'Cai', 'Dag'].reduce((each, name) => request(each, name, 'wait'), full())
    const lowered = settle({ ...settle({ ...waiting, capacity: 3 }, now, terms), capacity: 2 }, now, terms)
    expect(queueOf(lowered, 'in-person').map(({ memberId }) => memberId)).toEqual(['tenant/Cai', 'tenant/Dag'])
    expect(stateOf(lowered, 'Bo')).toBe('offered')
  })

  it('holds no seat for an unanswered offer once the gathering is over', () => {
    const waiting = request(full(), 'Bo', 'wait')
    const offered = settle({ ...waiting, capacity: null }, now, terms)
    const over = offered.endsAt.toTemporalInstant().add({ hours: 1 })
    const after = settle({ ...settle(offered, over, terms), capacity: 1 }, over, terms)
    expect(stateOf(after, 'Bo')).toBe('expired')
    expect(freeSeats(after, 'in-person')).toBe(0)
    expect(after.offersEndAt).toBeNull()
  })

  it('takes offers back when the gathering is called off, and makes them anew when it is on again', () => {
    const offered = cancelled(request(full(), 'Bo', 'wait'), 'Ada')
    const calledOff = settle({ ...offered, status: 'called-off' }, now, terms)
    expect(stateOf(calledOff, 'Bo')).toBe('waiting')
    const later = now.add({ hours: 72 })
    const onAgain = settle({ ...settle(calledOff, later, terms), status: 'published' }, later, terms)
    expect(stateOf(onAgain, 'Bo')).toBe('offered')
    expect(onAgain.offersEndAt?.getTime()).toBeGreaterThan(later.epochMilliseconds)
  })

  it('makes no offers in the last hours', () => {
    const waiting = request(full(), 'Bo', 'wait')
    const late = waiting.startsAt.toTemporalInstant().subtract({ hours: 2 })
    expect(stateOf(cancelled(waiting, 'Ada', late), 'Bo')).toBe('waiting')
  })

  function asking(name: string) {
    return { attendance: 'in-person', diet: '', question: '', calendarKey: name, member: aMember(name) } as const
  }
})

describe('the end of an offer', () => {
  const gathering = aGathering()
  const endOf = (wallTime: string) => {
    const at = Temporal.PlainDateTime.from(wallTime).toZonedDateTime('Europe/Oslo').toInstant()
    const end = offerEnd(at, gathering, terms.quietHours)
    return end?.toZonedDateTimeISO('Europe/Oslo').toPlainDateTime().toString({ smallestUnit: 'minute' }) ?? null
  }

  it('comes sooner as the gathering comes closer', () => {
    expect(endOf('2027-02-10T12:00')).toBe('2027-02-12T12:00')
    expect(endOf('2027-02-25T12:00')).toBe('2027-02-26T12:00')
    expect(endOf('2027-02-27T09:00')).toBe('2027-02-27T17:00')
  })

  it('does not count quiet hours', () => {
    expect(endOf('2027-02-27T18:00')).toBe('2027-02-28T12:00')
    expect(endOf('2027-02-26T23:30')).toBe('2027-02-27T15:00')
  })

  it('is an hour before the start at the latest', () => {
    expect(endOf('2027-02-28T20:30')).toBe('2027-03-01T08:30')
    expect(endOf('2027-03-01T06:00')).toBe('2027-03-01T08:00')
    expect(endOf('2027-03-01T08:00')).toBeNull()
  })
})
