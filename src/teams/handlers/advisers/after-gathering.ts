import { feedbackSummaryCard } from '../../../cards/gathering-feedback.ts'
import { materialsCard, materialsLateCard } from '../../../cards/materials.ts'
import { presentAt } from '../../../network/after-gathering.ts'
import { readMaterials, writeMaterials } from '../../../network/materials.ts'
import type { Network } from '../../../network/network.ts'
import type { Feature } from '../../feature.ts'
import { type Reply, replyWithCard } from '../../reply.ts'
import type { PersonalTurn } from '../../turn.ts'
import type { ForAdvisers } from './for-advisers.ts'
import { createGatheringDeskReplies, type GatheringDeskDependencies } from './gathering-desk.ts'

export interface AfterGatheringDependencies extends GatheringDeskDependencies {
  forAdvisers: ForAdvisers
  network: GatheringDeskDependencies['network'] & Pick<Network, 'afterGathering' | 'gatheringFeedback'>
}

/** What advisers do for those who were there, and what these think. */
export function afterGatheringFeature(dependencies: AfterGatheringDependencies): Feature {
  const { forAdvisers, network } = dependencies
  const { gatherings, afterGathering, gatheringFeedback } = network
  const { show, showOne } = createGatheringDeskReplies(dependencies)

  async function form(turn: PersonalTurn, gatheringId: string): Promise<Reply> {
    const gathering = await gatherings.find(gatheringId)
    if (gathering === null) return showOne(turn, gatheringId)
    const value = writeMaterials(gathering.materials)
    return replyWithCard(materialsCard({ gathering, value, mistakes: [] }, turn.language))
  }

  async function save(turn: PersonalTurn, gatheringId: string, value: string): Promise<Reply> {
    const read = readMaterials(value)
    const gathering = await gatherings.find(gatheringId)
    if (gathering === null) return showOne(turn, gatheringId)
    if (!read.ok) return replyWithCard(materialsCard({ gathering, value, mistakes: read.mistakes }, turn.language))
    const saved = await afterGathering.setMaterials(turn.person.id, gatheringId, read.materials, turn.now)
    if (saved === null) return showOne(turn, gatheringId)
    const isLate = saved.thankedAt !== null && read.materials.length > 0
    if (isLate) return replyWithCard(materialsLateCard(saved, turn.language))
    return show(turn, saved, turn.texts.afterGathering.materialsSaved(read.materials.length))
  }

  async function summary(turn: PersonalTurn, gatheringId: string): Promise<Reply> {
    const gathering = await gatherings.find(gatheringId)
    if (gathering === null) return showOne(turn, gatheringId)
    const present = presentAt(gathering).length
    const view = { gathering, summary: await gatheringFeedback.summary(gatheringId), present }
    return replyWithCard(feedbackSummaryCard(view, turn.language))
  }

  return {
    verbs: [
      forAdvisers.verb('gatherings.materials', (turn, { gatheringId }) => form(turn, gatheringId)),
      forAdvisers.verb('gatherings.save-materials', (turn, { gatheringId, materials }) =>
        save(turn, gatheringId, materials),
      ),
      forAdvisers.verb('gatherings.feedback-summary', (turn, { gatheringId }) => summary(turn, gatheringId)),
    ],
  }
}
