import { capacityOf, freeSeats, freeSeatsByDay } from './free-seats.ts'
import {
  type Attendance,
  attendancesOf,
  type Gathering,
  isActive,
  type NotOpen,
  queueOf,
  whyNotOpen,
} from './gathering.ts'
import type { Member } from './member.ts'
import { type RegistrationView, viewOf } from './registrations.ts'

/** A gathering as one person sees it. */
export interface GatheringView {
  gathering: Gathering
  /** Null when they never registered, or are no member. */
  mine: RegistrationView | null
  /** Why they cannot register; null when they can, if there are seats. */
  notOpen: NotOpen | null
  seats: SeatsView[]
}

export interface SeatsView {
  attendance: Attendance
  /** Null: no limit. */
  capacity: number | null
  /** On all days. Null: no limit. */
  free: number | null
  /** Day by day. */
  freeByDay: (number | null)[]
  waiting: number
}

export function viewGathering(gathering: Gathering, member: Member | null, now: Temporal.Instant): GatheringView {
  return {
    gathering,
    mine: member && viewOf(gathering, member._id),
    notOpen: whyNotOpen(gathering, member, now),
    seats: attendancesOf(gathering).map((attendance) => ({
      attendance,
      capacity: finite(capacityOf(gathering, attendance)),
      free: finite(Math.max(0, freeSeats(gathering, attendance))),
      freeByDay: freeSeatsByDay(gathering, attendance).map((free) => finite(Math.max(0, free))),
      waiting: queueOf(gathering, attendance).length,
    })),
  }
}

/** Open, with seats in person left, to one who has no place yet: a press is all that it takes. */
export function canRegister(view: GatheringView): boolean {
  return isOpenTo(view) && freeInPerson(view) !== 0
}

/** Open, with no seat in person left, to one who has no place yet. */
export function canWait(view: GatheringView): boolean {
  return isOpenTo(view) && freeInPerson(view) === 0
}

function isOpenTo({ mine, notOpen }: GatheringView): boolean {
  return notOpen === null && (mine === null || !isActive(mine.registration))
}

function freeInPerson({ seats }: GatheringView): number | null | undefined {
  return seats.find(({ attendance }) => attendance === 'in-person')?.free
}

function finite(count: number): number | null {
  return Number.isFinite(count) ? count : null
}
