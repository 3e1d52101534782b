import { Application, TurnState } from '@microsoft/teams-ai'
import { ActivityTypes, type Storage, type TurnContext } from 'botbuilder'
import type { Language } from '../language.ts'
import type { Log } from '../log.ts'
import { textsIn } from '../texts/texts.ts'
import {
  conversationReference,
  feedbackOf,
  type MessageFeedback,
  type Press,
  personOf,
  placeOf,
  pressOf,
  removedFrom,
  scopeOf,
} from './activity.ts'
import type { Adapter } from './adapter.ts'
import { createTurn, localeLanguage, type TurnDependencies } from './create-turn.ts'
import type { Feature, VerbRoute } from './feature.ts'
import { sendGenerated } from './generated-message.ts'
import type { SentMessage } from './keep-sent.ts'
import { ordersIn, withText } from './orders.ts'
import { answer, type PlainReply, type Reply, replyWithText } from './reply.ts'
import type { ConversationMemory, Person, Turn } from './turn.ts'

/** Texts longer than this are not read: a question is a few sentences. */
const longestText = 4000

export interface AppDependencies extends TurnDependencies {
  adapter: Adapter
  storage: Storage
  features: readonly Feature[]
  /** Answers what people write. */
  onText: (turn: Turn) => Promise<Reply>
  /** Answers a message without text: a picture, a file, nothing. */
  onNothing: (turn: Turn) => Promise<Reply>
  welcome: (turn: Turn) => Promise<Reply>
  /** Takes what somebody thinks of a message that a language model worded. */
  onFeedback: (turn: Turn, feedback: MessageFeedback) => Promise<void>
  people: TurnDependencies['people'] & {
    /** True the first time for this person or conversation. */
    welcomeOnce(key: string, now: Temporal.Instant): Promise<boolean>
    /** The bot was put into this person's Teams, or taken out of it. */
    installed(person: Person, installed: boolean, now: Temporal.Instant): Promise<void>
  }
  /** The bot is no longer in a group chat or team; with `personId`, that person is not. */
  onGroupLeft: (group: string, personId?: string) => Promise<void>
  isAllowed: (tenantId: string) => boolean
  contact: string
  defaultLanguage: Language
  log: Log
}

type State = TurnState<ConversationMemory>

/** The bot: which activity goes to which handler. `run` answers one activity. */
export function createApp(dependencies: AppDependencies): { run(context: TurnContext): Promise<void> } {
  const { adapter, storage, people, log } = dependencies
  const app = new Application<State>({
    adapter,
    storage,
    turnStateFactory: () => new TurnState(),
    startTypingTimer: false,
    removeRecipientMention: true,
  })
  const routes = new Map<string, VerbRoute>()
  for (const { verbs = [] } of dependencies.features) for (const route of verbs) routes.set(route.verb, route)

  function turnOf(context: TurnContext, state: State): Promise<Turn> {
    return createTurn(dependencies, context, state.conversation)
  }

  async function press(turn: Turn, { verb, data }: Press): Promise<Reply> {
    const route = routes.get(verb)
    return route ? route.run(turn, data) : replyWithText(turn.texts.common.staleCard)
  }

  async function respond(turn: Turn, pressed: Press | null): Promise<Reply> {
    if (pressed) return press(turn, pressed)
    if (turn.text.length > longestText) return replyWithText(turn.texts.common.tooLong)
    return turn.text === '' ? dependencies.onNothing(turn) : dependencies.onText(turn)
  }

  async function greet(context: TurnContext, state: State): Promise<void> {
    const turn = await turnOf(context, state)
    const key = turn.scope === 'personal' && turn.person ? turn.person.id : context.activity.conversation.id
    if (await people.welcomeOnce(key, turn.now)) await send(context, turn, await dependencies.welcome(turn))
  }

  async function converse(context: TurnContext, state: State): Promise<void> {
    const turn = await turnOf(context, state)
    const orders = turn.scope === 'personal' ? ordersIn(turn.text) : [turn.text]
    for (const order of orders) await answerOne(context, withText(turn, order))
  }

  async function answerOne(context: TurnContext, turn: Turn): Promise<void> {
    const { about } = turn.memory
    const reply = await respond(turn, pressOf(context.activity))
    if (turn.memory.about === about) delete turn.memory.about
    await send(context, turn, reply)
  }

  async function send(context: TurnContext, turn: Turn, reply: Reply): Promise<void> {
    if (reply.kind !== 'generated') return sendPlain(context, turn, reply)
    const isMessage = context.activity.type === ActivityTypes.Message
    const messageId = isMessage ? await sendGenerated(context, reply) : null
    if (messageId === null) return sendPlain(context, turn, reply.plain)
    rememberGenerated(turn, messageId, reply.answerId)
  }

  async function sendPlain(context: TurnContext, turn: Turn, reply: PlainReply): Promise<void> {
    const activityId = await answer(context, reply)
    if (activityId) await dependencies.keepSent(sentMessage(context, turn, reply, activityId))
  }

  /** Before anything is kept of who it is from. What is neither written nor pressed needs no answer. */
  async function refuse(context: TurnContext): Promise<void> {
    const { activity } = context
    if (activity.type !== ActivityTypes.Message && pressOf(activity) === null) return
    const { common } = textsIn(localeLanguage(activity.locale) ?? dependencies.defaultLanguage)
    await answer(context, replyWithText(common.tenantNotAllowed(dependencies.contact)))
  }

  /** Teams wants an empty answer, whatever was pressed. */
  async function takeFeedback(context: TurnContext, state: State): Promise<void> {
    const feedback = feedbackOf(context.activity)
    const turn = await turnOf(context, state)
    if (feedback !== null) await dependencies.onFeedback(turn, feedback)
    await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body: {} } })
  }

  app.addRoute(
    async ({ activity }) => activity.type === ActivityTypes.Invoke && pressOf(activity) !== null,
    converse,
    true,
  )
  app.addRoute(async ({ activity }) => feedbackOf(activity) !== null, takeFeedback, true)
  app.activity(ActivityTypes.Message, converse)
  app.conversationUpdate('membersAdded', async (context, state) => {
    const { membersAdded = [], recipient } = context.activity
    if (membersAdded.some(({ id }) => id === recipient.id)) await greet(context, state)
  })
  app.conversationUpdate('membersRemoved', async ({ activity }) => {
    if (scopeOf(activity) === 'personal') return
    const { group } = placeOf(activity)
    const { isBot, personIds } = removedFrom(activity)
    if (isBot) await dependencies.onGroupLeft(group)
    else for (const personId of personIds) await dependencies.onGroupLeft(group, personId)
  })
  app.activity(ActivityTypes.InstallationUpdate, async (context, state) => {
    const person = personOf(context.activity)
    const removed = context.activity.action?.startsWith('remove') ?? false
    if (scopeOf(context.activity) === 'personal') {
      if (person) await people.installed(person, !removed, dependencies.now())
    } else if (removed) await dependencies.onGroupLeft(placeOf(context.activity).group)
    if (!removed) await greet(context, state)
  })

  adapter.onTurnError = async (context, error) => {
    log.error({ activityId: context.activity.id, type: context.activity.type, err: error }, 'turn failed')
    if (context.activity.type === ActivityTypes.Message || context.activity.type === ActivityTypes.Invoke) {
      await answer(context, replyWithText(textsIn(dependencies.defaultLanguage).common.apology))
    }
  }
  return {
    async run(context) {
      if (dependencies.isAllowed(placeOf(context.activity).tenantId)) await app.run(context)
      else await refuse(context)
    },
  }
}

/** Teams names the message only when somebody presses its buttons: later than these few nobody does. */
const mostGeneratedRemembered = 5

function rememberGenerated({ memory }: Turn, messageId: string, answerId: string): void {
  memory.generated = [{ messageId, answerId }, ...(memory.generated ?? [])].slice(0, mostGeneratedRemembered)
}

/** In a channel the conversation is the thread that the message is in. */
function sentMessage({ activity }: TurnContext, turn: Turn, reply: PlainReply, activityId: string): SentMessage {
  const { person, place, scope, language } = turn
  const conversationId = activity.conversation.id
  const { user, conversation, ...reference } = conversationReference(activity)
  return {
    tenantId: place.tenantId,
    conversationId,
    reference: { ...reference, conversation, ...(scope === 'personal' ? { user } : {}) },
    activityId,
    personId: scope === 'personal' ? (person?.id ?? null) : null,
    language,
    reply,
  }
}
