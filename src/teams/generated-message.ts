import { CardFactory, MessageFactory, TurnContext } from 'botbuilder'
import { z } from 'zod'
import type { Citation } from '../knowledge/wording/wording.ts'
import type { Connector } from './connector.ts'
import type { GeneratedReply } from './reply.ts'

const sent = z.looseObject({ id: z.string() })

/**
 * Sends what a language model worded with Teams' label for it. Not through the SDK: its client (4.23.3) drops all of an
 * entity but its type, and with it the label and the citations.
 * @returns the message's id, empty when the service does not tell it; null when it could not be sent
 */
export async function sendGenerated(
  connect: Connector,
  context: TurnContext,
  reply: GeneratedReply,
): Promise<string | null> {
  const { serviceUrl, conversation, id } = context.activity
  const message = TurnContext.applyConversationReference(
    messageOf(reply),
    TurnContext.getConversationReference(context.activity),
  )
  const below = id === undefined ? '' : `/${encodeURIComponent(id)}`
  const path = `conversations/${encodeURIComponent(conversation.id)}/activities${below}`
  const answer = await connect({ method: 'POST', serviceUrl, path, body: message })
  return answer.ok ? (sent.safeParse(answer.body).data?.id ?? '') : null
}

function messageOf({ text, citations, card }: GeneratedReply) {
  return {
    ...MessageFactory.attachment(CardFactory.adaptiveCard(card)),
    text,
    summary: text,
    entities: [labelOf(citations)],
    channelData: { feedbackLoop: { type: 'default' } },
  }
}

/** @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bot-messages-ai-generated-content */
function labelOf(citations: readonly Citation[]) {
  return {
    type: 'https://schema.org/Message',
    '@type': 'Message',
    '@context': 'https://schema.org',
    '@id': '',
    additionalType: ['AIGeneratedContent'],
    citation: citations.map(({ position, title, url, abstract }) => ({
      '@type': 'Claim',
      position,
      appearance: { '@type': 'DigitalDocument', name: title, abstract, ...(url === null ? {} : { url }) },
    })),
  }
}
