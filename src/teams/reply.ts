import { type Activity, ActivityTypes, CardFactory, MessageFactory, type TurnContext } from 'botbuilder'
import type { Card } from '../cards/card.ts'
import type { Citation } from '../knowledge/wording/wording.ts'

/**
 * What a handler answers. To a message it is sent in the chat; to a pressed button a card takes the place of the
 * card pressed, and a text is shown as a short notice.
 */
export type PlainReply =
  | { kind: 'card'; card: Card; shows?: ShownGatherings; mention?: Mention }
  | { kind: 'text'; text: string }

/** Whom a message in a chat with others is for: Teams tells them of it. */
export interface Mention {
  /** By what Teams knows them there. */
  userId: string
  name: string
}

/** What a card shows, so that it can be brought up to date when it changes. */
export interface ShownGatherings {
  gatheringIds: readonly string[]
  /** The same while the card would say the same. */
  state: string
  /** Of a card that a group sees: whether the group is too large for Teams to refresh it for everybody. */
  isLarge?: boolean
}
export type Reply = PlainReply | GeneratedReply

/** What a language model worded: labelled as such, with its sources, and with Teams' own buttons to say what one thinks. */
export interface GeneratedReply {
  kind: 'generated'
  /** The answer that it words. */
  answerId: string
  /** With `[1]` where a source is named, each once. */
  text: string
  citations: readonly Citation[]
  /** Sources and ways on, below the text. */
  card: Card
  /** The answer as people wrote it, for when this one cannot be sent. */
  plain: PlainReply
}

export function replyWithCard(card: Card, shows?: ShownGatherings, mention?: Mention | null): PlainReply {
  return { kind: 'card', card, ...(shows ? { shows } : {}), ...(mention ? { mention } : {}) }
}

export function replyWithText(text: string): PlainReply {
  return { kind: 'text', text }
}

/**
 * Sends the reply as the activity demands: in answer to an invoke, or as a message.
 * @returns the message's id, where there is one and the service tells it
 */
export async function answer(context: TurnContext, reply: PlainReply): Promise<string | undefined> {
  if (context.activity.type === ActivityTypes.Invoke) {
    await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body: invokeBody(reply) } })
    return undefined
  }
  return (await context.sendActivity(messageOf(reply)))?.id
}

/** @see https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model */
function invokeBody(reply: PlainReply) {
  return reply.kind === 'card'
    ? { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: reply.card }
    : { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: reply.text }
}

/** The summary is what notifications and the list of chats show. */
export function messageOf(reply: PlainReply): Partial<Activity> {
  if (reply.kind === 'text') return MessageFactory.text(reply.text)
  const message = MessageFactory.attachment(CardFactory.adaptiveCard(reply.card))
  return { ...message, summary: reply.card.fallbackText, ...(reply.mention && mentioning(reply.mention)) }
}

/** @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/channel-and-group-conversations */
function mentioning({ userId: id, name: written }: Mention): Partial<Activity> {
  const name = written.replaceAll(/[<>&]/g, '')
  const text = `<at>${name}</at>`
  return { text, entities: [{ type: 'mention', text, mentioned: { id, name } }] }
}
