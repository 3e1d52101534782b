import { colleagueDoneCard, findColleagueCard } from '../../cards/colleagues.ts'
import type { ColleaguePurpose } from '../../cards/verbs/colleagues.ts'
import type { VerbData } from '../../cards/verbs.ts'
import type { ColleagueOutcome } from '../../network/colleagues.ts'
import { type Gathering, isVisibleTo, whyNotOpen } from '../../network/gathering.ts'
import type { Network } from '../../network/network.ts'
import { answeredInPersonalChat, type Feature, inPersonalChat, onVerb } from '../feature.ts'
import { type Reply, replyWithCard, replyWithText } from '../reply.ts'
import type { PersonalTurn, Turn } from '../turn.ts'
import { talkOfGatherings } from './gathering-subject.ts'
import type { Gatherings } from './gatherings.ts'

export interface ColleaguesDependencies {
  network: Pick<Network, 'colleagues' | 'gatherings' | 'members'>
  showGathering: Gatherings['showOne']
  gatheringMeant: Gatherings['meant']
  askWhich: Gatherings['askWhich']
  joinForm: (turn: PersonalTurn, goal: { gatheringId: string }) => Promise<Reply>
}

type Pressed = VerbData<'colleagues.register'>
type Done = Extract<ColleagueOutcome, { ok: true }>

/** Registering colleagues, and letting one take over a place. */
export function colleaguesFeature(dependencies: ColleaguesDependencies): Feature {
  const { network, showGathering, gatheringMeant, askWhich, joinForm } = dependencies
  const { colleagues, gatherings, members } = network

  async function find(
    turn: PersonalTurn,
    { gatheringId, purpose, search }: VerbData<'colleagues.find'>,
    refusal?: string,
  ): Promise<Reply> {
    const [gathering, me] = await Promise.all([gatherings.find(gatheringId), members.of(turn.person.id)])
    if (me === null) return joinForm(turn, { gatheringId })
    if (gathering === null || !isVisibleTo(gathering, me)) {
      return replyWithText(turn.texts.gatherings.refusals['not-found'])
    }
    talkOfGatherings(turn, [gathering])
    const typed = search.slice(0, longestSearch)
    const found = await colleagues.find(gathering, turn.person.id, typed)
    const shown = { gathering, purpose, search: typed, found, ...(refusal === undefined ? {} : { refusal }) }
    return replyWithCard(findColleagueCard(shown, turn.language))
  }

  /** «Kan jeg ta med en kollega?» */
  async function bring(turn: Turn): Promise<Reply> {
    const gathering = await gatheringMeant(turn)
    return gathering === null ? askWhich(turn) : answeredInPersonalChat(bringTo)(turn, gathering)
  }

  async function bringTo(turn: PersonalTurn, gathering: Gathering): Promise<Reply> {
    const me = await members.of(turn.person.id)
    if (me === null) return showGathering(turn, gathering._id, { notice: turn.texts.colleagues.mayCome })
    if (whyNotOpen(gathering, me, turn.now) !== null) return showGathering(turn, gathering._id)
    return find(turn, { gatheringId: gathering._id, purpose: 'register', search: '' })
  }

  function refusalText(
    { texts }: PersonalTurn,
    { reason, colleague }: Extract<ColleagueOutcome, { ok: false }>,
  ): string {
    const { refusals, somebody } = texts.colleagues
    const name = colleague?.name ?? somebody
    switch (reason) {
      case 'no-colleague':
      case 'handover-ended':
        return refusals[reason]
      case 'is-registered':
      case 'has-seat':
      case 'has-said-no':
        return refusals[reason](name)
      default:
        return texts.gatherings.refusals[reason]
    }
  }

  /** A refusal comes back to where the colleague was chosen. */
  async function choose(
    turn: PersonalTurn,
    { gatheringId }: Pressed,
    purpose: ColleaguePurpose,
    outcome: ColleagueOutcome,
    done: (outcome: Done) => Reply | Promise<Reply>,
  ): Promise<Reply> {
    return outcome.ok ? done(outcome) : find(turn, { gatheringId, purpose, search: '' }, refusalText(turn, outcome))
  }

  async function answer(
    turn: PersonalTurn,
    gatheringId: string,
    outcome: ColleagueOutcome,
    done: (outcome: Done) => Parameters<typeof showGathering>[2],
  ): Promise<Reply> {
    return showGathering(turn, gatheringId, outcome.ok ? done(outcome) : { refusal: refusalText(turn, outcome) })
  }

  async function register(turn: PersonalTurn, pressed: Pressed): Promise<Reply> {
    const { gatheringId, memberId } = pressed
    const texts = turn.texts.colleagues
    const outcome = await colleagues.register(gatheringId, turn.person.id, memberId, turn.now)
    return choose(turn, pressed, 'register', outcome, ({ gathering, colleague, registration }) => {
      const done = registration?.state === 'waiting' ? texts.queued(colleague.name) : texts.registered(colleague.name)
      return replyWithCard(colleagueDoneCard(done, { gathering, undo: { memberId } }, turn.language))
    })
  }

  async function unregister(turn: PersonalTurn, pressed: Pressed): Promise<Reply> {
    const outcome = await colleagues.unregister(pressed.gatheringId, turn.person.id, pressed.memberId, turn.now)
    return choose(turn, pressed, 'register', outcome, ({ gathering, colleague }) => {
      const done = turn.texts.colleagues.undone(colleague.name)
      return replyWithCard(colleagueDoneCard(done, { gathering, undo: null }, turn.language))
    })
  }

  async function askSubstitute(turn: PersonalTurn, pressed: Pressed): Promise<Reply> {
    const { gatheringId, memberId } = pressed
    const outcome = await colleagues.askSubstitute(gatheringId, turn.person.id, memberId, turn.now)
    return choose(turn, pressed, 'substitute', outcome, ({ colleague }) =>
      showGathering(turn, gatheringId, { notice: turn.texts.colleagues.substituteAsked(colleague.name) }),
    )
  }

  async function takeOver(turn: PersonalTurn, { gatheringId, memberId }: Pressed): Promise<Reply> {
    const outcome = await colleagues.takeOver(gatheringId, turn.person.id, memberId, turn.now)
    return answer(turn, gatheringId, outcome, ({ colleague, registration }) => {
      const notice = turn.texts.colleagues.tookOver(colleague.name)
      return registration === null ? { notice } : { notice, form: { ...registration, mistakes: [] } }
    })
  }

  async function refuse(turn: PersonalTurn, { gatheringId, memberId }: Pressed): Promise<Reply> {
    const outcome = await colleagues.refuse(gatheringId, turn.person.id, memberId, turn.now)
    return answer(turn, gatheringId, outcome, ({ colleague }) => ({
      notice: turn.texts.colleagues.refused(colleague.name),
    }))
  }

  async function keepSeat(turn: PersonalTurn, { gatheringId }: { gatheringId: string }): Promise<Reply> {
    const outcome = await colleagues.keepSeat(gatheringId, turn.person.id, turn.now)
    return answer(turn, gatheringId, outcome, () => ({ notice: turn.texts.colleagues.kept }))
  }

  return {
    commands: { 'register-colleague': bring },
    verbs: [
      onVerb(
        'colleagues.find',
        inPersonalChat((turn, data: VerbData<'colleagues.find'>) => find(turn, data)),
      ),
      onVerb('colleagues.register', inPersonalChat(register)),
      onVerb('colleagues.unregister', inPersonalChat(unregister)),
      onVerb('colleagues.ask-substitute', inPersonalChat(askSubstitute)),
      onVerb('colleagues.take-over', inPersonalChat(takeOver)),
      onVerb('colleagues.refuse', inPersonalChat(refuse)),
      onVerb('colleagues.keep-seat', inPersonalChat(keepSeat)),
    ],
  }
}

const longestSearch = 100
