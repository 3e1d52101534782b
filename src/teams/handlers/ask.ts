import {
  type AnswerLink,
  adviserCard,
  answerCard,
  handoffCard,
  programmeCard,
  programmesCard,
  suggestCard,
  twoAnswersCard,
} from '../../cards/answers.ts'
import type { Action } from '../../cards/elements.ts'
import type { FeedbackState, VotedAnswers } from '../../cards/feedback.ts'
import { outsideCard } from '../../cards/outside.ts'
import { nothingDoneCard } from '../../cards/take-back.ts'
import { dependsOnPlace } from '../../knowledge/areas.ts'
import { isCommand } from '../../knowledge/commands.ts'
import type { Answer, Knowledge, Understanding } from '../../knowledge/knowledge.ts'
import { gatheringsTopic, isAbout, topicOf } from '../../knowledge/taxonomy.ts'
import type { Language } from '../../language.ts'
import type { NetworkNames } from '../../texts/nb/answers.ts'
import { type Feature, onVerb } from '../feature.ts'
import { type GeneratedReply, type PlainReply, type Reply, replyWithCard, replyWithText } from '../reply.ts'
import type { Turn } from '../turn.ts'
import { answerComplaint, complains } from './complaint.ts'
import { type FeedbackDependencies, feedbackVerbs, noteUnanswered } from './feedback.ts'
import type { Following } from './following.ts'
import type { GuideConversation } from './guide.ts'
import { givesThanks } from './help.ts'
import { takesBack } from './take-back.ts'

type Commands = NonNullable<Feature['commands']>

/** One word, such as «help», says little of the language that somebody wants. */
const severalWords = /\p{L}[^\p{L}]+\p{L}/u

/** The answer that finds programmes: for a theme that the question names, it shows them at once. */
const findsProgrammes = 'guide/choose'

/** Longer ones are cut where the conversation remembers them. */
const longestRemembered = 500

export interface AskDependencies extends FeedbackDependencies {
  /** The knowledge of this moment: content may be taken over while the bot runs. */
  knowledge: Knowledge
  network: NetworkNames
  /** Has a language model word an answer; null where there is none, or what it wrote will not do. */
  word: (
    turn: Turn,
    understood: Understanding,
    ways: readonly Action[],
    plain: PlainReply,
  ) => Promise<GeneratedReply | null>
  /** The guide through the programmes, as far as answers lead into it. */
  guide: Pick<GuideConversation, 'onText' | 'forNeed' | 'button' | 'attachment' | 'countyOf'>
  /** Counts a question by its topic; null is about none. */
  countAsked: (topic: string | null, now: Temporal.Instant) => void
  /** Offers to follow what an answer is about. */
  followButton: Following['button']
}

export interface Ask {
  feature: Feature
  /** Understands what was written and sends it to the command, the answer, the suggestions or the adviser. */
  onText: (turn: Turn) => Promise<Reply>
}

/**
 * Answers what people write, out of the content, or says that it does not know.
 * @param others the features whose commands people can give in words
 */
export function createAsk(dependencies: AskDependencies, others: readonly Feature[]): Ask {
  const { network } = dependencies
  const commands: Commands = {
    'ask-adviser': async (turn) => replyWithCard(adviserCard(network, turn.language, null)),
  }
  for (const other of others) Object.assign(commands, other.commands)

  async function show(turn: Turn, id: string): Promise<Reply> {
    return isCommand(id) ? runCommand(commands, id, turn) : showAnswer(dependencies, turn, id)
  }
  const feature: Feature = {
    commands,
    verbs: [
      onVerb('answers.show', (turn, { answerId }) => show(turn, answerId)),
      onVerb('programmes.list', async (turn, { page }) =>
        replyWithCard(programmesCard(dependencies.knowledge.programmes(turn.language), page, turn.language)),
      ),
      onVerb('programmes.show', async (turn, { topic }) => showProgramme(dependencies, turn, topic)),
      ...feedbackVerbs(dependencies, (turn, about, state) => showAnswers(dependencies, turn, about, state)),
      onVerb('answers.none', (turn) => noneMeant(dependencies, turn)),
      onVerb('help.show', (turn) => show(turn, 'help')),
      onVerb('guidance.ask', async (turn, { answers }) =>
        answers === undefined
          ? show(turn, 'ask-adviser')
          : replyWithCard(adviserCard(network, turn.language, await dependencies.guide.attachment(turn, answers))),
      ),
    ],
  }
  return {
    feature,
    onText: async (turn) => (await dependencies.guide.onText(turn)) ?? answerText(dependencies, commands, turn),
  }
}

async function answerText(dependencies: AskDependencies, commands: Commands, asked: Turn): Promise<Reply> {
  const knowledge = dependencies.knowledge
  const { topic, language, offered, answerId } = asked.memory
  const aspect = answerId?.split('/')[1]
  const understood = knowledge.understand(asked.text, { topic, aspect, offered, language, preferred: asked.preferred })
  const turn = asked.in(understood.language)
  if (takesBack(turn.text)) return replyWithCard(nothingDoneCard(turn.language))
  if (understood.id !== 'ask-adviser' && complains(turn.text)) return answerComplaint(dependencies, turn)
  const isUnderstood = understood.kind === 'answer' || understood.kind === 'command'
  if (!isUnderstood && givesThanks(turn.text)) return runCommand(commands, 'greeting', turn)
  if (severalWords.test(asked.text)) turn.memory.language = understood.language
  if (understood.kind !== 'command') dependencies.countAsked(topicAsked(understood), turn.now)
  switch (understood.kind) {
    case 'command':
      return runCommand(commands, understood.id, turn)
    case 'answer':
      return answer(dependencies, turn, understood)
    case 'suggest':
      return suggest(turn, links(knowledge, understood, turn.language))
    case 'handoff':
      return understood.isOutside
        ? leaveOutside(dependencies, turn)
        : handOff(dependencies, turn, turn.text, understood)
  }
}

/** Not every joke is for the advisers: what the network has nothing to do with goes to them when somebody says so. */
function leaveOutside({ network }: AskDependencies, turn: Turn): Reply {
  turn.memory.asked = { text: turn.text.slice(0, longestRemembered), answerIds: [] }
  return replyWithCard(outsideCard(network, turn.language))
}

function topicAsked({ id, topic }: Understanding): string | null {
  return id?.split('/')[0] ?? topic
}

/** Where all that may be meant is of one programme, what they ask next is about that one too. */
function suggest(turn: Turn, suggested: readonly AnswerLink[]): Reply {
  rememberAsked(turn, [])
  const [topic, ...others] = new Set(suggested.filter(({ id }) => !isCommand(id)).map(({ id }) => topicOf(id)))
  if (topic !== undefined && others.length === 0) turn.memory.topic = topic
  return replyWithCard(suggestCard(suggested, turn.language))
}

/** What somebody writes where others read along is not kept: nobody could find it again to delete it. */
function rememberAsked({ text, scope, memory }: Turn, answerIds: string[]): void {
  if (scope === 'personal') memory.asked = { text: text.slice(0, longestRemembered), answerIds }
}

async function handOff(
  dependencies: AskDependencies,
  turn: Turn,
  text: string,
  understood: Pick<Understanding, 'topic'>,
): Promise<Reply> {
  const questionId = await noteUnanswered(dependencies, turn, text, understood)
  return replyWithCard(handoffCard(dependencies.network, turn.language, questionId))
}

/** None of the suggestions was meant: what was asked is still without an answer. */
async function noneMeant(dependencies: AskDependencies, turn: Turn): Promise<Reply> {
  const text = turn.memory.asked?.text ?? ''
  delete turn.memory.asked
  return handOff(dependencies, turn, text, { topic: turn.memory.topic ?? null })
}

async function runCommand(commands: Commands, id: string | null, turn: Turn): Promise<Reply> {
  const run = id !== null && isCommand(id) ? commands[id] : undefined
  return run ? run(turn) : replyWithText(turn.texts.common.staleCard)
}

async function answer(dependencies: AskDependencies, turn: Turn, understood: Understanding): Promise<Reply> {
  const [answerId = understood.id, also] = understood.parts ?? []
  const about = {
    answerId: answerId ?? '',
    ...(also === undefined ? {} : { also }),
    ...(understood.counties.length === 0 ? {} : { counties: understood.counties }),
  }
  const answerIds = understood.parts ?? [about.answerId]
  rememberAsked(turn, answerIds)
  const forNeed = understood.id === findsProgrammes && !understood.parts ? await dependencies.guide.forNeed(turn) : null
  if (forNeed !== null) return forNeed
  const shown = await showAnswers(dependencies, turn, about, { kind: 'asking' })
  if (shown === null) return handOff(dependencies, turn, turn.text, understood)
  return (
    (await dependencies.word(turn, understood, await buttonsFor(dependencies, turn, about.answerId), shown)) ?? shown
  )
}

async function showAnswer(dependencies: AskDependencies, turn: Turn, answerId: string): Promise<Reply> {
  const shown = await showAnswers(dependencies, turn, { answerId }, { kind: 'asking' })
  const { asked } = turn.memory
  if (shown !== null && asked?.answerIds.length === 0) turn.memory.asked = { ...asked, answerIds: [answerId] }
  return shown ?? replyWithText(turn.texts.common.staleCard)
}

/** One answer, or the two to a question with two parts; null when there is no such answer. */
async function showAnswers(
  dependencies: AskDependencies,
  turn: Turn,
  { answerId, also, counties }: VotedAnswers,
  feedback: FeedbackState,
): Promise<PlainReply | null> {
  const knowledge = dependencies.knowledge
  const where = counties ?? (await homeFor(dependencies, turn, [answerId, also]))
  const found = knowledge.answer(answerId, turn.language, turn.now, where)
  if (found === undefined) return null
  remember(turn, found)
  turn.memory.about = { kind: 'answer', answers: { answerId, ...(also === undefined ? {} : { also }) } }
  const second = also === undefined ? undefined : knowledge.answer(also, turn.language, turn.now, where)
  const buttons = await buttonsFor(dependencies, turn, found.id)
  return replyWithCard(
    second
      ? twoAnswersCard(found, second, buttons, feedback)
      : answerCard(found, { buttons, links: linksOn(dependencies, found) }, feedback),
  )
}

/** Whoever asks whether they can take part, and names no place, asks for the own municipality. */
async function homeFor(
  { guide }: AskDependencies,
  turn: Turn,
  ids: readonly (string | undefined)[],
): Promise<string[]> {
  if (!ids.some((id) => id !== undefined && dependsOnPlace(id))) return []
  const home = await guide.countyOf(turn)
  return home === null ? [] : [home]
}

async function showProgramme(dependencies: AskDependencies, turn: Turn, topic: string): Promise<Reply> {
  const programme = dependencies.knowledge.programme(topic, turn.language)
  if (programme === undefined) return replyWithText(turn.texts.common.staleCard)
  turn.memory.topic = topic
  const follow = await dependencies.followButton(turn, topic)
  return replyWithCard(programmeCard(programme, follow === null ? [] : [follow], turn.language))
}

function remember({ memory }: Turn, { id, topic }: Answer): void {
  memory.topic = isAbout(id, gatheringsTopic) ? gatheringsTopic : topic
  delete memory.offered
  memory.answerId = id
}

/** What can be done from an answer, besides reading on. */
async function buttonsFor({ guide, followButton }: AskDependencies, turn: Turn, answerId: string): Promise<Action[]> {
  const found = [guide.button(turn, answerId), await followButton(turn, topicOf(answerId))]
  return found.filter((button) => button !== null)
}

function linksOn({ knowledge }: AskDependencies, { related, language }: Answer): AnswerLink[] {
  return related.map((id) => ({ id, title: knowledge.titleOf(id, language) }))
}

function links(knowledge: Knowledge, { id, alternatives }: Understanding, language: Language): AnswerLink[] {
  const ids = [...(id === null ? [] : [id]), ...alternatives]
  return [...new Set(ids)].slice(0, 3).map((each) => ({ id: each, title: knowledge.titleOf(each, language) }))
}
