import type { AdviserVerb } from '../../../cards/verbs/advisers.ts'
import type { Advisers } from '../../../network/advisers.ts'
import type { Feature } from '../../feature.ts'
import { type Reply, replyWithText } from '../../reply.ts'
import type { Turn } from '../../turn.ts'
import { type AfterGatheringDependencies, afterGatheringFeature } from './after-gathering.ts'
import { type AnnouncementDependencies, createAnnouncementDesk } from './announcements.ts'
import { type AttendeesDependencies, createAttendees } from './attendees.ts'
import { type CheckInDependencies, checkInFeature } from './check-in.ts'
import { type ExperienceDeskDependencies, experienceDeskFeature } from './experiences.ts'
import { createForAdvisers } from './for-advisers.ts'
import { gatheringDeskFeature } from './gathering-desk.ts'
import { createGatheringEdit, type GatheringEditDependencies } from './gathering-edit.ts'
import { type GatheringWish, namedGathering, readGatheringWish } from './gathering-words.ts'
import { createHistory, type HistoryDependencies } from './history.ts'
import { type InvitationDependencies, invitationFeature } from './invitations.ts'
import { createMemberDeskFeature, type MemberDeskDependencies } from './member-desk.ts'
import { adviserMenuFeature, createNameChannel, createShowMenu, type MenuDependencies } from './menu.ts'
import { createQuestionDesk, type QuestionDeskDependencies } from './questions.ts'
import { createStatisticsFeature, type StatisticsDependencies } from './statistics.ts'
import { createSuggestionDesk, type SuggestionDeskDependencies } from './suggestions.ts'
import { adviserWords, bareWords } from './words.ts'

type Needed = MenuDependencies &
  QuestionDeskDependencies &
  GatheringEditDependencies &
  AnnouncementDependencies &
  AttendeesDependencies &
  CheckInDependencies &
  MemberDeskDependencies &
  HistoryDependencies &
  InvitationDependencies &
  StatisticsDependencies &
  SuggestionDeskDependencies &
  ExperienceDeskDependencies &
  AfterGatheringDependencies

export interface AdviserDependencies extends Omit<Needed, 'forAdvisers'> {
  advisers: Advisers
  /** Where others are told to turn. */
  contact: string
}

type OnText = (turn: Turn) => Promise<Reply>

export interface AdviserDesk {
  features: Feature[]
  /** Reads what advisers write to have something done, and leaves the rest to `others`. */
  listen(others: OnText): OnText
}

interface Command {
  words: RegExp
  run: OnText
  /** Members may mean something else by these words. */
  isEverybodys: boolean
}

/** Everything that advisers do in chat. */
export function createAdviserDesk(dependencies: AdviserDependencies): AdviserDesk {
  const { advisers, contact } = dependencies
  const forAdvisers = createForAdvisers(advisers.isAdviser, contact)
  const shared = { ...dependencies, forAdvisers }
  const questionDesk = createQuestionDesk(shared)
  const gatheringEdit = createGatheringEdit(shared)
  const attendees = createAttendees(shared)
  const memberDesk = createMemberDeskFeature(shared)
  const announcementDesk = createAnnouncementDesk(shared)
  const statistics = createStatisticsFeature(shared)
  const history = createHistory(shared)
  const suggestionDesk = createSuggestionDesk(shared)
  const features = [
    adviserMenuFeature(shared),
    gatheringDeskFeature(shared),
    gatheringEdit.feature,
    questionDesk.feature,
    suggestionDesk.feature,
    experienceDeskFeature(shared),
    ...announcementDesk.features,
    attendees.feature,
    checkInFeature(shared),
    memberDesk.feature,
    history.feature,
    statistics.feature,
    invitationFeature(shared),
    afterGatheringFeature(shared),
  ]
  const routes = new Map(features.flatMap(({ verbs = [] }) => verbs.map((route) => [route.verb, route] as const)))

  /** What the button does. */
  async function press(turn: Turn, verb: AdviserVerb, data: object = {}): Promise<Reply> {
    return (await routes.get(verb)?.run(turn, data)) ?? replyWithText(turn.texts.common.staleCard)
  }

  /** What is to be done with a gathering; null where the words may be a member's. */
  async function aboutGathering(turn: Turn, { verb, data, title, isMembersToo }: GatheringWish): Promise<Reply | null> {
    const gathering = namedGathering(title, await dependencies.network.gatherings.ahead(turn.now))
    if (gathering !== null) return press(turn, verb, { ...data, gatheringId: gathering._id })
    return isMembersToo ? null : press(turn, 'gatherings.manage-list')
  }

  async function isAdvisers({ person, now }: Turn): Promise<boolean> {
    return person !== null && advisers.isAdviser(person.id, now)
  }

  const pressing = (verb: AdviserVerb) => (turn: Turn) => press(turn, verb)
  const commands: Command[] = [
    { words: adviserWords.menu, run: forAdvisers(createShowMenu(shared)), isEverybodys: false },
    { words: adviserWords.nameChannel, run: forAdvisers.anywhere(createNameChannel(shared)), isEverybodys: false },
    { words: adviserWords.newGathering, run: forAdvisers(gatheringEdit.create), isEverybodys: true },
    { words: adviserWords.attendees, run: forAdvisers(attendees.ofNext), isEverybodys: true },
    { words: adviserWords.addMember, run: pressing('members.form'), isEverybodys: true },
    { words: adviserWords.addMembers, run: pressing('members.import'), isEverybodys: true },
    { words: adviserWords.downloadMembers, run: pressing('members.download'), isEverybodys: true },
    { words: adviserWords.members, run: forAdvisers(memberDesk.list), isEverybodys: false },
    { words: adviserWords.membersInShort, run: forAdvisers(memberDesk.list), isEverybodys: true },
    { words: adviserWords.duplicates, run: forAdvisers(memberDesk.duplicates), isEverybodys: true },
    { words: adviserWords.log, run: forAdvisers(history.show), isEverybodys: true },
    { words: adviserWords.messages, run: forAdvisers(announcementDesk.list), isEverybodys: true },
    { words: adviserWords.newMessage, run: forAdvisers(announcementDesk.write), isEverybodys: true },
    { words: adviserWords.statistics, run: forAdvisers(statistics.show), isEverybodys: false },
    { words: adviserWords.questions, run: forAdvisers(questionDesk.list), isEverybodys: false },
    { words: adviserWords.suggestions, run: forAdvisers(suggestionDesk.list), isEverybodys: true },
  ]

  return {
    features,
    listen: (others) => async (turn) => {
      const written = bareWords(turn.text)
      const command = commands.find(({ words }) => words.test(written))
      if (command === undefined) {
        const wish = readGatheringWish(written)
        const isTheirs = wish !== null && (await isAdvisers(turn))
        return (isTheirs ? await aboutGathering(turn, wish) : null) ?? others(turn)
      }
      const isTheirs = !command.isEverybodys || (await isAdvisers(turn))
      return isTheirs ? command.run(turn) : others(turn)
    },
  }
}
