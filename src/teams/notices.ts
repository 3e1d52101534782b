import { type Answered, answerParts, forAll } from '../cards/message-answers.ts'
import { type Notice, noticesCard } from '../cards/notices.ts'
import type { Language } from '../language.ts'
import type { Person } from '../network/people.ts'
import { type Deliveries, messageOf } from '../reminders/deliveries.ts'
import type { Kind } from '../reminders/kinds.ts'
import type { Delivery, Message, MessageRow } from '../reminders/message.ts'
import type { SharedChat } from '../reminders/shared-chat.ts'
import { textsIn } from '../texts/texts.ts'
import { parseReference } from './connector.ts'
import type { KeepSent } from './keep-sent.ts'
import type { Proactive } from './proactive.ts'
import { type Mention, type PlainReply, replyWithCard, type ShownGatherings } from './reply.ts'

/** What a message may be made of. */
interface NoticeContext {
  personId: string
  language: Language
  now: Temporal.Instant
  /** All that goes in the same message. */
  rows: readonly MessageRow[]
  /** The person has the message, and it is made anew to take its place. */
  isSent: boolean
  /** Others read it too. */
  isShared: boolean
}

/** With the gatherings that it tells of, if it does. */
type MadeNotice = Notice & { shows?: ShownGatherings }

/** Makes what is said out of what is true at this moment; null when nothing is to be said any more. */
export type NoticeMaker = (row: MessageRow, context: NoticeContext) => Promise<MadeNotice | null>

/** Who makes what is said of each kind. */
export type NoticeMakers = { readonly [K in Kind]?: NoticeMaker }

export interface NoticeDependencies {
  proactive: Proactive
  findPerson: (personId: string) => Promise<Person | null>
  languageOf: (person: Person) => Promise<Language>
  /** What a member is called; null for who is none. */
  nameOf: (personId: string) => Promise<string | null>
  makers: NoticeMakers
  keepSent: KeepSent
  /** Remembers messages that may have to be corrected or taken back. */
  deliveries: Pick<Deliveries, 'find' | 'note'>
  /** A message that can be corrected has reached somebody. */
  delivered: (rows: readonly MessageRow[], message: Message) => Promise<void>
  timeZone: string
  now: () => Temporal.Instant
}

export type Notices = ReturnType<typeof createNotices>

/** Makes the card of what fell due for one person, and sends it. */
export function createNotices(dependencies: NoticeDependencies) {
  const { proactive, findPerson, languageOf, nameOf, makers, keepSent, deliveries, delivered, timeZone, now } =
    dependencies

  /** Null when nothing of it is to be said any more. */
  async function reply(
    { personId, chat, rows }: Message,
    language: Language,
    answered: Answered | null,
    isSent = true,
  ): Promise<PlainReply | null> {
    const isShared = chat !== null
    const context = { personId, language, now: now(), rows, isSent, isShared }
    const made = await Promise.all(rows.map(async (row) => ({ row, notice: await makers[row.kind]?.(row, context) })))
    const said = made.flatMap(({ row, notice }) => (notice ? [{ row, notice }] : []))
    if (said.length === 0) return null
    const shown = said.map(({ row }) => row)
    const answers = isShared
      ? forAll(language)
      : answerParts({ rows: shown, answered, timeZone, now: context.now }, language)
    const told = said.map(({ notice }) => notice)
    const card = noticesCard(told, answers, language, isShared ? 'open' : 'all')
    return replyWithCard(card, allShown(told), chat === null ? null : await mentionOf(personId, chat, language))
  }

  async function mentionOf(personId: string, { reference }: SharedChat, language: Language): Promise<Mention | null> {
    const userId = parseReference(reference)?.user?.id
    const name = (await nameOf(personId)) ?? textsIn(language).colleagues.somebody
    return userId === undefined ? null : { userId, name }
  }

  async function keep(
    { personId, tenantId, chat, rows }: Message,
    { conversation }: Person,
    language: Language,
    made: PlainReply,
    activityId: string | undefined,
  ): Promise<void> {
    const reference = parseReference(chat?.reference ?? conversation)
    if (reference === null) return
    const where = { tenantId, conversationId: reference.conversation.id, reference }
    await keepSent({ ...where, activityId, personId, chat, language, reply: made, keys: rows.map(({ key }) => key) })
  }

  /** Puts what is true now in the place of what the person has; takes it away where nothing is to be said any more. */
  async function renew(person: Person, row: MessageRow): Promise<Delivery> {
    const known = await deliveries.find(row.data.deliveryId ?? '')
    if (known === null) return { kind: 'delivered' }
    const made = await reply(messageOf(known), await languageOf(person), null)
    const where = known.chat?.reference ?? person.conversation
    const outcome = await (made === null
      ? proactive.withdraw(where, known.activityId)
      : proactive.update(where, known.activityId, made))
    // Who deleted the message, or the bot, has nothing to be renewed.
    return outcome.kind === 'unreachable' ? { kind: 'delivered' } : outcome
  }

  async function sendNew(person: Person, message: Message): Promise<Delivery> {
    const language = await languageOf(person)
    const made = await reply(message, language, null, false)
    if (made === null) return { kind: 'pointless' }
    const outcome = await proactive.send(message.chat?.reference ?? person.conversation, made)
    if (outcome.kind !== 'delivered') return outcome
    await keep(message, person, language, made, outcome.activityId)
    const kept = message.rows.filter(({ kind, data }) => canBeChanged.has(kind) && data.test === undefined)
    if (outcome.activityId !== undefined && kept.length > 0) {
      await deliveries.note(message, kept, outcome.activityId, now())
      await delivered(kept, message)
    }
    return outcome
  }

  return {
    reply,
    /** What was sent is renewed first: that can be done twice, if what is new then fails. */
    async send(message: Message): Promise<Delivery> {
      const person = await findPerson(message.personId)
      if (person === null || person.conversation === null) return { kind: 'unreachable', reason: 'no conversation' }
      const fresh = message.rows.filter(({ kind }) => kind !== 'message-update')
      for (const row of message.rows) {
        if (row.kind !== 'message-update') continue
        const outcome = await renew(person, row)
        if (outcome.kind !== 'delivered') return outcome
      }
      return fresh.length === 0 ? { kind: 'delivered' } : sendNew(person, { ...message, rows: fresh })
    },
  }
}

const canBeChanged: ReadonlySet<Kind> = new Set(['announcement', 'gathering-message'])

function allShown(notices: readonly MadeNotice[]): ShownGatherings | undefined {
  const shown = notices.flatMap(({ shows }) => shows ?? [])
  if (shown.length === 0) return undefined
  const gatheringIds = [...new Set(shown.flatMap((each) => each.gatheringIds))]
  return { gatheringIds, state: shown.map(({ state }) => state).join('.') }
}
