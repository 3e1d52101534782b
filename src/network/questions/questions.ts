import type { Language } from '../../language.ts'
import type { Database } from '../../store/database.ts'
import { toDate } from '../../store/instants.ts'
import type { PersonalData } from '../privacy.ts'
import { askedCountsDefinition } from './asked.ts'
import { type ContactWish, contactWishesDefinition, createContactWishes } from './contact-wishes.ts'
import {
  type AnswerVote,
  answerVotesDefinition,
  fingerprint,
  type Unanswered,
  unansweredDefinition,
  type Vote,
  votes,
  writerKey,
} from './records.ts'
import { withoutPersonalDetails } from './scrub.ts'

export type { Vote } from './records.ts'

export const questionDefinitions = [
  answerVotesDefinition,
  unansweredDefinition,
  askedCountsDefinition,
  contactWishesDefinition,
]

/** Shorter: needs that return each year are not seen to return. Longer: more of what people wrote is kept than is read. */
const daysKept = 180
/** Votes without a word in them, for the share of helpful answers. */
const daysVotesKept = 730
/** The latest of each kind that advisers are shown; more than these nobody reads. */
const mostListed = 300

/** Something that a member needed and did not get, for the advisers. */
export interface OpenQuestion {
  id: string
  kind: 'unanswered' | 'unhelpful'
  /** Empty when it is not known what was asked. */
  text: string
  /** What they said was missing. */
  word: string
  answerId: string | null
  topic: string | null
  language: Language
  at: Temporal.Instant
  /** Tells askers apart; null when it is not known who asked. */
  writer: string | null
  /** The person who let the advisers know who they are. */
  contact: string | null
}

export type Tally = Record<Vote, number>

export type Questions = ReturnType<typeof createQuestions>

/** What members thought of answers, and what they asked without getting one. */
export function createQuestions(database: Database) {
  const answerVotes = database.collection(answerVotesDefinition)
  const unanswered = database.collection(unansweredDefinition)
  const wishes = createContactWishes(database)

  function voteId(personId: string, answerId: string): string {
    return `${writerKey(personId)}/${answerId}`
  }

  /** A second vote of the same person on the same answer takes the place of the first. */
  async function vote(
    personId: string,
    given: { answerId: string; vote: Vote; question: string | null; language: Language },
    now: Temporal.Instant,
  ): Promise<void> {
    const { answerId, question, language } = given
    const current = { vote: given.vote, language, at: toDate(now), handledAt: null }
    const asked = question === null ? '' : withoutPersonalDetails(question)
    const first = { _id: voteId(personId, answerId), answerId, writer: writerKey(personId), word: '', contact: null }
    const isFirst = (await answerVotes.insertMissing([{ ...first, ...current, question: asked }])) === 1
    if (isFirst) return
    await answerVotes.updateOne(
      { _id: first._id },
      { $set: { ...current, ...(asked === '' ? {} : { question: asked }) } },
    )
  }

  /**
   * A word along with a vote that was given before.
   * @param mayContact the advisers may see who it is
   * @returns false when there is no such vote
   */
  async function explain(
    personId: string,
    given: { answerId: string; word: string; mayContact: boolean },
    now: Temporal.Instant,
  ): Promise<boolean> {
    const _id = voteId(personId, given.answerId)
    const { matchedCount } = await answerVotes.updateOne(
      { _id },
      { $set: { word: withoutPersonalDetails(given.word), contact: given.mayContact ? personId : null } },
    )
    if (matchedCount === 1 && given.mayContact) await wishes.open(_id, personId, now)
    return matchedCount === 1
  }

  /** @returns the id to let the advisers know who asked, or to say it was no question */
  async function noteUnanswered(
    asked: { messageId: string; personId: string | null; text: string; language: Language; topic: string | null },
    now: Temporal.Instant,
  ): Promise<string> {
    const { messageId, personId, text, language, topic } = asked
    const writer = personId === null ? null : writerKey(personId)
    const row: Unanswered = {
      _id: fingerprint(`message ${messageId} ${writer}`),
      writer,
      question: withoutPersonalDetails(text),
      language,
      topic,
      at: toDate(now),
      contact: null,
    }
    await unanswered.insertMissing([row])
    return row._id
  }

  /** Lets the advisers know who asked. Only who asked can; false when it is somebody else or long gone. */
  async function allowContact(personId: string, questionId: string, now: Temporal.Instant): Promise<boolean> {
    const own = { _id: questionId, writer: writerKey(personId) }
    const { matchedCount } = await unanswered.updateOne(own, { $set: { contact: personId } })
    if (matchedCount === 1) await wishes.open(questionId, personId, now)
    return matchedCount === 1
  }

  /** What waits for the advisers, the latest first. */
  async function open(): Promise<OpenQuestion[]> {
    const latest = { sort: { at: -1 }, limit: mostListed } as const
    const asked = await unanswered.find({}, latest)
    const disliked = await answerVotes.find({ vote: 'unhelpful', handledAt: null }, latest)
    return [...asked.map(openOfUnanswered), ...disliked.map(openOfVote)].toSorted((a, b) =>
      Temporal.Instant.compare(b.at, a.at),
    )
  }

  /** As long as it waits for the advisers. */
  async function find(id: string): Promise<OpenQuestion | null> {
    const asked = await unanswered.findOne({ _id: id })
    if (asked !== null) return openOfUnanswered(asked)
    const disliked = await answerVotes.findOne({ _id: id, handledAt: null })
    return disliked && openOfVote(disliked)
  }

  async function countOpen(): Promise<number> {
    const disliked = { vote: 'unhelpful', handledAt: null } as const
    return (await unanswered.countDocuments({})) + (await answerVotes.countDocuments(disliked))
  }

  /**
   * They need not be kept any longer: what people wrote goes, votes are still counted.
   * @returns the wishes for contact that are dealt with so
   */
  async function handled(ids: readonly string[], now: Temporal.Instant): Promise<ContactWish[]> {
    await unanswered.deleteMany({ _id: { $in: [...ids] } })
    await answerVotes.updateMany(
      { _id: { $in: [...ids] } },
      { $set: { handledAt: toDate(now), word: '', question: '', contact: null } },
    )
    return wishes.close(ids)
  }

  async function tallyOf(answerId: string): Promise<Tally> {
    const [helpful = 0, unhelpful = 0] = await Promise.all(
      votes.map((each) => answerVotes.countDocuments({ answerId, vote: each })),
    )
    return { helpful, unhelpful }
  }

  /** Deletes what has been kept long enough: call it about once a day. */
  async function tidy(now: Temporal.Instant): Promise<void> {
    const before = (days: number) => ({ at: { $lt: toDate(now.subtract({ hours: days * 24 })) } })
    await wishes.tidy(toDate(now.subtract({ hours: daysKept * 24 })))
    await unanswered.deleteMany(before(daysKept))
    await answerVotes.updateMany(before(daysKept), { $set: { word: '', question: '', contact: null } })
    await answerVotes.deleteMany(before(daysVotesKept))
  }

  const personalData: PersonalData = {
    name: 'questions',
    async everythingAbout(personId) {
      const writer = writerKey(personId)
      const [theirVotes, theirQuestions] = [await answerVotes.find({ writer }), await unanswered.find({ writer })]
      const wanted = await wishes.ofPerson(personId)
      return theirVotes.length + theirQuestions.length + wanted.length === 0
        ? null
        : { votes: theirVotes, unanswered: theirQuestions, contactWanted: wanted }
    },
    async forget(personId) {
      const writer = writerKey(personId)
      await answerVotes.deleteMany({ writer })
      await unanswered.deleteMany({ writer })
      await wishes.forget(personId)
    },
  }

  return {
    vote,
    explain,
    noteUnanswered,
    allowContact,
    open,
    find,
    countOpen,
    handled,
    tallyOf,
    tidy,
    personalData,
    wishes,
  }
}

function openOfUnanswered({ _id, at, question, ...row }: Unanswered): OpenQuestion {
  return { ...row, id: _id, kind: 'unanswered', text: question, word: '', answerId: null, at: at.toTemporalInstant() }
}

function openOfVote({ _id, at, question, answerId, word, language, writer, contact }: AnswerVote): OpenQuestion {
  const topic = answerId.split('/')[0] ?? null
  const text = question
  return {
    id: _id,
    kind: 'unhelpful',
    text,
    word,
    answerId,
    topic,
    language,
    at: at.toTemporalInstant(),
    writer,
    contact,
  }
}
