import type { Network } from '../../network/network.ts'
import { type Feature, inPersonalChat, onVerb } from '../feature.ts'
import type { Reply } from '../reply.ts'
import type { PersonalTurn } from '../turn.ts'

interface Dependencies {
  invitations: Pick<Network['invitations'], 'reply'>
  /** The gathering as this person sees it, with what was just done or why it was not. */
  showGathering: (
    turn: PersonalTurn,
    gatheringId: string,
    shown: { notice?: string; refusal?: string },
  ) => Promise<Reply>
  joinForm: (turn: PersonalTurn, goal: { gatheringId: string }) => Promise<Reply>
}

/** A maybe or a no to an invitation; a yes is a registration. */
export function invitationReplyFeature({ invitations, showGathering, joinForm }: Dependencies): Feature {
  return {
    verbs: [
      onVerb(
        'gatherings.reply',
        inPersonalChat(async (turn, { gatheringId, reply }) => {
          const { invitations: texts, gatherings } = turn.texts
          const outcome = await invitations.reply(gatheringId, turn.person.id, reply, turn.now)
          if (outcome.ok) {
            const notice = reply === 'no' ? texts.repliedNo : texts.repliedMaybe
            return showGathering(turn, gatheringId, { notice })
          }
          if (outcome.reason === 'not-member') return joinForm(turn, { gatheringId })
          if (outcome.reason === 'registered') {
            return showGathering(turn, gatheringId, { notice: texts.alreadyRegistered })
          }
          return showGathering(turn, gatheringId, { refusal: gatherings.refusals[outcome.reason] })
        }),
      ),
    ],
  }
}
