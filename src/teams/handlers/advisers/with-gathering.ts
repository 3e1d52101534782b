import type { Gathering } from '../../../network/gathering.ts'
import { type Reply, replyWithText } from '../../reply.ts'
import type { PersonalTurn } from '../../turn.ts'

type Act<Data> = (turn: PersonalTurn, gathering: Gathering, data: Data) => Promise<Reply> | Reply
type Handler<Data> = (turn: PersonalTurn, data: Data & { gatheringId: string }) => Promise<Reply>

/** For what is done with a gathering that must be there. */
export function createWithGathering(find: (gatheringId: string) => Promise<Gathering | null>) {
  return <Data>(act: Act<Data>): Handler<Data> =>
    async (turn, data) => {
      const gathering = await find(data.gatheringId)
      return gathering === null
        ? replyWithText(turn.texts.gatheringDesk.refusals['not-found'])
        : act(turn, gathering, data)
    }
}
