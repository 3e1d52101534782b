import { type GatheringCardOptions, gatheringCard } from '../../cards/gathering.ts'
import type { Language } from '../../language.ts'
import { type Gathering, isVisibleTo } from '../../network/gathering.ts'
import { type GatheringView, viewGathering } from '../../network/gathering-view.ts'
import type { Member } from '../../network/member.ts'
import type { Network } from '../../network/network.ts'
import { datesIn } from '../../texts/dates.ts'
import { textsIn } from '../../texts/texts.ts'
import { type PlainReply, type Reply, replyWithCard, replyWithText } from '../reply.ts'
import { cardShown, detailsShown } from '../shown-gatherings.ts'
import type { Turn } from '../turn.ts'
import { createGroupCards } from './gathering-in-group.ts'
import { talkOfGatherings } from './gathering-subject.ts'

export interface GatheringReplyDependencies {
  network: Pick<Network, 'gatherings' | 'members' | 'people'>
  /** Whether more people are in a conversation than Teams refreshes cards for by itself. */
  isLarge: (reference: Readonly<Record<string, unknown>>) => Promise<boolean>
  /** Where people's browsers reach the bot, for calendar files. */
  publicUrl: string
}

export type Shown = Omit<GatheringCardOptions, 'language' | 'calendarUrl'>

export interface ForAll {
  language: Language
  isLarge: boolean
  now: Temporal.Instant
}

/** A gathering as a card: a person's own, or in a group the one that all see. */
export function createGatheringReplies({ network, isLarge, publicUrl }: GatheringReplyDependencies) {
  const { gatherings, members } = network
  const groupCards = createGroupCards(network)

  function memberOf({ isPrivate, person }: Turn): Promise<Member | null> {
    return isPrivate && person !== null ? members.of(person.id) : Promise.resolve(null)
  }

  async function gatheringReply(turn: Turn, view: GatheringView, shown: Shown = {}): Promise<PlainReply> {
    talkOfGatherings(turn, [view.gathering])
    return turn.scope === 'personal' ? personalReply(turn, view, shown) : groupReply(turn, view, shown)
  }

  /** What is filled in is filled in where nobody else is. */
  async function groupReply(turn: Turn, view: GatheringView, { form: _, ...shown }: Shown): Promise<PlainReply> {
    const { gathering } = view
    const { language } = turn
    if (turn.isPrivate) {
      const group = groupCards.forOne(turn, view, await memberOf(turn))
      return replyWithCard(gatheringCard(view, { ...shown, group, language }))
    }
    return groupCard(gathering, { language, isLarge: await isLarge(turn.place.reference), now: turn.now })
  }

  async function groupCard(gathering: Gathering, { language, isLarge: large, now }: ForAll): Promise<PlainReply> {
    const group = await groupCards.forAll(gathering, large)
    const card = gatheringCard(viewGathering(gathering, null, now), { group, language })
    return replyWithCard(card, { ...cardShown(gathering, card), isLarge: large })
  }

  function personalReply(turn: Pick<Turn, 'language'>, view: GatheringView, shown: Shown): PlainReply {
    const { mine, gathering } = view
    const hasSeat = mine?.registration.state === 'registered'
    const calendarUrl = hasSeat
      ? { calendarUrl: `${publicUrl}/calendar/${gathering._id}~${mine.registration.calendarKey}.ics` }
      : {}
    const card = gatheringCard(view, { ...shown, ...calendarUrl, language: turn.language })
    return replyWithCard(card, detailsShown([gathering]))
  }

  async function showOne(turn: Turn, gatheringId: string, shown: Shown = {}): Promise<Reply> {
    const gathering = await gatherings.find(gatheringId)
    const member = await memberOf(turn)
    if (gathering === null || !isVisibleTo(gathering, member)) {
      return replyWithText(turn.texts.gatherings.refusals['not-found'])
    }
    return gatheringReply(turn, viewGathering(gathering, member, turn.now), shown)
  }

  /** One person's card, which says that it was brought up to date. */
  async function personalCard(gathering: Gathering, personId: string, language: Language, now: Temporal.Instant) {
    const view = viewGathering(gathering, await members.of(personId), now)
    const notice = textsIn(language).gatherings.updated(datesIn(gathering.timeZone, language).shortDayAndTime(now))
    return personalReply({ language }, view, { notice })
  }

  return { memberOf, gatheringReply, personalReply, groupCard, personalCard, showOne }
}
