import { type GatheringCardOptions, gatheringCard } from '../../cards/gathering.ts'
import { gatheringsCard, myRegistrationsCard } from '../../cards/gatherings.ts'
import type { RegistrationInputs } from '../../cards/registration-form.ts'
import type { VerbData } from '../../cards/verbs.ts'
import { isVisibleTo } from '../../network/gathering.ts'
import { type GatheringView, viewGathering } from '../../network/gathering-view.ts'
import type { Member } from '../../network/member.ts'
import type { Network } from '../../network/network.ts'
import { answersIn, readRegistrationForm } from '../../network/registration-form.ts'
import type { Outcome, RegistrationForm } from '../../network/registrations.ts'
import { type Feature, inPersonalChat, onVerb } from '../feature.ts'
import { type Reply, replyWithCard, replyWithText } from '../reply.ts'
import type { PersonalTurn, Turn } from '../turn.ts'

export interface GatheringsDependencies {
  network: Pick<Network, 'gatherings' | 'members' | 'registrations'>
  /** Where people's browsers reach the bot, for calendar files. */
  publicUrl: string
  /** The form to join by, for those who are no member; it goes on to registering. */
  joinForm: (turn: PersonalTurn, goal: { gatheringId: string }) => Promise<Reply>
}

export interface Gatherings {
  feature: Feature
  /** Registers who has just joined for the gathering that they joined for. */
  afterJoin: (turn: PersonalTurn, gatheringId: string) => Promise<Reply>
}

const pageSize = 8

/** What one press asks for: a seat, and what was told before stays. */
const press: RegistrationForm = { attendance: null, diet: null, question: null, ifFull: 'refuse' }

type Shown = Omit<GatheringCardOptions, 'language' | 'calendarUrl'>
type Refusal = keyof Turn['texts']['gatherings']['refusals']

/** Gatherings, and people's places in them. In group chats they are shown to all alike, without anybody's own place. */
export function createGatherings({ network, publicUrl, joinForm }: GatheringsDependencies): Gatherings {
  const { gatherings, members, registrations } = network

  function memberOf({ scope, person }: Turn): Promise<Member | null> {
    return scope === 'personal' && person !== null ? members.of(person.id) : Promise.resolve(null)
  }

  function gatheringReply(turn: Turn, view: GatheringView, shown: Shown = {}): Reply {
    const { mine, gathering } = view
    const hasSeat = mine?.registration.state === 'registered'
    const calendarUrl = hasSeat
      ? { calendarUrl: `${publicUrl}/calendar/${gathering._id}~${mine.registration.calendarKey}.ics` }
      : {}
    return replyWithCard(gatheringCard(view, { ...shown, ...calendarUrl, language: turn.language }))
  }

  async function showOne(turn: Turn, gatheringId: string, shown: Shown = {}): Promise<Reply> {
    const gathering = await gatherings.find(gatheringId)
    const member = await memberOf(turn)
    if (gathering === null || !isVisibleTo(gathering, member)) {
      return replyWithText(turn.texts.gatherings.refusals['not-found'])
    }
    return gatheringReply(turn, viewGathering(gathering, member, turn.now), shown)
  }

  async function list(turn: Turn, page: number): Promise<Reply> {
    const member = await memberOf(turn)
    const found = await gatherings.aheadFor(member, turn.now, { skip: page * pageSize, limit: pageSize + 1 })
    const views = found.slice(0, pageSize).map((gathering) => viewGathering(gathering, member, turn.now))
    return replyWithCard(gatheringsCard({ views, page, hasMore: found.length > pageSize }, turn.language))
  }

  async function myViews(turn: PersonalTurn): Promise<GatheringView[]> {
    const member = await members.of(turn.person.id)
    const mine = await registrations.mine(turn.person.id, turn.now)
    return mine.map(({ gathering }) => viewGathering(gathering, member, turn.now))
  }

  /** The only one at once, and else the list. */
  async function mine(turn: PersonalTurn): Promise<Reply> {
    const views = await myViews(turn)
    const [only] = views
    if (only !== undefined && views.length === 1) return gatheringReply(turn, only)
    return replyWithCard(myRegistrationsCard(views, turn.language))
  }

  async function toRegister(turn: Turn): Promise<Reply> {
    const [first, second] = await gatherings.aheadFor(await memberOf(turn), turn.now, { limit: 2 })
    return first !== undefined && second === undefined ? showOne(turn, first._id) : list(turn, 0)
  }

  /** The gathering as it is now, or why it could not be done; those who are no member come to the form first. */
  async function answer(
    turn: PersonalTurn,
    gatheringId: string,
    outcome: Outcome<Refusal>,
    done: (outcome: Extract<Outcome<Refusal>, { ok: true }>) => Shown,
  ): Promise<Reply> {
    if (!outcome.ok && outcome.reason === 'not-member') return joinForm(turn, { gatheringId })
    if (!outcome.ok) return showOne(turn, gatheringId, { refusal: turn.texts.gatherings.refusals[outcome.reason] })
    const member = await members.of(turn.person.id)
    return gatheringReply(turn, viewGathering(outcome.gathering, member, turn.now), done(outcome))
  }

  async function register(
    turn: PersonalTurn,
    gatheringId: string,
    form: RegistrationForm,
    notice: string,
    opensForm: boolean,
  ): Promise<Reply> {
    const outcome = await registrations.register(gatheringId, turn.person.id, form, turn.now)
    return answer(turn, gatheringId, outcome, ({ registration, place }) => {
      if (registration.state === 'waiting') return { notice: turn.texts.gatherings.queued(place ?? 1) }
      return { notice, ...(opensForm ? { form: { ...registration, mistakes: [] } } : {}) }
    })
  }

  async function saveRegistration(
    turn: PersonalTurn,
    { gatheringId, ...typed }: VerbData<'gatherings.save-registration'>,
  ): Promise<Reply> {
    const questions = (await gatherings.find(gatheringId))?.questions ?? []
    const read = readRegistrationForm(typed, questions)
    if (read.ok) {
      return register(turn, gatheringId, { ...read.form, ifFull: 'refuse' }, turn.texts.gatherings.saved, false)
    }
    const { attendance, diet, question } = typed
    const answers = answersIn(typed, questions)
    const form: RegistrationInputs = { attendance, diet, question, answers, mistakes: read.mistakes }
    const [first] = read.mistakes
    return showOne(turn, gatheringId, { form, refusal: turn.texts.mistakes[first?.reason ?? 'wrong-type'] })
  }

  async function cancel(turn: PersonalTurn, gatheringId: string): Promise<Reply> {
    const texts = turn.texts.gatherings
    const before = await registrations.of(gatheringId, turn.person.id)
    const outcome = await registrations.cancel(gatheringId, turn.person.id, turn.now)
    const notice = before?.registration.state === 'waiting' ? texts.leftQueue : texts.cancelled
    return answer(turn, gatheringId, outcome, () => ({ notice }))
  }

  const feature: Feature = {
    commands: {
      gatherings: (turn) => list(turn, 0),
      register: toRegister,
      'my-registrations': inPersonalChat(mine),
      'cancel-registration': inPersonalChat(mine),
    },
    verbs: [
      onVerb('gatherings.list', (turn, { page }) => list(turn, page)),
      onVerb('gatherings.show', (turn, { gatheringId }) => showOne(turn, gatheringId)),
      onVerb('gatherings.mine', inPersonalChat(mine)),
      onVerb(
        'gatherings.register',
        inPersonalChat((turn, { gatheringId, attendance }: VerbData<'gatherings.register'>) => {
          const form = { ...press, attendance: attendance ?? null }
          return register(turn, gatheringId, form, turn.texts.gatherings.registered, true)
        }),
      ),
      onVerb('gatherings.save-registration', inPersonalChat(saveRegistration)),
      onVerb(
        'gatherings.wait',
        inPersonalChat((turn, { gatheringId, take }) => {
          const form: RegistrationForm = { ...press, ifFull: take === 'true' ? 'take' : 'wait' }
          return register(turn, gatheringId, form, turn.texts.gatherings.registered, true)
        }),
      ),
      onVerb(
        'gatherings.cancel',
        inPersonalChat((turn, { gatheringId }) => cancel(turn, gatheringId)),
      ),
      onVerb(
        'gatherings.accept-offer',
        inPersonalChat(async (turn, { gatheringId }) => {
          const outcome = await registrations.accept(gatheringId, turn.person.id, turn.now)
          return answer(turn, gatheringId, outcome, () => ({ notice: turn.texts.gatherings.accepted }))
        }),
      ),
      onVerb(
        'gatherings.decline-offer',
        inPersonalChat(async (turn, { gatheringId }) => {
          const outcome = await registrations.decline(gatheringId, turn.person.id, turn.now)
          return answer(turn, gatheringId, outcome, () => ({ notice: turn.texts.gatherings.leftQueue }))
        }),
      ),
    ],
  }
  return {
    feature,
    afterJoin: (turn, gatheringId) =>
      register(turn, gatheringId, press, turn.texts.gatherings.joinedAndRegistered, true),
  }
}
