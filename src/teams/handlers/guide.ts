import type { Attachment } from '../../cards/answers.ts'
import type { Card } from '../../cards/card.ts'
import type { Action } from '../../cards/elements.ts'
import { guideButton, guideLeftCard, guideQuestionCard } from '../../cards/guide.ts'
import type { guideVerbs } from '../../cards/verbs/guide.ts'
import type { VerbData } from '../../cards/verbs.ts'
import { type Answers, type Guide, type QuestionId, questionIds } from '../../knowledge/guide/guide.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { type Feature, onVerb } from '../feature.ts'
import { titleOf } from '../programmes.ts'
import { type Reply, replyWithCard } from '../reply.ts'
import type { Turn } from '../turn.ts'
import { guideResult } from './guide-result.ts'
import { asks, goesBack, leaves, mayAsk, startsIt } from './guide-words.ts'
import { takesBack } from './take-back.ts'

export interface GuideDependencies {
  /** Read when it is first needed. */
  guide: () => Promise<Guide>
  knowledge: Knowledge
  /** The owner of the network, such as «Buskerud fylkeskommune»: its county is counted with when nobody says another. */
  owner: string
  /** The municipality of a member; null when it is not known. */
  municipalityOf: (personId: string) => Promise<string | null>
  timeZone: string
}

export interface GuideConversation {
  feature: Feature
  /** Takes a text as an answer to the question that is open; null when it is about something else. */
  onText: (turn: Turn) => Promise<Reply | null>
  /** The programmes for the theme of what is asked; null when the text names none. */
  forNeed: (turn: Turn) => Promise<Reply | null>
  /** The button into the guide that an answer shows: where it is the subject, or was left half way. */
  button: (turn: Turn, answerId: string) => Action | null
  /** The county of who writes, or else of the network's owner; null when neither is known. */
  countyOf: (turn: Turn) => Promise<string | null>
  attachment: (turn: Turn, answers: Readonly<Record<string, string>>) => Promise<Attachment>
}

/** The answer that leads into the guide. */
const subject = 'guide/choose'

type GuideVerb = keyof typeof guideVerbs

/** Texts are taken as answers for as long after the last one; buttons always work. */
const listensForMs = 30 * 60_000

/** The conversation that finds which programmes fit an idea. Its buttons carry the answers, so an old card works on. */
export function createGuideConversation(dependencies: GuideDependencies): GuideConversation {
  const { knowledge } = dependencies

  async function homeOf(guide: Guide, turn: Turn): Promise<string | null> {
    const isPersonal = turn.scope === 'personal' && turn.person !== null
    const municipality = isPersonal ? await dependencies.municipalityOf(turn.person.id) : null
    return (municipality && guide.countyOf(municipality)) ?? guide.countyOf(dependencies.owner)
  }

  /** The card of a question, or of the result when there is none left. */
  async function show(
    guide: Guide,
    turn: Turn,
    answers: Answers,
    asked?: QuestionId,
    notUnderstood?: string,
  ): Promise<Card> {
    const home = await homeOf(guide, turn)
    const agenda = guide.agenda(answers, home)
    const open = asked ?? guide.next(answers, home)
    turn.memory.guide = { answers, open, at: turn.now.epochMilliseconds }
    if (open === null)
      return guideResult(dependencies, guide, turn, answers, home, { lastQuestion: agenda.at(-1) ?? null })
    const position = agenda.indexOf(open)
    return guideQuestionCard(
      {
        question: guide.question(open, turn.language),
        progress: position < 0 ? null : { number: position + 1, of: agenda.length },
        answers,
        chosen: answers[open] ?? (open === 'place' ? home : null),
        soFar: guide.describe(answers, turn.language),
        previous: agenda[(position < 0 ? agenda.length : position) - 1] ?? null,
        ...(notUnderstood === undefined ? {} : { notUnderstood }),
      },
      turn.language,
    )
  }

  function saved(guide: Guide, turn: Turn): Answers {
    return guide.accept(turn.memory.guide?.answers ?? {})
  }

  /** What the question that led here has said already: «hvilket program passer for ungdom som vil til Spania?» */
  function toldBefore(guide: Guide, { memory: { asked } }: Turn): Answers {
    return asked?.answerIds.includes(subject) ? guide.read('aim', asked.text) : {}
  }

  function openQuestion(turn: Turn): QuestionId | null {
    const open = turn.memory.guide?.open
    return questionIds.find((id) => id === open) ?? null
  }

  async function goBack(guide: Guide, turn: Turn): Promise<Card> {
    const answers = saved(guide, turn)
    const agenda = guide.agenda(answers, await homeOf(guide, turn))
    const open = openQuestion(turn)
    const position = open === null ? agenda.length : agenda.indexOf(open)
    return show(guide, turn, answers, agenda[Math.max(position - 1, 0)])
  }

  /** From the beginning, or where it was left. */
  function start(guide: Guide, turn: Turn): Promise<Card> {
    return turn.memory.guide === undefined
      ? show(guide, turn, toldBefore(guide, turn))
      : show(guide, turn, saved(guide, turn), openQuestion(turn) ?? undefined)
  }

  /** Keeps what the text answers: the open question, and others that have no answer yet. */
  async function takeText(
    guide: Guide,
    turn: Turn,
    answers: Answers,
    question: QuestionId,
    text: string,
  ): Promise<Card> {
    const read = guide.read(question, text)
    const told = { ...read, ...answers, ...(read[question] === undefined ? {} : { [question]: read[question] }) }
    if (read[question] !== undefined) return show(guide, turn, told)
    const saysSomething = questionIds.some((id) => read[id] !== undefined && read[id] !== answers[id])
    return show(guide, turn, told, question, saysSomething ? undefined : text)
  }

  /** A verb whose answer is a card of the guide. */
  function onGuideVerb<V extends GuideVerb>(
    verb: V,
    handler: (guide: Guide, turn: Turn, data: VerbData<V>) => Promise<Card>,
  ) {
    return onVerb(verb, async (turn, data) => replyWithCard(await handler(await dependencies.guide(), turn, data)))
  }

  const feature: Feature = {
    verbs: [
      onGuideVerb('guide.start', start),
      onGuideVerb('guide.again', (guide, turn) => show(guide, turn, {})),
      onGuideVerb('guide.answer', async (guide, turn, { questionId, choice, text, answers: carried }) => {
        const answers = carried === undefined ? saved(guide, turn) : guide.accept(carried)
        const question = questionIds.find((id) => id === questionId) ?? openQuestion(turn) ?? 'aim'
        if (text.trim() !== '') return takeText(guide, turn, answers, question, text)
        const chosen = guide.accept({ [question]: choice })
        return show(guide, turn, { ...answers, ...chosen }, chosen[question] ? undefined : question)
      }),
      onGuideVerb('guide.back', async (guide, turn, { questionId, answers: carried }) => {
        const question = questionIds.find((id) => id === questionId)
        if (question === undefined) return goBack(guide, turn)
        return show(guide, turn, carried === undefined ? saved(guide, turn) : guide.accept(carried), question)
      }),
    ],
  }

  async function onText(turn: Turn): Promise<Reply | null> {
    if (startsIt.test(turn.text.trim())) {
      const { language } = knowledge.understand(turn.text, { preferred: turn.preferred })
      return replyWithCard(await start(await dependencies.guide(), turn.in(language)))
    }
    const question = openQuestion(turn)
    const since = turn.now.epochMilliseconds - (turn.memory.guide?.at ?? 0)
    if (question === null || since > listensForMs) return null
    const guide = await dependencies.guide()
    if (goesBack.test(turn.text)) return replyWithCard(await goBack(guide, turn))
    if (leaves.test(turn.text) || takesBack(turn.text)) return replyWithCard(leave(turn))
    if (asks.test(turn.text)) return null
    const isAnswer = guide.read(question, turn.text)[question] !== undefined
    if (!isAnswer && mayAsk.test(turn.text)) return null
    const { kind, confidence } = knowledge.understand(turn.text, { preferred: turn.preferred })
    const isElsewhere = kind === 'command' || kind === 'answer'
    if (!isAnswer && isElsewhere && confidence > 0.5) return null
    return replyWithCard(await takeText(guide, turn, saved(guide, turn), question, turn.text))
  }

  async function forNeed(turn: Turn): Promise<Reply | null> {
    const guide = await dependencies.guide()
    const answers = guide.need(turn.text)
    if (answers === null) return null
    const home = await homeOf(guide, turn)
    turn.memory.guide = { answers, open: guide.next(answers, home), at: 0 }
    const asked = { limits: guide.limits(answers, turn.language) }
    return replyWithCard(guideResult(dependencies, guide, turn, answers, home, { lastQuestion: null, asked }))
  }

  function leave({ memory, language }: Turn): Card {
    if (memory.guide) memory.guide = { ...memory.guide, at: 0 }
    return guideLeftCard(language)
  }

  return {
    feature,
    onText,
    forNeed,
    countyOf: async (turn) => homeOf(await dependencies.guide(), turn),
    button({ memory, language }, answerId) {
      if (memory.guide === undefined) return answerId === subject ? guideButton(language, 'new') : null
      return guideButton(language, memory.guide.open === null ? 'done' : 'left')
    },
    async attachment(turn, raw) {
      const guide = await dependencies.guide()
      const answers = guide.accept(raw)
      const { programmes, county } = guide.advise(answers, await homeOf(guide, turn), turn.language)
      return {
        answers: [...guide.describe(answers, turn.language), ...(county === null || answers.place ? [] : [county])],
        programmes: programmes.map(({ topic }) => titleOf(knowledge, topic, turn.language)),
      }
    },
  }
}
