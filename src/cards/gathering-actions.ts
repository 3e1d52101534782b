import type { Language } from '../language.ts'
import type { Gathering, Registration } from '../network/gathering.ts'
import { datesOf } from '../network/gathering-days.ts'
import { canWait, type GatheringView } from '../network/gathering-view.ts'
import { datesIn } from '../texts/dates.ts'
import type { GatheringTexts } from '../texts/nb/gatherings.ts'
import { textsIn } from '../texts/texts.ts'
import { execute, openUrl } from './actions.ts'
import { outlookUrl, teamsCalendarUrl } from './calendar-links.ts'
import { showCard } from './card.ts'
import { colleagueMenu, registerColleagueAction } from './colleagues.ts'
import { type Action, paragraph } from './elements.ts'
import { otherReplies } from './notices/invitation.ts'
import { type RegistrationInputs, registrationInputs } from './registration-form.ts'

export interface GatheringActionOptions {
  language: Language
  /** Shows the form open: to be filled in for the first time, or again after a mistake. */
  form?: RegistrationInputs
  /** Address of the calendar file, of those who have a seat. */
  calendarUrl?: string
  /** In a group chat or channel: what concerns one person alone is left out. */
  group?: {
    /** Whose own view this is, in words; null for the card that all see. */
    ownStatus: string | null
  }
}

/** Others can be chosen by who waits. */
const mostDayButtons = 2

/** What this person can do next, the likeliest first. At most six. */
export function actionsFor(view: GatheringView, options: GatheringActionOptions): Action[] {
  const texts = textsIn(options.language).gatherings
  const list = execute(texts.list, 'gatherings.list', {}, { ignoreInputs: true })
  const isOver = view.notOpen === 'past' || view.notOpen === 'called-off'
  return [
    ...(isOver ? afterwards(view, options) : ownActions(view, options, texts)),
    ...groupActions(view, options, texts),
    list,
  ]
}

/** Where Teams does not by itself show people their own view, they ask for it. */
function groupActions(
  { gathering }: GatheringView,
  { group }: GatheringActionOptions,
  texts: GatheringTexts,
): Action[] {
  if (group === undefined) return []
  const { _id: gatheringId } = gathering
  return group.ownStatus === null
    ? [execute(texts.showMine, 'gatherings.view', { gatheringId, asked: true }, { ignoreInputs: true })]
    : [execute(texts.moreInPrivate, 'gatherings.in-private', { gatheringId }, { ignoreInputs: true })]
}

function afterwards(
  { gathering, notOpen, mine }: GatheringView,
  { group, language }: GatheringActionOptions,
): Action[] {
  if (group !== undefined || notOpen !== 'past' || mine?.registration.state !== 'registered') return []
  return [execute(textsIn(language).afterGathering.give, 'gatherings.feedback', { gatheringId: gathering._id })]
}

function ownActions(view: GatheringView, options: GatheringActionOptions, texts: GatheringTexts): Action[] {
  const { gathering, mine } = view
  switch (mine?.registration.state) {
    case 'registered':
      return registeredActions(view, mine.registration, options, texts)
    case 'offered':
      return [
        execute(texts.accept, 'gatherings.accept-offer', { gatheringId: gathering._id }, { style: 'positive' }),
        execute(texts.decline, 'gatherings.decline-offer', { gatheringId: gathering._id }),
      ]
    case 'waiting':
      return [
        ...takeAction(view, texts),
        ...onlineAction(view, texts),
        ...oneDayActions(view, texts, options.language),
        execute(texts.leaveQueue, 'gatherings.cancel', { gatheringId: gathering._id }),
      ]
    default:
      return view.notOpen === null ? openActions(view, texts, options) : []
  }
}

function openActions(
  view: GatheringView,
  texts: GatheringTexts,
  { language, group }: GatheringActionOptions,
): Action[] {
  const gatheringId = view.gathering._id
  if (canWait(view)) {
    return [
      execute(texts.wait, 'gatherings.wait', { gatheringId }, { style: 'positive' }),
      ...onlineAction(view, texts),
      ...oneDayActions(view, texts, language),
    ]
  }
  return [
    execute(texts.register, 'gatherings.register', { gatheringId }, { style: 'positive', ignoreInputs: true }),
    ...(view.gathering.invitedAt === null ? [] : otherReplies(gatheringId, language)),
    ...(group ? [] : [registerColleagueAction(gatheringId, language)]),
  ]
}

/** For those who find no seat in person. */
function onlineAction({ gathering, notOpen, seats }: GatheringView, texts: GatheringTexts): Action[] {
  const online = seats.find(({ attendance }) => attendance === 'online')
  if (notOpen !== null || online === undefined || online.free === 0) return []
  const data = { gatheringId: gathering._id, attendance: 'online' } as const
  return [execute(texts.registerOnline, 'gatherings.register', data, { ignoreInputs: true })]
}

/** For those who find no seat on all days. */
function oneDayActions(
  { gathering, notOpen, seats }: GatheringView,
  texts: GatheringTexts,
  language: Language,
): Action[] {
  const inPerson = seats.find(({ attendance }) => attendance === 'in-person')
  if (notOpen !== null || inPerson === undefined || inPerson.free !== 0 || inPerson.waiting > 0) return []
  const dates = datesIn('UTC', language)
  const open = datesOf(gathering).flatMap((date, index) =>
    inPerson.freeByDay[index] === 0 ? [] : [{ date, day: index + 1 }],
  )
  return open.slice(0, mostDayButtons).map(({ date, day }) => {
    const title = texts.onlyDay(dates.shortDay(date.toZonedDateTime('UTC').toInstant()))
    const data = { gatheringId: gathering._id, attendance: 'in-person', days: String(day) } as const
    return execute(title, 'gatherings.register', data, { ignoreInputs: true })
  })
}

/** So shortly before that nobody is asked any more, a seat is theirs who takes it. */
function takeAction({ gathering, mine, seats }: GatheringView, texts: GatheringTexts): Action[] {
  const seat = seats.find(({ attendance }) => attendance === mine?.registration.attendance)
  if (seat === undefined || seat.free === 0) return []
  return [execute(texts.takeNow, 'gatherings.accept-offer', { gatheringId: gathering._id }, { style: 'positive' })]
}

function registeredActions(
  { gathering, notOpen }: GatheringView,
  registration: Registration,
  { form, calendarUrl, language, group }: GatheringActionOptions,
  texts: GatheringTexts,
): Action[] {
  const gatheringId = gathering._id
  const save = execute(texts.save, 'gatherings.save-registration', { gatheringId }, { style: 'positive' })
  const current = { ...registration, mistakes: [] }
  const change = showCard(texts.change, { body: registrationInputs(gathering, current, language), actions: [save] })
  return [
    ...(group ? [] : [form ? save : change]),
    ...(calendarUrl === undefined ? [] : [calendarAction(gathering, registration, calendarUrl, language)]),
    ...(gathering.onlineUrl === null ? [] : [openUrl(texts.openOnline, gathering.onlineUrl)]),
    ...(group ? [] : [colleagueMenu(gathering, registration.handover?.state === 'asked', notOpen === null, language)]),
    showCard(texts.cancel, {
      body: [paragraph(texts.cancelSure)],
      actions: [
        execute(
          texts.confirmCancel,
          'gatherings.cancel',
          { gatheringId },
          { style: 'destructive', ignoreInputs: true },
        ),
      ],
    }),
  ]
}

function calendarAction(
  gathering: Gathering,
  registration: Registration,
  calendarUrl: string,
  language: Language,
): Action {
  const { calendar, gatherings: texts } = textsIn(language)
  return showCard(texts.calendar, {
    body: [],
    actions: [
      openUrl(texts.outlook, outlookUrl(gathering, registration)),
      openUrl(calendar.teams, teamsCalendarUrl(gathering, registration)),
      openUrl(texts.calendarFile, calendarUrl),
      execute(calendar.all, 'calendar.feed', {}, { ignoreInputs: true }),
    ],
  })
}
