import { findMemberCard, registerForCard } from '../../../cards/attendee.ts'
import { longestSearch } from '../../../cards/attendees.ts'
import { pageOf } from '../../../cards/pages.ts'
import { emptyRegistration, type RegistrationInputs, typedInputs } from '../../../cards/registration-form.ts'
import type { VerbData } from '../../../cards/verbs.ts'
import { matcher } from '../../../network/attendee-overview.ts'
import { freeSeats } from '../../../network/free-seats.ts'
import { type Gathering, isActive, registrationOf } from '../../../network/gathering.ts'
import type { Member } from '../../../network/member.ts'
import type { Network } from '../../../network/network.ts'
import { readRegistrationForm } from '../../../network/registration-form.ts'
import type { VerbRoute } from '../../feature.ts'
import { type Reply, replyWithCard } from '../../reply.ts'
import type { PersonalTurn } from '../../turn.ts'
import type { ForAdvisers } from './for-advisers.ts'
import { createWithGathering } from './with-gathering.ts'

type OfGathering<Data> = (turn: PersonalTurn, gathering: Gathering, data: Data) => Promise<Reply>

export interface RegisterForDependencies {
  forAdvisers: ForAdvisers
  network: Pick<Network, 'gatherings' | 'members' | 'people' | 'attendeeDesk'>
  list: OfGathering<{ search: string; page: number; notice?: string }>
  show: OfGathering<{ memberId: string; notice?: string }>
}

const pageSize = 10

/** Finding members, and registering or removing them on their behalf. */
export function registerForVerbs({ forAdvisers, network, list, show }: RegisterForDependencies): VerbRoute[] {
  const { gatherings, members, people, attendeeDesk } = network
  const withGathering = createWithGathering(gatherings.find)

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
    const { shown, ...position } = pageOf(found, page, pageSize)
    const view = { gathering, members: shown, ...position, search: search.slice(0, longestSearch) }
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
    { gatheringId, memberId, wait, extra, ...typed }: VerbData<'attendees.register'>,
  ): Promise<Reply> {
    const texts = turn.texts.attendees
    const member = await members.find(memberId)
    if (member === null) return show(turn, gathering, { memberId })
    const read = readRegistrationForm(typed, gathering.questions, 'another')
    const inputs = typedInputs(typed, gathering.questions, read.ok ? [] : read.mistakes)
    if (!read.ok) {
      return formReply(turn, gathering, member, inputs, turn.texts.membership.toCorrect(read.mistakes.length))
    }
    const ifFull = extra === 'true' ? ('extra' as const) : wait === 'true' ? ('wait' as const) : ('refuse' as const)
    const wanted = { ...read.form, ifFull }
    const outcome = await attendeeDesk.register(turn.person.id, gatheringId, memberId, wanted, turn.now)
    if (outcome.ok) {
      const { state } = outcome.registration
      const done = state === 'waiting' ? texts.queued(member.name) : texts.saved(member.name)
      return show(turn, outcome.gathering, { memberId, notice: `${done} ${await hearing(turn, member)}` })
    }
    if (outcome.reason === 'full') return formReply(turn, gathering, member, inputs, texts.full)
    return formReply(turn, gathering, member, inputs, refusalText(turn, outcome.reason))
  }

  /** What they told stays as it is. */
  async function give(turn: PersonalTurn, gathering: Gathering, { memberId }: { memberId: string }): Promise<Reply> {
    const member = await members.find(memberId)
    const wanted = { attendance: null, diet: null, question: null, ifFull: 'extra' as const }
    const outcome = await attendeeDesk.register(turn.person.id, gathering._id, memberId, wanted, turn.now)
    if (!outcome.ok || member === null) {
      return show(turn, gathering, { memberId, notice: refusalText(turn, outcome.ok ? 'not-found' : outcome.reason) })
    }
    const notice = `${turn.texts.attendees.seatGiven(member.name)} ${await hearing(turn, member)}`
    return show(turn, outcome.gathering, { memberId, notice })
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

  /** Whether the bot can tell them. */
  async function hearing({ texts }: PersonalTurn, { personId }: Member): Promise<string> {
    const person = personId === null ? null : await people.find(personId)
    const isReached = person !== null && person.conversation !== null && person.unreachable === null
    return isReached ? texts.attendees.hears : texts.attendees.hearsNot
  }

  return [
    forAdvisers.verb('attendees.find', withGathering(find)),
    forAdvisers.verb('attendees.form', withGathering(form)),
    forAdvisers.verb('attendees.register', withGathering(register)),
    forAdvisers.verb('attendees.give-seat', withGathering(give)),
    forAdvisers.verb('attendees.remove', withGathering(remove)),
  ]
}

function refusalText({ texts }: PersonalTurn, reason: string): string {
  const { refusals } = texts.attendees
  return Object.entries(refusals).find(([known]) => known === reason)?.[1] ?? refusals.other
}
