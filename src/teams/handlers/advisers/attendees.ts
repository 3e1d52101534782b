import { execute } from '../../../cards/actions.ts'
import { attendeeCard, findMemberCard, registerForCard } from '../../../cards/attendee.ts'
import { answersCard, attendeeListCard, attendeeOverviewCard, longestSearch } from '../../../cards/attendees.ts'
import { downloadCard } from '../../../cards/download.ts'
import { pageOf } from '../../../cards/pages.ts'
import { emptyRegistration, type RegistrationInputs } from '../../../cards/registration-form.ts'
import type { VerbData } from '../../../cards/verbs.ts'
import type { OfferFile } from '../../../files/files.ts'
import { answersTo, byName, matcher, overviewOf, searchAttendees } from '../../../network/attendee-overview.ts'
import { freeSeats } from '../../../network/free-seats.ts'
import { type Gathering, isActive, registrationOf } from '../../../network/gathering.ts'
import type { Member } from '../../../network/member.ts'
import type { Network } from '../../../network/network.ts'
import { answersIn, daysIn, readRegistrationForm } from '../../../network/registration-form.ts'
import { viewOf } from '../../../network/registrations.ts'
import type { Feature } from '../../feature.ts'
import { type Reply, replyWithCard, replyWithText } from '../../reply.ts'
import type { PersonalTurn } from '../../turn.ts'
import type { ForAdvisers } from './for-advisers.ts'
import { createWithGathering } from './with-gathering.ts'

export interface AttendeesDependencies {
  forAdvisers: ForAdvisers
  offerFile: OfferFile
  network: Pick<Network, 'gatherings' | 'members' | 'people' | 'registrations' | 'attendeeDesk' | 'invitations'>
}

export interface Attendees {
  feature: Feature
  /** Of the gathering that is on, or the next one. */
  ofNext: (turn: PersonalTurn) => Promise<Reply>
}

const pageSize = 10

/** Who comes to a gathering: numbers, the list, each one; and registering or removing somebody for them. */
export function createAttendees({ forAdvisers, network, offerFile }: AttendeesDependencies): Attendees {
  const { gatherings, members, people, registrations, attendeeDesk, invitations } = network

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
    const { shown, ...place } = pageOf(found, page, pageSize)
    const view = {
      gathering,
      attendees: shown,
      all: found.length,
      ...place,
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
    const { shown, ...place } = pageOf(all, page, pageSize)
    return replyWithCard(answersCard({ gathering, question, answers: shown, ...place }, turn.language))
  }

  async function find(
    turn: PersonalTurn,
    gathering: Gathering,
    { search, page }: { search: string; page: number },
  ): Promise<Reply> {
    const matches = matcher(search)
    const hasPlace = new Set(gathering.registrations.filter(isActive).map(({ memberId }) => memberId))
    const found = (await members.all()).filter(
      ({ _id, name, municipality, role, email }) => !hasPlace.has(_id) && matches([name, municipality, role, email]),
    )
    const { shown, ...place } = pageOf(found, page, pageSize)
    const view = { gathering, members: shown, ...place, search: search.slice(0, longestSearch) }
    return replyWithCard(findMemberCard(view, turn.language))
  }

  async function form(turn: PersonalTurn, gathering: Gathering, { memberId }: { memberId: string }): Promise<Reply> {
    const member = await members.find(memberId)
    if (member === null) return find(turn, gathering, { search: '', page: 0 })
    const known = registrationOf(gathering, memberId)
    const inputs = known !== null && isActive(known) ? { ...known, mistakes: [] } : emptyRegistration
    return formReply(turn, gathering, member, inputs)
  }

  function formReply(
    turn: PersonalTurn,
    gathering: Gathering,
    member: Member,
    inputs: RegistrationInputs,
    refusal?: string,
  ): Reply {
    const known = registrationOf(gathering, member._id)
    const attendance = inputs.attendance || 'in-person'
    const isFull = (known === null || !isActive(known)) && freeSeats(gathering, attendance) <= 0
    const shown = { gathering, member, inputs, isFull, ...(refusal === undefined ? {} : { refusal }) }
    return replyWithCard(registerForCard(shown, turn.language))
  }

  async function register(
    turn: PersonalTurn,
    gathering: Gathering,
    { gatheringId, memberId, wait, ...typed }: VerbData<'attendees.register'>,
  ): Promise<Reply> {
    const texts = turn.texts.attendees
    const member = await members.find(memberId)
    if (member === null) return show(turn, gathering, { memberId })
    const read = readRegistrationForm(typed, gathering.questions)
    const { attendance, guest = '', diet, question } = typed
    const days = daysIn(typed) ?? []
    const typedAnswers = answersIn(typed, gathering.questions)
    const inputs = {
      attendance,
      days,
      guest,
      diet,
      question,
      answers: typedAnswers,
      mistakes: read.ok ? [] : read.mistakes,
    }
    if (!read.ok) {
      return formReply(turn, gathering, member, inputs, turn.texts.membership.toCorrect(read.mistakes.length))
    }
    const wanted = { ...read.form, ifFull: wait === 'true' ? ('wait' as const) : ('refuse' as const) }
    const outcome = await attendeeDesk.register(turn.person.id, gatheringId, memberId, wanted, turn.now)
    if (outcome.ok) {
      const { state } = outcome.registration
      const done = state === 'waiting' ? texts.queued(member.name) : texts.saved(member.name)
      return show(turn, outcome.gathering, { memberId, notice: `${done} ${await hearing(turn, member)}` })
    }
    if (outcome.reason === 'full') return formReply(turn, gathering, member, inputs, texts.full)
    return formReply(turn, gathering, member, inputs, refusalText(turn, outcome.reason))
  }

  async function remove(turn: PersonalTurn, gathering: Gathering, { memberId }: { memberId: string }): Promise<Reply> {
    const texts = turn.texts.attendees
    const member = await members.find(memberId)
    const outcome = await attendeeDesk.remove(turn.person.id, gathering._id, memberId, turn.now)
    if (!outcome.ok || member === null) {
      const reason = outcome.ok ? 'not-found' : outcome.reason
      return list(turn, gathering, { search: '', page: 0, notice: refusalText(turn, reason) })
    }
    const notice = `${texts.removed(member.name)} ${await hearing(turn, member)}`
    return list(turn, outcome.gathering, { search: '', page: 0, notice })
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

  /** Whether the bot can tell them. */
  async function hearing({ texts }: PersonalTurn, { personId }: Member): Promise<string> {
    const person = personId === null ? null : await people.find(personId)
    const isReached = person !== null && person.conversation !== null && person.unreachable === null
    return isReached ? texts.attendees.hears : texts.attendees.hearsNot
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
      forAdvisers.verb('attendees.find', withGathering(find)),
      forAdvisers.verb('attendees.form', withGathering(form)),
      forAdvisers.verb('attendees.register', withGathering(register)),
      forAdvisers.verb('attendees.remove', withGathering(remove)),
      forAdvisers.verb('attendees.export', withGathering(exportList)),
    ],
  }
  return { feature, ofNext }
}

function refusalText({ texts }: PersonalTurn, reason: string): string {
  const { refusals } = texts.attendees
  return Object.entries(refusals).find(([known]) => known === reason)?.[1] ?? refusals.other
}
