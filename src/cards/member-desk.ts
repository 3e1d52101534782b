import type { Language } from '../language.ts'
import { personsOf } from '../network/member.ts'
import type { ListedMember, MemberDetails } from '../network/member-desk.ts'
import { daysNamed, type Former } from '../network/member-directory.ts'
import { datesIn } from '../texts/dates.ts'
import { textsIn } from '../texts/texts.ts'
import { execute, openUrl } from './actions.ts'
import { buttonRows, fold } from './buttons.ts'
import { type Card, card, showCard } from './card.ts'
import {
  type Action,
  type Element,
  entry,
  facts,
  heading,
  list,
  note,
  paragraph,
  subheading,
  warning,
} from './elements.ts'
import { type Choice, choiceInput, textInput } from './inputs.ts'
import { labelsAmong } from './member-label.ts'
import { profileFacts } from './membership.ts'
import { pageButtons } from './pages.ts'
import type { VerbInput } from './verbs.ts'

/** What was looked for, as the fields hold it. */
export interface MemberListFields {
  search: string
  topic: string
  show: 'active' | 'unreachable' | 'left'
  page: number
}

export interface MemberListView {
  fields: MemberListFields
  total: number
  shown: readonly ListedMember[]
  /** Of those who left, instead of members. */
  former: readonly Former[]
  topics: readonly Choice[]
  pageSize: number
  timeZone: string
  /** How many pairs are likely the same person; 0 where that was not looked for. */
  duplicates: number
  notice?: string
}

/** The choice of every topic: an empty value is shown as nothing chosen. */
export const anyTopic = 'any'

/** All members, or those found; page by page. */
export function memberListCard(view: MemberListView, language: Language): Card {
  const { memberDesk: texts, memberEdit: edit } = textsIn(language)
  const { fields, total, notice, duplicates, former } = view
  const titles = { active: texts.title, unreachable: texts.unreachableTitle, left: texts.leftTitle }
  const title = titles[fields.show](total)
  const label = labelsAmong(view.shown.map(({ member }) => member))
  return card(language, notice ?? title, [
    ...(notice === undefined ? [] : [subheading(notice)]),
    heading(title),
    ...searchInputs(view, language),
    ...buttonRows([execute(texts.find, 'members.list', {}, { style: 'positive' })]),
    ...(total === 0 ? [paragraph(emptyText(view, language))] : []),
    ...view.shown.map((each) => memberEntry(each, label(each.member), fields, language)),
    ...(former.length === 0 ? [] : [...formerEntries(view, language), note(texts.leftNote(daysNamed))]),
    ...paging(view, language),
    ...buttonRows([
      showCard(edit.addMembers, {
        body: buttonRows([
          execute(edit.add, 'members.form', {}, { ignoreInputs: true }),
          execute(texts.add, 'members.import', {}, { ignoreInputs: true }),
        ]),
      }),
      execute(
        duplicates === 0 ? texts.duplicates : `${texts.duplicates} (${duplicates})`,
        'members.duplicates',
        {},
        { ignoreInputs: true },
      ),
      execute(texts.download, 'members.download', {}, { ignoreInputs: true }),
      execute(texts.menu, 'advise.menu', {}, { ignoreInputs: true }),
    ]),
  ])
}

function searchInputs({ fields, topics }: MemberListView, language: Language): Element[] {
  const texts = textsIn(language).memberDesk
  const shows = Object.entries(texts.shows).map(([value, title]) => ({ value, title }))
  const isNarrowed = fields.topic !== '' || fields.show !== 'active'
  return [
    ...textInput('search', texts.search, { value: fields.search, placeholder: texts.searchHint }),
    ...fold(
      'narrow',
      texts.narrow,
      [
        ...choiceInput('show', texts.show, shows, { value: fields.show }),
        ...choiceInput('topic', texts.topic, [{ title: texts.anyTopic, value: anyTopic }, ...topics], {
          value: fields.topic || anyTopic,
        }),
      ],
      { isOpen: isNarrowed },
    ),
  ]
}

function emptyText({ fields }: MemberListView, language: Language): string {
  const texts = textsIn(language).memberDesk
  if (fields.show === 'unreachable') return texts.noneUnreachable
  if (fields.show === 'left') return texts.noneLeft
  return fields.search === '' && fields.topic === '' ? texts.noneAtAll : texts.none
}

function memberEntry(
  { member, unreachable }: ListedMember,
  label: string,
  fields: MemberListFields,
  language: Language,
): Element {
  const texts = textsIn(language).memberDesk
  const detail = [
    member.municipality,
    ...(member.role === '' ? [] : [member.role]),
    ...(unreachable === null ? [] : [`⚠ ${texts.unreachable[unreachable.reason]}`]),
  ].join(' · ')
  return entry(label, detail, execute(label, 'members.show', { memberId: member._id, page: fields.page }))
}

function formerEntries({ former, timeZone }: MemberListView, language: Language): Element[] {
  const texts = textsIn(language).memberDesk
  const dates = datesIn(timeZone, language)
  const lines = former.map(({ name, municipality, role, leftAt }) =>
    [
      name ?? texts.somebody,
      municipality,
      ...(role === '' ? [] : [role]),
      texts.leftOn(dates.day(leftAt.toTemporalInstant())),
    ].join(' · '),
  )
  return [list(lines)]
}

function paging({ fields: { page }, total, pageSize }: MemberListView, language: Language): Element[] {
  const texts = textsIn(language).memberDesk
  const pages = Math.ceil(total / pageSize)
  if (pages <= 1) return []
  return [
    note(texts.page(page + 1, pages)),
    ...buttonRows(
      pageButtons({ page, hasMore: page + 1 < pages }, language, (text, to) =>
        execute(text, 'members.list', { page: to }),
      ),
    ),
  ]
}

export interface MemberView {
  details: MemberDetails
  /** Titles of the programmes that they are interested in. */
  topics: readonly string[]
  /** The list that they were found in. */
  from: VerbInput<'members.list'>
  timeZone: string
  notice?: string
}

const mostListed = 8

/** What is known of a member, and whether a message would come. */
export function memberCard(view: MemberView, language: Language): Card {
  const { memberDesk: texts, memberEdit: edit } = textsIn(language)
  const { details, notice, from } = view
  const { member } = details
  const memberId = member._id
  return card(
    language,
    notice ?? member.name,
    [
      ...(notice === undefined ? [] : [subheading(notice)]),
      heading(member.name),
      facts([
        ...profileFacts(member, view.topics, view.timeZone, language).filter(([, value]) => value !== member.name),
        ...(member.otherEmails.length === 0
          ? []
          : [[texts.otherEmails, member.otherEmails.join(', ')] satisfies [string, string]]),
        [texts.source, member.consentAt === null ? texts.sourceImported : texts.sourceJoined],
      ]),
      ...reach(view, language),
      subheading(texts.registrations),
      ...registrations(details, language),
    ],
    [
      openUrl(edit.write, `mailto:${member.email}`),
      execute(edit.edit, 'members.form', { memberId }, { ignoreInputs: true }),
      execute(edit.register, 'members.gatherings', { memberId }, { ignoreInputs: true }),
      sameAs(memberId, language),
      ...(personsOf(member).length === 0
        ? [execute(edit.forget, 'members.forget', { memberId }, { ignoreInputs: true })]
        : []),
      execute(texts.back, 'members.list', from, { ignoreInputs: true }),
    ],
  )
}

function reach({ details: { unreachable }, timeZone }: MemberView, language: Language): Element[] {
  const texts = textsIn(language).memberDesk
  if (unreachable === null) return [subheading(texts.reach), paragraph(texts.reachable)]
  const { reason, since } = unreachable
  const why = texts.unreachable[reason]
  const day = since && datesIn(timeZone, language).day(since.toTemporalInstant())
  return [
    subheading(texts.reach),
    warning(day === null ? why : texts.unreachableSince(why, day)),
    paragraph(texts.unreachableAdvice[reason]),
  ]
}

function registrations({ registrations: views }: MemberDetails, language: Language): Element[] {
  const { memberDesk: texts, privacy } = textsIn(language)
  if (views.length === 0) return [paragraph(texts.noRegistrations)]
  const lines = views.slice(0, mostListed).map(({ gathering, registration }) => {
    const day = datesIn(gathering.timeZone, language).day(gathering.startsAt.toTemporalInstant())
    const state = registration.attendedAt === null ? privacy.states[registration.state] : texts.attended
    return `${gathering.title}, ${day} (${state})`
  })
  const more = views.length > mostListed ? [texts.andMore(views.length - mostListed)] : []
  return [list([...lines, ...more])]
}

function sameAs(memberId: string, language: Language): Action {
  const texts = textsIn(language).memberDesk
  return showCard(texts.sameAs, {
    body: [paragraph(texts.sameAsLead), ...textInput('email', texts.sameAsEmail, { style: 'Email' })],
    actions: [execute(texts.sameAsFind, 'members.find-duplicate', { memberId })],
  })
}
