import { toDate } from '../store/instants.ts'
import type { Gathering, Registration } from './gathering.ts'

/** In another state from now on, by the member's own act or by that of time. */
export function moved(registration: Registration, state: Registration['state'], now: Temporal.Instant): Registration {
  return {
    ...registration,
    state,
    since: toDate(now),
    offer: null,
    takeWhenFree: false,
    isExtra: false,
    by: null,
    byMemberId: null,
    handover: null,
  }
}

/** Without what was told for the day. */
export function emptied(registration: Registration): Registration {
  return { ...registration, days: [], guest: '', diet: '', question: '', answers: {} }
}

/** In place of what the member had before, if they had. */
export function withRegistration(gathering: Gathering, registration: Registration): Gathering {
  const at = gathering.registrations.findIndex(({ memberId }) => memberId === registration.memberId)
  const registrations =
    at === -1 ? [...gathering.registrations, registration] : gathering.registrations.with(at, registration)
  return { ...gathering, registrations }
}
