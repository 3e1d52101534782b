import {
  forgetMemberCard,
  gatheringsForMemberCard,
  type MemberValues,
  memberFormCard,
} from '../../../cards/member-edit.ts'
import { atTheirFields, choosable, municipalityOf, readMunicipality } from '../../../cards/membership-form.ts'
import { pageOf } from '../../../cards/pages.ts'
import type { VerbData } from '../../../cards/verbs.ts'
import type { Language } from '../../../language.ts'
import { isActive, registrationOf } from '../../../network/gathering.ts'
import { createProfileReader, type Member, personsOf } from '../../../network/member.ts'
import type { Network } from '../../../network/network.ts'
import type { Privacy } from '../../../network/privacy.ts'
import type { VerbRoute } from '../../feature.ts'
import { type Reply, replyWithCard } from '../../reply.ts'
import type { PersonalTurn } from '../../turn.ts'
import type { ForAdvisers } from './for-advisers.ts'

export interface MemberEditDependencies {
  forAdvisers: ForAdvisers
  network: Pick<Network, 'members' | 'memberDesk' | 'gatherings'>
  privacy: Pick<Privacy, 'forget'>
  /** Tells somebody who writes that their profile was changed. */
  profileChanged: (memberId: string, personId: string, now: Temporal.Instant) => Promise<void>
  defaultLanguage: Language
}

interface Ways {
  show: (turn: PersonalTurn, memberId: string, notice: string) => Promise<Reply>
  start: (turn: PersonalTurn, notice: string) => Promise<Reply>
}

const pageSize = 8
const empty: MemberValues = { name: '', email: '', municipality: '', otherMunicipality: '', role: '' }
/** What is followed is not changed here. */
const readProfile = createProfileReader(() => true)

/** What advisers put right about one member, and adding, registering and forgetting one. */
export function memberEditVerbs(dependencies: MemberEditDependencies, { show, start }: Ways): VerbRoute[] {
  const { forAdvisers, network, privacy, profileChanged, defaultLanguage } = dependencies
  const { members, memberDesk, gatherings } = network

  async function find(memberId: string): Promise<Member | null> {
    const member = await members.find(memberId)
    return member?.status === 'active' ? member : null
  }

  /** For what needs a member who is still one. */
  function withMember<Data extends { memberId: string }>(
    handler: (turn: PersonalTurn, member: Member, data: Data) => Promise<Reply>,
  ) {
    return async (turn: PersonalTurn, data: Data): Promise<Reply> => {
      const member = await find(data.memberId)
      return member === null ? start(turn, turn.texts.memberDesk.gone) : handler(turn, member, data)
    }
  }

  async function form(turn: PersonalTurn, { memberId }: VerbData<'members.form'>): Promise<Reply> {
    if (memberId === undefined) return formReply(turn, null, empty)
    return withMember((_, member) => {
      const { name, email, municipality, role } = member
      return formReply(turn, member, choosable({ name, email, municipality, otherMunicipality: '', role }))
    })(turn, { memberId })
  }

  async function formReply(
    turn: PersonalTurn,
    member: Member | null,
    values: MemberValues,
    wrong: { mistakes?: Parameters<typeof atTheirFields>[0]; refusal?: string } = {},
  ): Promise<Reply> {
    const { mistakes = [], refusal = null } = wrong
    const hears = member !== null && member.personId !== null
    return replyWithCard(memberFormCard({ member, hears, values, mistakes, refusal }, turn.language))
  }

  async function save(turn: PersonalTurn, { memberId, ...typed }: VerbData<'members.save'>): Promise<Reply> {
    const texts = turn.texts.memberEdit
    const member = memberId === undefined ? null : await find(memberId)
    if (memberId !== undefined && member === null) return start(turn, turn.texts.memberDesk.gone)
    const values = choosable({ ...typed, municipality: readMunicipality(typed.municipality) })
    const language = member?.language ?? defaultLanguage
    const read = readProfile({ ...values, municipality: municipalityOf(values), language })
    if (!read.ok) return formReply(turn, member, values, { mistakes: atTheirFields(read.mistakes, values) })
    const { topics: _topics, language: _language, ...corrected } = read.profile
    const outcome =
      member === null
        ? await memberDesk.add(turn.person.id, read.profile, turn.now)
        : await memberDesk.correct(turn.person.id, member._id, corrected, turn.now)
    if (!outcome.ok) {
      if (outcome.reason === 'not-found') return start(turn, turn.texts.memberDesk.gone)
      return formReply(turn, member, values, { refusal: texts.addressTaken })
    }
    const { _id, name, personId } = outcome.member
    if (member === null) return show(turn, _id, texts.added(name))
    const isTold = outcome.isChanged && personId !== null
    if (isTold) await profileChanged(_id, personId, turn.now)
    return show(turn, _id, isTold ? texts.savedAndTold : texts.saved)
  }

  async function askToForget(turn: PersonalTurn, member: Member): Promise<Reply> {
    if (personsOf(member).length > 0) return show(turn, member._id, turn.texts.memberEdit.forgetThemselves)
    const ahead = await gatherings.ofMember(member._id, turn.now)
    return replyWithCard(forgetMemberCard(member, ahead, turn.language))
  }

  async function forget(turn: PersonalTurn, member: Member): Promise<Reply> {
    if (personsOf(member).length > 0) return show(turn, member._id, turn.texts.memberEdit.forgetThemselves)
    await privacy.forget(member._id, turn.now)
    await memberDesk.noteForgotten(turn.person.id, member._id, turn.now)
    return start(turn, turn.texts.memberEdit.forgotten)
  }

  async function openGatherings(turn: PersonalTurn, member: Member, { page }: VerbData<'members.gatherings'>) {
    const open = (await gatherings.ahead(turn.now)).filter((gathering) => {
      const registration = registrationOf(gathering, member._id)
      return gathering.status !== 'called-off' && (registration === null || !isActive(registration))
    })
    const { shown, ...position } = pageOf(open, page, pageSize)
    return replyWithCard(gatheringsForMemberCard({ member, gatherings: shown, ...position }, turn.language))
  }

  return [
    forAdvisers.verb('members.form', form),
    forAdvisers.verb('members.save', save),
    forAdvisers.verb('members.forget', withMember(askToForget)),
    forAdvisers.verb('members.confirm-forget', withMember(forget)),
    forAdvisers.verb('members.gatherings', withMember(openGatherings)),
  ]
}
