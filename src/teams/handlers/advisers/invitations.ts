import { inviteCard, repliesCard } from '../../../cards/invitations.ts'
import { pageOf } from '../../../cards/pages.ts'
import type { VerbData } from '../../../cards/verbs.ts'
import { type Gathering, whyNotOpen } from '../../../network/gathering.ts'
import type { PostTo } from '../../../network/invitations.ts'
import type { Network } from '../../../network/network.ts'
import { membersOfGroup, unlimited } from '../../../network/recipients.ts'
import type { Feature } from '../../feature.ts'
import { type Reply, replyWithCard } from '../../reply.ts'
import type { PersonalTurn } from '../../turn.ts'
import { createGatheringDeskReplies, type GatheringDeskDependencies } from './gathering-desk.ts'
import { createWithGathering } from './with-gathering.ts'

export interface InvitationDependencies extends GatheringDeskDependencies {
  network: GatheringDeskDependencies['network'] & Pick<Network, 'invitations'>
  postInvitation: PostTo
}

const pageSize = 25

/** Inviting the audience of a gathering, and who has answered what. */
export function invitationFeature(dependencies: InvitationDependencies): Feature {
  const { forAdvisers, network, postInvitation } = dependencies
  const { gatherings, invitations, members } = network
  const { show } = createGatheringDeskReplies(dependencies)
  const withGathering = createWithGathering(gatherings.find)

  /** Asks with the number of those it reaches, and sends when that is what it still is. */
  async function invite(
    turn: PersonalTurn,
    gathering: Gathering,
    { reach: expected }: Pick<VerbData<'gatherings.invite'>, 'reach'>,
  ): Promise<Reply> {
    const texts = turn.texts.invitations
    if (whyNotOpen(gathering, null, turn.now) !== null) return show(turn, gathering, texts.closed)
    const reach = await invitations.unanswered(gathering)
    const count = reach.personIds.length
    if (expected === undefined) return replyWithCard(inviteCard({ gathering, reach }, turn.language))
    if (expected !== count) {
      return replyWithCard(inviteCard({ gathering, reach, notice: texts.reachChanged }, turn.language))
    }
    const invited = await invitations.invite(turn.person.id, gathering._id, postInvitation, turn.now)
    return invited === null ? show(turn, gathering, texts.closed) : show(turn, invited, texts.sent(count))
  }

  async function replies(
    turn: PersonalTurn,
    gathering: Gathering,
    { reply, page }: Omit<VerbData<'gatherings.replies'>, 'gatheringId'>,
  ): Promise<Reply> {
    const choice = { ...unlimited, group: reply } as const
    const found = membersOfGroup(choice, gathering, await members.all())
    const { shown, ...position } = pageOf(found, page, pageSize)
    return replyWithCard(
      repliesCard({ gathering, reply, members: shown, all: found.length, ...position }, turn.language),
    )
  }

  return {
    verbs: [
      forAdvisers.verb('gatherings.invite', withGathering(invite)),
      forAdvisers.verb('gatherings.replies', withGathering(replies)),
    ],
  }
}
