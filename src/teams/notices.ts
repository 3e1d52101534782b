import { type Notice, noticesCard } from '../cards/notices.ts'
import type { Language } from '../language.ts'
import type { Person } from '../network/people.ts'
import type { Kind } from '../reminders/kinds.ts'
import type { Message, MessageRow } from '../reminders/message.ts'
import type { Delivery, Proactive } from './proactive.ts'
import { replyWithCard } from './reply.ts'

/** What a message may be made of. */
export interface NoticeContext {
  personId: string
  language: Language
  now: Temporal.Instant
  /** All that goes in the same message. */
  rows: readonly MessageRow[]
}

/** Makes what is said out of what is true at this moment; null when nothing is to be said any more. */
export type NoticeMaker = (row: MessageRow, context: NoticeContext) => Promise<Notice | null>

/** Who makes what is said of each kind. */
export type NoticeMakers = { readonly [K in Kind]?: NoticeMaker }

export interface NoticeDependencies {
  proactive: Proactive
  findPerson: (personId: string) => Promise<Person | null>
  languageOf: (person: Person) => Promise<Language>
  makers: NoticeMakers
  now: () => Temporal.Instant
}

/** Makes the card of what fell due for one person, and sends it. */
export function createNoticeSender(dependencies: NoticeDependencies): (message: Message) => Promise<Delivery> {
  const { proactive, findPerson, languageOf, makers, now } = dependencies
  return async ({ personId, rows }) => {
    const person = await findPerson(personId)
    if (person === null || person.conversation === null) return { kind: 'unreachable', reason: 'no conversation' }
    const context = { personId, language: await languageOf(person), now: now(), rows }
    const made = await Promise.all(rows.map((row) => makers[row.kind]?.(row, context) ?? null))
    const notices = made.filter((notice) => notice !== null)
    if (notices.length === 0) return { kind: 'failed', retryable: false }
    return proactive.send(person.conversation, replyWithCard(noticesCard(notices, context.language)))
  }
}
