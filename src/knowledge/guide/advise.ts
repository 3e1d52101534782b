import { type Answers, type Claim, type GuideProgramme, type QuestionId, questionIds, undecided } from './schema.ts'

type Recommendation = {
  programme: GuideProgramme
  /** From 0 to 1; 1 is made for all that was answered. */
  score: number
  reasons: Claim[]
  against: Claim[]
}

export type Advice = {
  /** One to three, the best first. */
  recommended: Recommendation[]
  /** Answers that no programme fits together with the others, and that were left out of account. */
  setAside: QuestionId[]
}

const weights: Record<QuestionId, number> = { aim: 3, who: 3, partners: 2, place: 1, size: 1, stage: 1 }
const bestFit = 3
const worstCost = bestFit * Object.values(weights).reduce((sum, weight) => sum + weight)

/**
 * What gives way when nothing fits all: the least important first. Where the municipality lies never does. For who asks
 * for a theme, the theme is what matters most.
 */
const givesWay = {
  aim: ['stage', 'size', 'partners', 'who', 'aim'],
  theme: ['stage', 'size', 'partners', 'aim', 'who'],
} as const
export type MostImportant = keyof typeof givesWay

const mostRecommended = 3
const mostOfAFamily = 2
const mostClaims = 2
/** A programme that is worse than the best by more than this is no help. */
const largestGap = 0.2

/** Which programmes fit, and why. Always finds some, as long as there is one that is open to all of Norway. */
export function advise(programmes: readonly GuideProgramme[], answers: Answers, most: MostImportant = 'aim'): Advice {
  const setAside: QuestionId[] = []
  const considered: Answers = { ...answers }
  for (const question of [null, ...givesWay[most]]) {
    if (question !== null) {
      if (isOpen(considered[question])) continue
      delete considered[question]
      setAside.push(question)
    }
    const recommended = recommend(programmes, considered)
    if (recommended.length > 0) return { recommended, setAside: needed(programmes, answers, setAside) }
  }
  return { recommended: [], setAside }
}

/** Whether a programme that only some counties are in is still possible. */
export function placeMatters(programmes: readonly GuideProgramme[], answers: Answers): boolean {
  return programmes.some((programme) => {
    const { place, ...elsewhere } = programme.fits
    return place !== undefined && scoreOf({ ...programme, fits: elsewhere }, answers) !== null
  })
}

/** Of those set aside one after another, the ones that alone stand in the way. */
function needed(programmes: readonly GuideProgramme[], answers: Answers, setAside: readonly QuestionId[]) {
  const last = setAside.at(-1)
  if (last === undefined) return []
  const alone = recommend(programmes, { ...answers, [last]: undefined }).length > 0
  return alone ? [last] : [...setAside]
}

function recommend(programmes: readonly GuideProgramme[], answers: Answers): Recommendation[] {
  const ranked = programmes
    .flatMap((programme) => {
      const score = scoreOf(programme, answers)
      return score === null ? [] : [{ programme, score }]
    })
    .toSorted((a, b) => b.score - a.score)
  const best = ranked[0]?.score ?? 0
  const ofFamily = new Map<string, number>()
  return ranked
    .filter(({ score }) => best - score <= largestGap)
    .filter(({ programme: { family } }) => {
      if (family === undefined) return true
      const before = ofFamily.get(family) ?? 0
      ofFamily.set(family, before + 1)
      return before < mostOfAFamily
    })
    .slice(0, mostRecommended)
    .map(({ programme, score }) => ({
      programme,
      score,
      reasons: claimsFor(programme.reasons, answers),
      against: claimsFor(programme.against, answers),
    }))
}

/** Null when one of the answers rules it out. */
function scoreOf(programme: GuideProgramme, answers: Answers): number | null {
  let cost = 0
  for (const question of questionIds) {
    const fit = fitOf(programme, question, answers[question])
    if (fit === 0) return null
    cost += weights[question] * (bestFit - fit)
  }
  return 1 - cost / worstCost
}

function fitOf({ fits }: GuideProgramme, question: QuestionId, answer: string | undefined): number {
  const fit = fits[question]
  if (fit === undefined) return bestFit
  if (question !== 'place' && isOpen(answer)) return bestFit
  return fit[answer ?? undecided] ?? 0
}

function isOpen(answer: string | undefined): boolean {
  return answer === undefined || answer === undecided
}

/** Those that hold with these answers; what was said for just these answers comes first. */
function claimsFor(claims: readonly Claim[], answers: Answers): Claim[] {
  const holding = claims.filter(({ when }) => holds(when, answers))
  const [particular, general] = [holding.filter(({ when }) => when), holding.filter(({ when }) => !when)]
  return [...particular, ...general].slice(0, mostClaims)
}

function holds(when: Claim['when'], answers: Answers): boolean {
  if (when === undefined) return true
  return questionIds.every((question) => {
    const choices = when[question]
    const answer = answers[question]
    return choices === undefined || (answer !== undefined && choices.includes(answer))
  })
}
