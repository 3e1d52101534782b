import { execute } from '../../../cards/actions.ts'
import { downloadCard } from '../../../cards/download.ts'
import { barsOf, type StatisticsPart, statisticsCard } from '../../../cards/statistics.ts'
import type { OfferChart } from '../../../files/charts.ts'
import type { OfferFile } from '../../../files/files.ts'
import type { Statistics } from '../../../network/statistics.ts'
import type { Feature } from '../../feature.ts'
import { programmeChoices } from '../../programmes.ts'
import { type Reply, replyWithCard } from '../../reply.ts'
import type { PersonalTurn } from '../../turn.ts'
import type { ForAdvisers } from './for-advisers.ts'
import type { GatheringDeskDependencies } from './gathering-desk.ts'

export interface StatisticsDependencies extends Pick<GatheringDeskDependencies, 'knowledge'> {
  forAdvisers: ForAdvisers
  statistics: (now: Temporal.Instant) => Promise<Statistics>
  offerChart: OfferChart
  offerFile: OfferFile
}

/** The network in numbers. */
export function createStatisticsFeature(dependencies: StatisticsDependencies) {
  const { forAdvisers, statistics, offerChart, offerFile } = dependencies

  async function show(turn: PersonalTurn, part: StatisticsPart): Promise<Reply> {
    const titles = new Map(
      programmeChoices(dependencies.knowledge, turn.language).map(({ value, title }) => [value, title]),
    )
    const view = {
      part,
      statistics: await statistics(turn.now),
      titleOf: (topic: string) => titles.get(topic) ?? topic,
    }
    const bars = barsOf(view)
    const chartUrl = bars.length === 0 ? null : await offerChart(bars)
    return replyWithCard(statisticsCard({ ...view, chartUrl }, turn.language))
  }

  const feature: Feature = {
    verbs: [
      forAdvisers.verb('statistics.show', (turn, { part }) => show(turn, part)),
      forAdvisers.verb('statistics.download', async (turn) => {
        const url = await offerFile(turn.person.id, 'statistics', '', turn.language)
        const back = execute(turn.texts.common.back, 'statistics.show', {})
        return replyWithCard(downloadCard(url, back, turn.language))
      }),
    ],
  }
  return { feature, show: (turn: PersonalTurn) => show(turn, 'members') }
}
