import type { Language } from '../language.ts'
import type { Duplicate } from '../network/duplicates.ts'
import type { Member } from '../network/member.ts'
import type { MemberDetails } from '../network/member-desk.ts'
import { textsIn } from '../texts/texts.ts'
import { execute } from './actions.ts'
import { buttonRows } from './buttons.ts'
import { type Card, card } from './card.ts'
import { type Element, entry, facts, heading, note, panel, paragraph, subheading, warning } from './elements.ts'
import { choiceInput } from './inputs.ts'
import { labelsAmong } from './member-label.ts'
import { profileFacts } from './membership.ts'
import { pageButtons, pageOf } from './pages.ts'

export interface DuplicatesView {
  duplicates: readonly Duplicate[]
  page: number
  notice?: string
}

const pairsPerPage = 8

/** Pairs that are likely the same person. */
export function duplicatesCard({ duplicates, page, notice }: DuplicatesView, language: Language): Card {
  const texts = textsIn(language).memberDesk
  const pages = Math.ceil(duplicates.length / pairsPerPage)
  const { shown, ...position } = pageOf(duplicates, page, pairsPerPage)
  return card(
    language,
    notice ?? texts.duplicatesTitle,
    [
      ...(notice === undefined ? [] : [subheading(notice)]),
      heading(texts.duplicatesTitle),
      paragraph(duplicates.length === 0 ? texts.duplicatesNone : texts.duplicatesLead),
      ...shown.map(({ members: [one, other], reason }) =>
        entry(
          pairOf(one, other, language),
          [texts.reasons[reason], ...new Set([one.municipality, other.municipality])].join(' · '),
          execute(pairOf(one, other, language), 'members.compare', { one: one._id, other: other._id }),
        ),
      ),
      ...(pages > 1 ? [note(texts.page(position.page + 1, pages))] : []),
    ],
    [
      ...pageButtons(position, language, (text, to) => execute(text, 'members.duplicates', { page: to })),
      execute(texts.back, 'members.list', {}),
    ],
  )
}

function pairOf(one: Member, other: Member, language: Language): string {
  const label = labelsAmong([one, other])
  return textsIn(language).memberDesk.pair(label(one), label(other))
}

export interface CompareView {
  pair: readonly [MemberDetails, MemberDetails]
  /** Titles of programmes by their ids. */
  topicTitles: (ids: readonly string[]) => string[]
  timeZone: string
  isUndecided: boolean
}

/** Both beside each other, to decide whether they are one. */
export function compareCard(view: CompareView, language: Language): Card {
  const texts = textsIn(language).memberDesk
  const [one, other] = view.pair
  const ids = { one: one.member._id, other: other.member._id }
  const choices = view.pair.map(({ member }) => ({ title: profileLine(member, language), value: member._id }))
  return card(language, texts.compareTitle, [
    heading(texts.compareTitle),
    ...view.pair.map((details) => panel(described(details, view, language))),
    ...choiceInput('keep', texts.keep, choices, {
      style: 'expanded',
      value: one.member._id,
      error: view.isUndecided ? texts.keepMissing : undefined,
    }),
    ...buttonRows([
      execute(texts.merge, 'members.merge', ids, { style: 'positive' }),
      execute(texts.keepApart, 'members.keep-apart', ids, { ignoreInputs: true }),
      execute(texts.duplicates, 'members.duplicates', {}, { ignoreInputs: true }),
    ]),
  ])
}

function profileLine({ name, email, municipality }: Member, language: Language): string {
  return textsIn(language).memberDesk.profileOf(name, email, municipality)
}

function described(details: MemberDetails, { topicTitles, timeZone }: CompareView, language: Language): Element[] {
  const texts = textsIn(language).memberDesk
  const { member, unreachable, registrations } = details
  return [
    subheading(member.name),
    facts([
      ...profileFacts(member, topicTitles(member.topics), timeZone, language).slice(1),
      [texts.source, member.consentAt === null ? texts.sourceImported : texts.sourceJoined],
      [texts.reach, unreachable === null ? texts.reachable : texts.unreachable[unreachable.reason]],
      [texts.registrations, String(registrations.length)],
    ]),
  ]
}

export interface MergeView {
  keep: MemberDetails
  gone: MemberDetails
}

/** Asks before it is done. */
export function mergeCard({ keep, gone }: MergeView, language: Language): Card {
  const texts = textsIn(language).memberDesk
  return card(
    language,
    texts.mergeTitle,
    [
      heading(texts.mergeTitle),
      subheading(texts.mergeKept),
      paragraph(profileLine(keep.member, language)),
      paragraph(texts.mergeMoved(gone.registrations.length)),
      warning(texts.mergeSure),
    ],
    [
      execute(
        texts.confirmMerge,
        'members.confirm-merge',
        { keepId: keep.member._id, goneId: gone.member._id },
        { style: 'positive' },
      ),
      execute(textsIn(language).common.back, 'members.compare', { one: keep.member._id, other: gone.member._id }),
    ],
  )
}
