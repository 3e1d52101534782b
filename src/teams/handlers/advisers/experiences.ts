import { managedExperienceCard } from '../../../cards/experience.ts'
import { experienceDeskCard } from '../../../cards/experiences.ts'
import type { Knowledge } from '../../../knowledge/knowledge.ts'
import type { Network } from '../../../network/network.ts'
import type { Feature } from '../../feature.ts'
import { titleOf } from '../../programmes.ts'
import { type Reply, replyWithCard } from '../../reply.ts'
import type { PersonalTurn, Turn } from '../../turn.ts'
import type { ForAdvisers } from './for-advisers.ts'

export interface ExperienceDeskDependencies {
  forAdvisers: ForAdvisers
  network: Pick<Network, 'experiences'>
  knowledge: Pick<Knowledge, 'programme'>
  timeZone: string
}

/** For advisers: all that members shared, to be hidden or deleted where it has to be. */
export function experienceDeskFeature(dependencies: ExperienceDeskDependencies): Feature {
  const { forAdvisers, network, knowledge, timeZone } = dependencies
  const { experiences } = network

  function titlesIn({ language }: Turn) {
    return (topic: string) => titleOf(knowledge, topic, language)
  }

  async function list(turn: PersonalTurn, page: number, notice?: string): Promise<Reply> {
    const view = { all: await experiences.all(), page, titleOf: titlesIn(turn) }
    return replyWithCard(experienceDeskCard(notice === undefined ? view : { ...view, notice }, turn.language))
  }

  async function show(turn: PersonalTurn, experienceId: string, notice?: string): Promise<Reply> {
    const shared = await experiences.find(experienceId)
    if (shared === null) return list(turn, 0, turn.texts.experiences.gone)
    const { topic } = shared.experience
    const view = { shared, programme: topic === '' ? '' : titlesIn(turn)(topic), timeZone }
    return replyWithCard(managedExperienceCard(notice === undefined ? view : { ...view, notice }, turn.language))
  }

  async function setHidden(turn: PersonalTurn, experienceId: string, hides: boolean): Promise<Reply> {
    const { isHidden, isRevealed } = turn.texts.experiences
    await experiences.setHidden(turn.person.id, experienceId, hides, turn.now)
    return show(turn, experienceId, hides ? isHidden : isRevealed)
  }

  return {
    verbs: [
      forAdvisers.verb('experience-desk.list', (turn, { page }) => list(turn, page)),
      forAdvisers.verb('experience-desk.show', (turn, { experienceId }) => show(turn, experienceId)),
      forAdvisers.verb('experience-desk.hide', (turn, { experienceId }) => setHidden(turn, experienceId, true)),
      forAdvisers.verb('experience-desk.reveal', (turn, { experienceId }) => setHidden(turn, experienceId, false)),
      forAdvisers.verb('experience-desk.delete', async (turn, { experienceId }) => {
        await experiences.removeAsAdviser(turn.person.id, experienceId, turn.now)
        return list(turn, 0, turn.texts.experiences.removed)
      }),
    ],
  }
}
