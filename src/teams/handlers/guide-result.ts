import type { Card } from '../../cards/card.ts'
import { type GuideResult, type GuideSuggestion, guideResultCard } from '../../cards/guide.ts'
import type { Answers, Guide, GuideAdvice } from '../../knowledge/guide/guide.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { datesIn } from '../../texts/dates.ts'
import { titleOf } from '../programmes.ts'
import type { Turn } from '../turn.ts'

type ResultDependencies = { knowledge: Knowledge; timeZone: string }

/** The programmes that fit the answers; what is asked next may be about any of them. */
export function guideResult(
  dependencies: ResultDependencies,
  guide: Guide,
  turn: Turn,
  answers: Answers,
  home: string | null,
  more: Pick<GuideResult, 'lastQuestion' | 'asked'>,
): Card {
  const { programmes, setAside, county } = guide.advise(answers, home, turn.language, more.asked && 'theme')
  turn.memory.offered = programmes.map(({ topic }) => topic)
  delete turn.memory.topic
  const setAsideAnswers = Object.fromEntries(
    Object.entries(answers).filter(([question]) => setAside.some((id) => id === question)),
  )
  return guideResultCard(
    {
      answers,
      described: guide.describe(answers, turn.language),
      setAside: guide.describe(setAsideAnswers, turn.language),
      county,
      suggestions: programmes.map((programme) => suggestion(dependencies, turn, programme)),
      ...more,
    },
    turn.language,
  )
}

function suggestion(
  { knowledge, timeZone }: ResultDependencies,
  { language, now }: Turn,
  advice: GuideAdvice,
): GuideSuggestion {
  const [call] = knowledge.callsAhead(now, advice.topic)
  const dates = datesIn(timeZone, language)
  return {
    ...advice,
    title: titleOf(knowledge, advice.topic, language),
    call: call ? { title: call.title[language], closes: dates.day(call.closes.toInstant()) } : null,
  }
}
