import type { Action } from '../../cards/elements.ts'
import { generatedCard } from '../../cards/generated.ts'
import type { Answer, Knowledge, Understanding } from '../../knowledge/knowledge.ts'
import { commonWords } from '../../knowledge/wording/vocabulary.ts'
import type { Wording } from '../../knowledge/wording/wording.ts'
import type { Log } from '../../log.ts'
import { withoutPersonalDetails } from '../../network/questions/scrub.ts'
import type { GeneratedReply, PlainReply } from '../reply.ts'
import type { Turn } from '../turn.ts'

export interface GeneratedDependencies {
  /** Null where no language model is set up. */
  wording: Wording | null
  knowledge: Knowledge
  log: Log
}

const mostSources = 4

/** Has a language model word the answer to what was asked; null when there is none, or what it wrote will not do. */
export function createGenerated({ wording, knowledge, log }: GeneratedDependencies) {
  return async (
    turn: Turn,
    understood: Understanding,
    ways: readonly Action[],
    plain: PlainReply,
  ): Promise<GeneratedReply | null> => {
    const answerId = understood.id
    if (wording === null || answerId === null) return null
    const question = withoutPersonalDetails(turn.text)
    const sources = sourcesFor(knowledge, question, turn, understood)
    const ordinary = commonWords(knowledge, turn.language, turn.now)
    const typing = turn.typing().catch((error: unknown) => log.warn({ err: error }, 'could not show typing'))
    const worded = await wording(question, sources, turn.language, (word) => ordinary.has(word))
    await typing
    if (!worded.ok) {
      log.info({ activityId: turn.activityId, answerId, reason: worded.reason }, 'the model’s answer was not used')
      return null
    }
    const { text, citations } = worded
    const cited = citations.map(({ position, title, url }) => ({ position, title, url }))
    const card = generatedCard(answerId, cited, ways, turn.language)
    return { kind: 'generated', answerId, text, citations, card, plain }
  }
}

/** What was understood first, and what else has to do with the question, as it is answered today. */
function sourcesFor(knowledge: Knowledge, question: string, turn: Turn, understood: Understanding): Answer[] {
  const asked = understood.parts ?? (understood.id === null ? [] : [understood.id])
  const near = knowledge.retrieve(question, turn.language, mostSources).map(({ id }) => id)
  return [...new Set([...asked, ...near])]
    .slice(0, mostSources)
    .flatMap((id) => knowledge.answer(id, turn.language, turn.now, understood.counties) ?? [])
}
