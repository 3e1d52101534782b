import { type GroupView, statusOf } from '../../cards/gathering.ts'
import { type Gathering, isActive } from '../../network/gathering.ts'
import type { GatheringView } from '../../network/gathering-view.ts'
import type { Member } from '../../network/member.ts'
import type { Network } from '../../network/network.ts'
import { parseReference } from '../connector.ts'
import type { Turn } from '../turn.ts'

/** Teams refreshes a card by itself for so many people. */
export const mostRefreshed = 60

/** How a gathering's card becomes each viewer's own in a group chat or channel. */
export function createGroupCards({ members, people }: Pick<Network, 'members' | 'people'>) {
  /** In a large group: those whose place is theirs alone to see, the latest first. */
  async function concerned(gathering: Gathering): Promise<string[]> {
    const active = gathering.registrations.filter(isActive).toSorted((a, b) => b.since.getTime() - a.since.getTime())
    const found = await members.findMany(active.map(({ memberId }) => memberId))
    const known = await people.findMany(found.flatMap(({ personId }) => personId ?? []))
    const personOf = new Map(found.map(({ _id, personId }) => [_id, personId]))
    const userOf = new Map(known.map(({ _id, conversation }) => [_id, parseReference(conversation)?.user?.id]))
    const userIds = active.flatMap(({ memberId }) => userOf.get(personOf.get(memberId) ?? '') ?? [])
    return userIds.slice(0, mostRefreshed)
  }

  return {
    /** For the card that all see. */
    async forAll(gathering: Gathering, isGroupLarge: boolean): Promise<GroupView> {
      return { ownStatus: null, refreshFor: isGroupLarge ? await concerned(gathering) : null }
    },

    /** For who pressed, or whose client asked. */
    forOne(turn: Turn, view: GatheringView, member: Member | null): GroupView {
      const userId = parseReference(turn.place.reference)?.user?.id
      return {
        ownStatus: member && ownStatus(turn, view, member),
        refreshFor: userId === undefined ? null : [userId],
      }
    },
  }
}

function ownStatus({ language, texts }: Turn, view: GatheringView, member: Member): string {
  const reply = view.gathering.replies.find(({ memberId }) => memberId === member._id)?.reply
  const isUndecided = view.notOpen === null && (view.mine === null || !isActive(view.mine.registration))
  const status = statusOf(view, language)
  if (isUndecided && reply !== undefined) return texts.gatherings.replied[reply]
  return status ?? texts.gatherings.notAnswered
}
