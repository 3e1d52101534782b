import type { FeedbackState, VotedAnswers } from '../../cards/feedback.ts'
import type { VerbData } from '../../cards/verbs.ts'
import type { Understanding } from '../../knowledge/knowledge.ts'
import type { Questions, Vote } from '../../network/questions/questions.ts'
import type { MessageFeedback } from '../activity.ts'
import { onVerb, personal, type VerbRoute } from '../feature.ts'
import { type Reply, replyWithText } from '../reply.ts'
import type { Roster } from '../roster.ts'
import type { PersonalTurn, Turn } from '../turn.ts'

export interface FeedbackDependencies {
  questions: Pick<Questions, 'vote' | 'explain' | 'noteUnanswered' | 'allowContact'>
  /** Somebody wants to be contacted by now. */
  tellAdvisers: (now: Temporal.Instant) => Promise<void>
  roster: Pick<Roster, 'entryOf'>
}

/** Shows answers again with what has become of the vote; null when one of them is gone. */
type ShowAnswers = (turn: Turn, about: VotedAnswers, state: FeedbackState) => Promise<Reply | null>

/** What people say of answers, which the advisers get to see without their names. */
export function feedbackVerbs(
  { questions, roster, tellAdvisers }: FeedbackDependencies,
  show: ShowAnswers,
): VerbRoute[] {
  async function vote(turn: PersonalTurn, given: Vote, data: VerbData<'answers.helpful'>): Promise<Reply> {
    const { answerId, also, counties, word, contact, sent } = data
    const about = { answerId, ...(also === undefined ? {} : { also }), ...(counties === undefined ? {} : { counties }) }
    const reply = await show(turn, about, sent ? { kind: 'sent' } : { kind: 'voted', vote: given })
    if (reply === null) return replyWithText(turn.texts.common.staleCard)
    const mayContact = given === 'unhelpful' && String(contact) === 'true'
    if (mayContact) await roster.entryOf(turn)
    for (const id of [answerId, ...(also === undefined ? [] : [also])]) {
      const question = askedFor(turn, id)
      await questions.vote(turn.person.id, { answerId: id, vote: given, question, language: turn.language }, turn.now)
      // Of an answer in two parts it is one wish.
      const isWish = mayContact && id === answerId
      if (sent) await questions.explain(turn.person.id, { answerId: id, word, mayContact: isWish }, turn.now)
    }
    if (sent && mayContact) await tellAdvisers(turn.now)
    return reply
  }

  return [
    onVerb(
      'answers.helpful',
      personal((turn, data) => vote(turn, 'helpful', data)),
    ),
    onVerb(
      'answers.unhelpful',
      personal((turn, data) => vote(turn, 'unhelpful', data)),
    ),
    onVerb(
      'questions.contact',
      personal(async (turn, { questionId }) => {
        if (!(await questions.allowContact(turn.person.id, questionId, turn.now)))
          return replyWithText(turn.texts.common.staleCard)
        await roster.entryOf(turn)
        await tellAdvisers(turn.now)
        return replyWithText(turn.texts.feedback.contactAllowed)
      }),
    ),
  ]
}

/** What somebody said of answers in words counts as if they had pressed the button. */
export async function noteUnhelpful(
  { questions }: Pick<FeedbackDependencies, 'questions'>,
  turn: Turn,
  { answerId, also }: VotedAnswers,
): Promise<void> {
  const { person, language, now } = turn
  if (person === null) return
  for (const id of [answerId, ...(also === undefined ? [] : [also])]) {
    await questions.vote(person.id, { answerId: id, vote: 'unhelpful', question: askedFor(turn, id), language }, now)
  }
}

/** Of messages whose ids the service did not tell. */
const unknownMessage = ''

/** What somebody thinks of a message that a language model worded counts for the answer that it words. */
export function createMessageFeedback({ questions }: Pick<FeedbackDependencies, 'questions'>) {
  return async (turn: Turn, { messageId, isHelpful, word }: MessageFeedback): Promise<void> => {
    const { person, memory, language, now } = turn
    const known = memory.generated ?? []
    const isMeant = (id: string) => known.find((message) => message.messageId === id)
    const answerId = (isMeant(messageId) ?? isMeant(unknownMessage))?.answerId
    if (person === null || answerId === undefined) return
    const vote = isHelpful ? 'helpful' : 'unhelpful'
    await questions.vote(person.id, { answerId, vote, question: askedFor(turn, answerId), language }, now)
    if (word !== '') await questions.explain(person.id, { answerId, word, mayContact: false }, now)
  }
}

/** The question that led to this answer. Where several people write, it may have been somebody else's. */
function askedFor({ memory, scope }: Turn, answerId: string): string | null {
  const { asked } = memory
  return scope === 'personal' && asked?.answerIds.includes(answerId) ? asked.text : null
}

/** Signs and emoji are no question. */
const hasWords = /\p{L}{3}/u

/**
 * Puts a question that got no answer on the advisers' list.
 * @returns its id, for who asked to let themselves be known; null when it is no question, or others read along
 */
export async function noteUnanswered(
  { questions }: FeedbackDependencies,
  turn: Turn,
  text: string,
  { topic }: Pick<Understanding, 'topic'>,
): Promise<string | null> {
  if (!hasWords.test(text)) return null
  const id = await questions.noteUnanswered(
    {
      messageId: turn.activityId || String(turn.now.epochMilliseconds),
      personId: turn.person?.id ?? null,
      text,
      language: turn.language,
      topic,
    },
    turn.now,
  )
  return turn.scope === 'personal' && turn.person !== null ? id : null
}
