import type { Language } from '../language.ts'
import type { Gathering, Registration } from '../network/gathering.ts'
import { datesOf } from '../network/gathering-days.ts'
import { canWait, type GatheringView, type SeatsView } from '../network/gathering-view.ts'
import { type DateWriter, datesIn } from '../texts/dates.ts'
import type { GatheringTexts } from '../texts/nb/gatherings.ts'
import { textsIn } from '../texts/texts.ts'
import { execute } from './actions.ts'
import { type Card, card } from './card.ts'
import { type Element, facts, heading, markdown, paragraph, plain, subheading, warning } from './elements.ts'
import { actionsFor, type GatheringActionOptions } from './gathering-actions.ts'
import { toggleInput } from './inputs.ts'
import { materialList } from './materials.ts'
import { answerText, daysText, registrationInputs } from './registration-form.ts'

export interface GatheringCardOptions extends GatheringActionOptions {
  /** What was just done. */
  notice?: string
  /** Why what was wanted could not be done. */
  refusal?: string
  group?: GroupView
}

/** Each viewer's card comes to be their own. */
export interface GroupView extends NonNullable<GatheringActionOptions['group']> {
  /** Of those who see more than all see; null is everybody, which Teams does where there are few. */
  refreshFor: readonly string[] | null
}

/** A gathering as one person sees it, with what they can do next. */
export function gatheringCard(view: GatheringView, options: GatheringCardOptions): Card {
  const { language, notice, refusal, group } = options
  const { gathering } = view
  const status = group?.ownStatus ?? statusOf(view, language)
  const summary = [notice ?? refusal ?? status, gathering.title].filter((part) => part !== null).join(' · ')
  const shown = card(language, summary, gatheringBody(view, options), actionsFor(view, options))
  return group === undefined ? shown : { ...shown, refresh: refreshOf(gathering, group.refreshFor, language) }
}

/** The card without its buttons. */
export function gatheringBody(view: GatheringView, options: GatheringCardOptions): Element[] {
  const { language, notice, refusal, form, group } = options
  const { gathering, mine } = view
  const texts = textsIn(language).gatherings
  const dates = datesIn(gathering.timeZone, language)
  const status = group?.ownStatus ?? statusOf(view, language)
  const isSaid = notice !== undefined && form !== undefined
  return [
    ...(notice === undefined ? [] : [subheading(notice)]),
    ...(refusal === undefined ? [] : [warning(refusal)]),
    heading(gathering.title),
    ...(status === null || isSaid ? [] : [paragraph(status)]),
    facts(factsOf(view, texts, dates)),
    ...agendaOf(gathering, texts, dates),
    ...materialList(gathering, language),
    ...(form ? registrationInputs(gathering, form, language) : []),
    ...(form || group ? [] : ownFacts(gathering, mine?.registration, language)),
    ...(canWait(view) ? [paragraph(texts.waitOffer), ...toggleInput('take', texts.takeToggle, texts.take)] : []),
  ]
}

/** @see https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/user-specific-views */
function refreshOf({ _id }: Gathering, refreshFor: GroupView['refreshFor'], language: Language) {
  const action = execute(textsIn(language).gatherings.showMine, 'gatherings.view', { gatheringId: _id })
  return refreshFor === null ? { action } : { action, userIds: [...refreshFor] }
}

/** Where this person stands, or what stands in the way of everybody; null when there is nothing to say. */
export function statusOf({ gathering, mine, notOpen, seats }: GatheringView, language: Language): string | null {
  const { states, refusals } = textsIn(language).gatherings
  if (gathering.status === 'called-off') return states.calledOff
  if (notOpen === 'past') return refusals.past
  const state = mine?.registration.state
  if (state === 'registered') return states.registered
  if (state === 'waiting') return states.waiting(mine?.place ?? 1)
  if (state === 'offered') return states.offered(answerBy(mine?.registration, gathering, language))
  if (state === 'expired') return states.expired
  if (notOpen !== null) return refusals[notOpen]
  return seats.every(({ free }) => free === 0) ? states.full : null
}

function answerBy(registration: Registration | undefined, gathering: Gathering, language: Language): string {
  const until = registration?.offer?.until ?? gathering.startsAt
  return datesIn(gathering.timeZone, language).dayAndTime(until.toTemporalInstant())
}

function factsOf({ gathering, seats }: GatheringView, texts: GatheringTexts, dates: DateWriter): [string, string][] {
  const { startsAt, endsAt, place, onlineUrl, registrationDeadline } = gathering
  return [
    [texts.when, dates.span(startsAt.toTemporalInstant(), endsAt.toTemporalInstant())],
    [texts.where, place],
    ...(onlineUrl === null ? [] : [[texts.online, texts.onlineToo] satisfies [string, string]]),
    ...seats.flatMap((each) => seatFact(each, gathering, texts, dates)),
    ...(registrationDeadline === null
      ? []
      : [[texts.deadline, dates.dayAndTime(registrationDeadline.toTemporalInstant())] satisfies [string, string]]),
  ]
}

function seatFact(
  seats: SeatsView,
  gathering: Gathering,
  texts: GatheringTexts,
  dates: DateWriter,
): [string, string][] {
  const { attendance, capacity, free, freeByDay, waiting } = seats
  if (capacity === null || free === null) return []
  const seatsFree = (count: number | null) =>
    count === 0 ? texts.full(capacity) : texts.free(count ?? capacity, capacity)
  const isAlike = freeByDay.every((each) => each === free)
  const days = datesOf(gathering).map((date) => dates.shortDay(date.toZonedDateTime(gathering.timeZone).toInstant()))
  const counts = isAlike ? [seatsFree(free)] : freeByDay.map((count, index) => `${days[index]}: ${seatsFree(count)}`)
  const queue = waiting === 0 ? [] : [texts.waiting(waiting)]
  const title = attendance === 'in-person' ? texts.seats : `${texts.seats} (${texts.attendances[attendance]})`
  return [[title, [...counts, ...queue].join(', ')]]
}

/** By day when it lasts several. */
function agendaOf({ agenda, startsAt, endsAt }: Gathering, texts: GatheringTexts, dates: DateWriter): Element[] {
  if (agenda.length === 0) return []
  const isOneDay = dates.day(startsAt.toTemporalInstant()) === dates.day(endsAt.toTemporalInstant())
  let day = ''
  const lines = agenda.flatMap(({ at, title, speaker }) => {
    const point = `${title}${speaker === null ? '' : ` (${speaker})`}`
    if (at === null) return [`- ${plain(point)}`]
    const instant = at.toTemporalInstant()
    const line = `- ${dates.time(instant)} ${plain(point)}`
    const date = isOneDay ? '' : dates.shortDay(instant)
    if (date === day) return [line]
    day = date
    return [`\n**${date}**\n`, line]
  })
  return [subheading(texts.agenda), markdown(lines.join('\n').trim())]
}

function ownFacts(gathering: Gathering, registration: Registration | undefined, language: Language): Element[] {
  if (registration?.state !== 'registered') return []
  const texts = textsIn(language).gatherings
  const { attendance, days, guest, diet, question, answers } = registration
  const daysChosen = daysText(gathering, days, language)
  const told: [string, string][] = [
    ...(gathering.onlineUrl === null
      ? []
      : [[texts.attending, texts.attendances[attendance]] satisfies [string, string]]),
    ...(daysChosen === null ? [] : [[texts.days, daysChosen] satisfies [string, string]]),
    ...(guest === '' ? [] : [[texts.guest, guest] satisfies [string, string]]),
    ...(diet === '' ? [] : [[texts.diet, diet] satisfies [string, string]]),
    ...(question === '' ? [] : [[texts.question, question] satisfies [string, string]]),
    ...gathering.questions.flatMap((own): [string, string][] => {
      const answer = answerText(answers[own.id] ?? '', own, language)
      return answer === '' ? [] : [[own.text, answer]]
    }),
  ]
  return told.length === 0 ? [] : [facts(told)]
}
