import { contactHandledCard } from '../../../cards/notices/contact.ts'
import { type NeedEntry, needCard, questionsCard } from '../../../cards/questions.ts'
import { contentWords } from '../../../knowledge/content-words.ts'
import type { Knowledge } from '../../../knowledge/knowledge.ts'
import type { Network } from '../../../network/network.ts'
import type { ContactWish } from '../../../network/questions/contact-wishes.ts'
import { groupNeeds, type Need } from '../../../network/questions/needs.ts'
import type { OpenQuestion, Questions } from '../../../network/questions/questions.ts'
import { datesIn } from '../../../texts/dates.ts'
import { type Feature, onVerb } from '../../feature.ts'
import { titleOf } from '../../programmes.ts'
import { type Reply, replyWithCard, replyWithText } from '../../reply.ts'
import type { PersonalTurn } from '../../turn.ts'
import type { ForAdvisers } from './for-advisers.ts'

export interface QuestionDeskDependencies {
  forAdvisers: ForAdvisers
  questions: Pick<Questions, 'open' | 'find' | 'handled' | 'tallyOf'>
  /** Says in the advisers' channel that these are dealt with. */
  contactHandled: (wishes: readonly ContactWish[], by: string | null) => Promise<void>
  network: Pick<Network, 'changes' | 'members' | 'people'>
  knowledge: Knowledge
  timeZone: string
}

const mostShown = 8

/** For advisers: what members asked and got no answer to, and which answers did not help. */
export function createQuestionDesk(dependencies: QuestionDeskDependencies) {
  const { forAdvisers, questions, contactHandled, network, knowledge } = dependencies

  async function needs(): Promise<Need[]> {
    return groupNeeds(await questions.open(), contentWords)
  }

  function dayOf(turn: PersonalTurn, at: Temporal.Instant): string {
    return datesIn(dependencies.timeZone, turn.language).shortDay(at)
  }

  function entryOf(turn: PersonalTurn, { id, topic, answerId, people, questions: asked }: Need): NeedEntry {
    const [latest] = asked
    return {
      questionId: id,
      answerTitle: answerId && knowledge.titleOf(answerId, turn.language),
      topicTitle: topic && titleOf(knowledge, topic, turn.language),
      example: latest?.text ?? '',
      people,
      questions: asked.length,
      latest: latest ? dayOf(turn, latest.at) : '',
    }
  }

  async function list(turn: PersonalTurn, page = 0): Promise<Reply> {
    const entries = (await needs()).map((need) => entryOf(turn, need))
    return replyWithCard(questionsCard(entries, page, turn.language))
  }

  async function show(turn: PersonalTurn, questionId: string): Promise<Reply> {
    const need = (await needs()).find(({ questions: asked }) => asked.some(({ id }) => id === questionId))
    if (need === undefined) return list(turn)
    const shown = need.questions.slice(0, mostShown)
    return replyWithCard(
      needCard(
        {
          ...entryOf(turn, need),
          answerId: need.answerId,
          tally: need.answerId === null ? null : await questions.tallyOf(need.answerId),
          shown: await Promise.all(shown.map((question) => inWords(turn, question))),
          until: need.questions[0]?.at.epochMilliseconds ?? 0,
        },
        turn.language,
      ),
    )
  }

  async function inWords(turn: PersonalTurn, { text, word, at, contact }: OpenQuestion) {
    return {
      text,
      word,
      day: dayOf(turn, at),
      contact: contact === null ? undefined : await describePerson(contact),
    }
  }

  /** Name and address of a person who agreed to be known; null when there is nothing on them any more. */
  async function describePerson(personId: string): Promise<string | null> {
    const member = await network.members.of(personId)
    return member ? `${member.name}, ${member.email}` : ((await network.people.find(personId))?.email ?? null)
  }

  /** What came after the card was shown is left for the next look. */
  async function done(turn: PersonalTurn, questionId: string, until: number): Promise<Reply> {
    const need = (await needs()).find(({ questions: asked }) => asked.some(({ id }) => id === questionId))
    const seen = need?.questions.filter(({ at }) => at.epochMilliseconds <= until) ?? []
    if (need === undefined || seen.length === 0) return list(turn)
    await handle(turn, seen)
    return list(turn)
  }

  async function contacted(turn: PersonalTurn, questionId: string): Promise<Reply> {
    const question = await questions.find(questionId)
    if (question === null) return replyWithText(turn.texts.questions.gone)
    return replyWithCard(contactHandledCard(await handle(turn, [question]), turn.language))
  }

  /** @returns who did it, as others know them */
  async function handle(turn: PersonalTurn, seen: readonly OpenQuestion[]): Promise<string | null> {
    const { person, now } = turn
    const wishes = await questions.handled(
      seen.map(({ id }) => id),
      now,
    )
    const by = (await network.members.of(person.id))?.name ?? null
    await contactHandled(wishes, by)
    const [first] = seen
    const subject = { kind: 'questions', id: first?.answerId ?? first?.topic ?? '' } as const
    await network.changes.recordChange(person.id, subject, null, { handled: seen.length }, now)
    return by
  }

  const feature: Feature = {
    verbs: [
      forAdvisers.verb('questions.list', (turn, { page }) => list(turn, page)),
      forAdvisers.verb('questions.show', (turn, { questionId }) => show(turn, questionId)),
      forAdvisers.verb('questions.done', (turn, { questionId, until }) => done(turn, questionId, until)),
      onVerb(
        'questions.contacted',
        forAdvisers.anywhere((turn, { questionId }) => contacted(turn, questionId)),
      ),
    ],
  }
  return { feature, list: (turn: PersonalTurn) => list(turn) }
}
