import { inviteCard, repliesCard } from '../../../cards/invitations.ts'
import { pageOf } from '../../../cards/pages.ts'
import type { VerbData } from '../../../cards/verbs.ts'
import { type Gathering, whyNotOpen } from '../../../network/gathering.ts'
import type { InvitationMessages } from '../../../network/invitations.ts'
import type { Network } from '../../../network/network.ts'
import { membersOfGroup, unlimited } from '../../../network/recipients.ts'
import type { Feature } from '../../feature.ts'
import { type Reply, replyWithCard } from '../../reply.ts'
import type { PersonalTurn } from '../../turn.ts'
import { createGatheringDeskReplies, type GatheringDeskDependencies } from './gathering-desk.ts'
import { createWithGathering } from './with-gathering.ts'

export interface InvitationDependencies extends GatheringDeskDependencies {
  network: GatheringDeskDependencies['network'] & Pick<Network, 'invitations'>
  invitationMessages: InvitationMessages
}

const pageSize = 25

/** Inviting the audience of a gathering, and who has answered what. */
export function invitationFeature(dependencies: InvitationDependencies): Feature {
  const { forAdvisers, network, invitationMessages: messages } = dependencies
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
    const unanswered = await invitations.unansweredBy(gathering, messages.lastAsked, turn.now)
    const count = unanswered.uninvited.length
    if (expected === undefined) return replyWithCard(inviteCard({ gathering, unanswered }, turn.language))
    if (expected !== count || count === 0) {
      return replyWithCard(inviteCard({ gathering, unanswered, notice: texts.reachChanged }, turn.language))
    }
    const invited = await invitations.invite(turn.person.id, gathering._id, messages, turn.now)
    return invited === null ? show(turn, gathering, texts.closed) : show(turn, invited, texts.sent(count))
  }

  async function remind(
    turn: PersonalTurn,
    gathering: Gathering,
    { reach: expected }: Pick<VerbData<'gatherings.remind-invited'>, 'reach'>,
  ): Promise<Reply> {
    const texts = turn.texts.invitations
    if (whyNotOpen(gathering, null, turn.now) !== null) return show(turn, gathering, texts.closed)
    const unanswered = await invitations.unansweredBy(gathering, messages.lastAsked, turn.now)
    const count = unanswered.remindable.length
    if (expected !== count || count === 0) {
      return replyWithCard(inviteCard({ gathering, unanswered, notice: texts.reachChanged }, turn.language))
    }
    const reminded = await invitations.remindNow(turn.person.id, gathering._id, messages, turn.now)
    return show(turn, gathering, reminded === null ? texts.closed : texts.reminded(count))
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
      forAdvisers.verb('gatherings.remind-invited', withGathering(remind)),
      forAdvisers.verb('gatherings.replies', withGathering(replies)),
    ],
  }
}
