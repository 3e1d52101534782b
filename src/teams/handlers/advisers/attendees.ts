import { execute } from '../../../cards/actions.ts'
import { attendeeCard } from '../../../cards/attendee.ts'
import { attendeeOverviewCard } from '../../../cards/attendee-overview.ts'
import { answersCard, attendeeListCard, longestSearch } from '../../../cards/attendees.ts'
import { downloadCard } from '../../../cards/download.ts'
import { pageOf } from '../../../cards/pages.ts'
import type { VerbData } from '../../../cards/verbs.ts'
import type { OfferFile } from '../../../files/files.ts'
import { answersTo, byName, overviewOf, searchAttendees } from '../../../network/attendee-overview.ts'
import type { Gathering } from '../../../network/gathering.ts'
import type { Network } from '../../../network/network.ts'
import { viewOf } from '../../../network/registrations.ts'
import type { Feature } from '../../feature.ts'
import { type Reply, replyWithCard, replyWithText } from '../../reply.ts'
import type { PersonalTurn } from '../../turn.ts'
import type { ForAdvisers } from './for-advisers.ts'
import { type RegisterForDependencies, registerForVerbs } from './register-for.ts'
import { createWithGathering } from './with-gathering.ts'

export interface AttendeesDependencies {
  forAdvisers: ForAdvisers
  offerFile: OfferFile
  network: RegisterForDependencies['network'] & Pick<Network, 'registrations' | 'invitations'>
}

export interface Attendees {
  feature: Feature
  /** Of the gathering that is on, or the next one. */
  ofNext: (turn: PersonalTurn) => Promise<Reply>
}

const pageSize = 10

/** Who comes to a gathering: numbers, the list, each one. */
export function createAttendees({ forAdvisers, network, offerFile }: AttendeesDependencies): Attendees {
  const { gatherings, members, registrations, invitations } = network
  const withGathering = createWithGathering(gatherings.find)

  async function overview(turn: PersonalTurn, gathering: Gathering): Promise<Reply> {
    const attendees = await registrations.attendees(gathering)
    const { personIds, neverWrote, unreachable } = await invitations.unanswered(gathering)
    const shown = {
      gathering,
      overview: overviewOf(gathering, attendees),
      notAnswered: personIds.length + neverWrote + unreachable,
      now: turn.now,
    }
    return replyWithCard(attendeeOverviewCard(shown, turn.language))
  }

  async function list(
    turn: PersonalTurn,
    gathering: Gathering,
    { search, page, notice }: { search: string; page: number; notice?: string },
  ): Promise<Reply> {
    const found = byName(searchAttendees(await registrations.attendees(gathering), search))
    const { shown, ...position } = pageOf(found, page, pageSize)
    const view = {
      gathering,
      attendees: shown,
      all: found.length,
      ...position,
      search: search.slice(0, longestSearch),
      ...(notice === undefined ? {} : { notice }),
    }
    return replyWithCard(attendeeListCard(view, turn.language))
  }

  async function show(
    turn: PersonalTurn,
    gathering: Gathering,
    { memberId, notice }: { memberId: string; notice?: string },
  ): Promise<Reply> {
    const member = await members.find(memberId)
    const view = viewOf(gathering, memberId)
    if (member === null || view === null) {
      return list(turn, gathering, { search: '', page: 0, notice: turn.texts.attendees.refusals['not-found'] })
    }
    const shown = { member, ...view, now: turn.now, ...(notice === undefined ? {} : { notice }) }
    return replyWithCard(attendeeCard(shown, turn.language))
  }

  async function answers(
    turn: PersonalTurn,
    gathering: Gathering,
    { questionId, page }: { questionId?: string | undefined; page: number },
  ): Promise<Reply> {
    const question = gathering.questions.find(({ id }) => id === questionId) ?? null
    const all = answersTo(await registrations.attendees(gathering), question?.id ?? null)
    const { shown, ...position } = pageOf(all, page, pageSize)
    return replyWithCard(answersCard({ gathering, question, answers: shown, ...position }, turn.language))
  }

  /** A link for this adviser alone; the file is made when it is fetched. */
  async function exportList(
    turn: PersonalTurn,
    { _id }: Gathering,
    { format }: Pick<VerbData<'attendees.export'>, 'format'>,
  ): Promise<Reply> {
    const url = await offerFile(turn.person.id, 'registrations', `${format}:${_id}`, turn.language)
    const back = execute(turn.texts.attendees.toOverview, 'attendees.overview', { gatheringId: _id })
    return replyWithCard(downloadCard(url, back, turn.language))
  }

  async function ofNext(turn: PersonalTurn): Promise<Reply> {
    const [next] = await gatherings.ahead(turn.now, { limit: 1 })
    return next === undefined ? replyWithText(turn.texts.gatherings.none) : overview(turn, next)
  }

  const feature: Feature = {
    verbs: [
      forAdvisers.verb('attendees.overview', withGathering(overview)),
      forAdvisers.verb('attendees.list', withGathering(list)),
      forAdvisers.verb('attendees.show', withGathering(show)),
      forAdvisers.verb('attendees.answers', withGathering(answers)),
      forAdvisers.verb('attendees.export', withGathering(exportList)),
      ...registerForVerbs({ forAdvisers, network, list, show }),
    ],
  }
  return { feature, ofNext }
}
