import type { Advisers } from '../network/advisers.ts'
import type { Network } from '../network/network.ts'
import type { Privacy } from '../network/privacy.ts'
import type { Reminders } from '../reminders/reminders.ts'

/** So long somebody who is no member is remembered after they last wrote. */
const daysRemembered = 365

interface Dependencies {
  network: Pick<Network, 'people' | 'members'>
  advisers: Pick<Advisers, 'isAdviser'>
  reminders: Pick<Reminders, 'pendingAbout'>
  privacy: Pick<Privacy, 'forget'>
}

/** Forgets those who wrote once and never joined. Members, former ones too, have terms of their own. */
export function createForgetStrangers({ network, advisers, reminders, privacy }: Dependencies) {
  const { people, members } = network

  async function isStranger(personId: string, now: Temporal.Instant): Promise<boolean> {
    if ((await members.known(personId)) !== null || (await advisers.isAdviser(personId, now))) return false
    return (await reminders.pendingAbout(personId)).length === 0
  }

  return async (now: Temporal.Instant): Promise<void> => {
    for (const personId of await people.silentSince(now.subtract({ hours: 24 * daysRemembered }), now)) {
      if (await isStranger(personId, now)) await privacy.forget(personId, now)
    }
  }
}
