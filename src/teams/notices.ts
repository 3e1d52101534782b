import type { Card } from '../cards/elements.ts'
import { type Answered, answerParts } from '../cards/message-answers.ts'
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
  timeZone: string
  now: () => Temporal.Instant
}

export type Notices = ReturnType<typeof createNotices>

/** Makes the card of what fell due for one person, and sends it. */
export function createNotices(dependencies: NoticeDependencies) {
  const { proactive, findPerson, languageOf, makers, timeZone, now } = dependencies

  /** Null when nothing of it is to be said any more. */
  async function card(
    { personId, rows }: Message,
    language: Language,
    answered: Answered | null,
  ): Promise<Card | null> {
    const context = { personId, language, now: now(), rows }
    const made = await Promise.all(rows.map(async (row) => ({ row, notice: await makers[row.kind]?.(row, context) })))
    const said = made.flatMap(({ row, notice }) => (notice ? [{ row, notice }] : []))
    if (said.length === 0) return null
    const shown = said.map(({ row }) => row)
    const answers = answerParts({ rows: shown, answered, timeZone, now: context.now }, language)
    return noticesCard(
      said.map(({ notice }) => notice),
      answers,
      language,
    )
  }

  return {
    card,
    async send(message: Message): Promise<Delivery> {
      const person = await findPerson(message.personId)
      if (person === null || person.conversation === null) return { kind: 'unreachable', reason: 'no conversation' }
      const made = await card(message, await languageOf(person), null)
      if (made === null) return { kind: 'failed', retryable: false }
      return proactive.send(person.conversation, replyWithCard(made))
    },
  }
}
