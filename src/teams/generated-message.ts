import { CardFactory, MessageFactory, type TurnContext } from 'botbuilder'
import type { Citation } from '../knowledge/wording/wording.ts'
import { AnswerRefusedError } from './adapter.ts'
import type { GeneratedReply } from './reply.ts'

/**
 * Sends what a language model worded, with Teams' label for it.
 * @returns the message's id, empty when the service does not tell it; null when it was refused
 */
export async function sendGenerated(context: TurnContext, reply: GeneratedReply): Promise<string | null> {
  try {
    return (await context.sendActivity(messageOf(reply)))?.id ?? ''
  } catch (error) {
    if (error instanceof AnswerRefusedError) return null
    throw error
  }
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
