import type { VotedAnswers } from '../cards/feedback.ts'
import type { Language } from '../language.ts'
import type { Texts } from '../texts/texts.ts'
import type { Reply } from './reply.ts'

/** Who wrote, as the authenticated activity says it: never from text or card data. */
export interface Person {
  /** `tenantId/aadObjectId` */
  id: string
  tenantId: string
  aadObjectId: string
}

export interface RosterEntry {
  name?: string
  /** What the organisation says that the address is, which it is free to say of anybody. */
  email?: string
  /** What the person signs in with, an address in a domain that the organisation has proved to be its own. */
  signInName?: string
}

/** Where the turn takes place: the chat, or the channel whatever the thread in it. */
export interface Place {
  conversationId: string
  /** What people and the bot are taken out of: the chat itself, or the team that the channel is in. */
  group: string
  /** Empty where the channel does not say. */
  tenantId: string
  /** For writing to it later. */
  reference: Readonly<Record<string, unknown>>
}

/** What is remembered of a conversation, so that a follow-up is understood. */
export interface ConversationMemory {
  /** What was last written in. */
  language?: Language | undefined
  topic?: string | undefined
  answerId?: string | undefined
  /** The gathering shown last, where it was one. */
  gatheringId?: string | undefined
  /** The programmes that were offered last, where it was none in particular. */
  offered?: string[] | undefined
  /** The last question in words, and the answers that it led to: for who says that they did not help. */
  asked?: { text: string; answerIds: string[] } | undefined
  /** The latest messages that a language model worded, and which answers they word: for what is thought of them. */
  generated?: { messageId: string; answerId: string }[] | undefined
  /** What the last answer was about: until the next. */
  about?: About | undefined
  guide?: GuideProgress | undefined
  /** What the person followed at that time, in milliseconds since 1970: so that not every answer has to read it. */
  following?: { topics: string[]; at: number } | undefined
}

type About =
  | { kind: 'answer'; answers: VotedAnswers }
  /** `was` is when it was to come before it was moved, in milliseconds since 1970. */
  | { kind: 'reminder'; id: string; was?: number }
  | { kind: 'reminders' }
  /** One that is not set yet: what was said of it so far, and what is still to be said. */
  | { kind: 'reminder-draft'; id: string; said: string; lacks: 'when' | 'what' | 'programme' }

/** How far the conversation has come in the guide: ids only. */
interface GuideProgress {
  /** Question: choice. */
  answers: Record<string, string>
  /** The question that is open; null when all are answered. */
  open: string | null
  /** When it was last answered, in milliseconds since 1970. */
  at: number
}

/** One activity and all that a handler may know of it. */
export interface Turn {
  readonly activityId: string
  /** Null where the channel does not say who writes: then nothing personal can be done. */
  readonly person: Person | null
  readonly scope: 'personal' | 'groupChat' | 'channel'
  /** Whether nobody but this person sees the answer: in a group only who pressed a button sees what it brings. */
  readonly isPrivate: boolean
  readonly place: Place
  /** The text without the mention of the bot; empty for buttons. */
  readonly text: string
  readonly hasAttachment: boolean
  readonly language: Language
  /** The language that the person chose, if they did. */
  readonly preferred: Language | undefined
  readonly texts: Texts
  readonly now: Temporal.Instant
  readonly memory: ConversationMemory
  /** Name and e-mail from the roster; empty where Teams does not tell. */
  roster(): Promise<RosterEntry>
  /** Where a person who acts in a group is alone with the bot; null when the bot may not write to them there. */
  personalChat(): Promise<PersonalChat | null>
  /** Opens the personal chat with the bot in Teams. */
  readonly personalChatUrl: string
  /** Shows that the answer is being worked on. */
  typing(): Promise<void>
  /** The same turn in another language. */
  in(language: Language): Turn
}

export interface PersonalChat {
  /** The turn as it would be had the person written there. */
  turn: PersonalTurn
  /** False when it could not be delivered. */
  send(reply: Reply): Promise<boolean>
}

/** A turn whose writer is known. */
export type PersonalTurn = Turn & { readonly person: Person }
