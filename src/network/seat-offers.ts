import { toDate } from '../store/instants.ts'
import { freeSeatsByDay } from './free-seats.ts'
import { type Attendance, attendances, type Gathering, queueOf, type Registration } from './gathering.ts'
import { daysAttended } from './gathering-days.ts'
import { offerEnd, type QuietHours } from './offer-terms.ts'
import { moved, withRegistration } from './registration-changes.ts'
import { isAfter } from './times.ts'

export interface SeatTerms {
  /** An offer does not run out in them. */
  quietHours: QuietHours | null
}

/** Settled gatherings, with when: of hundreds who press at once each one's rule begins where the last one's ended. */
const settledAt = new WeakMap<Gathering, { now: Temporal.Instant; terms: SeatTerms }>()

/**
 * What time and a changed capacity bring about: offers run out, are taken back when there are fewer seats or the
 * gathering is called off, and are made to those who wait. Do this before and after every rule of seats; the same
 * moment twice changes nothing.
 */
export function settle(gathering: Gathering, now: Temporal.Instant, terms: SeatTerms): Gathering {
  if (isSettled(gathering, now, terms)) return gathering
  const settled = settleAnew(gathering, now, terms)
  settledAt.set(settled, { now, terms })
  return settled
}

/** Time alone brings only about that offers run out and that the gathering ends; later there is never more to offer. */
function isSettled(gathering: Gathering, now: Temporal.Instant, terms: SeatTerms): boolean {
  const last = settledAt.get(gathering)
  if (last === undefined || last.terms !== terms || Temporal.Instant.compare(last.now, now) > 0) return false
  const isBetween = (time: Date | null) => time !== null && isAfter(time, last.now) && !isAfter(time, now)
  return !isBetween(gathering.offersEndAt) && !isBetween(gathering.endsAt)
}

function settleAnew(gathering: Gathering, now: Temporal.Instant, terms: SeatTerms): Gathering {
  if (gathering.status === 'called-off') return withOffersEnd(withdrawOffers(gathering, offersOf(gathering), now), null)
  if (!isAfter(gathering.endsAt, now)) return withOffersEnd(expireOffers(gathering, now), null)
  const settled = attendances.reduce(
    (each, attendance) => offerFreeSeats(takeBackOffers(each, attendance, now), attendance, now, terms),
    expireOffers(gathering, now),
  )
  return settled === gathering && gathering.offersEndAt === null
    ? gathering
    : withOffersEnd(settled, firstOfferEnd(settled))
}

function expireOffers(gathering: Gathering, now: Temporal.Instant): Gathering {
  if (gathering.offersEndAt === null) return gathering
  const expired = offersOf(gathering).filter(({ offer }) => offer !== null && !isAfter(offer.until, now))
  return expired.reduce((each, registration) => withRegistration(each, moved(registration, 'expired', now)), gathering)
}

/** Of those who asked last first. */
function takeBackOffers(gathering: Gathering, attendance: Attendance, now: Temporal.Instant): Gathering {
  if (gathering.offersEndAt === null || freeSeatsByDay(gathering, attendance).every((free) => free >= 0))
    return gathering
  const offers = offersOf(gathering).filter((each) => each.attendance === attendance)
  return offers
    .toSorted((a, b) => b.number - a.number)
    .reduce((each, offer) => (isOverfull(each, offer) ? withdrawOffers(each, [offer], now) : each), gathering)
}

function isOverfull(gathering: Gathering, offer: Registration): boolean {
  const free = freeSeatsByDay(gathering, offer.attendance)
  return daysAttended(offer, free.length).some((day) => (free[day - 1] ?? 0) < 0)
}

/** Where it is not written when the first one ends there are none. */
function offersOf({ registrations }: Gathering): Registration[] {
  return registrations.filter(({ state }) => state === 'offered')
}

/** Back to where they were in the queue. */
function withdrawOffers(gathering: Gathering, offers: readonly Registration[], now: Temporal.Instant): Gathering {
  return offers.reduce((each, offer) => withRegistration(each, moved(offer, 'waiting', now)), gathering)
}

function offerFreeSeats(
  gathering: Gathering,
  attendance: Attendance,
  now: Temporal.Instant,
  { quietHours }: SeatTerms,
): Gathering {
  const free = freeSeatsByDay(gathering, attendance)
  if (free.every((seats) => seats <= 0)) return gathering
  const served = firstServed(queueOf(gathering, attendance), free)
  const until = served.length === 0 ? null : offerEnd(now, gathering, quietHours)
  if (until === null) return gathering
  return served.reduce((each, registration) => {
    if (registration.takeWhenFree) return withRegistration(each, given(registration, now))
    const number = each.lastNumber + 1
    const offered = { ...moved(registration, 'offered', now), offer: { number, until: toDate(until) } }
    return { ...withRegistration(each, offered), lastNumber: number }
  }, gathering)
}

/**
 * Those who get a seat on all their days when everybody is served in turn. Who does not is kept a seat on those days
 * that have one: nobody passes them for a day that both want.
 */
function firstServed(queue: readonly Registration[], free: readonly number[]): Registration[] {
  const left = [...free]
  const served: Registration[] = []
  for (const registration of queue) {
    if (left.every((seats) => seats <= 0)) break
    const days = daysAttended(registration, left.length)
    if (days.every((day) => (left[day - 1] ?? 0) > 0)) served.push(registration)
    for (const day of days) left[day - 1] = (left[day - 1] ?? 0) - 1
  }
  return served
}

function given(registration: Registration, now: Temporal.Instant): Registration {
  return { ...moved(registration, 'registered', now), takeWhenFree: true }
}

function firstOfferEnd({ registrations }: Gathering): number | null {
  const ends = registrations.flatMap(({ offer }) => (offer === null ? [] : [offer.until.getTime()]))
  return ends.length === 0 ? null : Math.min(...ends)
}

function withOffersEnd(gathering: Gathering, time: number | null): Gathering {
  if ((gathering.offersEndAt?.getTime() ?? null) === time) return gathering
  return { ...gathering, offersEndAt: time === null ? null : new Date(time) }
}
