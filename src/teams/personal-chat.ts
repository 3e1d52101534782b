import type { Activity } from 'botbuilder'
import { z } from 'zod'
import type { Person as KnownPerson } from '../network/people.ts'
import { conversationReference } from './activity.ts'
import { type Connector, parseReference, type StoredReference } from './connector.ts'
import type { Person } from './turn.ts'

export interface PersonalChatDependencies {
  findPerson: (personId: string) => Promise<KnownPerson | null>
  connect: Connector
}

/** Finds where somebody who acts in a group is alone with the bot; null when Teams lets the bot write to them nowhere. */
export type FindPersonalChat = (activity: Activity, person: Person) => Promise<StoredReference | null>

const created = z.looseObject({ id: z.string().min(1) })

/**
 * The chat that the person wrote in before, and else a new one, which Teams allows where they have the bot, or are in a
 * team that has it.
 * @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages
 */
export function createPersonalChats({ findPerson, connect }: PersonalChatDependencies): FindPersonalChat {
  async function open(activity: Activity, { tenantId }: Person): Promise<StoredReference | null> {
    const { serviceUrl, recipient, from } = activity
    const body = {
      bot: { id: recipient.id, name: recipient.name },
      members: [{ id: from.id }],
      isGroup: false,
      tenantId,
      channelData: { tenant: { id: tenantId } },
    }
    const answer = await connect({ method: 'POST', serviceUrl, path: 'conversations', body })
    const { data } = created.safeParse(answer.body)
    if (!answer.ok || data === undefined) return null
    const conversation = { id: data.id, conversationType: 'personal', tenantId }
    return parseReference({ ...conversationReference(activity), conversation })
  }

  return async (activity, person) => {
    const known = await findPerson(person.id)
    if (known?.unreachable === null && known.conversation !== null) return parseReference(known.conversation)
    // No connection or a time-out: the person is told to open the chat, which is what null leads to.
    return open(activity, person).catch(() => null)
  }
}
