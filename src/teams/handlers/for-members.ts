import { forMembersCard } from '../../cards/for-members.ts'
import { answeredInPersonalChat } from '../feature.ts'
import { type Reply, replyWithCard } from '../reply.ts'
import type { Roster } from '../roster.ts'
import type { PersonalTurn } from '../turn.ts'

/** For what members do among themselves, each in their own chat; others are told how to become one. */
export function createForMembers({ memberOf }: Pick<Roster, 'memberOf'>, room: Parameters<typeof forMembersCard>[0]) {
  return <Args extends unknown[]>(handler: (turn: PersonalTurn, ...args: Args) => Promise<Reply>) =>
    answeredInPersonalChat(async (turn, ...args: Args) =>
      (await memberOf(turn)) === null ? replyWithCard(forMembersCard(room, turn.language)) : handler(turn, ...args),
    )
}
