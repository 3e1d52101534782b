import { suggestionCard, suggestionDeskCard } from '../../../cards/suggestion-desk.ts'
import type { VerbData } from '../../../cards/verbs.ts'
import type { Network } from '../../../network/network.ts'
import type { Feature } from '../../feature.ts'
import { type Reply, replyWithCard } from '../../reply.ts'
import type { PersonalTurn } from '../../turn.ts'
import type { ForAdvisers } from './for-advisers.ts'

export interface SuggestionDeskDependencies {
  forAdvisers: ForAdvisers
  network: Pick<Network, 'suggestions'>
  timeZone: string
}

/** For advisers: the themes that members want, who wants them, and what became of them. */
export function createSuggestionDesk({ forAdvisers, network, timeZone }: SuggestionDeskDependencies) {
  const { suggestions } = network

  async function list(
    turn: PersonalTurn,
    { show, page }: VerbData<'suggestions.list'> = { show: 'open', page: 0 },
    notice?: string,
  ): Promise<Reply> {
    const desk = { all: await suggestions.all(show), show, page, timeZone }
    return replyWithCard(suggestionDeskCard(notice === undefined ? desk : { ...desk, notice }, turn.language))
  }

  async function show(turn: PersonalTurn, suggestionId: string, notice?: string): Promise<Reply> {
    const wanted = await suggestions.find(suggestionId)
    if (wanted === null) return list(turn, undefined, turn.texts.suggestions.gone)
    const view = { wanted, timeZone }
    return replyWithCard(suggestionCard(notice === undefined ? view : { ...view, notice }, turn.language))
  }

  async function setDone(turn: PersonalTurn, suggestionId: string, isDone: boolean): Promise<Reply> {
    const { markedDone, reopened } = turn.texts.suggestions
    await suggestions.setDone(turn.person.id, suggestionId, isDone, turn.now)
    return show(turn, suggestionId, isDone ? markedDone : reopened)
  }

  const feature: Feature = {
    verbs: [
      forAdvisers.verb('suggestions.list', (turn, data) => list(turn, data)),
      forAdvisers.verb('suggestions.show', (turn, { suggestionId }) => show(turn, suggestionId)),
      forAdvisers.verb('suggestions.done', (turn, { suggestionId }) => setDone(turn, suggestionId, true)),
      forAdvisers.verb('suggestions.reopen', (turn, { suggestionId }) => setDone(turn, suggestionId, false)),
      forAdvisers.verb('suggestions.delete', async (turn, { suggestionId }) => {
        await suggestions.remove(turn.person.id, suggestionId, turn.now)
        return list(turn, undefined, turn.texts.suggestions.removed)
      }),
    ],
  }
  return { feature, list: (turn: PersonalTurn) => list(turn) }
}
