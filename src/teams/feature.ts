import { type VerbData, type VerbName, verbSchemas } from '../cards/verbs.ts'
import type { CommandId } from '../knowledge/commands.ts'
import { type Reply, replyWithText } from './reply.ts'
import type { PersonalTurn, Turn } from './turn.ts'

export type CommandHandler = (turn: Turn) => Promise<Reply>

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

/** For what concerns one person alone: where others read along, the bot only says where to go. */
export function inPersonalChat<Args extends unknown[]>(
  handler: (turn: PersonalTurn, ...args: Args) => Promise<Reply>,
): (turn: Turn, ...args: Args) => Promise<Reply> {
  const answer = personal(handler)
  return async (turn, ...args) =>
    turn.scope === 'personal' ? answer(turn, ...args) : replyWithText(turn.texts.common.personalChatOnly)
}
