import {
  type AnswerLink,
  adviserCard,
  answerCard,
  handoffCard,
  helpCard,
  programmeCard,
  programmesCard,
  suggestCard,
  twoAnswersCard,
} from '../../cards/answers.ts'
import { isCommand } from '../../knowledge/commands.ts'
import type { Answer, Knowledge, Understanding } from '../../knowledge/knowledge.ts'
import type { Language } from '../../language.ts'
import { datesIn } from '../../texts/dates.ts'
import type { NetworkNames } from '../../texts/nb/answers.ts'
import { type Feature, onVerb } from '../feature.ts'
import { type Reply, replyWithCard, replyWithText } from '../reply.ts'
import type { Turn } from '../turn.ts'

export interface AskDependencies {
  /** The knowledge of this moment: content may be taken over while the bot runs. */
  knowledge: () => Knowledge
  network: NetworkNames
  timeZone: string
  setLanguage: (personId: string, language: Language) => Promise<void>
}

/** Answers what people write, out of the content, or says that it does not know. */
export function askFeature(dependencies: AskDependencies): Feature {
  const { network } = dependencies
  return {
    commands: {
      help: async (turn) => replyWithCard(helpCard(turn.language, turn.texts.answers.helpTitle, null)),
      greeting: async (turn) =>
        replyWithCard(helpCard(turn.language, turn.texts.answers.greeting, turn.texts.answers.welcome(network))),
      'ask-adviser': async (turn) => replyWithCard(adviserCard(network, turn.language)),
    },
    verbs: [
      onVerb('answers.show', async (turn, { answerId }) => showAnswer(dependencies, turn, answerId)),
      onVerb('programmes.list', async (turn, { page }) =>
        replyWithCard(programmesCard(dependencies.knowledge().programmes(turn.language), page, turn.language)),
      ),
      onVerb('programmes.show', async (turn, { topic }) => {
        const programme = dependencies.knowledge().programme(topic, turn.language)
        if (programme === undefined) return replyWithText(turn.texts.common.staleCard)
        turn.memory.topic = topic
        return replyWithCard(programmeCard(programme, turn.language))
      }),
      onVerb('help.show', async (turn) => replyWithCard(helpCard(turn.language, turn.texts.answers.helpTitle, null))),
      onVerb('guidance.ask', async (turn) => replyWithCard(adviserCard(network, turn.language))),
    ],
  }
}

/** The answer to a message without text. */
export function nothingWritten(turn: Turn): Reply {
  const { imageOnly, nothingWritten: nothing } = turn.texts.answers
  return replyWithCard(helpCard(turn.language, turn.hasAttachment ? imageOnly : nothing, null))
}

export function welcome(network: NetworkNames): (turn: Turn) => Promise<Reply> {
  return async (turn) => {
    const texts = turn.texts.answers
    return replyWithCard(helpCard(turn.language, texts.welcomeTitle(network), texts.welcome(network)))
  }
}

/** Understands what was written and sends it to the command, the answer, the suggestions or the adviser. */
export function answerText(
  dependencies: AskDependencies,
  features: readonly Feature[],
): (turn: Turn) => Promise<Reply> {
  const commands: NonNullable<Feature['commands']> = {}
  for (const feature of features) Object.assign(commands, feature.commands)
  return async (asked) => {
    const knowledge = dependencies.knowledge()
    const understood = knowledge.understand(asked.text, { topic: asked.memory.topic, preferred: asked.preferred })
    const turn = asked.in(understood.language)
    switch (understood.kind) {
      case 'command':
        return runCommand(commands, understood, turn, dependencies.network)
      case 'answer':
        return answer(dependencies, turn, understood)
      case 'suggest':
        return replyWithCard(suggestCard(links(knowledge, understood, turn.language), turn.language))
      case 'handoff':
        return replyWithCard(handoffCard(dependencies.network, turn.language))
    }
  }
}

async function runCommand(
  commands: NonNullable<Feature['commands']>,
  { id }: Understanding,
  turn: Turn,
  network: NetworkNames,
): Promise<Reply> {
  const run = id !== null && isCommand(id) ? commands[id] : undefined
  return run ? run(turn) : replyWithText(turn.texts.answers.notBuilt(network))
}

function answer(dependencies: AskDependencies, turn: Turn, understood: Understanding): Reply {
  const knowledge = dependencies.knowledge()
  const found = understood.id === null ? undefined : knowledge.answer(understood.id, turn.language, turn.now)
  if (found === undefined) return replyWithCard(handoffCard(dependencies.network, turn.language))
  remember(turn, found)
  const second = understood.second === null ? undefined : knowledge.answer(understood.second, turn.language, turn.now)
  const dates = datesIn(dependencies.timeZone, turn.language)
  return replyWithCard(
    second ? twoAnswersCard(found, second, dates) : answerCard(found, waysOn(knowledge, found), dates),
  )
}

function showAnswer(dependencies: AskDependencies, turn: Turn, answerId: string): Reply {
  const knowledge = dependencies.knowledge()
  const found = knowledge.answer(answerId, turn.language, turn.now)
  if (found === undefined) return replyWithText(turn.texts.common.staleCard)
  remember(turn, found)
  return replyWithCard(answerCard(found, waysOn(knowledge, found), datesIn(dependencies.timeZone, turn.language)))
}

function remember({ memory }: Turn, { id, topic }: Answer): void {
  memory.topic = topic
  memory.answerId = id
}

function waysOn(knowledge: Knowledge, { related, language }: Answer): AnswerLink[] {
  return related.map((id) => ({ id, title: knowledge.titleOf(id, language) }))
}

function links(knowledge: Knowledge, { id, alternatives }: Understanding, language: Language): AnswerLink[] {
  const ids = [...(id === null ? [] : [id]), ...alternatives]
  return [...new Set(ids)].slice(0, 3).map((each) => ({ id: each, title: knowledge.titleOf(each, language) }))
}
