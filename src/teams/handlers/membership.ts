import { leaveCard, leftCard, notMemberCard, type Profile, profileCard } from '../../cards/membership.ts'
import {
  atTheirFields,
  choosable,
  type FormPurpose,
  type FormValues,
  membershipFormCard,
  municipalityOf,
  readMunicipality,
} from '../../cards/membership-form.ts'
import type { VerbData } from '../../cards/verbs.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import { languages } from '../../language.ts'
import { whyNotOpen } from '../../network/gathering.ts'
import { createProfileReader, type Member, type ProfileInput } from '../../network/member.ts'
import type { Members } from '../../network/members.ts'
import type { FieldMistake } from '../../network/mistakes.ts'
import type { People } from '../../network/people.ts'
import type { Registrations, RegistrationView } from '../../network/registrations.ts'
import type { NetworkNames } from '../../texts/nb/answers.ts'
import { answeredInPersonalChat, type Feature, inPersonalChat, onVerb } from '../feature.ts'
import { isProgramme, programmeChoices } from '../programmes.ts'
import { type Reply, replyWithCard } from '../reply.ts'
import type { Roster } from '../roster.ts'
import type { PersonalTurn, RosterEntry } from '../turn.ts'
import { showable } from './typed.ts'

export interface MembershipDependencies {
  knowledge: Knowledge
  network: NetworkNames
  timeZone: string
  people: Pick<People, 'chooseLanguage'>
  members: Pick<Members, 'known' | 'save'>
  registrations: Pick<Registrations, 'mine' | 'leave' | 'everything'>
  roster: Roster
  /** Asks whose account somebody says to be theirs whether it is; null when nobody does. */
  offerLink: (turn: PersonalTurn) => Promise<Reply | null>
  /** The last day of a pause that is under way. */
  pausedUntil: (personId: string, now: Temporal.Instant) => Promise<Temporal.PlainDate | null>
  /** Where somebody lands who had to join before they could register. */
  afterJoin: (turn: PersonalTurn, gatheringId: string) => Promise<Reply>
  onLeft: (personId: string) => Promise<void>
}

export interface Membership {
  feature: Feature
  /** For who has to be a member to go on; who is one already goes on at once. */
  joinForm(turn: PersonalTurn, goingTo: Goal): Promise<Reply>
}

/** What somebody wanted who has to join first: a gathering to register for, topics to follow. */
interface Goal {
  gatheringId?: string | undefined
  topics?: readonly string[]
}

/** Registrations are cancelled one by one, and then the membership. */
const leavingTakesMs = 60_000

/** Joining, the profile, and leaving. */
export function createMembership(dependencies: MembershipDependencies): Membership {
  const { knowledge, network, timeZone, people, members, registrations, roster, afterJoin, onLeft } = dependencies

  async function joinForm(turn: PersonalTurn, { gatheringId, topics = [] }: Goal): Promise<Reply> {
    const known = await members.known(turn.person.id)
    if (isConfirmed(known)) return gatheringId === undefined ? profile(turn, known) : afterJoin(turn, gatheringId)
    const entry = await roster.entryOf(turn)
    const offered = await dependencies.offerLink(turn)
    if (offered !== null) return offered
    const found = known ?? (await members.known(turn.person.id))
    const purpose = purposeOf(found, gatheringId)
    const told = found === null ? newcomer(entry, turn) : valuesOf(found)
    const values = { ...told, topics: [...new Set([...told.topics.split(','), ...topics])].filter(isTopic).join() }
    return showForm(turn, { purpose, values, mistakes: [], gatheringId })
  }

  function showForm(
    turn: PersonalTurn,
    form: {
      purpose: FormPurpose
      values: FormValues
      mistakes: readonly FieldMistake[]
      gatheringId?: string | undefined
    },
  ): Reply {
    const topics = programmeChoices(knowledge, turn.language)
    const whatIsStored = knowledge.answer('network/privacy', turn.language, turn.now)?.text ?? ''
    return replyWithCard(membershipFormCard({ ...form, topics, whatIsStored }, network, turn.language))
  }

  async function save(turn: PersonalTurn, { gatheringId, ...typed }: VerbData<'membership.save'>): Promise<Reply> {
    const before = await members.known(turn.person.id)
    const values = {
      ...typed,
      municipality: readMunicipality(typed.municipality),
      language: typed.language || turn.language,
    }
    const read = createProfileReader(isTopic)(inputOf(values), { consent: true })
    if (!read.ok) {
      const purpose = isConfirmed(before) ? 'edit' : purposeOf(before, gatheringId)
      const mistakes = atTheirFields(read.mistakes, values)
      return showForm(turn, { purpose, values: showableForm(values, turn), mistakes, gatheringId })
    }
    const member = await members.save(turn.person.id, read.profile, turn.now)
    delete turn.memory.following
    await people.chooseLanguage(turn.person, member.language, turn.now)
    const next = { ...turn.in(member.language), person: turn.person }
    if (gatheringId !== undefined) return afterJoin(next, gatheringId)
    const registeredBefore = before === null ? [] : await registeredAtLeaving(before, turn.now)
    return profile(next, member, isConfirmed(before) ? 'saved' : 'joined', registeredBefore)
  }

  /** What leaving took from somebody, as far as it is still ahead. */
  async function registeredAtLeaving({ _id, leftAt }: Member, now: Temporal.Instant): Promise<RegistrationView[]> {
    if (leftAt === null) return []
    const found = await registrations.everything(_id)
    return found.filter(
      ({ gathering, registration: { state, since } }) =>
        state === 'cancelled' &&
        Math.abs(since.getTime() - leftAt.getTime()) < leavingTakesMs &&
        whyNotOpen(gathering, null, now) === null,
    )
  }

  /** What was typed, as far as a card can show it: choices that there are, and texts that fit into a message. */
  function showableForm(values: FormValues, { language }: PersonalTurn): FormValues {
    const texts = Object.entries(values).map(([field, text]) => [field, showable(text)] as const)
    return choosable({
      ...values,
      ...Object.fromEntries(texts),
      topics: values.topics.split(',').filter(isTopic).join(),
      language: languages.find((each) => each === values.language) ?? language,
    })
  }

  function isTopic(topic: string): boolean {
    return isProgramme(knowledge, topic)
  }

  async function profile(
    turn: PersonalTurn,
    member: Member,
    news: Profile['news'] = null,
    registeredBefore: readonly RegistrationView[] = [],
  ): Promise<Reply> {
    const topics = knowledge
      .programmes(turn.language)
      .filter(({ topic }) => member.topics.includes(topic))
      .map(({ title }) => title)
    const pausedUntil = await dependencies.pausedUntil(turn.person.id, turn.now)
    const shown = { member, topics, timeZone, news, pausedUntil, registeredBefore }
    return replyWithCard(profileCard(shown, network, turn.language))
  }

  async function showProfile(turn: PersonalTurn): Promise<Reply> {
    const member = await roster.memberOf(turn)
    if (member === null) return joinForm(turn, {})
    return (await dependencies.offerLink(turn)) ?? profile(turn, member)
  }

  async function edit(turn: PersonalTurn): Promise<Reply> {
    const member = await roster.memberOf(turn)
    if (!isConfirmed(member)) return joinForm(turn, {})
    return showForm(turn, { purpose: 'edit', values: valuesOf(member), mistakes: [] })
  }

  async function askToLeave(turn: PersonalTurn): Promise<Reply> {
    if ((await roster.memberOf(turn)) === null) return replyWithCard(notMemberCard(turn.language))
    return replyWithCard(leaveCard(await registrations.mine(turn.person.id, turn.now), turn.language))
  }

  async function leave(turn: PersonalTurn): Promise<Reply> {
    const ahead = await registrations.mine(turn.person.id, turn.now)
    await registrations.leave(turn.person.id, turn.now)
    const hasLeft = (await members.known(turn.person.id))?.status === 'left'
    if (hasLeft) await onLeft(turn.person.id)
    return replyWithCard(hasLeft ? leftCard(ahead.length, turn.language) : notMemberCard(turn.language))
  }

  const feature: Feature = {
    commands: {
      join: answeredInPersonalChat((turn) => joinForm(turn, {})),
      profile: answeredInPersonalChat(showProfile),
      leave: answeredInPersonalChat(askToLeave),
    },
    verbs: [
      onVerb('membership.join', answeredInPersonalChat(joinForm)),
      onVerb('membership.save', answeredInPersonalChat(save)),
      onVerb('membership.show', answeredInPersonalChat(showProfile)),
      onVerb('membership.edit', answeredInPersonalChat(edit)),
      onVerb('membership.leave', answeredInPersonalChat(askToLeave)),
      onVerb('membership.confirm-leave', inPersonalChat(leave)),
    ],
  }
  return { feature, joinForm }
}

/** Who was imported has not agreed to anything yet. */
function isConfirmed(member: Member | null): member is Member {
  return member !== null && member.status === 'active' && member.consentAt !== null
}

function purposeOf(known: Member | null, gatheringId: string | undefined): FormPurpose {
  if (known !== null) return known.status === 'left' ? 'back' : 'imported'
  return gatheringId === undefined ? 'join' : 'register'
}

function newcomer({ name = '', email = '' }: RosterEntry, { language }: PersonalTurn): FormValues {
  return { name, email, municipality: '', otherMunicipality: '', role: '', topics: '', language, consent: 'false' }
}

function valuesOf(member: Member): FormValues {
  const { name, email, municipality, role, language } = member
  const consent = String(isConfirmed(member))
  const topics = member.topics.join()
  return choosable({ name, email, municipality, otherMunicipality: '', role, topics, language, consent })
}

function inputOf(values: FormValues): ProfileInput {
  return { ...values, municipality: municipalityOf(values) }
}
