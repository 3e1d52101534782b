import {
  gatheringDeskCard,
  gatheringDeskListCard,
  gatheringMoreCard,
  gatheringPreviewCard,
} from '../../../cards/gathering-desk.ts'
import { callOffCard, tellOfStatusCard } from '../../../cards/gathering-edit.ts'
import type { Choice } from '../../../cards/inputs.ts'
import { readPage } from '../../../cards/pages.ts'
import type { Knowledge } from '../../../knowledge/knowledge.ts'
import type { Gathering } from '../../../network/gathering.ts'
import { type EditOutcome, reachOf } from '../../../network/gathering-editing.ts'
import { viewGathering } from '../../../network/gathering-view.ts'
import type { Network } from '../../../network/network.ts'
import type { Feature } from '../../feature.ts'
import { programmeChoices } from '../../programmes.ts'
import { type Reply, replyWithCard } from '../../reply.ts'
import type { PersonalTurn } from '../../turn.ts'
import { decisionOf, doneText } from './decision.ts'
import type { ForAdvisers } from './for-advisers.ts'

export interface GatheringDeskDependencies {
  forAdvisers: ForAdvisers
  network: Pick<Network, 'gatherings' | 'editing' | 'members' | 'changes'>
  knowledge: Pick<Knowledge, 'programmes'>
}

const pageSize = 8

/** Titles of topics, for showing a gathering's. */
export function topicTitles(ids: readonly string[], topics: readonly Choice[]): string[] {
  return ids.map((id) => topics.find(({ value }) => value === id)?.title ?? id)
}

export interface GatheringDeskReplies {
  show(turn: PersonalTurn, gathering: Gathering, notice?: string): Reply
  showOne(turn: PersonalTurn, gatheringId: string, notice?: string): Promise<Reply>
  list(turn: PersonalTurn, page: number, notice?: string): Promise<Reply>
}

export function createGatheringDeskReplies(dependencies: GatheringDeskDependencies): GatheringDeskReplies {
  const { gatherings } = dependencies.network

  function show(turn: PersonalTurn, gathering: Gathering, notice?: string): Reply {
    const titles = topicTitles(gathering.topics, programmeChoices(dependencies.knowledge, turn.language))
    const view = { gathering, now: turn.now, topics: titles, ...(notice === undefined ? {} : { notice }) }
    return replyWithCard(gatheringDeskCard(view, turn.language))
  }

  async function list(turn: PersonalTurn, page: number, notice?: string): Promise<Reply> {
    const { shown, ...position } = await readPage((part) => gatherings.every(part, turn.now), page, pageSize)
    const view = { gatherings: shown, now: turn.now, ...position, ...(notice === undefined ? {} : { notice }) }
    return replyWithCard(gatheringDeskListCard(view, turn.language))
  }

  return {
    show,
    list,
    async showOne(turn, gatheringId, notice) {
      const gathering = await gatherings.find(gatheringId)
      return gathering === null
        ? list(turn, 0, turn.texts.gatheringDesk.refusals['not-found'])
        : show(turn, gathering, notice)
    },
  }
}

/** What advisers do with gatherings, but for filling them in. */
export function gatheringDeskFeature(dependencies: GatheringDeskDependencies): Feature {
  const { forAdvisers, network } = dependencies
  const { gatherings, editing } = network
  const { show, showOne, list } = createGatheringDeskReplies(dependencies)

  /** The gathering as it is now, with what was done or why it could not be. */
  async function answer(
    turn: PersonalTurn,
    { gatheringId, reason = '' }: { gatheringId: string; reason?: string },
    outcome: EditOutcome,
    done: string,
  ): Promise<Reply> {
    const texts = turn.texts.gatheringDesk
    if (outcome.ok) {
      return show(turn, outcome.gathering, doneText(done, outcome.told, reason, texts))
    }
    const refusal = outcome.reason
    if (refusal === 'undecided' || refusal === 'mistakes' || refusal === 'edited-meanwhile')
      return showOne(turn, gatheringId)
    return showOne(turn, gatheringId, texts.refusals[refusal])
  }

  function withGathering(
    act: (turn: PersonalTurn, gathering: Gathering) => Promise<Reply> | Reply,
  ): (turn: PersonalTurn, data: { gatheringId: string }) => Promise<Reply> {
    return async (turn, { gatheringId }) => {
      const gathering = await gatherings.find(gatheringId)
      return gathering === null ? showOne(turn, gatheringId) : act(turn, gathering)
    }
  }

  return {
    verbs: [
      forAdvisers.verb('gatherings.manage-list', (turn, { page }) => list(turn, page)),
      forAdvisers.verb('gatherings.manage', (turn, { gatheringId }) => showOne(turn, gatheringId)),
      forAdvisers.verb(
        'gatherings.manage-more',
        withGathering((turn, gathering) => {
          const titles = topicTitles(gathering.topics, programmeChoices(dependencies.knowledge, turn.language))
          return replyWithCard(gatheringMoreCard({ gathering, now: turn.now, topics: titles }, turn.language))
        }),
      ),
      forAdvisers.verb(
        'gatherings.preview',
        withGathering((turn, gathering) => {
          const shown = gathering.status === 'draft' ? { ...gathering, status: 'published' as const } : gathering
          const view = viewGathering(shown, null, turn.now)
          return replyWithCard(gatheringPreviewCard(view, gathering.status === 'draft', turn.language))
        }),
      ),
      forAdvisers.verb('gatherings.publish', async (turn, { gatheringId }) => {
        const outcome = await editing.publish(turn.person.id, gatheringId, turn.now)
        return answer(turn, { gatheringId }, outcome, turn.texts.gatheringDesk.published)
      }),
      forAdvisers.verb('gatherings.close', async (turn, { gatheringId }) => {
        const outcome = await editing.close(turn.person.id, gatheringId, turn.now)
        return answer(turn, { gatheringId }, outcome, turn.texts.gatheringDesk.closedDone)
      }),
      forAdvisers.verb('gatherings.reopen', async (turn, data) => {
        const outcome = await editing.reopen(turn.person.id, data.gatheringId, decisionOf(data), turn.now)
        if (isUndecided(outcome)) return replyWithCard(tellOfStatusCard('gatherings.reopen', outcome, turn.language))
        return answer(turn, data, outcome, turn.texts.gatheringDesk.reopened)
      }),
      forAdvisers.verb('gatherings.call-off', async (turn, data) => {
        const gathering = await gatherings.find(data.gatheringId)
        if (gathering !== null && data.tell === undefined && mustAsk(gathering)) {
          return replyWithCard(callOffCard(gathering, turn.language))
        }
        const outcome = await editing.callOff(turn.person.id, data.gatheringId, decisionOf(data), turn.now)
        if (isUndecided(outcome)) return replyWithCard(tellOfStatusCard('gatherings.call-off', outcome, turn.language))
        return answer(turn, data, outcome, turn.texts.gatheringDesk.calledOffDone)
      }),
      forAdvisers.verb('gatherings.discard', async (turn, { gatheringId }) => {
        const texts = turn.texts.gatheringDesk
        if (await editing.discard(turn.person.id, gatheringId, turn.now)) return list(turn, 0, texts.discarded)
        const gathering = await gatherings.find(gatheringId)
        return gathering === null
          ? list(turn, 0, texts.discarded)
          : show(turn, gathering, texts.refusals['not-a-draft'])
      }),
    ],
  }
}

/** Where people are registered, the domain asks by itself. */
function mustAsk(gathering: Gathering): boolean {
  const isOn = gathering.status === 'published' || gathering.status === 'closed'
  return isOn && reachOf(gathering) === 0
}

type Undecided = Extract<EditOutcome, { reason: 'undecided' }>

export function isUndecided(outcome: EditOutcome): outcome is Undecided {
  return !outcome.ok && outcome.reason === 'undecided'
}
