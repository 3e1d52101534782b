import type { Language } from '../language.ts'
import { type Gathering, isActive } from '../network/gathering.ts'
import type { Member } from '../network/member.ts'
import type { Attendee } from '../network/registrations.ts'
import { isAfter } from '../network/times.ts'
import { datesIn } from '../texts/dates.ts'
import { textsIn } from '../texts/texts.ts'
import { execute } from './actions.ts'
import { pager, searchField, stateText } from './attendees.ts'
import { buttonRows } from './buttons.ts'
import { type Card, card, showCard } from './card.ts'
import { type Action, type Element, entry, facts, heading, note, paragraph, subheading, warning } from './elements.ts'
import { labelsAmong } from './member-label.ts'
import type { PagePosition } from './pages.ts'
import { answerText, daysText, type RegistrationInputs, registrationInputs } from './registration-form.ts'

export interface AttendeeView extends Attendee {
  gathering: Gathering
  now: Temporal.Instant
  /** What was just done. */
  notice?: string
}

/** One person's registration, as advisers see it. */
export function attendeeCard(view: AttendeeView, language: Language): Card {
  const { member, notice } = view
  return card(language, notice ?? member.name, [
    ...(notice === undefined ? [] : [subheading(notice)]),
    heading(member.name),
    note(view.gathering.title),
    facts(attendeeFacts(view, language)),
    ...buttonRows(attendeeActions(view, language)),
  ])
}

function attendeeFacts(
  { member, registration, place, gathering }: AttendeeView,
  language: Language,
): [string, string][] {
  const { attendees: texts, gatherings } = textsIn(language)
  const dates = datesIn(gathering.timeZone, language)
  const { attendance, days, guest, diet, question, answers, since } = registration
  const some = (title: string, value: string): [string, string][] => (value === '' ? [] : [[title, value]])
  return [
    [texts.fields.state, stateText({ registration, place }, language)],
    [texts.fields.since, dates.dayAndTime(since.toTemporalInstant())],
    ...(gathering.onlineUrl === null ? [] : some(gatherings.attending, gatherings.attendances[attendance])),
    ...some(texts.fields.days, daysText(gathering, days, language) ?? ''),
    ...some(texts.fields.guest, guest),
    ...some(texts.fields.municipality, member.municipality),
    ...some(texts.fields.role, member.role),
    ...some(texts.fields.email, member.email),
    ...some(gatherings.diet, diet),
    ...some(gatherings.question, question),
    ...gathering.questions.flatMap((own) => some(own.text, answerText(answers[own.id] ?? '', own, language))),
  ]
}

function attendeeActions({ member, registration, gathering, now }: AttendeeView, language: Language): Action[] {
  const texts = textsIn(language).attendees
  const gatheringId = gathering._id
  const data = { gatheringId, memberId: member._id }
  const isOpen = gathering.status !== 'called-off' && isAfter(gathering.endsAt, now)
  const sure = registration.state === 'waiting' ? texts.removeSureWaiting : texts.removeSure
  const remove = showCard(texts.remove, {
    body: [paragraph(sure(member.name))],
    actions: [execute(texts.removeYes, 'attendees.remove', data, { style: 'destructive' })],
  })
  return [
    ...(isOpen ? [execute(texts.change, 'attendees.form', data)] : []),
    ...(isOpen && registration.state === 'waiting'
      ? [giveSeat(member.name, execute(texts.giveSeatYes, 'attendees.give-seat', data), language)]
      : []),
    ...(isOpen && isActive(registration) ? [remove] : []),
    execute(texts.list, 'attendees.list', { gatheringId }),
    execute(texts.overview, 'attendees.overview', { gatheringId }),
  ]
}

/** Asks before the room is filled beyond what it was said to hold. */
function giveSeat(name: string, give: Action, language: Language): Action {
  const texts = textsIn(language).attendees
  return showCard(texts.giveSeat, { body: [paragraph(texts.giveSeatSure(name))], actions: [give] })
}

export interface RegisterForm {
  gathering: Gathering
  member: Pick<Member, '_id' | 'name' | 'municipality'>
  inputs: RegistrationInputs
  /** Offers the waiting list. */
  isFull: boolean
  /** Why it is shown again. */
  refusal?: string
}

/** The registration form, filled in for somebody else. */
export function registerForCard(
  { gathering, member, inputs, isFull, refusal }: RegisterForm,
  language: Language,
): Card {
  const { attendees: texts, gatheringDesk } = textsIn(language)
  const title = texts.formTitle(member.name)
  const gatheringId = gathering._id
  const data = { gatheringId, memberId: member._id }
  return card(
    language,
    refusal ?? title,
    [
      heading(title),
      note(`${gathering.title} · ${member.municipality}`),
      ...(refusal === undefined ? [] : [warning(refusal)]),
      ...registrationInputs(gathering, inputs, language, 'another'),
    ],
    [
      execute(texts.save, 'attendees.register', data, { style: 'positive' }),
      ...(isFull
        ? [
            execute(texts.wait, 'attendees.register', { ...data, wait: 'true' }),
            giveSeat(
              member.name,
              execute(texts.giveSeatYes, 'attendees.register', { ...data, extra: 'true' }),
              language,
            ),
          ]
        : []),
      execute(gatheringDesk.cancel, 'attendees.overview', { gatheringId }, { ignoreInputs: true }),
    ],
  )
}

export interface MemberPage extends PagePosition {
  gathering: Pick<Gathering, '_id' | 'title'>
  members: readonly Member[]
  search: string
}

/** Members who are not registered yet, to choose among. */
export function findMemberCard(shown: MemberPage, language: Language): Card {
  const { attendees: texts } = textsIn(language)
  const { gathering, members, search } = shown
  const title = texts.findTitle(gathering.title)
  const gatheringId = gathering._id
  const label = labelsAmong(members)
  return card(
    language,
    title,
    [
      heading(title),
      paragraph(texts.findLead),
      ...searchField('attendees.find', gatheringId, search, language),
      ...(members.length === 0 ? [paragraph(texts.findNone)] : []),
      ...members.map((member) => memberEntry(member, label(member), gatheringId, language)),
    ],
    [
      ...pager('attendees.find', shown, language),
      execute(texts.overview, 'attendees.overview', { gatheringId }, { ignoreInputs: true }),
    ],
  )
}

function memberEntry(
  { _id, municipality, role }: Member,
  label: string,
  gatheringId: string,
  language: Language,
): Element {
  const open = execute(
    textsIn(language).common.open,
    'attendees.form',
    { gatheringId, memberId: _id },
    { ignoreInputs: true },
  )
  return entry(label, [municipality, role].filter((part) => part !== '').join(' · '), open)
}
