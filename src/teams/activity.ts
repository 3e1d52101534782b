import type { Activity, ConversationReference } from 'botbuilder'
import { z } from 'zod'
import { parseJson } from '../json.ts'
import type { Person, Place, Turn } from './turn.ts'

const account = z.looseObject({
  id: z.string().min(1),
  name: z.string().optional(),
  aadObjectId: z.string().optional(),
})

/**
 * What an activity must have before the SDK sees it. The SDK itself checks only that there is a type, and fails later.
 * @see https://github.com/microsoft/botframework-sdk/blob/main/specs/botframework-activity/botframework-activity.md
 */
const activitySchema = z.looseObject({
  type: z.string().min(1),
  id: z.string().optional(),
  channelId: z.string().min(1),
  serviceUrl: z.url(),
  from: account,
  recipient: account,
  conversation: z.looseObject({
    id: z.string().min(1),
    conversationType: z.string().optional(),
    tenantId: z.string().optional(),
  }),
  text: z.string().nullish(),
  attachments: z.array(z.looseObject({ contentType: z.string().optional() })).nullish(),
  entities: z.array(z.looseObject({ type: z.string().optional() })).nullish(),
})

/** The activity, or null when the body is none. */
export function parseActivity(body: unknown): Activity | null {
  const parsed = activitySchema.safeParse(body)
  return parsed.success && isActivity(parsed.data) ? parsed.data : null
}

function isActivity(value: z.infer<typeof activitySchema>): value is z.infer<typeof activitySchema> & Activity {
  return value.type !== ''
}

const channelData = z.looseObject({
  tenant: z.looseObject({ id: z.string() }).optional(),
  team: z.looseObject({ id: z.string() }).optional(),
})

function tenantOf(activity: Activity): string | undefined {
  return activity.conversation.tenantId ?? channelData.safeParse(activity.channelData).data?.tenant?.id
}

/** Who wrote, by tenant and directory id; null where the channel leaves one of them out. */
export function personOf(activity: Activity): Person | null {
  const tenantId = tenantOf(activity)
  const { aadObjectId } = activity.from
  return tenantId && aadObjectId ? { id: `${tenantId}/${aadObjectId}`, tenantId, aadObjectId } : null
}

export function scopeOf(activity: Activity): Turn['scope'] {
  const { conversationType } = activity.conversation
  return conversationType === 'channel' || conversationType === 'groupChat' ? conversationType : 'personal'
}

/** Teams sends a message's text once more as an HTML attachment: that is no file. */
export function hasFile(activity: Activity): boolean {
  return (activity.attachments ?? []).some(({ contentType }) => contentType !== 'text/html')
}

/** Where to write to this person later: the same for every activity of a conversation, and without names. */
export function conversationReference(activity: Activity): Partial<ConversationReference> {
  const { channelId, serviceUrl, conversation, recipient, from } = activity
  return {
    channelId,
    serviceUrl,
    conversation: {
      id: conversation.id,
      name: '',
      isGroup: conversation.isGroup,
      conversationType: conversation.conversationType,
      ...(conversation.tenantId === undefined ? {} : { tenantId: conversation.tenantId }),
    },
    bot: { id: recipient.id, name: recipient.name },
    user: { id: from.id, name: '', ...(from.aadObjectId === undefined ? {} : { aadObjectId: from.aadObjectId }) },
  }
}

/** In a channel the conversation's id names the thread too, behind a semicolon: without it a message begins a new one. */
export function placeOf(activity: Activity): Place {
  const { conversation, ...reference } = conversationReference(activity)
  const conversationId = activity.conversation.id.replace(/;messageid=.*$/, '')
  const tenantId = tenantOf(activity) ?? ''
  return {
    conversationId,
    group: channelData.safeParse(activity.channelData).data?.team?.id ?? conversationId,
    tenantId,
    reference: { ...reference, conversation: { ...conversation, id: conversationId, tenantId } },
  }
}

/** Who was taken out of a chat or team, as far as Teams says: whether the bot was, and persons' ids. */
export function removedFrom(activity: Activity): { isBot: boolean; personIds: string[] } {
  const { membersRemoved = [], recipient } = activity
  const tenantId = tenantOf(activity)
  const ids = membersRemoved.flatMap(({ aadObjectId }) => aadObjectId ?? [])
  return {
    isBot: membersRemoved.some(({ id }) => id === recipient.id),
    personIds: tenantId === undefined ? [] : ids.map((id) => `${tenantId}/${id}`),
  }
}

const cardAction = z.looseObject({
  action: z.looseObject({ verb: z.string(), data: z.looseObject({}).nullish() }),
})
const submittedCard = z.looseObject({ verb: z.string() })

export interface Press {
  verb: string
  data: Record<string, unknown>
}

/** The button behind an activity: Universal Actions come as invokes, their fallback as a message with a value. */
export function pressOf(activity: Activity): Press | null {
  if (activity.type === 'invoke') {
    if (activity.name !== 'adaptiveCard/action') return null
    const { data } = cardAction.safeParse(activity.value)
    return data ? { verb: data.action.verb, data: data.action.data ?? {} } : { verb: '', data: {} }
  }
  if (activity.type !== 'message' || activity.value === undefined || activity.value === null) return null
  const { data } = submittedCard.safeParse(activity.value)
  return data ? { verb: data.verb, data } : { verb: '', data: {} }
}

const feedbackSubmitted = z.looseObject({
  actionName: z.literal('feedback'),
  actionValue: z.looseObject({ reaction: z.enum(['like', 'dislike']), feedback: z.string().default('') }),
})
/** In Teams the word is JSON; the Agents Playground sends it as it was typed. */
const feedbackForm = z.looseObject({ feedbackText: z.string().default('') })

/** What somebody thinks of a message that a language model worded, by Teams' own buttons. */
export interface MessageFeedback {
  messageId: string
  isHelpful: boolean
  word: string
}

export function feedbackOf(activity: Activity): MessageFeedback | null {
  if (activity.type !== 'invoke' || activity.name !== 'message/submitAction') return null
  const { data } = feedbackSubmitted.safeParse(activity.value)
  if (data === undefined) return null
  const { reaction, feedback } = data.actionValue
  const form = feedbackForm.safeParse(parseJson(feedback))
  const word = form.success ? form.data.feedbackText : feedback
  return { messageId: activity.replyToId ?? '', isHelpful: reaction === 'like', word }
}
