import { auditLogCard, gatheringHistoryCard } from '../../../cards/gathering-history.ts'
import { readPage } from '../../../cards/pages.ts'
import type { Change } from '../../../network/changes.ts'
import type { Network } from '../../../network/network.ts'
import type { Feature } from '../../feature.ts'
import { type Reply, replyWithCard } from '../../reply.ts'
import type { PersonalTurn } from '../../turn.ts'
import type { ForAdvisers } from './for-advisers.ts'
import { createWithGathering } from './with-gathering.ts'

export interface HistoryDependencies {
  forAdvisers: ForAdvisers
  network: Pick<Network, 'gatherings' | 'members' | 'people' | 'changes'>
  timeZone: string
}

const pageSize = 8

/** What advisers did, and when: about one gathering, or all of it. */
export function createHistory({ forAdvisers, network, timeZone }: HistoryDependencies) {
  const { gatherings, members, people, changes } = network
  const withGathering = createWithGathering(gatherings.find)

  /** By the name they gave as a member, or else by their address. */
  async function nameOf(personId: string): Promise<string | null> {
    return (await members.known(personId))?.name ?? (await people.find(personId))?.email ?? null
  }

  async function namesIn(shown: readonly Change[]) {
    const ids = [...new Set(shown.map(({ by }) => by))]
    const advisers = await Promise.all(ids.map(async (id) => [id, await nameOf(id)] as const))
    const concerned = await members.findMany(shown.map(({ subject }) => subject.id))
    return {
      names: new Map(advisers.flatMap(([id, name]) => (name === null ? [] : [[id, name]]))),
      members: new Map(concerned.map(({ _id, name }) => [_id, name])),
    }
  }

  async function log(turn: PersonalTurn, page: number): Promise<Reply> {
    const { shown, ...position } = await readPage(changes.every, page, pageSize)
    const ids = [...new Set(shown.map(({ subject }) => subject.of ?? subject.id))]
    const about = await Promise.all(ids.map((id) => gatherings.find(id)))
    const card = auditLogCard(
      {
        ...(await namesIn(shown)),
        gatherings: new Map(about.flatMap((gathering) => (gathering ? [[gathering._id, gathering.title]] : []))),
        timeZone,
        changes: shown,
        ...position,
      },
      turn.language,
    )
    return replyWithCard(card)
  }

  const feature: Feature = {
    verbs: [
      forAdvisers.verb('advise.log', (turn, { page }) => log(turn, page)),
      forAdvisers.verb(
        'gatherings.history',
        withGathering(async (turn, gathering, { page }: { page: number }) => {
          const { shown, ...position } = await readPage(
            (part) => changes.ofGathering(gathering._id, part),
            page,
            pageSize,
          )
          const card = gatheringHistoryCard(
            {
              ...(await namesIn(shown)),
              gatheringId: gathering._id,
              title: gathering.title,
              timeZone: gathering.timeZone,
              changes: shown,
              ...position,
            },
            turn.language,
          )
          return replyWithCard(card)
        }),
      ),
    ],
  }
  return { feature, show: (turn: PersonalTurn) => log(turn, 0) }
}
