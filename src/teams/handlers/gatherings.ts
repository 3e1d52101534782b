import { gatheringLead } from '../../cards/gathering-lead.ts'
import { gatheringsCard, myRegistrationsCard } from '../../cards/gatherings.ts'
import { pageOf, readPage } from '../../cards/pages.ts'
import { typedInputs } from '../../cards/registration-form.ts'
import type { VerbData } from '../../cards/verbs.ts'
import type { Language } from '../../language.ts'
import type { Gathering } from '../../network/gathering.ts'
import { canRegister, type GatheringView, viewGathering } from '../../network/gathering-view.ts'
import type { Network } from '../../network/network.ts'
import { daysIn, readRegistrationForm } from '../../network/registration-form.ts'
import type { Outcome, RegistrationForm } from '../../network/registrations.ts'
import { answeredInPersonalChat, answeredToOneAlone, type Feature, goToPersonalChat, onVerb } from '../feature.ts'
import { type PlainReply, type Reply, replyWithCard, replyWithText } from '../reply.ts'
import type { PersonalTurn, Turn } from '../turn.ts'
import {
  createGatheringReplies,
  type ForAll,
  type GatheringReplyDependencies,
  type Shown,
} from './gathering-replies.ts'
import { createGatheringSubject, type GatheringSubject, talkOfGatherings } from './gathering-subject.ts'
import { asksForOne, aspectAsked } from './gathering-words.ts'

export interface GatheringsDependencies extends GatheringReplyDependencies {
  network: GatheringReplyDependencies['network'] & Pick<Network, 'registrations'>
  /** The form to join by, for those who are no member; it goes on to registering. */
  joinForm: (turn: PersonalTurn, goal: { gatheringId: string }) => Promise<Reply>
}

export interface Gatherings {
  feature: Feature
  /** Registers who has just joined for the gathering that they joined for. */
  afterJoin: (turn: PersonalTurn, gatheringId: string) => Promise<Reply>
  /** The gathering that is meant. */
  meant: GatheringSubject['meant']
  /** Asks which of the gatherings ahead. */
  askWhich: (turn: Turn) => Promise<Reply>
  /** A gathering as this person sees it. */
  showOne: (turn: Turn, gatheringId: string, shown?: Shown) => Promise<Reply>
  /** The card that all see in a group. */
  groupCard: (gathering: Gathering, forAll: ForAll) => Promise<PlainReply>
  /** One person's card, which says that it was brought up to date. */
  personalCard: (
    gathering: Gathering,
    personId: string,
    language: Language,
    now: Temporal.Instant,
  ) => Promise<PlainReply>
}

const pageSize = 8

/** What one press asks for: a seat, and what was told before stays. */
const press: RegistrationForm = { attendance: null, diet: null, question: null, ifFull: 'refuse' }

type Refusal = keyof Turn['texts']['gatherings']['refusals']

/** Gatherings, and people's places in them. What all see in a group is alike, without anybody's own place. */
export function createGatherings({ network, isLarge, publicUrl, joinForm }: GatheringsDependencies): Gatherings {
  const { gatherings, members, registrations } = network
  const replies = createGatheringReplies({ network, isLarge, publicUrl })
  const { memberOf, gatheringReply, personalReply, groupCard, personalCard, showOne } = replies
  const { named, meant } = createGatheringSubject(network, memberOf)

  async function list(turn: Turn, page: number, lead?: string): Promise<Reply> {
    const member = await memberOf(turn)
    const { shown, ...position } = await readPage((part) => gatherings.aheadFor(member, turn.now, part), page, pageSize)
    const views = shown.map((gathering) => viewGathering(gathering, member, turn.now))
    talkOfGatherings(turn, shown)
    return replyWithCard(gatheringsCard({ views, ...position, ...(lead === undefined ? {} : { lead }) }, turn.language))
  }

  function askWhich(turn: Turn): Promise<Reply> {
    return list(turn, 0, turn.texts.gatherings.whichOne)
  }

  /** The one asked about, with the answer above it, or what is coming. */
  async function tell(turn: Turn): Promise<Reply> {
    const gathering = asksForOne(turn.text) ? await meant(turn) : await named(turn)
    if (gathering === null) return list(turn, 0)
    const view = viewGathering(gathering, await memberOf(turn), turn.now)
    const asked = aspectAsked(turn.text)
    return gatheringReply(turn, view, asked === null ? {} : { notice: gatheringLead(view, asked, turn.language) })
  }

  async function myViews(turn: PersonalTurn): Promise<GatheringView[]> {
    const member = await members.of(turn.person.id)
    const mine = await registrations.mine(turn.person.id, turn.now)
    return mine.map(({ gathering }) => viewGathering(gathering, member, turn.now))
  }

  /** The only one at once, and else the list. */
  async function mine(turn: PersonalTurn, { page }: { page: number } = { page: 0 }): Promise<Reply> {
    const all = await myViews(turn)
    const [only] = all
    if (only !== undefined && all.length === 1) return gatheringReply(turn, only)
    const { shown, ...position } = pageOf(all, page, pageSize)
    talkOfGatherings(turn, [])
    return replyWithCard(myRegistrationsCard({ views: shown, ...position }, turn.language))
  }

  async function toRegister(turn: Turn): Promise<Reply> {
    const gathering = await meant(turn)
    if (gathering === null) return askWhich(turn)
    const view = viewGathering(gathering, await memberOf(turn), turn.now)
    return gatheringReply(turn, view, canRegister(view) ? { notice: turn.texts.gatherings.pressToRegister } : {})
  }

  /** The gathering as it is now, or why it could not be done; those who are no member come to the form first. */
  async function answer(
    turn: PersonalTurn,
    gatheringId: string,
    outcome: Outcome<Refusal>,
    done: (outcome: Extract<Outcome<Refusal>, { ok: true }>) => Shown,
  ): Promise<Reply> {
    if (!outcome.ok && outcome.reason === 'not-member') return toJoin(turn, gatheringId)
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

  async function toJoin(turn: PersonalTurn, gatheringId: string): Promise<Reply> {
    if (turn.scope === 'personal') return joinForm(turn, { gatheringId })
    const chat = await turn.personalChat()
    const isSent = chat !== null && (await chat.send(await joinForm(chat.turn, { gatheringId })))
    return isSent ? replyWithText(turn.texts.gatherings.joinInPrivate) : goToPersonalChat(turn)
  }

  /** In a group the press counts where it is made, and what there is to fill in comes to the personal chat. */
  async function registerAnywhere(turn: PersonalTurn, gatheringId: string, form: RegistrationForm): Promise<Reply> {
    const { registered, registeredRestInPrivate } = turn.texts.gatherings
    const before = turn.scope === 'personal' ? null : await registrations.of(gatheringId, turn.person.id)
    const reply = await register(turn, gatheringId, form, registered, true)
    if (turn.scope === 'personal' || before?.registration.state === 'registered') return reply
    const after = await registrations.of(gatheringId, turn.person.id)
    if (after?.registration.state !== 'registered' || !(await sendForm(turn, after.gathering))) return reply
    return showOne(turn, gatheringId, { notice: registeredRestInPrivate })
  }

  async function sendForm(turn: PersonalTurn, gathering: Gathering): Promise<boolean> {
    const chat = await turn.personalChat()
    const member = await members.of(turn.person.id)
    const view = viewGathering(gathering, member, turn.now)
    if (chat === null || view.mine === null) return false
    const { registered } = chat.turn.texts.gatherings
    const form = { ...view.mine.registration, mistakes: [] }
    return chat.send(personalReply(chat.turn, view, { notice: registered, form }))
  }

  /** What Teams asks for by itself is not what the conversation is about. */
  async function viewOwn(turn: Turn, gatheringId: string, asked: boolean): Promise<Reply> {
    const isUnknown = asked && (await memberOf(turn)) === null
    const quiet = asked ? turn : { ...turn, memory: {} }
    return showOne(quiet, gatheringId, isUnknown ? { refusal: turn.texts.gatherings.refusals['not-member'] } : {})
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
    const form = typedInputs(typed, questions, read.mistakes)
    return showOne(turn, gatheringId, { form, refusal: turn.texts.membership.toCorrect(read.mistakes.length) })
  }

  async function cancel(turn: PersonalTurn, gatheringId: string): Promise<Reply> {
    const texts = turn.texts.gatherings
    const outcome = await registrations.cancel(gatheringId, turn.person.id, turn.now)
    return answer(turn, gatheringId, outcome, ({ was }) => ({
      notice: was === 'waiting' ? texts.leftQueue : texts.cancelled,
    }))
  }

  const feature: Feature = {
    commands: {
      gatherings: tell,
      register: toRegister,
      'my-registrations': answeredInPersonalChat((turn) => mine(turn)),
      'cancel-registration': answeredInPersonalChat((turn) => mine(turn)),
    },
    verbs: [
      onVerb('gatherings.list', (turn, { page }) => list(turn, page)),
      onVerb('gatherings.show', (turn, { gatheringId }) => showOne(turn, gatheringId)),
      onVerb('gatherings.view', (turn, { gatheringId, asked }) => viewOwn(turn, gatheringId, asked)),
      onVerb(
        'gatherings.in-private',
        answeredInPersonalChat((turn, { gatheringId }: { gatheringId: string }) => showOne(turn, gatheringId)),
      ),
      onVerb('gatherings.mine', answeredInPersonalChat(mine)),
      onVerb(
        'gatherings.register',
        answeredToOneAlone((turn, { gatheringId, attendance, ...chosen }: VerbData<'gatherings.register'>) =>
          registerAnywhere(turn, gatheringId, { ...press, attendance: attendance ?? null, days: daysIn(chosen) }),
        ),
      ),
      onVerb('gatherings.save-registration', answeredInPersonalChat(saveRegistration)),
      onVerb(
        'gatherings.wait',
        answeredToOneAlone((turn, { gatheringId, take }) =>
          registerAnywhere(turn, gatheringId, { ...press, ifFull: take === 'true' ? 'take' : 'wait' }),
        ),
      ),
      onVerb(
        'gatherings.cancel',
        answeredToOneAlone((turn, { gatheringId }) => cancel(turn, gatheringId)),
      ),
      onVerb(
        'gatherings.accept-offer',
        answeredToOneAlone(async (turn, { gatheringId }) => {
          const outcome = await registrations.accept(gatheringId, turn.person.id, turn.now)
          return answer(turn, gatheringId, outcome, () => ({ notice: turn.texts.gatherings.accepted }))
        }),
      ),
      onVerb(
        'gatherings.decline-offer',
        answeredToOneAlone(async (turn, { gatheringId }) => {
          const outcome = await registrations.decline(gatheringId, turn.person.id, turn.now)
          return answer(turn, gatheringId, outcome, () => ({ notice: turn.texts.gatherings.leftQueue }))
        }),
      ),
    ],
  }
  return {
    feature,
    meant,
    askWhich,
    showOne,
    groupCard,
    personalCard,
    afterJoin: (turn, gatheringId) =>
      register(turn, gatheringId, press, turn.texts.gatherings.joinedAndRegistered, true),
  }
}
