import type { AdviserVerb } from '../../../cards/verbs/advisers.ts'
import type { VerbData } from '../../../cards/verbs.ts'
import { inPersonalChat, onVerb, personal, type VerbRoute } from '../../feature.ts'
import { type Reply, replyWithText } from '../../reply.ts'
import type { PersonalTurn, Turn } from '../../turn.ts'

type Handler<Args extends unknown[]> = (turn: PersonalTurn, ...args: Args) => Promise<Reply>
type Guarded<Args extends unknown[]> = (turn: Turn, ...args: Args) => Promise<Reply>

export interface ForAdvisers {
  /** Asks at every call whether the writer is an adviser; what is personal is not shown where others read along. */
  <Args extends unknown[]>(handler: Handler<Args>): Guarded<Args>
  /** The same, for what is to be done in a channel. */
  anywhere<Args extends unknown[]>(handler: Handler<Args>): Guarded<Args>
  /** A verb of advisers: its type lets no other verb in, and {@link AdviserVerb} has no other way in. */
  verb<V extends AdviserVerb>(verb: V, handler: Handler<[VerbData<V>]>): VerbRoute
}

/** The one place where an adviser's right is checked. */
export function createForAdvisers(
  isAdviser: (personId: string, now: Temporal.Instant) => Promise<boolean>,
  contact: string,
): ForAdvisers {
  function guarded<Args extends unknown[]>(handler: Handler<Args>): Handler<Args> {
    return async (turn, ...args) =>
      (await isAdviser(turn.person.id, turn.now))
        ? handler(turn, ...args)
        : replyWithText(turn.texts.advisers.onlyAdvisers(contact))
  }
  const forAdvisers = <Args extends unknown[]>(handler: Handler<Args>) => inPersonalChat(guarded(handler))
  return Object.assign(forAdvisers, {
    anywhere: <Args extends unknown[]>(handler: Handler<Args>) => personal(guarded(handler)),
    verb: <V extends AdviserVerb>(verb: V, handler: Handler<[VerbData<V>]>) => onVerb(verb, forAdvisers(handler)),
  })
}
