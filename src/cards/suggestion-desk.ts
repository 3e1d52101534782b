import type { Language } from '../language.ts'
import type { Wanted, Wish } from '../network/together/suggestions.ts'
import { datesIn } from '../texts/dates.ts'
import { textsIn } from '../texts/texts.ts'
import { execute } from './actions.ts'
import { buttonRows } from './buttons.ts'
import { type Card, card, showCard } from './card.ts'
import { type Element, entry, heading, note, panel, paragraph, subheading } from './elements.ts'
import { pageButtons, pageOf } from './pages.ts'

export interface SuggestionDesk {
  all: readonly Wanted[]
  show: 'open' | 'done'
  page: number
  timeZone: string
  /** What was just done. */
  notice?: string
}

const suggestionsPerPage = 8
const mostMunicipalities = 3

/** For advisers: what members want gatherings to be about. */
export function suggestionDeskCard({ all, show, page, timeZone, notice }: SuggestionDesk, language: Language): Card {
  const { suggestions: texts, gatheringDesk } = textsIn(language)
  const { shown, ...position } = pageOf(all, page, suggestionsPerPage)
  const isOpen = show === 'open'
  const title = isOpen ? texts.deskTitle : texts.doneTitle
  const none = isOpen ? texts.deskNone : texts.doneNone
  return card(
    language,
    notice ?? title,
    [
      ...(notice === undefined ? [] : [subheading(notice)]),
      heading(title),
      paragraph(all.length === 0 ? none : texts.deskLead),
      ...shown.map((wanted) => deskEntry(wanted, timeZone, language)),
    ],
    [
      ...pageButtons(position, language, (text, to) => execute(text, 'suggestions.list', { page: to, show })),
      isOpen
        ? execute(texts.doneTitle, 'suggestions.list', { show: 'done' })
        : execute(texts.deskTitle, 'suggestions.list', {}),
      execute(gatheringDesk.toMenu, 'advise.menu', {}),
    ],
  )
}

function deskEntry(wanted: Wanted, timeZone: string, language: Language): Element {
  const { _id, text } = wanted.suggestion
  return entry(text, fromText(wanted, timeZone, language), execute(text, 'suggestions.show', { suggestionId: _id }))
}

function fromText({ suggestion, wishes }: Wanted, timeZone: string, language: Language): string {
  const { suggestions: texts, common, membership } = textsIn(language)
  const all = [...new Set(wishes.flatMap(({ member }) => member?.municipality ?? []))]
  const named = all.slice(0, mostMunicipalities)
  const more = all.length - named.length
  const municipalities = common.listOf(more > 0 ? [...named, membership.andMore(more)] : named)
  const day = datesIn(timeZone, language).shortDay(suggestion.at.toTemporalInstant())
  return texts.from(wishes.length, municipalities, day)
}

const mostShown = 10

export function suggestionCard(
  { wanted, timeZone, notice }: { wanted: Wanted; timeZone: string; notice?: string },
  language: Language,
): Card {
  const { suggestions: texts, membership } = textsIn(language)
  const { suggestion, wishes } = wanted
  const { _id: suggestionId, text, doneAt } = suggestion
  const more = wishes.length - mostShown
  const doneDay = doneAt && datesIn(timeZone, language).shortDay(doneAt.toTemporalInstant())
  return card(language, notice ?? text, [
    ...(notice === undefined ? [] : [subheading(notice)]),
    heading(text),
    note(fromText(wanted, timeZone, language)),
    ...(doneDay === null ? [] : [paragraph(texts.isDone(doneDay))]),
    ...wishes.slice(0, mostShown).map((wish) => wishPanel(wish, language)),
    ...(more > 0 ? [note(membership.andMore(more))] : []),
    ...buttonRows([
      doneAt === null
        ? execute(texts.markDone, 'suggestions.done', { suggestionId })
        : execute(texts.reopen, 'suggestions.reopen', { suggestionId }),
      showCard(texts.remove, {
        body: [paragraph(texts.removeSure)],
        actions: [execute(texts.confirmRemove, 'suggestions.delete', { suggestionId }, { style: 'destructive' })],
      }),
      execute(texts.back, 'suggestions.list', { show: doneAt === null ? 'open' : 'done' }),
    ]),
  ])
}

function wishPanel({ member, why }: Wish, language: Language): Element {
  const texts = textsIn(language).suggestions
  const who = member === null ? texts.notMember : `${member.name}, ${member.municipality}, ${member.email}`
  return panel([paragraph(who), ...(why === '' ? [] : [paragraph(`«${why}»`)])])
}
