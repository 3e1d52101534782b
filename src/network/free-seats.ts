import { type Attendance, type Gathering, holdsSeat, type Registration } from './gathering.ts'
import { datesOf, daysAttended } from './gathering-days.ts'

/** Infinity where there is no limit. */
export function capacityOf(gathering: Gathering, attendance: Attendance): number {
  const capacity = attendance === 'in-person' ? gathering.capacity : gathering.onlineCapacity
  return capacity ?? Number.POSITIVE_INFINITY
}

/** Seats that are free on all days. Below zero when the capacity was lowered under those who have a seat. */
export function freeSeats(gathering: Gathering, attendance: Attendance): number {
  return Math.min(...freeSeatsByDay(gathering, attendance))
}

/** @param takers who take a seat on their days: whoever holds one, if nothing else is said */
export function freeSeatsByDay(
  gathering: Gathering,
  attendance: Attendance,
  takers: readonly Registration[] = gathering.registrations.filter(holdsSeat),
): number[] {
  const count = datesOf(gathering).length
  const free = Array.from({ length: count }, () => capacityOf(gathering, attendance))
  for (const taker of takers) {
    if (taker.attendance !== attendance || taker.isExtra) continue
    for (const day of daysAttended(taker, count)) free[day - 1] = (free[day - 1] ?? 0) - seatsTaken(taker)
  }
  return free
}

/** Who comes along needs a seat too. */
export function seatsTaken({ guest }: Pick<Registration, 'guest'>): number {
  return guest === '' ? 1 : 2
}
