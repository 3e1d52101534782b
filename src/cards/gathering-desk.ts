import type { Language } from '../language.ts'
import { type Gathering, whyNotOpen } from '../network/gathering.ts'
import { datesOf } from '../network/gathering-days.ts'
import type { GatheringView } from '../network/gathering-view.ts'
import { isAfter } from '../network/times.ts'
import { isDayOff } from '../reminders/calendar.ts'
import { datesIn } from '../texts/dates.ts'
import { textsIn } from '../texts/texts.ts'
import { execute } from './actions.ts'
import { buttonRows, fold } from './buttons.ts'
import { type Card, card, showCard } from './card.ts'
import { type Action, type Element, entry, facts, heading, note, paragraph, subheading, warning } from './elements.ts'
import { gatheringBody } from './gathering.ts'
import { type PagePosition, pageButtons } from './pages.ts'
import { emptyRegistration, registrationInputs } from './registration-form.ts'

export interface GatheringDeskView {
  gathering: Gathering
  now: Temporal.Instant
  /** Titles of its topics. */
  topics: readonly string[]
  /** What was just done, or why it was not. */
  notice?: string
}

/** A gathering as advisers see it: where it stands, and what can be done with it. */
export function gatheringDeskCard(view: GatheringDeskView, language: Language): Card {
  const { gathering, notice } = view
  return card(language, notice ?? gathering.title, [
    ...deskBody(view, language),
    ...buttonRows(deskActions(view, language)),
  ])
}

/** The rest of what can be done: a card has room for six buttons. */
export function gatheringMoreCard(view: GatheringDeskView, language: Language): Card {
  const { gathering } = view
  return card(language, gathering.title, [...deskBody(view, language), ...buttonRows(moreActions(view, language))])
}

function deskBody({ gathering, now, notice, topics }: GatheringDeskView, language: Language): Element[] {
  return [
    ...(notice === undefined ? [] : [subheading(notice)]),
    heading(gathering.title),
    ...(gathering.status === 'draft' || notice !== undefined ? dayOffWarning(gathering, language) : []),
    facts(deskFacts(gathering, now, topics, language)),
  ]
}

/** A gathering on a day off is more likely a slip than meant. */
function dayOffWarning(gathering: Gathering, language: Language): Element[] {
  const { gatheringDesk: texts, common } = textsIn(language)
  const dates = datesIn(gathering.timeZone, language)
  const days = datesOf(gathering)
    .filter(isDayOff)
    .map((date) => dates.day(date.toZonedDateTime(gathering.timeZone).toInstant()))
  return days.length === 0 ? [] : [warning(texts.dayOff(common.listOf(days)))]
}

function deskFacts(
  gathering: Gathering,
  now: Temporal.Instant,
  topics: readonly string[],
  language: Language,
): [string, string][] {
  const { gatheringDesk: texts, gatherings, common } = textsIn(language)
  const dates = datesIn(gathering.timeZone, language)
  const count = (state: string) => gathering.registrations.filter((each) => each.state === state)
  const registered = count('registered')
  const seats = (['in-person', 'online'] as const).flatMap((attendance) => {
    if (attendance === 'online' && gathering.onlineUrl === null) return []
    const capacity = attendance === 'online' ? gathering.onlineCapacity : gathering.capacity
    const taken = registered.filter((each) => each.attendance === attendance).length
    return [`${gatherings.attendances[attendance]}: ${texts.seatsOf(taken, capacity)}`]
  })
  const waiting = [
    String(count('waiting').length),
    ...(count('offered').length > 0 ? [texts.offered(count('offered').length)] : []),
  ]
  const deadline = gathering.registrationDeadline
  return [
    [texts.status, statusOf(gathering, now, language)],
    [gatherings.when, dates.span(gathering.startsAt.toTemporalInstant(), gathering.endsAt.toTemporalInstant())],
    [gatherings.where, gathering.place],
    ...(deadline === null
      ? []
      : [[gatherings.deadline, dates.dayAndTime(deadline.toTemporalInstant())] as [string, string]]),
    [texts.seats, seats.join(', ')],
    [texts.waiting, waiting.join(', ')],
    [texts.audience, audienceText(gathering, topics, language)],
    [
      texts.invited,
      gathering.invitedAt === null ? texts.notInvited : dates.day(gathering.invitedAt.toTemporalInstant()),
    ],
    ...(topics.length === 0 ? [] : [[texts.fields.topics, common.listOf(topics)] as [string, string]]),
  ]
}

function statusOf({ status, endsAt }: Gathering, now: Temporal.Instant, language: Language): string {
  const texts = textsIn(language).gatheringDesk
  return status === 'published' && !isAfter(endsAt, now) ? texts.past : texts.statuses[status]
}

function audienceText({ audience }: Gathering, topics: readonly string[], language: Language): string {
  const { gatheringDesk: texts, common } = textsIn(language)
  switch (audience.kind) {
    case 'all':
      return texts.audiences.all
    case 'topics':
      return common.listOf(topics)
    case 'counties':
      return common.listOf(audience.counties)
    case 'municipalities':
      return common.listOf(audience.municipalities)
    case 'invited':
      return `${texts.audiences.invited}: ${audience.memberIds.length}`
  }
}

function deskActions({ gathering, now }: GatheringDeskView, language: Language): Action[] {
  const texts = textsIn(language).gatheringDesk
  const gatheringId = gathering._id
  const edit = execute(texts.edit, 'gatherings.edit', { gatheringId })
  const preview = execute(texts.preview, 'gatherings.preview', { gatheringId })
  const copy = execute(texts.copy, 'gatherings.copy', { gatheringId })
  const list = execute(textsIn(language).advisers.menu.gatherings, 'gatherings.manage-list', {})
  const isPast = !isAfter(gathering.endsAt, now)
  const isOpen = whyNotOpen(gathering, null, now) === null
  if (gathering.status === 'draft') {
    const publish = execute(texts.publish, 'gatherings.publish', { gatheringId }, { style: 'positive' })
    return [...(isPast ? [] : [publish]), edit, preview, copy, discard(gatheringId, language), list]
  }
  const attendees = execute(textsIn(language).attendees.button, 'attendees.overview', { gatheringId })
  const message = execute(texts.message, 'announcements.write', { gatheringId })
  const { invite, inviteAgain } = textsIn(language).invitations
  const { materialsButton, summaryButton } = textsIn(language).afterGathering
  const inviteTitle = gathering.invitedAt === null ? invite : inviteAgain
  const materials = execute(materialsButton, 'gatherings.materials', { gatheringId })
  const summary = execute(summaryButton, 'gatherings.feedback-summary', { gatheringId })
  const more = execute(texts.moreActions, 'gatherings.manage-more', { gatheringId })
  if (isPast) return [attendees, materials, summary, message, more, list]
  return [
    attendees,
    isOpen ? execute(inviteTitle, 'gatherings.invite', { gatheringId }) : materials,
    message,
    edit,
    more,
    list,
  ]
}

function discard(gatheringId: string, language: Language): Action {
  const texts = textsIn(language).gatheringDesk
  return showCard(texts.discard, {
    body: [paragraph(texts.discardSure)],
    actions: [execute(texts.discardYes, 'gatherings.discard', { gatheringId }, { style: 'destructive' })],
  })
}

function moreActions({ gathering, now }: GatheringDeskView, language: Language): Action[] {
  const texts = textsIn(language).gatheringDesk
  const gatheringId = gathering._id
  const { status } = gathering
  const isAhead = isAfter(gathering.endsAt, now)
  return [
    ...(isAhead ? [execute(texts.preview, 'gatherings.preview', { gatheringId })] : []),
    ...(isAhead ? [] : [execute(texts.edit, 'gatherings.edit', { gatheringId })]),
    execute(texts.copy, 'gatherings.copy', { gatheringId }),
    ...(isAhead && status === 'published' ? [execute(texts.close, 'gatherings.close', { gatheringId })] : []),
    ...(isAhead && status === 'closed' ? [execute(texts.reopen, 'gatherings.reopen', { gatheringId })] : []),
    ...(isAhead && status === 'called-off'
      ? [execute(texts.reopenCalledOff, 'gatherings.reopen', { gatheringId })]
      : []),
    ...(isAhead && status !== 'called-off' && status !== 'draft'
      ? [execute(texts.callOff, 'gatherings.call-off', { gatheringId }, { style: 'destructive' })]
      : []),
    execute(texts.history, 'gatherings.history', { gatheringId }),
    execute(texts.back, 'gatherings.manage', { gatheringId }),
  ]
}

export interface GatheringDeskPage extends PagePosition {
  gatherings: readonly Gathering[]
  now: Temporal.Instant
  notice?: string
}

/** All of them, drafts and past ones too. */
export function gatheringDeskListCard(list: GatheringDeskPage, language: Language): Card {
  const { gatheringDesk: texts, common } = textsIn(language)
  const { gatherings, now, notice } = list
  const entries = gatherings.map((gathering) => {
    const span = datesIn(gathering.timeZone, language).day(gathering.startsAt.toTemporalInstant())
    const registered = gathering.registrations.filter(({ state }) => state === 'registered').length
    const detail = [span, statusOf(gathering, now, language), `${texts.seats}: ${registered}`].join(' · ')
    const open = execute(common.open, 'gatherings.manage', { gatheringId: gathering._id })
    return entry(gathering.title, detail, open)
  })
  return card(
    language,
    notice ?? texts.listTitle,
    [
      ...(notice === undefined ? [] : [subheading(notice)]),
      heading(texts.listTitle),
      ...(gatherings.length === 0 ? [paragraph(texts.listNone)] : entries),
    ],
    [
      execute(texts.create, 'gatherings.create', {}, { style: 'positive' }),
      ...pageButtons(list, language, (text, page) => execute(text, 'gatherings.manage-list', { page })),
      execute(texts.toMenu, 'advise.menu', {}),
    ],
  )
}

/** The gathering as members see it, with buttons of the adviser's in the place of theirs; a draft as it will be. */
export function gatheringPreviewCard(view: GatheringView, isDraft: boolean, language: Language): Card {
  const { gathering } = view
  const texts = textsIn(language).gatheringDesk
  const gatheringId = gathering._id
  const form = registrationInputs(gathering, emptyRegistration, language)
  return card(language, texts.preview, [
    note(texts.previewNote),
    ...(isDraft ? dayOffWarning(gathering, language) : []),
    ...gatheringBody(view, { language }),
    ...fold('formFold', texts.previewForm, form),
    ...buttonRows([
      ...(isDraft
        ? [execute(texts.publish, 'gatherings.publish', { gatheringId }, { style: 'positive', ignoreInputs: true })]
        : []),
      execute(texts.edit, 'gatherings.edit', { gatheringId }, { ignoreInputs: true }),
      execute(texts.back, 'gatherings.manage', { gatheringId }, { ignoreInputs: true }),
    ]),
  ])
}
