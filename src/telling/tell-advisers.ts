import type { AdviserChannel, Advisers } from '../network/advisers.ts'
import type { ChannelPost, ContactWish, ContactWishes } from '../network/questions/contact-wishes.ts'
import type { Reminders } from '../reminders/reminders.ts'
import { toDate } from '../store/instants.ts'
import { expiryOf } from './expiry.ts'

/** What became of a message to a channel; `refused` will be so the next time too. */
type Posted = { kind: 'posted'; post: ChannelPost | null } | { kind: 'later' } | { kind: 'refused' }

interface Dependencies {
  advisers: Pick<Advisers, 'channels' | 'reachable'>
  wishes: Pick<ContactWishes, 'untold' | 'claim' | 'giveBack' | 'notePost'>
  postInChannel: (channel: AdviserChannel, wish: ContactWish) => Promise<Posted>
  reminders: Pick<Reminders, 'post'>
}

/**
 * Tells the advisers who wants to be contacted, once: in the channel that they named last, or else each who can be
 * reached. Call it when somebody wants it, and about once a minute for what could not be told then.
 */
export function createTellAdvisers({ advisers, wishes, postInChannel, reminders }: Dependencies) {
  async function tellInPerson({ _id: wishId }: ContactWish, now: Temporal.Instant): Promise<boolean> {
    const personIds = await advisers.reachable()
    await reminders.post(
      personIds.map((personId) => ({
        key: `contact-wanted:${wishId}:${personId}`,
        about: `contact-wanted:${wishId}`,
        kind: 'contact-wanted' as const,
        personId,
        data: { wishId },
        dueAt: toDate(now),
        expiresAt: expiryOf(now),
      })),
    )
    return personIds.length > 0
  }

  async function isTold(wish: ContactWish, now: Temporal.Instant): Promise<boolean> {
    const [channel] = await advisers.channels()
    if (channel === undefined) return tellInPerson(wish, now)
    const posted = await postInChannel(channel, wish)
    if (posted.kind === 'refused') return tellInPerson(wish, now)
    if (posted.kind === 'later') return false
    if (posted.post !== null) await wishes.notePost(wish._id, posted.post)
    return true
  }

  return async (now: Temporal.Instant): Promise<void> => {
    for (const wish of await wishes.untold()) {
      if (!(await wishes.claim(wish._id, now))) continue
      if (!(await isTold(wish, now))) await wishes.giveBack(wish._id)
    }
  }
}
