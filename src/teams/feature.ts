import { personalChatCard } from '../cards/personal-chat.ts'
import { type VerbData, type VerbName, verbSchemas } from '../cards/verbs.ts'
import type { CommandId } from '../knowledge/commands.ts'
import { type Reply, replyWithCard, replyWithText } from './reply.ts'
import type { PersonalTurn, Turn } from './turn.ts'

type CommandHandler = (turn: Turn) => Promise<Reply>

/** A verb with what answers it. */
export interface VerbRoute {
  verb: VerbName
  run(turn: Turn, data: unknown): Promise<Reply>
}

/** A capability that is plugged into the bot: the commands and the verbs that it answers. */
export interface Feature {
  commands?: { [C in CommandId]?: CommandHandler }
  verbs?: readonly VerbRoute[]
}

/** Card data that does not have the verb's shape (an old card, a forged one) is answered and goes no further. */
export function onVerb<V extends VerbName>(
  verb: V,
  handler: (turn: Turn, data: VerbData<V>) => Promise<Reply>,
): VerbRoute {
  return {
    verb,
    async run(turn, data) {
      const parsed = verbSchemas[verb].safeParse(data)
      return parsed.success ? handler(turn, parsed.data) : replyWithText(turn.texts.common.staleCard)
    },
  }
}

/** For what is done in somebody's name: without knowing who writes, the bot says so and does nothing. */
export function personal<Args extends unknown[]>(
  handler: (turn: PersonalTurn, ...args: Args) => Promise<Reply>,
): (turn: Turn, ...args: Args) => Promise<Reply> {
  return async (turn, ...args) => {
    const { person } = turn
    if (person === null) return replyWithText(turn.texts.common.whoAreYou)
    return handler({ ...turn, person }, ...args)
  }
}

/** For what must be decided in one's own chat: where others read along, the bot only says where to go. */
export function inPersonalChat<Args extends unknown[]>(
  handler: (turn: PersonalTurn, ...args: Args) => Promise<Reply>,
): (turn: Turn, ...args: Args) => Promise<Reply> {
  const answer = personal(handler)
  return async (turn, ...args) =>
    turn.scope === 'personal' ? answer(turn, ...args) : replyWithText(turn.texts.common.personalChatOnly)
}

/** For what concerns one person alone: asked for in a group it is answered in the person's own chat. */
export function answeredInPersonalChat<Args extends unknown[]>(
  handler: (turn: PersonalTurn, ...args: Args) => Promise<Reply>,
): (turn: Turn, ...args: Args) => Promise<Reply> {
  return personal(async (turn, ...args: Args) => {
    if (turn.scope === 'personal') return handler(turn, ...args)
    const chat = await turn.personalChat()
    const isSent = chat !== null && (await chat.send(await handler(chat.turn, ...args)))
    return isSent ? replyWithText(turn.texts.common.answeredInPersonalChat) : goToPersonalChat(turn)
  })
}

/** For what nobody else may see: where a button is answered to who pressed it alone, it is answered at once. */
export function answeredToOneAlone<Args extends unknown[]>(
  handler: (turn: PersonalTurn, ...args: Args) => Promise<Reply>,
): (turn: Turn, ...args: Args) => Promise<Reply> {
  const atOnce = personal(handler)
  const elsewhere = answeredInPersonalChat(handler)
  return (turn, ...args) => (turn.isPrivate ? atOnce(turn, ...args) : elsewhere(turn, ...args))
}

/** Says that this is for the personal chat, with a button that opens it. */
export function goToPersonalChat({ language, personalChatUrl }: Turn): Reply {
  return replyWithCard(personalChatCard(personalChatUrl, language))
}
