import { feedbackFormCard, feedbackGivenCard } from '../../cards/gathering-feedback.ts'
import type { VerbData } from '../../cards/verbs.ts'
import type { AfterGathering } from '../../network/after-gathering.ts'
import type { GatheringFeedbackRoom } from '../../network/gathering-feedback.ts'
import { type Feature, inPersonalChat, onVerb } from '../feature.ts'
import { type Reply, replyWithCard, replyWithText } from '../reply.ts'
import type { PersonalTurn } from '../turn.ts'

/** Two questions to those who were at a gathering. */
export function gatheringFeedbackFeature(
  feedback: Pick<GatheringFeedbackRoom, 'ask' | 'give' | 'of'>,
  { countIn }: Pick<AfterGathering, 'countIn'>,
): Feature {
  async function show(
    turn: PersonalTurn,
    { gatheringId, useful, word, send }: VerbData<'gatherings.feedback'>,
    notice?: string,
  ): Promise<Reply> {
    const asked = await feedback.ask(gatheringId, turn.person.id, turn.now)
    if (!asked.ok) return replyWithText(turn.texts.afterGathering.refusals[asked.reason])
    const given = await feedback.of(gatheringId, turn.person.id)
    const form = send === 'yes' ? { useful, word, isMissing: true } : (given ?? { useful, word })
    return replyWithCard(feedbackFormCard(asked.gathering, form, turn.language, notice))
  }

  async function answer(turn: PersonalTurn, data: VerbData<'gatherings.feedback'>): Promise<Reply> {
    const { gatheringId, useful, word } = data
    if (useful === '') return show(turn, data)
    const outcome = await feedback.give(gatheringId, turn.person.id, { useful, word }, turn.now)
    if (!outcome.ok) return replyWithText(turn.texts.afterGathering.refusals[outcome.reason])
    return replyWithCard(feedbackGivenCard(outcome.gathering, { useful, word }, turn.language))
  }

  async function wasThere(turn: PersonalTurn, { gatheringId }: VerbData<'gatherings.was-there'>): Promise<Reply> {
    const counted = await countIn(gatheringId, turn.person.id, turn.now)
    const notice = counted === null ? undefined : turn.texts.afterGathering.countedIn
    return show(turn, { gatheringId, useful: '', word: '', send: '' }, notice)
  }

  return {
    verbs: [
      onVerb('gatherings.feedback', inPersonalChat(answer)),
      onVerb('gatherings.was-there', inPersonalChat(wasThere)),
    ],
  }
}
