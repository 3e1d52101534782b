import { gatheringsTopic } from '../../knowledge/taxonomy.ts'
import { type Gathering, isActive, registrationOf } from '../../network/gathering.ts'
import type { Member } from '../../network/member.ts'
import type { Network } from '../../network/network.ts'
import type { Turn } from '../turn.ts'
import { gatheringNamed } from './gathering-words.ts'

/** What is asked next is about gatherings, and about this one where only one was shown. */
export function talkOfGatherings({ memory }: Turn, shown: readonly Gathering[]): void {
  const [only, ...others] = shown
  memory.topic = gatheringsTopic
  delete memory.answerId
  delete memory.gatheringId
  if (only !== undefined && others.length === 0) memory.gatheringId = only._id
}

export interface GatheringSubject {
  /** The one that is named in what was written. */
  named: (turn: Turn) => Promise<Gathering | null>
  /** The one named, or else talked about, the only one ahead, or the only one that they are registered for. */
  meant: (turn: Turn) => Promise<Gathering | null>
}

/** Nobody names one that is further ahead. */
const mostAhead = 20

export function createGatheringSubject(
  { gatherings }: Pick<Network, 'gatherings'>,
  memberOf: (turn: Turn) => Promise<Member | null>,
): GatheringSubject {
  return {
    async named(turn) {
      const ahead = await gatherings.aheadFor(await memberOf(turn), turn.now, { limit: mostAhead })
      return gatheringNamed(turn.text, ahead, turn.now)
    },

    async meant(turn) {
      const member = await memberOf(turn)
      const ahead = await gatherings.aheadFor(member, turn.now, { limit: mostAhead })
      const mine = ahead.filter((gathering) => isMine(gathering, member))
      const talkedAbout = ahead.find(({ _id }) => _id === turn.memory.gatheringId)
      return gatheringNamed(turn.text, ahead, turn.now) ?? talkedAbout ?? only(ahead) ?? only(mine)
    },
  }
}

function isMine(gathering: Gathering, member: Member | null): boolean {
  const registration = member && registrationOf(gathering, member._id)
  return registration !== null && isActive(registration)
}

function only(found: readonly Gathering[]): Gathering | null {
  return found.length === 1 ? (found[0] ?? null) : null
}
