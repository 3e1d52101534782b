import type { Action } from '../../cards/elements.ts'
import { type FollowingNews, followButton, followingCard, followingNewsCard } from '../../cards/following.ts'
import type { Choice } from '../../cards/inputs.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Member } from '../../network/member.ts'
import type { Members } from '../../network/members.ts'
import { answeredInPersonalChat, type Feature, onVerb } from '../feature.ts'
import { programmeChoices } from '../programmes.ts'
import { type Reply, replyWithCard } from '../reply.ts'
import type { Person, PersonalTurn, Turn } from '../turn.ts'

export interface FollowingDependencies {
  knowledge: Knowledge
  members: Pick<Members, 'of' | 'follow'>
  /** For who has to be a member first; what they wanted to follow is ticked in it. */
  joinForm: (turn: PersonalTurn, goal: { topics: readonly string[] }) => Promise<Reply>
}

export interface Following {
  feature: Feature
  /** Offers to follow the programme that an answer is about; null where there is nothing to offer. */
  button: (turn: Turn, topic: string) => Promise<Action | null>
}

/** Nobody names more in one sentence, and their ids have to fit on a button. */
const mostAtOnce = 6

/** What somebody follows changes in their own chat, and hardly anywhere else: elsewhere it is seen after so long. */
const rememberedMs = 3_600_000

/** «slutt å følge», «ikke lenger», «unfollow» … */
const noLonger =
  /\b(?:slutt\w*|stopp?e?r?|avslutt\w*|(?:ikke|ikkje|not|don['’]t)(?! gå glipp)(?! (?:want to )?miss)|fjern\w*|avmeld\w*|meld meg av|stop|unfollow\w*|unsubscribe|remove|no longer|cancel)\b/i
/** «følg det», of the programme that was talked about. */
const thatOne = /\b(?:det|dette|den|denne|it|this|that)\b/i

/** «Følg LIFE i stedet for Erasmus+». */
const insteadOf =
  /(?<!\p{L})(?:i stedet for|istedenfor|i staden for|framfor|instead of|rather than|og ikke lenger|og ikkje lenger|and no longer)(?!\p{L})/iu

/** Programmes whose calls and deadlines somebody wants to hear of: the topics of their membership. */
export function createFollowing({ knowledge, members, joinForm }: FollowingDependencies): Following {
  function named({ memory: { topic } }: Turn, text: string): string[] {
    const found = knowledge.programmesIn(text)
    return found.length === 0 && topic !== undefined && thatOne.test(text) ? [topic] : found
  }

  async function inWords(turn: PersonalTurn): Promise<Reply> {
    const [wanted = '', dropped] = turn.text.split(insteadOf)
    const topics = named(turn, wanted)
    if (dropped !== undefined && topics.length > 0) return change(turn, topics, knowledge.programmesIn(dropped))
    return topics.length === 0 ? show(turn) : set(turn, topics, !noLonger.test(turn.text))
  }

  async function change(turn: PersonalTurn, wanted: readonly string[], dropped: readonly string[]): Promise<Reply> {
    if ((await members.of(turn.person.id)) === null) return joinForm(turn, { topics: wanted })
    delete turn.memory.following
    await members.follow(turn.person.id, dropped, false, turn.now)
    const saved = await members.follow(turn.person.id, wanted, true, turn.now)
    return saved === null ? show(turn) : showOf(turn, saved, true)
  }

  async function show(turn: PersonalTurn): Promise<Reply> {
    const member = await members.of(turn.person.id)
    return member === null ? joinForm(turn, { topics: [] }) : showOf(turn, member, false)
  }

  function showOf({ language }: Turn, { topics }: Member, isSaved: boolean): Reply {
    return replyWithCard(
      followingCard({ programmes: programmeChoices(knowledge, language), followed: topics, isSaved }, language),
    )
  }

  async function set(turn: PersonalTurn, wanted: readonly string[], follows: boolean): Promise<Reply> {
    const chosen = programmeChoices(knowledge, turn.language)
      .filter(({ value }) => wanted.includes(value))
      .slice(0, mostAtOnce)
    const member = await members.of(turn.person.id)
    const topics = chosen.map(({ value }) => value)
    if (member === null) return joinForm(turn, { topics })
    if (chosen.length === 0) return showOf(turn, member, false)
    const changing = chosen.filter(({ value }) => member.topics.includes(value) !== follows)
    delete turn.memory.following
    await members.follow(turn.person.id, topics, follows, turn.now)
    return replyWithCard(followingNewsCard(newsOf(chosen, changing, follows), turn.language))
  }

  async function save(turn: PersonalTurn, chosen: readonly string[]): Promise<Reply> {
    const member = await members.of(turn.person.id)
    const known = programmeChoices(knowledge, turn.language).map(({ value }) => value)
    const wanted = known.filter((topic) => chosen.includes(topic))
    if (member === null) return joinForm(turn, { topics: wanted })
    delete turn.memory.following
    await members.follow(
      turn.person.id,
      known.filter((topic) => !wanted.includes(topic)),
      false,
      turn.now,
    )
    const saved = await members.follow(turn.person.id, wanted, true, turn.now)
    return showOf(turn, saved ?? member, true)
  }

  const feature: Feature = {
    commands: { 'follow-programme': answeredInPersonalChat(inWords) },
    verbs: [
      onVerb('following.show', answeredInPersonalChat(show)),
      onVerb(
        'following.follow',
        answeredInPersonalChat((turn, { topics }: { topics: string }) => set(turn, topics.split(','), true)),
      ),
      onVerb(
        'following.unfollow',
        answeredInPersonalChat((turn, { topics }: { topics: string }) => set(turn, topics.split(','), false)),
      ),
      onVerb(
        'following.save',
        answeredInPersonalChat((turn, { topics }: { topics: string }) => save(turn, topics.split(','))),
      ),
    ],
  }

  async function followed({ id }: Person, { memory, now }: Turn): Promise<readonly string[]> {
    const at = now.epochMilliseconds
    const known = memory.following
    if (known !== undefined && at - known.at < rememberedMs) return known.topics
    const topics = (await members.of(id))?.topics ?? []
    memory.following = { topics, at }
    return topics
  }

  async function button(turn: Turn, topic: string): Promise<Action | null> {
    const { scope, person, language } = turn
    const programme = programmeChoices(knowledge, language).find(({ value }) => value === topic)
    if (programme === undefined || scope !== 'personal' || person === null) return null
    return (await followed(person, turn)).includes(topic) ? null : followButton(programme, language)
  }
  return { feature, button }
}

/** Of several programmes only those count that something changed for; so undoing takes back just that. */
function newsOf(chosen: readonly Choice[], changing: readonly Choice[], follows: boolean): FollowingNews {
  if (changing.length > 0) return { kind: follows ? 'followed' : 'unfollowed', programmes: changing }
  return { kind: follows ? 'already' : 'notFollowed', programmes: chosen }
}
